import { z } from 'zod';

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** What a new password must look like; what it must not be depends on the person (`passwordProblem`). */
export const passwordInput = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);

/** The words most often used as passwords; alone, or with digits and signs around them, they are refused. */
const COMMON = new Set(
  `password passwort passw0rd letmein welcome qwerty qwertyuiop qwertyuio asdfghjkl asdfghjk zxcvbnm iloveyou princess
  sunshine football baseball basketball superman batman dragon monkey shadow master michael jennifer jordan hunter
  charlie trustno starwars whatever computer internet samsung google facebook linkedin administrator admin root
  changeme default secret access login guest temporary testtest qazwsx qazwsxedc onetwothree abcdefghij abcdefgh
  abcd abc mypassword newpassword adminadmin passwordpassword woaini waybill winter summer spring autumn`.split(
    /\s+/,
  ),
);
const ROWS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];

/** Why a password can not be taken, as a message key; null when it can. */
export function passwordProblem(password: string, person: { email: string; name: string }): string | null {
  const plain = password.toLowerCase();
  const local = person.email.toLowerCase().split('@')[0] ?? '';
  const own = [person.email, local, person.name, person.name.replaceAll(' ', '')];
  if (own.some((word) => word.length > 2 && core(plain) === core(word.toLowerCase())))
    return 'auth.errors.passwordIsYou';
  if (COMMON.has(core(plain)) || COMMON.has(plain) || isRow(plain)) return 'auth.errors.passwordCommon';
  return null;
}

/** Without digits and signs at both ends: `!Password2024` is `password`. */
const core = (text: string) => text.replace(/^[\d\W_]+|[\d\W_]+$/g, '') || text;

/** One or two characters repeated, or a row of the keyboard or the alphabet. */
function isRow(text: string): boolean {
  return new Set(text).size <= 2 || ROWS.some((row) => row.includes(text)) || /^(.{1,4})\1+$/.test(text);
}
