'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Address } from '@/components/format/address';
import { shortPlace } from '@/components/format/address-text';
import { ConfirmAct } from '@/components/settings/confirm-act';
import { FormInSheet } from '@/components/settings/form-in-sheet';
import { type Save, useSaving } from '@/components/settings/use-saving';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { type CustomerId, newId } from '@/lib/core/ids';
import type { AddAddressInput } from '@/lib/customers/add-address';
import type { CustomerAddress } from '@/lib/customers/customer-addresses';
import type { EditAddressInput } from '@/lib/customers/edit-address';
import { AddressFields, readAddressForm } from './address-fields';
import type { AddressActs, AddressPlace } from './customer-desk';
import { FormPanel } from './form-panel';
import { useCountries } from './use-countries';
import type { useRevealed } from './use-revealed';

type Props = {
  storeSlug: string;
  customerId: CustomerId;
  addresses: readonly AddressPlace[];
  revealed: ReturnType<typeof useRevealed>;
  denied: { contact: string | null; write: string | null };
  acts: AddressActs;
};

/** A customer's addresses: places until contact is shown, then whole, each with what may be done with it. */
export function AddressCard(props: Props) {
  const t = useTranslations('customers');
  const { contact } = props.revealed;
  return (
    <Card title={t('addresses.title')} actions={<AddAddress {...props} />} flush>
      {props.addresses.length === 0 ? (
        <p className="px-4 py-3 text-ink-2">{t('addresses.none')}</p>
      ) : (
        <ul className="divide-y">
          {contact
            ? contact.addresses.map((one) => <WholeAddress key={one.addressId} one={one} {...props} />)
            : props.addresses.map((place) => (
                <li key={place.addressId} className="flex items-start gap-2 px-4 py-3">
                  <span className="min-w-0 flex-1 text-ink-2">
                    {t('addresses.masked', { place: shortPlace(place), area: place.postcodeArea || '–' })}
                  </span>
                  {place.isDefault ? <Badge>{t('addresses.default')}</Badge> : null}
                </li>
              ))}
        </ul>
      )}
    </Card>
  );
}

function AddAddress({ storeSlug, customerId, addresses, revealed, denied, acts }: Props) {
  const t = useTranslations('customers');
  const countries = useCountries();
  const [id, setId] = useState(() => newId('adr'));
  const save: Save<AddAddressInput, unknown> = async (slug, input) => {
    const result = await acts.add(slug, input);
    if (result.ok) {
      const address = { ...blank, ...input.address };
      revealed.patch((known) => [
        ...known,
        { addressId: id, address, isDefault: addresses.length === 0, version: 1 },
      ]);
    }
    return result;
  };
  return (
    <FormInSheet
      storeSlug={storeSlug}
      texts={{ title: t('addresses.addTitle'), submit: t('addresses.save') }}
      trigger={{
        label: t('addresses.add'),
        size: 'small',
        reason: denied.write ? { text: denied.write } : null,
      }}
      save={save}
      toInput={(form): AddAddressInput => ({ customerId, id, address: readAddressForm(form) })}
      onSaved={() => setId(newId('adr'))}
    >
      {(errors) => <AddressFields values={null} errors={errors} countries={countries} />}
    </FormInSheet>
  );
}

const blank = { company: '', line2: '', region: '', postcode: '', phone: '' };

function WholeAddress({ one, storeSlug, revealed, denied, acts }: Props & { one: CustomerAddress }) {
  const t = useTranslations('customers');
  const countries = useCountries();
  const [open, setOpen] = useState(false);
  const { addressId, address, version, isDefault } = one;
  const preferring = useSaving(storeSlug, acts.prefer);
  const change: Save<EditAddressInput, unknown> = async (slug, input) => {
    const result = await acts.change(slug, input);
    if (result.ok) {
      const edited = { ...one, address: { ...blank, ...input.address }, version: result.data.version };
      revealed.patch((known) => known.map((other) => (other.addressId === addressId ? edited : other)));
    }
    return result;
  };
  const drop: AddressActs['drop'] = async (slug, input) => {
    const result = await acts.drop(slug, input);
    if (result.ok) revealed.patch((known) => withoutAddress(known, addressId));
    return result;
  };
  function prefer() {
    preferring.send({ addressId }, () =>
      revealed.patch((known) =>
        known.map((other) => ({ ...other, isDefault: other.addressId === addressId })),
      ),
    );
  }
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <span className="flex items-start gap-2">
        <span className="min-w-0 flex-1">
          <Address address={address} />
          {address.phone ? <span className="num text-ink-2">{address.phone}</span> : null}
        </span>
        {isDefault ? <Badge>{t('addresses.default')}</Badge> : null}
      </span>
      {denied.write ? null : (
        <span className="flex flex-wrap gap-1.5">
          <Button size="small" onClick={() => setOpen(true)}>
            {t('addresses.edit')}
          </Button>
          {isDefault ? null : (
            <SubmitButton variant="default" size="small" pending={preferring.pending} onClick={prefer}>
              {t('addresses.makeDefault')}
            </SubmitButton>
          )}
          <ConfirmAct
            storeSlug={storeSlug}
            texts={{
              title: t('addresses.removeTitle'),
              note: t('addresses.removeNote'),
              confirm: t('addresses.remove'),
            }}
            trigger={{ label: t('addresses.remove'), size: 'small', variant: 'quiet' }}
            input={{ addressId }}
            save={drop}
            danger
          />
        </span>
      )}
      <FormPanel
        storeSlug={storeSlug}
        texts={{ title: t('addresses.editTitle'), submit: t('addresses.save') }}
        control={{ open, setOpen }}
        save={change}
        toInput={(form): EditAddressInput => ({ addressId, version, address: readAddressForm(form) })}
      >
        {(errors) => <AddressFields values={address} errors={errors} countries={countries} />}
      </FormPanel>
    </li>
  );
}

/** As the verb leaves them: the newest of the rest takes the default's place. */
function withoutAddress(
  known: CustomerAddress[],
  addressId: CustomerAddress['addressId'],
): CustomerAddress[] {
  const rest = known.filter((one) => one.addressId !== addressId);
  if (rest.some((one) => one.isDefault)) return rest;
  return rest.map((one, place) => ({ ...one, isDefault: place === 0 }));
}
