import { describe, expect, it } from 'vitest';
import { maskEmail, maskPhone } from './mask-contact';

describe('masked contact', () => {
  it.each([
    ['tom.okafor@example.com', 't•••@e•••.com'],
    ['王@例子.中国', '王•••@例•••.中国'],
    ['a@localhost', 'a•••@l•••'],
    [null, null],
  ])('%s is shown as %s', (email, shown) => {
    expect(maskEmail(email)).toBe(shown);
  });

  it.each([
    ['+44 7700 900412', '••• 412'],
    ['12', '••• 12'],
    [null, null],
  ])('%s is shown as %s', (phone, shown) => {
    expect(maskPhone(phone)).toBe(shown);
  });
});
