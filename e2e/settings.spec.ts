import type { Page } from '@playwright/test';
import { expect, test } from './setup/as-role';
import { stateFileOf } from './setup/demo-people';

const saved = (page: Page) => expect(page.getByText('Saved', { exact: true }).first()).toBeVisible();

test('an order rule is a sentence with a number, and stays changed', async ({ page, office }) => {
  await page.goto(office('settings/orders'));
  const days = page.getByLabel('Complete an order this long after it was delivered');
  await expect(days).toHaveValue('7');
  await days.fill('10');
  await page.getByRole('button', { name: 'Save rules' }).click();
  await saved(page);
  await page.goto(office('settings'));
  await expect(page.getByText('completed 10 days after delivery')).toBeVisible();
  await page.goto(office('settings/orders'));
  await days.fill('7');
  await page.getByRole('button', { name: 'Save rules' }).click();
  await saved(page);
});

test('what is wrong stands beside its field, and leaving asks first', async ({ page, office }) => {
  await page.goto(office('settings/store'));
  const color = page.getByLabel('Brand colour', { exact: true });
  const email = page.getByLabel('Contact e-mail');
  await color.fill('#ffd400');
  await email.fill('no address');
  await expect(page.getByText('White text on it has a contrast of 1.4:1.')).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('White text on this colour has a contrast of 1.4:1.')).toBeVisible();
  await expect(page.getByText('Write an e-mail address, such as hello@example.com')).toBeVisible();
  await expect(color).toBeFocused();
  await expect(email).toHaveValue('no address');
  await page.getByRole('link', { name: 'Taxes' }).click();
  const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: 'Go back' }).click();
  await expect(color).toHaveValue('#ffd400');
  await page.getByRole('link', { name: 'Taxes' }).click();
  await question.getByRole('button', { name: 'Leave page' }).click();
  await expect(page.getByRole('heading', { name: 'Taxes', level: 1 })).toBeVisible();
});

test('the handling days say what they mean now', async ({ page, office }) => {
  await page.goto(office('settings/handling'));
  const example = page.getByText('An order confirmed now ships by');
  const before = await example.textContent();
  await page.getByLabel('Handling days').fill('9');
  await page.getByLabel('Handling days').blur();
  await expect(example).not.toHaveText(before ?? '');
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    await page.getByRole('checkbox', { name: day }).uncheck();
  }
  await expect(page.getByText('Choose a cut-off and at least one working day')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Choose at least one working day', { exact: true })).toBeVisible();
});

test('a way to ship is added, changed and taken off', async ({ page, office }) => {
  const name = `Cargo bike ${test.info().project.name}`;
  await page.goto(office('settings/shipping/new'));
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('textbox', { name: 'Price', exact: true }).fill('3,50');
  await page.getByRole('combobox', { name: 'Countries' }).fill('Irel');
  await page.getByRole('option', { name: 'Ireland' }).click();
  await page.getByRole('button', { name: 'Add shipping method' }).click();
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('Ireland');
  await expect(row).toContainText('£3.50');
  await row.getByRole('link', { name }).click();
  await page.getByLabel('Slowest').fill('0');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('The longest time is shorter than the shortest one')).toBeVisible();
  await page.getByLabel('Slowest').fill('2');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await saved(page);
  await page.goto(office('settings/shipping'));
  await row.getByRole('button', { name: `Stop offering ${name}` }).click();
  await expect(row.getByRole('button', { name: `Offer ${name}` })).toBeVisible();
});

test('a rate that overlaps another is refused in words', async ({ page, office }) => {
  await page.goto(office('settings/taxes'));
  await page.getByRole('button', { name: 'Add a rate to Standard' }).click();
  const sheet = page.getByRole('dialog', { name: 'Add a rate' });
  await sheet.getByLabel('Destination').selectOption('DE');
  await sheet.getByLabel('Name', { exact: true }).fill('MwSt');
  await sheet.getByLabel('Rate', { exact: true }).fill('twenty');
  await sheet.getByRole('button', { name: 'Add a rate' }).click();
  await expect(sheet.getByText('Write a percentage from 0 to 100')).toBeVisible();
  await sheet.getByLabel('Rate', { exact: true }).fill('20');
  await sheet.getByRole('button', { name: 'Add a rate' }).click();
  await expect(sheet.getByText('holds from 2021-07-01 on').first()).toBeVisible();
});

test('a key shows its secret once, and ends when revoked', async ({ page, office }) => {
  const name = `Till ${test.info().project.name}`;
  await page.goto(office('settings/keys'));
  await page.getByRole('button', { name: 'New API key' }).click();
  const sheet = page.getByRole('dialog', { name: 'New API key' });
  await sheet.getByRole('button', { name: 'New API key' }).click();
  await expect(sheet.getByLabel('Name', { exact: true })).toBeFocused();
  await sheet.getByLabel('Name', { exact: true }).fill(name);
  await sheet.getByLabel('Place orders').check();
  await sheet.getByRole('button', { name: 'New API key' }).click();
  const secret = page.getByRole('dialog', { name: 'Your new key' });
  await expect(secret.getByRole('status')).toContainText(/^wb_demo_\S{20,}$/);
  await secret.getByRole('button', { name: 'I have kept it' }).click();
  const row = page.getByRole('row', { name: new RegExp(name) });
  await expect(row).toContainText('Place orders');
  await row.getByRole('button', { name: `Revoke ${name}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toContainText('Revoked');
});

test('of two who change the same rules the second is told', async ({ page, browser, baseURL, office }) => {
  const other = await browser.newContext({ baseURL, storageState: stateFileOf('manager') });
  const second = await other.newPage();
  await Promise.all([page.goto(office('settings/orders')), second.goto(office('settings/orders'))]);
  const prefix = (on: Page) => on.getByLabel('In front of order numbers');
  await prefix(page).fill('HH-');
  await page.getByRole('button', { name: 'Save rules' }).click();
  await saved(page);
  await prefix(second).fill('X-');
  await second.getByRole('button', { name: 'Save rules' }).click();
  await expect(second.getByRole('alert').filter({ hasText: 'Somebody else changed this' })).toBeVisible();
  await second.getByRole('button', { name: 'Load what is true now' }).click();
  await expect(prefix(second)).toHaveValue('HH-');
  await other.close();
  await prefix(page).fill('#');
  // The message of the first save may still stand: this one is answered before the page is left.
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Save rules' }).click();
  expect((await answered).ok()).toBe(true);
  await page.reload();
  await expect(prefix(page)).toHaveValue('#');
});

test.describe('a manager', () => {
  test.use({ role: 'manager' });

  test('sees the team, and why nothing can be changed', async ({ page, office }) => {
    await page.goto(office('settings/team'));
    await expect(page.getByRole('row', { name: /Lena Moreau/ })).toContainText('Owner');
    const add = page.getByRole('button', { name: 'Add a person' });
    await expect(add).toHaveAttribute('aria-disabled', 'true');
    await expect(async () => {
      await page.mouse.move(0, 0);
      await add.hover();
      const why = page.getByRole('dialog').getByText('Only an owner changes people');
      await expect(why).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await expect(page.getByRole('row', { name: /^Refund/ })).toContainText('up to £50.00');
  });
});

test('Home counts what waits and leads there @phone', async ({ page, office, locale }) => {
  await page.goto(office());
  const chinese = locale?.startsWith('zh');
  await page.getByRole('link', { name: chinese ? '去确认' : 'Review' }).click();
  await expect(page).toHaveURL(/\/orders\?view=to_confirm$/, { timeout: 20_000 });
});
