import { expect, test } from './setup/as-role';

test('a great quantity is read whole, and End only moves the caret @phone', async ({ page, office }) => {
  await page.goto(office('orders/new'));
  const find = page.getByRole('combobox').first();
  await find.fill('HH-BBW-OAT');
  await find.press('Enter');
  const quantity = page.locator('input[inputmode="numeric"]').first();
  await expect(quantity).toHaveValue('1');
  await quantity.click();
  for (const key of ['End', 'Home']) {
    await page.keyboard.press(key);
    await expect(quantity).toHaveValue('1');
  }
  await quantity.fill('1000000');
  await quantity.blur();
  await expect(quantity).toHaveValue('1,000,000');
  const hidden = await quantity.evaluate((input) => input.scrollWidth - input.clientWidth);
  expect(hidden).toBeLessThanOrEqual(0);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
