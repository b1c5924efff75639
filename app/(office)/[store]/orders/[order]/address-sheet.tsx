'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { AddressFields } from '@/components/orders/address-fields';
import { emptyAddress } from '@/components/orders/empty-address';
import type { ActionResult } from '@/lib/web/action-result';
import { fieldMessages } from '@/lib/web/action-result';
import { address as changeAddress, reveal } from '../actions';
import { ActSheet } from './act-sheet';
import { useDesk } from './use-desk';
import { useRun } from './use-run';

type Which = 'shipTo' | 'billTo';

/** Corrects where it goes, or who pays. An address with a phone is shown whole, so that it is asked for first. */
export function AddressSheet({ which }: { which: Which }) {
  const { desk, contact } = useDesk();
  return desk.phones[which] && !contact ? <RevealFirst /> : <AddressForm which={which} />;
}

function RevealFirst() {
  const { desk, setContact, close } = useDesk();
  const asked = useRef(false);
  const { run } = useRun(true);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    run(async () => {
      const result = await reveal(desk.slug, { orderId: desk.id });
      if (!result.ok) close();
      return result;
    }, setContact);
  }, [desk, run, setContact, close]);
  return null;
}

function AddressForm({ which }: { which: Which }) {
  const t = useTranslations('order-desk');
  const { desk, contact } = useDesk();
  const kept = desk[which];
  const before = kept && { ...kept, phone: contact?.[`${which}Phone`] ?? '' };
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
