import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readPdf } from '@/test/read-pdf';
import { expect, test } from './setup/as-role';

const words = (locale: string | undefined) => (english: string, chinese: string) =>
  locale?.startsWith('zh') ? chinese : english;

/** What a scanner does: types and ends with Enter. */
async function scan(page: Page, code: string) {
  const field = page.locator('main input[enterkeyhint="done"]');
  await field.fill(code);
  await field.press('Enter');
}

async function axe(page: Page) {
  const { violations } = await new AxeBuilder({ page }).include('main').setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target}`)).toEqual([]);
}

const plain = (text: string) => text.replace(/\s+/g, '');

test('orders of one warehouse are picked in a wave, with its list on paper', async ({ page, office }) => {
  await page.goto(office('fulfilment'));
  await expect(page.getByRole('region', { name: 'Carrier cut-off' })).toContainText('until the cut-off');
  await page.getByRole('combobox', { name: 'Warehouse' }).selectOption({ label: 'Leeds' });
  await expect(page).toHaveURL(/warehouse=whs_/);
  const table = page.getByRole('table', { name: 'Orders to pick' });
  await expect(table).not.toContainText('Rotterdam');
  const free = table.locator('tbody tr').filter({ hasNotText: 'Wave' });
  for (const place of [0, 1]) await free.nth(place).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Start wave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Wave \d+$/ })).toBeVisible();

  const first = page.locator('li[data-sku]').first();
  const sku = (await first.getAttribute('data-sku')) ?? '';
  await scan(page, 'NOT-THERE');
  await expect(page.locator('[data-scan="refused"]')).toContainText('NOT-THERE is not on this round');
  await scan(page, sku.toLowerCase());
  await expect(page.locator('[data-scan="taken"]')).toContainText(sku);
  await expect(first).toContainText(/1 \/ \d/);
  await first.getByRole('checkbox').check();
  await axe(page);

  const waveId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  for (const size of ['a4', '4x6']) {
    const answer = await page.request.get(
      `${office('fulfilment/print/pick-list')}?wave=${waveId}&size=${size}`,
    );
    expect(answer.headers()['content-type']).toBe('application/pdf');
    expect(plain(readPdf(await answer.body()).pages.join(''))).toContain(plain(sku));
  }

  await page.getByRole('button', { name: 'Pick all' }).click();
  await expect(page.getByText('2 orders picked')).toBeVisible();
  await expect(page.getByText('Closed', { exact: true })).toBeVisible();
  await expect(page.locator('ol').getByText('Picked', { exact: true })).toHaveCount(2);
});

test('a parcel is packed by scanning, printed and shipped from a pasted table @phone', async ({
  page,
  office,
  locale,
}) => {
  const say = words(locale);
  await page.goto(office('fulfilment/pack'));
  // Two languages run at once, each with a parcel of its own.
  const rows = page.locator('a[data-row-link]');
  const row = locale?.startsWith('zh') ? rows.nth(1) : rows.last();
  const [number = ''] = /\d+/.exec((await row.textContent()) ?? '') ?? [];
  await row.click();
  await page.locator('li[data-sku]').first().waitFor();
  await scan(page, 'NOPE-1');
  await expect(page.locator('[data-scan="refused"]')).toContainText('NOPE-1');
  for (const line of await page.locator('li[data-sku]').all()) {
    const sku = (await line.getAttribute('data-sku')) ?? '';
    const [, quantity = '1'] = /\d+ \/ (\d+)/.exec((await line.textContent()) ?? '') ?? [];
    for (let unit = 1; unit <= Number(quantity); unit++) {
      await scan(page, sku);
      await expect(line).toContainText(`${unit} / ${quantity}`);
    }
    await scan(page, sku);
    await expect(page.locator('[data-scan="refused"]')).toContainText(sku);
  }
  await axe(page);
  await page.getByRole('button', { name: say('Pack', '打包'), exact: true }).click();
  await expect(page.getByText(say('The box is closed', '箱子已封好'))).toBeVisible();

  const parcel = new URL(page.url()).pathname.split('/').at(-1);
  const slip = await page.request.get(`${office('fulfilment/print/slips')}?parcels=${parcel}&size=4x6`);
  expect(plain(readPdf(await slip.body()).pages.join(''))).toContain(number);

  await page.goto(office('fulfilment/ship/paste'));
  const tracking = `E2E${Date.now()}`;
  await page.getByRole('main').locator('textarea').fill(`${number}\t${tracking}\n999999\tX1`);
  await page.getByRole('main').locator('input[list]').fill('DHL');
  await page.getByRole('button', { name: say('Check', '检查') }).click();
  await expect(page.getByText(say('2 lines, 1 ready', '2 行，其中 1 行可发货'))).toBeVisible();
  await expect(page.getByText(say('No such order', '没有此订单'))).toBeVisible();
  await page.getByRole('button', { name: say('Ship 1 parcel', '发货 1 个包裹') }).click();
  await expect(page.locator('li', { hasText: tracking })).toContainText(say('Shipped', '已发货'));
  await axe(page);
});

test('what can not be scanned needs a reason, and what is missing goes back @phone-only', async ({
  page,
  office,
}) => {
  await page.goto(office('fulfilment/pack'));
  await page.locator('a[data-row-link]').first().click();
  await page.getByRole('button', { name: '缺货' }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('填写实际有多少件');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '其余不扫描直接打包' }).click();
  await page.getByRole('radio', { name: '人工清点' }).check();
  await page.getByRole('dialog').getByRole('button', { name: '打包' }).click();
  await expect(page.getByText('箱子已封好')).toBeVisible();
  await page.getByRole('link', { name: /^订单 / }).click();
  await expect(page.getByText('未经扫描打包')).toBeVisible();
});

test.describe('somebody who may only look', () => {
  test.use({ role: 'analyst' });

  test('sees what waits and can do nothing about it', async ({ page, office }) => {
    await page.goto(office('fulfilment/pack'));
    await page.locator('a[data-row-link]').last().click();
    await expect(page.getByRole('button', { name: 'Pack', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await expect(page.locator('main input[enterkeyhint="done"]')).toHaveCount(0);
    await page.goto(office('fulfilment/ship/paste'));
    await expect(page).toHaveURL(/forbidden\?needs=shipment\.write/);
  });
});
