import type { Page } from '@playwright/test';
import { expect, test } from './setup/as-role';

const SKU = 'HH-BBW-OAT';
/** Letters only, so that the search finds exactly this one by its name. */
const someone = () => `Quill ${[...crypto.randomUUID().replace(/[^a-f]/g, '')].slice(0, 8).join('')}zz`;

const sheet = (page: Page, name: string) => page.getByRole('dialog', { name });
const status = (page: Page, word: string) => page.locator('main header').getByText(word, { exact: true });

/** Writes an order by keyboard and scanner: the whole code, then enter. */
async function write(page: Page, path: string, name: string, terms: string, quantity = 2) {
  await page.goto(path);
  const find = page.getByRole('combobox', { name: 'Find a product' });
  await find.fill(SKU);
  await find.press('Enter');
  const units = page.getByLabel(/^Quantity of Breakfast bowl/);
  await units.fill(String(quantity));
  await page.getByLabel('Name', { exact: true }).first().fill(name);
  await page.getByLabel('Street').fill('1 Cotham Hill');
  await page.getByLabel('City').fill('Bristol');
  await page.getByLabel('Payment terms').selectOption({ label: terms });
}

async function place(page: Page) {
  await page.getByRole('button', { name: 'Place order' }).click();
  await page.waitForURL(/\/orders\/\d+$/);
}

test('an order goes its whole way', async ({ page, office }) => {
  test.setTimeout(180_000);
  const name = someone();
  await write(page, office('orders/new'), name, 'Invoice');
  await expect(page.getByText(/free at/).first()).toBeVisible();
  await place(page);
  // The demo store confirms by hand.
  await page.getByRole('button', { name: 'Confirm order' }).click();
  await sheet(page, 'Confirm the order').getByRole('button', { name: 'Confirm order' }).click();
  await expect(status(page, 'To pick')).toBeVisible();

  await page.getByRole('button', { name: /^Pick 2 units at/ }).click();
  await expect(sheet(page, 'Pick units').getByText('Stock stays as it is')).toBeVisible();
  await sheet(page, 'Pick units')
    .getByRole('button', { name: /^Pick 2 units/ })
    .click();
  await page.getByRole('button', { name: 'Pack 2 units' }).click();
  await page.getByRole('button', { name: 'Ship 2 units' }).click();
  const ship = sheet(page, 'Hand the parcel over');
  const tracking = `QZ${Date.now()}GB`;
  await ship.getByLabel('Carrier').fill('Royal Mail');
  await ship.getByLabel('Tracking number').fill(tracking);
  await ship.getByRole('button', { name: 'Ship 2 units' }).click();
  await expect(status(page, 'Shipped')).toBeVisible();
  await expect(page.getByRole('link', { name: /^Track/ })).toHaveAttribute('href', new RegExp(tracking));

  await page.getByRole('button', { name: 'Mark 2 units delivered' }).click();
  await sheet(page, 'The parcel arrived')
    .getByRole('button', { name: /^Mark 2 units/ })
    .click();
  await expect(status(page, 'Delivered')).toBeVisible();
  await page.getByRole('button', { name: 'Mark as paid' }).first().click();
  await sheet(page, 'Mark as paid')
    .getByRole('button', { name: /^Record/ })
    .click();
  await expect(status(page, 'Paid')).toBeVisible();
  await page.getByRole('button', { name: 'Complete order' }).click();
  await sheet(page, 'Complete the order').getByRole('button', { name: 'Complete order' }).click();
  await expect(status(page, 'Completed')).toBeVisible();

  await page.goto(office(`orders?view=all&q=${tracking}`));
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(1);
});

test('paid, cancelled whole and refunded in one act', async ({ page, office }) => {
  test.setTimeout(120_000);
  await write(page, office('orders/new'), someone(), 'Bank transfer');
  await place(page);
  await expect(status(page, 'Awaiting transfer')).toBeVisible();
  await page.getByRole('button', { name: 'Mark as paid' }).first().click();
  const paid = sheet(page, 'Mark as paid');
  await expect(paid.getByText('Nothing is open after this.')).toBeVisible();
  await paid.getByRole('button', { name: /^Record/ }).click();
  await expect(status(page, 'Paid')).toBeVisible();

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Cancel order…' }).click();
  const cancel = sheet(page, 'Cancel the order');
  await expect(cancel.getByText(/goes back to the shopper now/)).toBeVisible();
  await cancel.getByLabel('Reason').selectOption({ label: 'the customer asked' });
  await cancel.getByRole('button', { name: 'Cancel order' }).click();
  await expect(status(page, 'Cancelled')).toBeVisible();
  await expect(status(page, 'Refunded')).toBeVisible();
});

test('a double click places one order', async ({ page, office }) => {
  const name = someone();
  await write(page, office('orders/new'), name, 'Invoice', 1);
  await page.getByRole('button', { name: 'Place order' }).dblclick();
  await page.waitForURL(/\/orders\/\d+$/);
  await expect(status(page, 'To confirm')).toBeVisible();
  await page.goto(office(`orders?view=all&q=${encodeURIComponent(name)}`));
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(1);
});

test('a draft is kept, found among drafts, and left only after asking', async ({ page, office }) => {
  const name = someone();
  await write(page, office('orders/new'), name, 'Invoice', 1);
  await page.getByRole('link', { name: 'Orders' }).last().click();
  await expect(page.getByRole('alertdialog')).toContainText('Leave without saving?');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Go back' }).click();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await expect(page).toHaveURL(/\/edit$/);
  await page.goto(office('orders?view=drafts'));
  await page.getByRole('row').filter({ hasText: name }).getByRole('link').click();
  await expect(page.getByLabel('Name', { exact: true }).first()).toHaveValue(name);
  await page.getByRole('button', { name: 'Discard draft' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Discard draft' }).click();
  await page.waitForURL(/view=drafts/);
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0);
});

test('the list is walked by keys, narrowed by address', async ({ page, office }) => {
  await page.goto(office('orders?view=all'));
  // Keys are heard once the page's script runs.
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(page.locator('[data-row-link]:focus')).toHaveCount(1, { timeout: 500 });
  }).toPass();
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  const second = page.getByRole('row').nth(2).getByRole('link');
  await expect(second).toBeFocused();
  const number = (await second.textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(number);
  await page.getByRole('link', { name: 'Newer order in this list' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(number);
  await page.goto(office('orders?view=all&payment=paid&from=2020-01-01&to=2020-01-02'));
  await expect(page.getByText('No order matches')).toBeVisible();
  await page.getByRole('link', { name: 'Remove filter: Placed' }).click();
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(page).toHaveURL(/payment\.is\.paid/);
});

test.describe('support', () => {
  test.use({ role: 'support' });

  test('may discount a tenth of the goods, and is told so in words', async ({ page, office }) => {
    await write(page, office('orders/new'), someone(), 'Invoice');
    await page.getByRole('combobox', { name: 'Kind of discount on the whole order' }).selectOption('percent');
    await page.getByRole('textbox', { name: 'Discount on the whole order' }).fill('25');
    await page.getByLabel('Reason for the discount').fill('A friend');
    await expect(page.getByText(/more than the 10 % of the goods/)).toBeVisible();
    await page.getByRole('button', { name: 'Save draft' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '10 %' })).toBeVisible();
  });
});

test.describe('analyst', () => {
  test.use({ role: 'analyst' });

  test('sees orders, and why nothing can be done with them', async ({ page, office }) => {
    await page.goto(office('orders?view=all'));
    const create = page.getByRole('button', { name: 'New order' });
    await expect(create).toHaveAttribute('aria-disabled', 'true');
    await page.getByRole('row').nth(1).getByRole('link').click();
    await page.getByRole('button', { name: 'Add note' }).hover({ force: true });
    const reason = page.getByText('Your role does not include this.').filter({ visible: true });
    await expect(reason.first()).toBeVisible();
  });
});

test('an order reads well on a phone @phone', async ({ page, office }) => {
  await page.goto(office('orders'));
  await page.getByRole('row').nth(1).getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
