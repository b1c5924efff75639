'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FailureNotice } from '@/components/settings/failure-notice';
import type { Save } from '@/components/settings/use-saving';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CustomerId, Id } from '@/lib/core/ids';
import type { AddAddressInput } from '@/lib/customers/add-address';
import type { EditAddressInput } from '@/lib/customers/edit-address';
import type { EditCustomerInput } from '@/lib/customers/edit-customer';
import { AddressCard } from './address-card';
import { CustomerFields, readCustomer } from './customer-fields';
import { FormPanel } from './form-panel';
import { useCountries } from './use-countries';
import { type Reveal, useRevealed } from './use-revealed';

export type AddressPlace = {
  addressId: Id<'adr'>;
  city: string;
  postcodeArea: string;
  country: string;
  isDefault: boolean;
};
type AddressId = { addressId: Id<'adr'> };
export type AddressActs = {
  add: Save<AddAddressInput, AddressId>;
  change: Save<EditAddressInput, AddressId & { version: number }>;
  drop: Save<AddressId, unknown>;
  prefer: Save<AddressId, unknown>;
};
type Facts = {
  customerId: CustomerId;
  version: number;
  name: string;
  company: string;
  country: string | null;
  locale: string | null;
  externalId: string | null;
  maskedEmail: string | null;
  maskedPhone: string | null;
};

/** Contact and addresses, masked until they are asked for; whatever changes them asks first too. */
export function CustomerDesk(props: {
  storeSlug: string;
  customer: Facts;
  addresses: readonly AddressPlace[];
  /** Why contact can not be shown, or nothing be changed, by this person. */
  denied: { contact: string | null; write: string | null };
  acts: AddressActs & { reveal: Reveal; edit: Save<EditCustomerInput, unknown> };
}) {
  const { storeSlug, customer, denied, acts } = props;
  const revealed = useRevealed(storeSlug, customer.customerId, acts.reveal);
  return (
    <>
      <ContactCard {...props} revealed={revealed} />
      <AddressCard
        storeSlug={storeSlug}
        customerId={customer.customerId}
        addresses={props.addresses}
        revealed={revealed}
        denied={denied}
        acts={acts}
      />
    </>
  );
}

function ContactCard(props: {
  storeSlug: string;
  customer: Facts;
  denied: { contact: string | null; write: string | null };
  acts: { edit: Save<EditCustomerInput, unknown> };
  revealed: ReturnType<typeof useRevealed>;
}) {
  const t = useTranslations('customers');
  const { customer, denied, revealed } = props;
  const { contact } = revealed;
  const countries = useCountries();
  const [open, setOpen] = useState(false);
  const rows = [
    { key: 'email', term: t('fields.email'), value: contact ? contact.email : customer.maskedEmail },
    { key: 'phone', term: t('fields.phone'), value: contact ? contact.phone : customer.maskedPhone },
    { key: 'company', term: t('fields.company'), value: customer.company },
    { key: 'external', term: t('fields.externalId'), value: customer.externalId },
  ];
  const save: Save<EditCustomerInput, unknown> = async (slug, input) => {
    const result = await props.acts.edit(slug, input);
    if (result.ok) {
      revealed.setContact(
        (known) => known && { ...known, email: input.email || null, phone: input.phone || null },
      );
    }
    return result;
  };
  return (
    <Card
      title={t('contact.title')}
      actions={
        <>
          {contact ? null : (
            <SubmitButton
              variant="default"
              size="small"
              pending={revealed.pending}
              reason={denied.contact}
              onClick={() => revealed.show()}
            >
              {t('contact.show')}
            </SubmitButton>
          )}
          <SubmitButton
            variant="default"
            size="small"
            pending={false}
            reason={denied.write}
            onClick={() => revealed.show(() => setOpen(true))}
          >
            {t('contact.edit')}
          </SubmitButton>
        </>
      }
    >
      <FailureNotice failure={revealed.failure} />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        {rows.map(({ key, term, value }) => (
          <div key={key} className="contents">
            <dt className="text-ink-2">{term}</dt>
            <dd className="num break-words">{value || '–'}</dd>
          </div>
        ))}
      </dl>
      {contact ? (
        <FormPanel
          storeSlug={props.storeSlug}
          texts={{ title: t('form.editTitle'), description: t('form.editNote'), submit: t('form.save') }}
          control={{ open, setOpen }}
          save={save}
          toInput={(form): EditCustomerInput => ({
            customerId: customer.customerId,
            version: customer.version,
            ...readCustomer(form),
          })}
        >
          {(errors) => (
            <CustomerFields
              key={customer.version}
              values={{ ...customer, email: contact.email, phone: contact.phone }}
              errors={errors}
              countries={countries}
            />
          )}
        </FormPanel>
      ) : null}
    </Card>
  );
}
