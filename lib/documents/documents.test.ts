import { writeFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import type { TxCtx } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { createWave } from '@/lib/fulfilment/create-wave';
import { translator } from '@/lib/i18n/translator';
import { drawPaper } from '@/lib/integrations/pdf/draw-paper';
import { orderUpTo } from '@/test/order-up-to';
import { readPdf } from '@/test/read-pdf';
import { test } from '@/test/rollback-test';
import type { PaperSize } from './paper';
import { pickListPaper } from './pick-list';
import { printPickList } from './print-pick-list';
import { printSlips } from './print-slips';

const wordsIn = (locale: 'en' | 'zh-CN') => {
  const t = translator(locale);
  const say = (key: string, params?: Record<string, string | number>) => t(`fulfilment.paper.${key}`, params);
  return { locale, say };
};
const labelOf = ({ name, line1, city, postcode, country }: Record<string, string>) =>
  [name, line1, `${city} ${postcode}`, country].map((line) => line ?? '');

const CHINESE = {
  customer: { name: '欧阳晓燕', email: 'ou@example.com' },
  shipTo: {
    name: '欧阳晓燕',
    line1: '南山区科技园北区朗山路十六号清华信息港科研楼三层三零五室',
    city: '深圳市',
    postcode: '518057',
    country: 'CN',
  },
};

const plain = (text: string) => text.replace(/\s+/g, '');
const keep = (name: string, bytes: Uint8Array) => {
  if (process.env.KEEP_PDF) writeFileSync(`${process.env.KEEP_PDF}/${name}.pdf`, bytes);
};

async function slip(ctx: TxCtx, parcel: `shp_${string}`, size: PaperSize, locale: 'en' | 'zh-CN') {
  const bytes = await printSlips(ctx, { parcels: [parcel], size, labelOf, ...wordsIn(locale) }, drawPaper);
  keep(`slip-${size}-${locale}`, bytes);
  return readPdf(bytes);
}

describe('a packing slip', () => {
  test('says in Chinese who gets what, with every character, on A4 and on a label', async ({ ctx }) => {
    const { shipmentId } = await orderUpTo(ctx, 'packed', CHINESE);
    const a4 = await slip(ctx, shipmentId, 'a4', 'zh-CN');
    expect(a4.pages).toHaveLength(1);
    const said = plain(a4.pages[0] ?? '');
    for (const part of [
      '装箱单',
      CHINESE.shipTo.name,
      CHINESE.shipTo.line1,
      '深圳市',
      '518057',
      '本包裹共2件',
    ]) {
      expect(said).toContain(part);
    }
    const label = await slip(ctx, shipmentId, '4x6', 'zh-CN');
    expect(label.boxes).toEqual(['0 0 288 432']);
    expect(plain(label.pages[0] ?? '')).toContain(CHINESE.shipTo.line1);
  });

  test('shows the door only to whoever may see it', async ({ ctx, as }) => {
    const { shipmentId, sku } = await orderUpTo(ctx, 'packed');
    const open = plain((await slip(ctx, shipmentId, 'a4', 'en')).pages[0] ?? '');
    expect(open).toContain('1CothamHill');
    const masked = plain((await slip(as('analyst'), shipmentId, 'a4', 'en')).pages[0] ?? '');
    expect(masked).not.toContain('Cotham');
    expect(masked).not.toContain('6LF');
    expect(masked).toContain('Bristol');
    expect(masked).toContain(plain(sku));
  });

  test('is refused for a stranger’s parcel', async ({ ctx, inOtherStore }) => {
    const { shipmentId } = await orderUpTo(ctx, 'packed');
    await inOtherStore(async (other) => {
      await expect(slip(other, shipmentId, 'a4', 'en')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
});

describe('a pick list', () => {
  test('holds a wave’s lines with who gets how many', async ({ ctx }) => {
    const { orderId, warehouseId, sku } = await orderUpTo(ctx, 'paid');
    const waveId = newId('wav');
    await createWave(ctx, { waveId, warehouseId, orders: [orderId] });
    for (const size of ['a4', '4x6'] as const) {
      const bytes = await printPickList(ctx, { of: { wave: waveId }, size, ...wordsIn('zh-CN') }, drawPaper);
      keep(`pick-${size}`, bytes);
      const [page = ''] = readPdf(bytes).pages;
      for (const part of ['拣货单·波次1', sku, 'Leeds']) expect(plain(page)).toContain(plain(part));
      expect(plain(page)).toMatch(/1\.\d+×2/);
    }
  });

  test('holds what one order is promised here, and nothing once it is picked', async ({ ctx }) => {
    const paid = await orderUpTo(ctx, 'paid');
    const of = { orders: [paid.orderId], warehouseId: paid.warehouseId };
    const bytes = await printPickList(ctx, { of, size: 'a4', ...wordsIn('en') }, drawPaper);
    expect(plain(readPdf(bytes).pages[0] ?? '')).toContain(plain(paid.sku));
    const picked = await orderUpTo(ctx, 'picked');
    const none = { orders: [picked.orderId], warehouseId: picked.warehouseId };
    await expect(
      printPickList(ctx, { of: none, size: 'a4', ...wordsIn('en') }, drawPaper),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('goes on over pages, each with its headings and its number, no line cut', async () => {
    const { say } = wordsIn('en');
    const lines = Array.from({ length: 40 }, (_, n) => ({
      bin: `A-${n}`,
      sku: `LONG-${n}`,
      barcode: '',
      title: '手工陶瓷马克杯附赠木质杯垫与礼盒包装适合送礼',
      variantTitle: '',
      quantity: 1,
      found: null,
      orders: [{ position: 1, number: 1001, quantity: 1 }],
    }));
    const head = { title: 'Pick list', warehouse: 'Leeds', at: '1 May', units: 40, code: 'WAVE-1' };
    const bytes = await drawPaper(pickListPaper(head, lines, { size: 'a4', language: 'en', say }));
    const { pages } = readPdf(bytes);
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, place) => {
      expect(page).toContain('Product');
      expect(plain(page)).toContain(`${place + 1}/${pages.length}`);
    });
    for (const { sku } of lines)
      expect(pages.filter((page) => page.split('\n').includes(sku))).toHaveLength(1);
  });
});
