'use client';

import { useTranslations } from 'next-intl';
import { SettingsForm } from '@/components/settings/settings-form';
import type { Save } from '@/components/settings/use-saving';
import { Card } from '@/components/ui/card';
import type { SelectOption } from '@/components/ui/native-select';
import type { CustomerId } from '@/lib/core/ids';
import type { CreateCustomerInput } from '@/lib/customers/create-customer';
import { AddressFields, isBlankAddress, readAddressForm } from './address-fields';
import { CustomerFields, readCustomer } from './customer-fields';

/** A new customer, with a first address or without. Its id comes with the form, so that sending twice makes one. */
export function NewCustomerForm(props: {
  storeSlug: string;
  customerId: CustomerId;
  countries: readonly SelectOption[];
  save: Save<CreateCustomerInput, unknown>;
}) {
  const t = useTranslations('customers');
  return (
    <SettingsForm
      storeSlug={props.storeSlug}
      values={{}}
      save={props.save}
      submitLabel={t('form.create')}
      hrefs={{
        done: `/${props.storeSlug}/customers/${props.customerId}`,
        cancel: `/${props.storeSlug}/customers`,
      }}
      toInput={(form) => newCustomer(props.customerId, form)}
    >
      {(errors) => (
        <>
          <Card title={t('form.customer')}>
            <CustomerFields values={null} errors={errors} countries={props.countries} />
          </Card>
          <Card title={t('form.address')} note={t('form.addressNote')}>
            <AddressFields values={null} errors={errors} countries={props.countries} />
          </Card>
        </>
      )}
    </SettingsForm>
  );
}

/** An address needs somebody's name and a country; the customer's own stand in where they were left blank. */
function newCustomer(id: CustomerId, form: FormData): CreateCustomerInput {
  const customer = readCustomer(form);
  const address = readAddressForm(form);
  if (isBlankAddress(address)) return { id, ...customer };
  const filled = {
    ...address,
    name: address.name || customer.name,
    country: address.country || (customer.country ?? ''),
  };
  return { id, ...customer, country: customer.country || filled.country, address: filled };
}
