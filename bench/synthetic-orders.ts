import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const HEADER = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n';
const LINES_AT_ONCE = 10_000;
const SKUS = 20_000;
const COUNTRIES = ['United Kingdom', 'Germany', 'France', 'EIRE', 'Spain', 'Japan', 'USA', 'Netherlands'];
/** One invoice in nine takes goods back, as in the years of the merchant whose shape this has. */
const CANCELED_ONE_IN = 9;
const MOST_LINES = 35;
const ROWS_PER_CUSTOMER = 120;
const DAY_MS = 86_400_000;
const YEARS_MS = 3 * 365 * DAY_MS;
const BEGIN = Date.UTC(2021, 0, 1);

/** The same numbers every time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes a gzipped file of orders of so many rows, written as online-retail, by time. */
export async function writeSyntheticOrders(path: string, rows: number): Promise<void> {
  await pipeline(Readable.from(pieces(rows)), createGzip({ level: 1 }), createWriteStream(path));
}

function* pieces(rows: number): Generator<string> {
  const next = random(7);
  const below = (limit: number) => Math.floor(next() * limit);
  const customers = Math.max(1, Math.ceil(rows / ROWS_PER_CUSTOMER));
  let invoice = 1_000_000;
  let text = HEADER;
  let lines = 0;
  for (let row = 0; row < rows; ) {
    invoice += 1;
    const canceled = below(CANCELED_ONE_IN) === 0;
    const at = new Date(BEGIN + (YEARS_MS * row) / rows).toISOString().slice(0, 16).replace('T', ' ');
    const head = `${canceled ? 'C' : ''}${invoice}`;
    const customer = 10_000 + below(customers);
    const tail = `${customer},${COUNTRIES[customer % COUNTRIES.length]}\n`;
    for (let left = Math.min(rows - row, 1 + below(MOST_LINES)); left > 0; left -= 1, row += 1) {
      const sku = below(SKUS);
      const pence = 25 + ((sku * 37) % 2_000);
      const units = 1 + below(24);
      const price = `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
      text += `${head},S${sku},ARTICLE ${sku},${canceled ? -units : units},${at},${price},${tail}`;
      lines += 1;
    }
    if (lines < LINES_AT_ONCE) continue;
    yield text;
    text = '';
    lines = 0;
  }
  if (text !== '') yield text;
}
