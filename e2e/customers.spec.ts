import type { Page } from '@playwright/test';
import { expect, test } from './setup/as-role';

const fresh = () => `e2e${Date.now().toString(36)}${Math.random().toString(36).slice(2, 5)}`;

async function createCustomer(page: Page, office: (path?: string) => string, name: string, email: string) {
  await page.goto(office('customers/new'));
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Street and number').fill('12 Cotham Hill');
  await page.getByLabel('Postcode').fill('BS6 6LF');
  await page.getByLabel('Town').fill('Bristol');
  await page.getByLabel('Country').last().selectOption('GB');
  await page.getByRole('button', { name: 'Create customer' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

test('a customer is written down, found by name and by e-mail, and shown by need', async ({
  page,
  office,
}) => {
  const word = fresh();
  const email = `${word}@example.com`;
  await createCustomer(page, office, `Ada ${word}`, email);
  await expect(page.getByText('e•••@e•••.com')).toBeVisible();
  await expect(page.getByText('Bristol, GB · BS6')).toBeVisible();
  await expect(page.getByText(email)).toHaveCount(0);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText(email)).toBeVisible();
  await expect(page.getByText('12 Cotham Hill')).toBeVisible();

  for (const text of [`ada ${word.slice(0, 9)}`, email]) {
    await page.goto(office('customers'));
    await page.getByLabel('Search customers').fill(text);
    await expect(page).toHaveURL(/[?&]q=/);
    await expect(page.getByRole('link', { name: `Ada ${word}` })).toBeVisible();
  }
});

test('an e-mail belongs to one customer, and the form keeps what was typed', async ({ page, office }) => {
  const email = `${fresh()}@example.com`;
  await createCustomer(page, office, 'First Owner', email);
  await page.goto(office('customers/new'));
  await page.getByLabel('Name', { exact: true }).fill('Second Owner');
  await page.getByLabel('E-mail').fill(email.toUpperCase());
  await page.getByRole('button', { name: 'Create customer' }).click();
  await expect(page.getByText('Another customer has this e-mail address.').first()).toBeVisible();
  await expect(page.getByLabel('E-mail')).toBeFocused();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Second Owner');
});

test('name, addresses and notes are changed on the page', async ({ page, office }) => {
  const word = fresh();
  await createCustomer(page, office, `Grace ${word}`, `${word}@example.com`);
  const sheet = page.getByRole('dialog');

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await sheet.getByLabel('Name', { exact: true }).fill(`Grace H. ${word}`);
  await sheet.getByLabel('Phone').fill('+44 7700 900412');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Grace H. ${word}` })).toBeVisible();
  await expect(page.getByText('+44 7700 900412')).toBeVisible();

  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await sheet.getByLabel('Recipient').fill('Grace at work');
  await sheet.getByLabel('Street and number').fill('1 Harbourside');
  await sheet.getByLabel('Town').fill('Leeds');
  await sheet.getByRole('button', { name: 'Save address' }).click();
  await expect(sheet.getByLabel('Country')).toHaveAttribute('aria-invalid', 'true');
  await sheet.getByLabel('Country').selectOption('GB');
  await sheet.getByRole('button', { name: 'Save address' }).click();
  const work = page.getByRole('listitem').filter({ hasText: '1 Harbourside' });
  await work.getByRole('button', { name: 'Make default' }).click();
  await expect(work.getByText('Default', { exact: true })).toBeVisible();
  await work.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(work).toHaveCount(0);

  await page.getByLabel('Note', { exact: true }).fill('Rings before noon.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByRole('list', { name: 'Notes' }).getByText('Rings before noon.')).toBeVisible();
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('');
});

test('a number says what it is made of', async ({ page, office }) => {
  await page.goto(`${office('customers')}?q=okafor`);
  await page.getByRole('link', { name: 'Tom Okafor' }).first().click();
  await page.getByRole('button', { name: 'What “Net paid” is' }).click();
  await expect(page.getByText('Captured less refunded over all orders')).toBeVisible();
});

test.describe('who may not see contact', () => {
  test.use({ role: 'stock' });

  test('sees names, and why the rest is hidden', async ({ page, office }) => {
    await page.goto(`${office('customers')}?q=okafor`);
    await page.getByRole('link', { name: 'Tom Okafor' }).first().click();
    const show = page.getByRole('button', { name: 'Show', exact: true });
    await expect(show).toHaveAttribute('aria-disabled', 'true');
    await expect(show).toHaveAccessibleDescription(/Your role does not include seeing contact details\./);
    await expect(page.getByText('tom.okafor@')).toHaveCount(0);
  });
});
