'use client';

import { useTranslations } from 'next-intl';
import { complete, confirm } from '../actions';
import { ActSheet } from './act-sheet';
import { useDesk } from './use-desk';

/** Steps that need nothing filled in, only to be meant. */
export function ConfirmSheet() {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  return (
    <ActSheet
      says={{ title: t('confirm.title'), submit: t('confirm.submit'), done: t('confirm.done') }}
      effects={[
        ...desk.houses.map(({ name, units }) => t('confirm.pick', { count: units, warehouse: name })),
        t('confirm.clock'),
        t('confirm.once'),
      ]}
      send={() => confirm(desk.slug, { orderId: desk.id, version: desk.version })}
    />
  );
}

export function CompleteSheet() {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  return (
    <ActSheet
      says={{ title: t('complete.title'), submit: t('complete.submit'), done: t('complete.done') }}
      effects={[t('complete.closed'), t('complete.money'), t('complete.once')]}
      send={() => complete(desk.slug, { orderId: desk.id, version: desk.version })}
    />
  );
}
