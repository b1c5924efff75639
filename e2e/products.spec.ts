import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './setup/as-role';

/** A code no other run of the tests has used. */
const fresh = () => `E2E-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 6)}`.toUpperCase();

async function createProduct(page: Page, office: (path?: string) => string, title: string, skus: string[]) {
  await page.goto(office('products/new'));
  await page.getByLabel('Title', { exact: true }).fill(title);
  for (const [place, sku] of skus.entries()) {
    if (place > 0) await page.getByRole('button', { name: 'Add variant' }).click();
    await page.getByLabel('SKU', { exact: true }).nth(place).fill(sku);
    await page.getByLabel('Price', { exact: true }).nth(place).fill('12.3456');
  }
  await page.getByRole('button', { name: 'Create product' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('a product is created, found by its SKU, changed, archived and offered again', async ({
  page,
  office,
}) => {
  const sku = fresh();
  await createProduct(page, office, `Enamel jug ${sku}`, [sku, `${sku}-B`]);
  await expect(page.getByRole('link', { name: `${sku}-B` })).toBeVisible();
  await expect(page.getByText('£12.3456').first()).toBeVisible();

  await page.goto(office('products'));
  await page.getByLabel('Search products').fill(sku.toLowerCase());
  await expect(page).toHaveURL(/[?&]q=/);
  await page.getByRole('link', { name: `Enamel jug ${sku}` }).click();

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Title', { exact: true }).fill(`Enamel pitcher ${sku}`);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Enamel pitcher ${sku}` })).toBeVisible();

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('Archived').first()).toBeVisible();
  await page.getByRole('button', { name: 'Activate' }).click();
  await expect(page.getByRole('link', { name: 'Edit' })).toBeVisible();
});

test('what is wrong is said beside each field, and nothing typed is lost', async ({ page, office }) => {
  await page.goto(office('products/new'));
  await page.getByLabel('Maker').fill('Heath');
  await page.getByLabel('Price', { exact: true }).fill('twelve');
  await page.getByRole('button', { name: 'Create product' }).click();
  await expect(page.getByText('Write a title of at most 300 characters.')).toBeVisible();
  await expect(page.getByText('Write a SKU of at most 100 characters.')).toBeVisible();
  await expect(page.getByLabel('Title', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Maker')).toHaveValue('Heath');
  await expect(page.getByLabel('Price', { exact: true })).toHaveValue('twelve');
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(page.getByText('Leave without saving?')).toBeVisible();
  await page.getByRole('button', { name: 'Leave page' }).click();
  await expect(page).toHaveURL(/\/products$/);
});

test('a taken SKU is named where it stands', async ({ page, office }) => {
  const sku = fresh();
  await createProduct(page, office, `First ${sku}`, [sku]);
  await page.goto(office('products/new'));
  await page.getByLabel('Title', { exact: true }).fill(`Second ${sku}`);
  await page.getByLabel('SKU', { exact: true }).fill(sku.toLowerCase());
  await page.getByLabel('Price', { exact: true }).fill('1');
  await page.getByRole('button', { name: 'Create product' }).click();
  await expect(page.getByText(`Another variant has the SKU ${sku.toLowerCase()}`).first()).toBeVisible();
  await expect(page.getByLabel('SKU', { exact: true })).toHaveAttribute('aria-invalid', 'true');
});

test('a picture is judged, stored and shown', async ({ page, office }) => {
  const sku = fresh();
  await createProduct(page, office, `Pictured ${sku}`, [sku]);
  await page.getByRole('button', { name: 'Add picture' }).click();
  const file = page.locator('input[type=file]');
  await file.setInputFiles({
    name: 'x.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<svg onload="x"/>'),
  });
  await page.getByRole('button', { name: 'Save picture' }).click();
  await expect(page.getByText('This is no PNG, JPEG or WebP picture.')).toBeVisible();
  const picture = sharp({ create: { width: 1600, height: 900, channels: 3, background: '#336655' } });
  await file.setInputFiles({
    name: 'jug.jpg',
    mimeType: 'image/jpeg',
    buffer: await picture.jpeg().toBuffer(),
  });
  await page.getByRole('button', { name: 'Save picture' }).click();
  const shown = page.locator('main img');
  await expect(shown).toHaveJSProperty('naturalWidth', 1200);
  const address = (await shown.getAttribute('src')) ?? '';
  const answer = await page.request.get(address);
  expect(answer.headers()).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'private, max-age=31536000, immutable',
  });
  const again = await page.request.get(address, {
    headers: { 'if-none-match': answer.headers().etag ?? '' },
  });
  expect(again.status()).toBe(304);
});

test.describe('who may only look', () => {
  test.use({ role: 'analyst' });

  test('sees why, on every button that would change something', async ({ page, office }) => {
    await page.goto(office('products'));
    const create = page.getByRole('main').getByText('New product');
    await create.hover();
    await expect(page.getByText('Your role does not include editing products.').first()).toBeAttached();
    await page.goto(office('products/new'));
    await expect(page).toHaveURL(/forbidden/);
  });
});
