import { expect, test } from './setup/as-role';

// An escape that is none, and one that is no letter.
const BROKEN = ['%', '%zz', '%ff', '%E0%A4%A'];

test('the API says in its own words that a broken address is none', async ({ request }) => {
  for (const part of BROKEN) {
    for (const address of [`/api/v1/orders/${part}`, `/api/v1/${part}`]) {
      const response = await request.get(address);
      expect([address, response.status()]).toEqual([address, 404]);
      expect(response.headers()['content-type']).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({ code: 'NOT_FOUND', requestId: expect.any(String) });
    }
  }
});

test('so do the pages', async ({ page, office, complaints }) => {
  for (const part of BROKEN) {
    const response = await page.goto(office(`orders/${part}`));
    expect([part, response?.status()]).toEqual([part, 404]);
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
  }
  expect(complaints.take().filter((text) => !text.includes('404'))).toEqual([]);
});
