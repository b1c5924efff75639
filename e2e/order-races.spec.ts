import type { Browser, Page } from '@playwright/test';
import { expect, test } from './setup/as-role';
import { stateFileOf } from './setup/demo-people';

const sheet = (page: Page, name: string) => page.getByRole('dialog', { name });
const status = (page: Page, word: string) => page.locator('main header').getByText(word, { exact: true });
const nameOf = (page: Page) => page.getByLabel('Name', { exact: true }).first();

/** A colleague at a browser of their own. */
async function colleague(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ storageState: stateFileOf('manager') });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function draft(page: Page, path: string, phone = '') {
  await page.goto(path);
  const find = page.getByRole('combobox', { name: 'Find a product' });
  await find.fill('HH-BBW-OAT');
  await find.press('Enter');
  await expect(page.getByLabel(/^Quantity of Breakfast bowl/)).toBeVisible();
  await nameOf(page).fill('Race Rita');
  await page.getByLabel('Street').fill('1 Cotham Hill');
  await page.getByLabel('City').fill('Bristol');
  if (phone) await page.getByLabel('Phone for the carrier').fill(phone);
  await page.getByLabel('Payment terms').selectOption({ label: 'Invoice' });
}

test('who is late is told, though the sheet is gone with what it could do', async ({
  page,
  office,
  browser,
  baseURL,
}) => {
  await draft(page, office('orders/new'));
  await page.getByRole('button', { name: 'Place order' }).click();
  await page.waitForURL(/\/orders\/\d+$/);
  const other = await colleague(browser, page.url().replace(/^https?:\/\/[^/]+/, baseURL ?? ''));
  for (const one of [page, other]) {
    await one.getByRole('button', { name: 'Confirm order' }).click();
    await expect(sheet(one, 'Confirm the order')).toBeVisible();
  }
  await sheet(other, 'Confirm the order').getByRole('button', { name: 'Confirm order' }).click();
  await expect(status(other, 'To pick')).toBeVisible();
  await sheet(page, 'Confirm the order').getByRole('button', { name: 'Confirm order' }).click();
  await expect(status(page, 'To pick')).toBeVisible();
  await expect(sheet(page, 'Confirm the order')).toHaveCount(0);
  const told = page.getByRole('region', { name: 'Messages' });
  await expect(told.getByText('Somebody changed this order meanwhile').first()).toBeVisible();
  await other.context().close();
});

test('two write one draft: the later is told, and loads what the other saved', async ({
  page,
  office,
  browser,
}) => {
  await draft(page, office('orders/new'));
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.waitForURL(/\/edit$/);
  const other = await colleague(browser, page.url());
  await nameOf(other).fill('Changed by another');
  await other.getByRole('button', { name: 'Save draft' }).click();
  await expect(other.getByText('Draft saved')).toBeVisible();
  await nameOf(page).fill('Changed by me');
  await page.getByRole('button', { name: 'Save draft' }).click();
  const refusal = page.getByRole('alert').filter({ hasText: 'Somebody saved this draft meanwhile' });
  await expect(refusal).toBeVisible();
  await expect(nameOf(page)).toHaveValue('Changed by me');
  await refusal.getByRole('button', { name: 'Load what is true now' }).click();
  await expect(nameOf(page)).toHaveValue('Changed by another');

  await other.getByRole('button', { name: 'Place order' }).click();
  await other.waitForURL(/\/orders\/\d+$/);
  await page.getByRole('button', { name: 'Place order' }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: 'is no draft any more' })
    .getByRole('button', { name: 'Load what is true now' })
    .click();
  await expect(status(page, 'To confirm')).toBeVisible();
  await other.context().close();
});

test('the phone at the door is masked until it is asked for', async ({ page, office }) => {
  await draft(page, office('orders/new'), '+44 7700 900413');
  await page.getByRole('button', { name: 'Place order' }).click();
  await page.waitForURL(/\/orders\/\d+$/);
  await page.reload();
  await expect(page.getByText('••• 413')).toBeVisible();
  expect(await page.content()).not.toContain('900413');
  // Correcting the address shows it whole, and that is on the timeline.
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  const form = sheet(page, 'Delivery address');
  await expect(form.getByLabel('Phone for the carrier')).toHaveValue('+44 7700 900413');
  await expect(form.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: '+44 7700 900413' })).toBeVisible();
  await expect(page.getByText('Contact shown')).toBeVisible();
});
