'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { countryName } from '@/components/format/address-text';
import { Card } from '@/components/ui/card';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { NativeSelect, type SelectOption } from '@/components/ui/native-select';
import { TextInput } from '@/components/ui/text-input';
import { toast } from '@/components/ui/toast-queue';
import type { Address } from '@/lib/core/address';
import { isId } from '@/lib/core/ids';
import { openCustomer } from '../actions';
import { findCustomers } from './ask';
import type { Draft } from './draft';

/** Who buys: somebody known, found by name, e-mail or phone, or somebody new by just writing the name. */
export function CustomerCard(props: {
  slug: string;
  draft: Draft;
  errors: Record<string, string>;
  onChange: (more: Partial<Draft>) => void;
}) {
  const t = useTranslations('order-desk');
  const locale = useLocale();
  const { slug, draft, errors, onChange } = props;
  const [saved, setSaved] = useState<Address[]>([]);
  const [first] = useState(() => (draft.customerId ? { value: draft.customerId, label: draft.name } : null));

  const search = useCallback(
    async (text: string, signal: AbortSignal): Promise<SelectOption[]> => {
      if (text.trim() === '') return [];
      const result = await findCustomers(slug, text, signal);
      if (!result.ok) throw new Error(result.message);
      return result.data.customers.map(({ customerId, name, company, maskedEmail, country, orders }) => ({
        value: customerId,
        label: company ? t('customer.withCompany', { name, company }) : name,
        hint: [maskedEmail, country && countryName(country, locale), t('customer.orders', { count: orders })]
          .filter(Boolean)
          .join(' · '),
      }));
    },
    [slug, t, locale],
  );

  async function choose(option: SelectOption | null) {
    if (!option || !isId('cus', option.value)) {
      onChange({ customerId: null });
      return;
    }
    const result = await openCustomer(slug, { customerId: option.value });
    if (!result.ok) {
      toast({ title: result.message, tone: 'bad' });
      return;
    }
    const { customerId, name, email, phone, addresses } = result.data;
    setSaved(addresses);
    const [main] = addresses;
    onChange({
      customerId,
      name,
      email: email ?? '',
      phone: phone ?? '',
      ...(main ? { shipTo: main } : {}),
    });
  }

  return (
    <Card title={t('customer.title')}>
      <div className="flex flex-col gap-3">
        <Field label={t('customer.find')} help={t('customer.findHelp')}>
          <Combobox
            search={search}
            placeholder={t('customer.placeholder')}
            defaultValue={first}
            onValueChange={(option) => void choose(option)}
          />
        </Field>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t('address.name')} error={errors['customer/name']} className="sm:col-span-2">
            <TextInput
              value={draft.name}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => onChange({ name: event.target.value })}
            />
          </Field>
          <Field label={t('customer.email')} optional error={errors['customer/email']}>
            <TextInput
              type="email"
              value={draft.email}
              maxLength={254}
              autoComplete="off"
              onChange={(event) => onChange({ email: event.target.value })}
            />
          </Field>
          <Field label={t('customer.phone')} optional error={errors['customer/phone']}>
            <TextInput
              type="tel"
              value={draft.phone}
              maxLength={40}
              autoComplete="off"
              onChange={(event) => onChange({ phone: event.target.value })}
            />
          </Field>
        </div>
        {saved.length > 1 ? (
          <Field label={t('customer.saved')}>
            <NativeSelect
              defaultValue="0"
              options={saved.map((address, place) => ({
                value: String(place),
                label: [address.line1, address.city, address.country].join(', '),
              }))}
              onChange={(event) => {
                const chosen = saved[Number(event.target.value)];
                if (chosen) onChange({ shipTo: chosen });
              }}
            />
          </Field>
        ) : null}
      </div>
    </Card>
  );
}
