import { getLocale, getTranslations } from 'next-intl/server';
import type { FilterField, FilterFields } from '@/components/lists/filter-field';
import { CHOICE_WORDS } from '@/components/orders/filter-words';
import { countryOptions } from '@/components/settings/country-options';
import { type Ctx, read } from '@/lib/core/ctx';
import { ORDER_FIELDS } from '@/lib/orders/order-filter';
import { listWarehouses } from '@/lib/stock/list-warehouses';
import { listShippingMethods } from '@/lib/stores/list-shipping-methods';

/** The catalogue of order fields in the reader's language, with what may be chosen. */
export async function filterFields(ctx: Ctx): Promise<FilterFields> {
  const [t, locale, [warehouses, methods]] = await Promise.all([
    getTranslations(),
    getLocale(),
    read(ctx, (inner) => Promise.all([listWarehouses(inner), listShippingMethods(inner)])),
  ]);
  const named: Record<string, FilterField['options']> = {
    warehouse: warehouses.map(({ warehouseId, name }) => ({ value: warehouseId, label: name })),
    shippingMethod: methods.map(({ methodId, name }) => ({ value: methodId, label: name })),
    country: countryOptions(locale),
  };
  const fields = ORDER_FIELDS.map((field): FilterField => {
    const area = CHOICE_WORDS[field.key];
    const choices =
      'options' in field && area
        ? field.options.map((value) => ({ value, label: t(`${area}.${value}`) }))
        : (named[field.key] ?? null);
    return {
      key: field.key,
      label: t(`lists.fields.${field.key}`),
      kind: field.kind,
      operators: field.operators.map((value) => ({ value, label: t(`lists.operators.${value}`) })),
      options: choices,
    };
  });
  // A record needs something to choose from; a customer is filtered for from their own page.
  return {
    fields: fields.filter(({ kind, options }) => kind !== 'record' || options?.length),
    currency: ctx.store.currency,
  };
}
