import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Ctx } from '@/lib/core/ctx';
import { importFile } from '@/lib/exchange/import-file';
import { sourceMapping } from '@/lib/exchange/source-mapping';

const MAPPING = sourceMapping.parse({
  source: 'Harbour price list',
  kind: 'prices',
  columns: { sku: ['sku'], price: ['price'] },
});

/** A supplier's list with one price as it is already, and one SKU that nobody sells. */
const LIST = 'SKU,Price\nHH-CDL-FIG,24.00\nHH-OLD-LAMP,42.00\n';

/** The price list of last week, brought in as a file. */
export async function bringPriceList(ctx: Ctx): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'price-list-'));
  try {
    const file = path.join(folder, 'price-list.csv');
    await writeFile(file, LIST);
    const { currency, timeZone } = ctx.store;
    await importFile(ctx, { path: file, source: MAPPING, currency, timeZone });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
