import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD, DEMO_ROLES, DEMO_STORE, emailOf, stateFileOf } from './demo-people';

// Everybody signs in once, through the form; tests start from the cookies that gave.
for (const role of DEMO_ROLES) {
  test(`${role} signs in`, async ({ page }) => {
    await page.goto('/sign-in');
    await page.locator('input[name="email"]').fill(emailOf(role));
    await page.locator('input[name="password"]').fill(DEMO_PASSWORD);
    await page.locator('form button[type="submit"]').first().click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await page.goto(`/${DEMO_STORE}`);
    await expect(page).toHaveURL(new RegExp(`/${DEMO_STORE}`));
    await page.context().storageState({ path: stateFileOf(role) });
  });
}
