import { expect, test } from '@playwright/test';
import { DEMO_PASSWORD, DEMO_ROLES, DEMO_STORE, emailOf, stateFileOf } from './demo-people';

// Everybody signs in once, through the form; tests start from the cookies that gave.
for (const role of DEMO_ROLES) {
  test(`${role} signs in`, async ({ page }) => {
    await page.goto(`/sign-in?next=/${DEMO_STORE}`);
    const form = page.locator('form', { has: page.locator('input[name="email"]') });
    await form.locator('input[name="email"]').fill(emailOf(role));
    await form.locator('input[name="password"]').fill(DEMO_PASSWORD);
    await form.locator('button[type="submit"]').click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    await page.goto(`/${DEMO_STORE}`);
    await expect(page.locator('main')).toBeVisible();
    await page.context().storageState({ path: stateFileOf(role) });
  });
}
