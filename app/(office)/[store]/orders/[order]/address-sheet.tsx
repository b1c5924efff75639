'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AddressFields } from '@/components/orders/address-fields';
import { emptyAddress } from '@/components/orders/empty-address';
import type { ActionResult } from '@/lib/web/action-result';
import { fieldMessages } from '@/lib/web/action-result';
import { address as changeAddress } from '../actions';
import { ActSheet } from './act-sheet';
import { useDesk } from './use-desk';

/** Corrects where it goes, or who pays. */
export function AddressSheet({ which }: { which: 'shipTo' | 'billTo' }) {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  const before = desk[which];
  const [address, setAddress] = useState(before ?? emptyAddress(desk.shipTo?.country ?? 'GB', desk.buyer));
  const [refused, setRefused] = useState<ActionResult<unknown> | null>(null);
  const errors = Object.fromEntries(
    Object.entries(fieldMessages(refused)).map(([path, message]) => [path.replace('address/', ''), message]),
  );
  return (
    <ActSheet
      says={{ title: t(`address.${which}`), submit: t('address.submit'), done: t('address.done') }}
      effects={which === 'shipTo' ? [t('address.label'), t('address.kept')] : [t('address.kept')]}
      send={async () => {
        const result = await changeAddress(desk.slug, {
          orderId: desk.id,
          which,
          address,
          version: desk.version,
        });
        setRefused(result);
        return result;
      }}
    >
      <AddressFields
        address={address}
        countries={desk.countries}
        fixedCountry={which === 'shipTo' && before !== null}
        errors={errors}
        onChange={setAddress}
      />
    </ActSheet>
  );
}
