import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import { importCustomers } from '@/lib/customers/import-customers';
import { pickLocale } from '@/lib/i18n/locales';
import { type Translate, translator } from '@/lib/i18n/translator';
import { countryOfName } from './country-of-name';
import type { ImportRef } from './import-ref';
import { noteMade } from './note-made';

const BATCH = 1_000;

type Found = { ref: string; country: string; since: Date };

/** What somebody known by a number only is called, in the store's language. */
export function customerNames(locale: string): (externalId: string) => string {
  const t: Translate = translator(pickLocale({ storeDefault: locale }));
  return (externalId) => t('exchange.customerName', { number: externalId });
}

/** Makes the customers the documents name, in batches; those already there are left alone. Safe to run again. */
export async function makeCustomers(ctx: AnyCtx, ref: ImportRef): Promise<void> {
  allow(ctx, 'data.import');
  const nameOf = customerNames(ctx.store.locale);
  const mapping = ref.mapping;
  for (let after = ''; ; ) {
    const last = await transact(ctx, async (ctx) => {
      const found = await ctx.raw<Found>(FOUND, [uuidOf(ctx.store.id), uuidOf(ref.id), after, BATCH]);
      const made = await importCustomers(
        ctx,
        found.map((customer) => ({
          externalId: customer.ref,
          name: nameOf(customer.ref),
          country: countryOfName(mapping, customer.country),
          since: customer.since,
        })),
      );
      await noteMade(ctx, ref, made);
      return found.length < BATCH ? null : (found.at(-1)?.ref ?? null);
    });
    if (last === null) return;
    after = last;
  }
}

/** The country is the latest document's. */
const FOUND = `select customer_ref as ref, (array_agg(country order by position desc))[1] as country, min(at) as since
  from import_documents
  where store_id = $1::uuid and import_id = $2::uuid and customer_ref > $3::text and treatment <> 'known'
  group by customer_ref order by customer_ref limit $4::int`;
