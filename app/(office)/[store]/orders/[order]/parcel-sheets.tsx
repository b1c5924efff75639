'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { CARRIERS } from '@/lib/shipping/carriers';
import { correct, deliver, recallParcel, ship } from '../actions';
import { ActSheet } from './act-sheet';
import type { DeskParcel } from './desk';
import { useDesk } from './use-desk';

/** Hands a packed parcel over, or corrects what was written when it was. */
export function TrackingSheet({ parcel, kind }: { parcel: DeskParcel; kind: 'ship' | 'correct' }) {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  const known = useId();
  const [carrier, setCarrier] = useState(parcel.carrier || desk.carrier);
  const [number, setNumber] = useState(parcel.trackingNumber);
  const { units: count, warehouse } = parcel;
  const input = { shipmentId: parcel.id, carrier, trackingNumber: number };
  return (
    <ActSheet
      says={{
        title: t(`${kind}.title`),
        submit: t(`${kind}.submit`, { count }),
        done: t(`${kind}.done`, { count }),
      }}
      effects={
        kind === 'ship'
          ? [t('ship.stock', { count, warehouse }), t('ship.search'), t('ship.undo')]
          : [t('correct.kept'), t('correct.search')]
      }
      send={() => (kind === 'ship' ? ship : correct)(desk.slug, input)}
    >
      <Contents parcel={parcel} />
      <Field label={t('ship.carrier')}>
        <TextInput
          value={carrier}
          onChange={(event) => setCarrier(event.target.value)}
          list={known}
          required
          maxLength={80}
          autoComplete="off"
        />
      </Field>
      <datalist id={known}>
        {CARRIERS.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field label={t('ship.tracking')} help={t('ship.trackingHelp')} optional>
        <TextInput
          mono
          value={number}
          onChange={(event) => setNumber(event.target.value)}
          maxLength={80}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </Field>
    </ActSheet>
  );
}

/** A parcel that did not leave after all. */
export function RecallSheet({ parcel }: { parcel: DeskParcel }) {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  const [reason, setReason] = useState('');
  const { units: count, warehouse } = parcel;
  return (
    <ActSheet
      says={{ title: t('recall.title'), submit: t('recall.submit'), done: t('recall.done') }}
      danger
      effects={[t('recall.stock', { count, warehouse }), t('recall.kept'), t('recall.once')]}
      send={() => recallParcel(desk.slug, { shipmentId: parcel.id, reason })}
    >
      <Contents parcel={parcel} />
      <Field label={t('reason')}>
        <Textarea
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          maxLength={200}
          rows={2}
        />
      </Field>
    </ActSheet>
  );
}

export function DeliverSheet({ parcel }: { parcel: DeskParcel }) {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  const { units: count } = parcel;
  return (
    <ActSheet
      says={{ title: t('deliver.title'), submit: t('deliver.submit', { count }), done: t('deliver.done') }}
      effects={[t('deliver.arrived', { count }), t('deliver.complete'), t('deliver.once')]}
      send={() => deliver(desk.slug, { shipmentId: parcel.id })}
    >
      <Contents parcel={parcel} />
    </ActSheet>
  );
}

function Contents({ parcel }: { parcel: DeskParcel }) {
  const t = useTranslations('order-desk');
  return (
    <div>
      <p className="font-medium">
        {t('parcel.from', { sequence: parcel.sequence, count: parcel.units, warehouse: parcel.warehouse })}
      </p>
      <ul className="mt-1 text-13 text-ink-2">
        {parcel.contents.map((line) => (
          <li key={line.lineId}>
            {t('parcel.inside', { quantity: line.quantity, title: line.title, sku: line.sku })}
          </li>
        ))}
      </ul>
    </div>
  );
}
