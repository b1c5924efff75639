'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { moneyText } from '@/components/format/money-text';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { NativeSelect } from '@/components/ui/native-select';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { newId } from '@/lib/core/ids';
import { leftAfter, openAfter } from '@/lib/orders/preview-money';
import { pay, refund } from '../actions';
import { ActSheet } from './act-sheet';
import { useDesk } from './use-desk';

/** Money that came: a transfer seen on the bank's page, cash in the hand. */
export function PaySheet() {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  const money = useMoney();
  const [paymentId] = useState(() => newId('pay'));
  const [amount, setAmount] = useState<number | null>(desk.openMinor);
  const [method, setMethod] = useState(
    desk.methods.find(({ value }) => value === desk.method) ?? desk.methods[0],
  );
  const [reference, setReference] = useState('');
  const left = openAfter(desk.openMinor, amount);
  return (
    <ActSheet
      says={{
        title: t('pay.title'),
        submit: t('pay.submit', { amount: money(amount ?? 0) }),
        done: t('pay.done'),
      }}
      blocked={
        amount ? (left < 0 ? t('pay.tooMuch', { open: money(desk.openMinor) }) : null) : t('pay.nothing')
      }
      effects={[
        left > 0 ? t('pay.partly', { left: money(left) }) : t('pay.whole'),
        desk.payConfirms && left <= 0 ? t('pay.confirms') : null,
        t('pay.once'),
      ]}
      send={() =>
        pay(desk.slug, {
          orderId: desk.id,
          paymentId,
          amountMinor: amount ?? 0,
          method: PAYABLE.find((known) => known === method?.value) ?? 'bank_transfer',
          reference,
        })
      }
    >
      <Field label={t('pay.amount')} help={t('pay.open', { open: money(desk.openMinor) })}>
        <MoneyInput
          currency={desk.currency}
          defaultMinor={desk.openMinor}
          onMinorChange={(minor) => setAmount(minor === null ? null : Number(minor))}
        />
      </Field>
      <Field label={t('pay.method')}>
        <NativeSelect
          value={method?.value ?? ''}
          options={desk.methods}
          onChange={(event) => setMethod(desk.methods.find(({ value }) => value === event.target.value))}
        />
      </Field>
      <Field label={t('pay.reference')} help={t('pay.referenceHelp')} optional>
        <TextInput value={reference} onChange={(event) => setReference(event.target.value)} maxLength={200} />
      </Field>
    </ActSheet>
  );
}

type Payable = Parameters<typeof pay>[1]['method'];
const PAYABLE: readonly Payable[] = [
  'bank_transfer', 'cash_on_delivery', 'invoice', 'cash', 'credit_card', 'debit_card', 'paypal', 'alipay', 'wechat_pay',
]; // biome-ignore format: a list

const CAUSES = ['overpayment', 'goodwill'] as const;

/** Money that goes back. */
export function RefundSheet({ of }: { of: string }) {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  const money = useMoney();
  const [refundId] = useState(() => newId('rfd'));
  const causes = CAUSES.filter((cause) => desk.refundable[cause] > 0);
  const [cause, setCause] = useState(causes.find((known) => known === of) ?? causes[0] ?? 'goodwill');
  const most = desk.refundable[cause];
  const [amount, setAmount] = useState<number | null>(cause === 'overpayment' ? most : null);
  const [reason, setReason] = useState('');
  const limit = desk.refundLimitMinor;
  const blocked = !amount
    ? t('pay.nothing')
    : amount > most
      ? t('refund.tooMuch', { most: money(most) })
      : limit !== null && amount > limit
        ? t('refund.limit', { limit: money(limit) })
        : null;
  return (
    <ActSheet
      says={{
        title: t('refund.title'),
        submit: t('refund.submit', { amount: money(amount ?? 0) }),
        done: t('refund.done'),
      }}
      danger
      blocked={blocked}
      effects={[
        t('refund.goes', { amount: money(amount ?? 0) }),
        cause === 'goodwill'
          ? t('refund.credit', { due: money(leftAfter(desk.dueMinor, amount)) })
          : t('refund.owed', { left: money(leftAfter(most, amount)) }),
        t('refund.goods'),
        t('refund.once'),
      ]}
      send={() =>
        refund(desk.slug, {
          orderId: desk.id,
          refundId,
          amountMinor: amount ?? 0,
          cause,
          reason,
          version: desk.version,
        })
      }
    >
      {causes.length > 1 ? (
        <RadioGroup
          legend={t('refund.cause')}
          name="cause"
          value={cause}
          onValueChange={(value) => setCause(value === 'goodwill' ? 'goodwill' : 'overpayment')}
          options={causes.map((value) => ({
            value,
            label: t(`refund.${value}`),
            help: t('refund.upTo', { most: money(desk.refundable[value]) }),
          }))}
        />
      ) : null}
      <Field label={t('refund.amount')} help={t('refund.upTo', { most: money(most) })}>
        <MoneyInput
          key={cause}
          currency={desk.currency}
          defaultMinor={amount}
          onMinorChange={(minor) => setAmount(minor === null ? null : Number(minor))}
        />
      </Field>
      <Field label={t('reason')} help={t('refund.reasonHelp')}>
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

/** Writes amounts of this order as the reader reads them. */
export function useMoney(): (minor: number) => string {
  const locale = useLocale();
  const { desk } = useDesk();
  return (minor) => moneyText(minor, desk.currency, locale);
}
