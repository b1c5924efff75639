import { expect, test } from 'vitest';
import { orderListInput } from './order-list-input';

test('a program’s list is asked for strictly: what an address would leave out is refused', () => {
  expect(
    orderListInput.parse({ limit: '10', filter: 'payment.is.paid;(any:late.yes;country.is.GB)' }),
  ).toMatchObject({
    limit: 10,
  });
  for (const filter of ['payment.is.payed', 'colour.is.red', 'payment.is.paid;;', 'total.atLeast.100']) {
    expect(orderListInput.safeParse({ filter }).error?.issues[0]?.message).toBe('lists.errors.filter');
  }
  expect(orderListInput.safeParse({ limit: 1000 }).success).toBe(false);
  expect(orderListInput.safeParse({ status: 'paid' }).success).toBe(false);
});
