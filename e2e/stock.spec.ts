import type { Page } from '@playwright/test';
import { expect, test } from './setup/as-role';

/** A product of the test's own, with nothing on the shelf, and its variant's page open. */
async function emptyVariant(page: Page, office: (path?: string) => string) {
  const sku = `E2E-S-${Date.now().toString(36)}${Math.random().toString(36).slice(2, 5)}`.toUpperCase();
  await page.goto(office('products/new'));
  await page.getByLabel('Title', { exact: true }).fill(`Shelf ${sku}`);
  await page.getByLabel('SKU', { exact: true }).fill(sku);
  await page.getByLabel('Price', { exact: true }).fill('5');
  await page.getByRole('button', { name: 'Create product' }).click();
  await page.getByRole('link', { name: sku }).click();
  await expect(page.getByRole('heading', { level: 1, name: sku, exact: true })).toBeVisible();
  return sku;
}

const open = (page: Page, act: string) =>
  page
    .getByRole('button', { name: `${act} at Leeds` })
    .locator('visible=true')
    .click();
const sheet = (page: Page) => page.getByRole('dialog');

test('stock is counted, received and adjusted, and every number is explained', async ({ page, office }) => {
  const sku = await emptyVariant(page, office);

  await open(page, 'Count');
  await sheet(page).getByLabel('Available, as counted').fill('10');
  await expect(sheet(page).getByRole('row', { name: /Available 0 10 \+10/ })).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Set stock' }).click();
  await expect(page.getByText('10 units at the first count')).toBeVisible();

  await open(page, 'Receive');
  await sheet(page).getByLabel('Units received').fill('5');
  await sheet(page).getByLabel('Delivery note').fill('DN 4711');
  await sheet(page).getByRole('button', { name: 'Receive units' }).click();
  await expect(page.getByText('5 units received')).toBeVisible();

  await open(page, 'Adjust');
  await sheet(page).getByLabel('Units', { exact: true }).fill('2');
  await expect(sheet(page).getByRole('row', { name: /Damaged 0 2 \+2/ })).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Adjust stock' }).click();
  await expect(page.getByText('2 units damaged')).toBeVisible();
  await expect(page.getByText('13 units available')).toBeVisible();

  await page.goto(`${office('stock')}?q=${sku}`);
  await expect(page.getByRole('row', { name: new RegExp(`${sku}.*Leeds 13`) })).toBeVisible();
});

test('too much is refused with what is left, and nothing moves', async ({ page, office }) => {
  await emptyVariant(page, office);
  await open(page, 'Adjust');
  await sheet(page).getByLabel('Reason').selectOption('lost');
  await sheet(page).getByLabel('Units', { exact: true }).fill('3');
  await sheet(page).getByRole('button', { name: 'Adjust stock' }).click();
  await expect(sheet(page).getByRole('alert')).toContainText('None is available there any more.');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Nothing has moved yet')).toBeVisible();
});

test('a count is refused when stock moved while counting', async ({ page, office, context }) => {
  await emptyVariant(page, office);
  const other = await context.newPage();
  await other.goto(page.url());
  await open(page, 'Count');
  await open(other, 'Receive');
  await sheet(other).getByLabel('Units received').fill('4');
  await sheet(other).getByRole('button', { name: 'Receive units' }).click();
  await expect(other.getByText('4 units available')).toBeVisible();
  await sheet(page).getByLabel('Available, as counted').fill('9');
  await sheet(page).getByRole('button', { name: 'Set stock' }).click();
  await expect(sheet(page).getByRole('alert')).toContainText('it was 0, now it is 4');
  await sheet(page).getByRole('button', { name: 'Load what is true now' }).click();
  await expect(page.getByText('4 units available')).toBeVisible();
  await open(page, 'Count');
  await expect(sheet(page).getByRole('row', { name: /^Available 4 4/ })).toBeVisible();
  await other.close();
});

test('backorders and what is kept back are set per variant and warehouse', async ({ page, office }) => {
  await emptyVariant(page, office);
  await page.getByRole('button', { name: 'Change the backorder limit' }).click();
  await sheet(page).getByLabel('Limit').fill('6');
  await sheet(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Sold beyond stock')).toBeVisible();
  await open(page, 'Rules');
  await sheet(page).getByLabel('Kept back').fill('3');
  await sheet(page).getByLabel('Bin').fill('A-07');
  await sheet(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('A-07').locator('visible=true').first()).toBeVisible();
});
