import type { Page } from '@playwright/test';
import { expect, test } from './setup/as-role';

const code = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 5)}`.toUpperCase();

async function upload(
  page: Page,
  office: (path?: string) => string,
  kind: string,
  name: string,
  text: string,
) {
  await page.goto(office('imports'));
  await page.getByRole('link', { name: 'New import' }).first().click();
  await page.getByRole('radio', { name: new RegExp(`^${kind}`) }).check();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: 'Upload' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('past orders are mapped, judged, brought in and proven', async ({ page, office }) => {
  const mark = code();
  const rows = [
    'Order No;SKU;Description;Qty;Order Date;Unit Price;Customer No;Country',
    `${mark}1;E2E-${mark};BRASS LAMP;2;31/12/24 8:26;12,50;C-${mark};France`,
    `${mark}1;POST;POSTAGE;1;31/12/24 8:26;3,00;C-${mark};France`,
    `${mark}2;E2E-${mark};BRASS LAMP;-1;31/12/24 9:00;0;;France`,
  ];
  await upload(page, office, 'Orders', `year-${mark}.csv`, `${rows.join('\n')}\n`);
  await expect(page.getByLabel('Meaning of Order No')).toHaveValue('document');
  await expect(page.getByLabel('Separator')).toHaveValue(';');
  await expect(page.getByLabel('Numbers')).toHaveValue(',');
  await expect(page.getByLabel('Dates')).toHaveValue('day-first');
  await page.getByLabel('Codes that are no goods').fill('POST = shipping');
  await page.getByLabel('Name of this mapping').fill(`Shop ${mark}`);
  await page.getByRole('button', { name: 'Check the file' }).click();

  await expect(page.getByText('3 rows read.')).toBeVisible({ timeout: 30_000 });
  await page.getByText('Set aside: stock correction').click();
  await expect(page.getByRole('cell', { name: `${mark}2` })).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('The proof holds')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('£28.00').first()).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download 1 row as CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^rows-imp_.*\.csv$/);

  const there = page.url();
  await page.goto(office(`products?q=E2E-${mark}`));
  await expect(page.getByRole('link', { name: 'BRASS LAMP' }).first()).toBeVisible();

  await page.goto(there);
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('This import was undone.')).toBeVisible({ timeout: 30_000 });
  await page.goto(office(`products?q=E2E-${mark}`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('BRASS LAMP')).toHaveCount(0);
});

test('a file that is no table is refused in words, and a list is mapped by hand @phone', async ({
  page,
  office,
  complaints,
}) => {
  await page.goto(office('imports/new'));
  await page.getByRole('radio').nth(1).check();
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 1]);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: picture });
  await page.locator('form button[type=submit]').click();
  await expect(page.getByRole('alert').filter({ hasText: /xlsx/ })).toBeVisible();
  complaints.take();

  const mark = code();
  const list = `What,Key\nLinen apron,E2E-${mark}\nWool hat,E2E-${mark}-2\n,E2E-${mark}-3\n`;
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: `${mark}.csv`, mimeType: 'text/csv', buffer: Buffer.from(list) });
  await page.locator('form button[type=submit]').click();
  await expect(page.getByRole('heading', { level: 1, name: `${mark}.csv` })).toBeVisible();
  await page.locator('thead select').nth(0).selectOption('title');
  await page.locator('thead select').nth(1).selectOption('sku');
  await page.locator('form button[type=submit]').click();
  const confirm = page.locator('main button.bg-accent, main button').filter({ hasText: /^(Import|导入)$/ });
  await expect(confirm).toBeVisible({ timeout: 30_000 });
  await confirm.click();
  await expect(page.getByText(/What happened|结果/)).toBeVisible({ timeout: 30_000 });
  await page.goto(office(`products?q=E2E-${mark}-2`));
  await expect(page.getByText('Wool hat').locator('visible=true').first()).toBeVisible();
});

test.describe('the stock role', () => {
  test.use({ role: 'stock' });
  test('brings in products, prices and stock only', async ({ page, office }) => {
    await page.goto(office('imports/new'));
    await expect(page.getByRole('radio')).toHaveCount(3);
    await expect(page.getByRole('radio', { name: /^Orders/ })).toHaveCount(0);
  });
});
