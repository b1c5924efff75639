import { useLocale, useTranslations } from 'next-intl';
import { countryName } from '@/components/format/address-text';
import { moneyText } from '@/components/format/money-text';
import { dateText } from '@/components/format/when-text';
import { intlLocale } from '@/lib/i18n/locales';
import { amountOf, type Condition, type Filter, isGroup } from '@/lib/lists/filter';

/** Where the words of a field's choices stand. */
export const CHOICE_WORDS: Readonly<Record<string, string>> = {
  status: 'status.order',
  payment: 'status.payment',
  fulfilment: 'status.fulfilment',
  return: 'status.orderReturn',
  paymentMethod: 'orders.methods',
  channel: 'lists.channels',
  kind: 'status.orderKind',
};

export type ItemWords = { label: string; value: string };

/** Says filters in words; `names` knows warehouses, customers and the like by id. */
export function useFilterWords(names: ReadonlyMap<string, string>, now: Date) {
  const t = useTranslations();
  const locale = useLocale();
  const list = new Intl.ListFormat(intlLocale(locale), { style: 'narrow', type: 'unit' });

  function valueWords(field: string, value: string): string {
    const area = CHOICE_WORDS[field];
    if (area) return t(`${area}.${value}`);
    if (field === 'country') return countryName(value, locale);
    if (field === 'total') {
      const { minor, currency } = amountOf(value);
      return moneyText(minor, currency, locale);
    }
    // A calendar day has no zone: it is written as the day it names.
    if (field === 'placed' || field === 'shipBy')
      return dateText(new Date(`${value}T12:00:00Z`), now, 'UTC', locale);
    return names.get(value) ?? value;
  }

  function conditionWords({ field, op, values }: Condition): ItemWords {
    const label = t(`lists.fields.${field}`);
    if (op === 'yes' || op === 'no') return { label, value: t(`lists.says.${op}`) };
    if (op === 'last' || op === 'next')
      return { label, value: t(`lists.says.${op}`, { days: Number(values[0]) }) };
    const words = values.map((value) => valueWords(field, value));
    const [a = '', b = ''] = words;
    if (op === 'is') return { label, value: list.format(words) };
    if (op === 'between') return { label, value: t('lists.says.between', { a, b }) };
    return { label, value: t(`lists.says.${op}`, { a: list.format(words) }) };
  }

  return function itemWords(item: Filter['items'][number]): ItemWords {
    if (!isGroup(item)) return conditionWords(item);
    const parts = item.conditions
      .map(conditionWords)
      .map(({ label, value }) => t('lists.says.part', { label, value }));
    return { label: t(`lists.says.${item.match}`), value: parts.join(' · ') };
  };
}
