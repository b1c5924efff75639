import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-rules';

const person = { email: 'lena.marsh@shop.example', name: 'Lena Marsh' };

describe('passwordProblem', () => {
  it.each(['heather and harbour', 'waybill-demo', 'kX9!rRw2pQ', '三只小猫在港口看船来船往'])(
    'takes %s',
    (password) => {
      expect(passwordProblem(password, person)).toBeNull();
    },
  );

  it.each(['lena.marsh@shop.example', 'Lena.Marsh', 'lena marsh', 'LenaMarsh1990', '!!lena.marsh'])(
    'refuses %s as the person themselves',
    (password) => {
      expect(passwordProblem(password, person)).toBe('auth.errors.passwordIsYou');
    },
  );

  it.each([
    'Password2024!',
    '1234567890',
    'qwertyuiop',
    'aaaaaaaaaaaa',
    'abababababab',
    'abc1abc1abc1',
    'Sunshine!!',
  ])('refuses %s as common', (password) => {
    expect(passwordProblem(password, person)).toBe('auth.errors.passwordCommon');
  });
});
