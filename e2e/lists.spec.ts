import { readFile } from 'node:fs/promises';
import { expect, test } from './setup/as-role';

const word = () => crypto.randomUUID().slice(0, 8);

test('a filter is built by keyboard, kept in the address, and taken off again', async ({ page, office }) => {
  await page.goto(office('orders?view=all'));
  await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
  const form = page.getByRole('dialog', { name: 'Show only' });
  await form.getByLabel('What').selectOption('payment');
  await form.getByRole('checkbox', { name: 'Paid', exact: true }).press('Space');
  await form.getByRole('button', { name: 'Add filter' }).press('Enter');
  await expect(page).toHaveURL(/filter=payment\.is\.paid/);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await form.getByLabel('What').selectOption('total');
  await form.getByLabel('Value').fill('100');
  await form.getByLabel('Together with the others').selectOption({ label: 'Or else: Payment: Paid' });
  await form.getByRole('button', { name: 'Add filter' }).click();
  await expect(page).toHaveURL(/\(any:payment\.is\.paid;total\.atLeast\.GBP:10000\)/);
  await expect(page.getByText('Payment Paid · Total ≥ £100.00')).toBeVisible();
  await page.getByRole('link', { name: 'Remove filter: Any of' }).click();
  await expect(page).not.toHaveURL(/filter=/);
});

test('filters, columns and views fit a phone @phone', async ({ page, office }) => {
  await page.goto(
    office('orders?view=all&filter=payment.is.paid;(any:country.is.GB;late.yes);placed.last.30'),
  );
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});

test('a view is saved, found as a tab, changed and deleted', async ({ page, office }) => {
  const name = `Paid ${word()}`;
  await page.goto(office('orders?view=all&filter=payment.is.paid'));
  await page.getByRole('button', { name: 'Save as view' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const tab = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await page.goto(office('orders'));
  await tab.click();
  await expect(page).toHaveURL(/filter=payment\.is\.paid&saved=lvw_/);
  await page.getByRole('button', { name: 'Edit view' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(tab).toBeHidden();
});

test('columns are chosen and ordered by keyboard, and remembered', async ({ page, office }) => {
  await page.goto(office('orders?view=all'));
  await page.getByRole('button', { name: 'Columns' }).click();
  const box = page.getByRole('dialog', { name: 'Columns' });
  await box.getByRole('checkbox', { name: 'Method' }).press('Space');
  const up = box.getByRole('button', { name: 'Move Total up' });
  await up.press('Enter');
  await expect(up).toBeFocused();
  await box.getByRole('button', { name: 'Show these' }).click();
  await expect(page.getByRole('columnheader', { name: 'Method' })).toBeHidden();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: 'Items' })).toBeVisible();
  const heads = await page.getByRole('columnheader').allTextContents();
  expect(heads.indexOf('Total')).toBeLessThan(heads.indexOf('Items'));
  await page.getByRole('button', { name: 'Columns' }).click();
  await box.getByRole('button', { name: 'Usual columns' }).click();
  await expect(page.getByRole('columnheader', { name: 'Method' })).toBeVisible();
});

test('many orders are tagged and untagged, held and released, each with its result', async ({
  page,
  office,
}) => {
  test.setTimeout(120_000);
  const tag = `t-${word()}`;
  await page.goto(office('orders?view=to_ship'));
  const boxes = page.locator('[data-row-select]');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  await page.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByRole('textbox', { name: 'Tag' }).fill(tag);
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('Tagging 2 orders')).toBeVisible();
  await expect(async () => {
    await page.goto(office(`orders?view=all&filter=tag.is.${tag}`));
    await expect(page.getByRole('row')).toHaveCount(3, { timeout: 1_000 });
  }).toPass();
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'Hold', exact: true }).click();
  await page.getByLabel('Reason').selectOption('stock_check');
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hold orders');
  await expect(page.getByText('Finished')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('row').filter({ hasText: 'Done' })).toHaveCount(2);
  await page.locator('[data-row-link]').first().click();
  await expect(page.getByText('On hold: the stock is to be checked.')).toBeVisible();
  await page.getByRole('button', { name: 'Release the hold' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Release order' }).click();
  await expect(page.getByText('On hold: the stock is to be checked.')).toBeHidden();
  await page.goto(office(`orders?view=all&filter=tag.is.${tag}`));
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Release' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText('Finished')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('The order is not on hold.')).toBeVisible();
});

test('the view is exported as it is shown', async ({ page, office }) => {
  await page.goto(office('orders?view=all&filter=payment.is.paid'));
  await page.getByRole('button', { name: 'Export view' }).click();
  const [csv] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: /CSV/ }).click(),
  ]);
  const text = await readFile(await csv.path(), 'utf8');
  expect(text.split('\n')[0]).toContain('Order,Placed,Customer');
  expect(csv.suggestedFilename()).toMatch(/^orders-all-.*\.csv$/);
});

test.describe('support', () => {
  test.use({ role: 'support' });

  test('may not take lists out, and is told so', async ({ page, office }) => {
    await page.goto(office('orders'));
    await page.getByRole('button', { name: 'Export view' }).click();
    await expect(page.getByText('Your role does not include this.').first()).toBeVisible();
  });
});
