import { z } from 'zod';
import { users } from '@/db/schema/access';
import { outside, pgConstraint, type TxCtx } from '@/lib/core/ctx';
import { conflict, DomainError } from '@/lib/core/errors';
import { newId, type UserId } from '@/lib/core/ids';
import { LOCALES } from '@/lib/i18n/locales';
import { emailFingerprint, emailInput } from './email';
import { hashPassword } from './password-hash';
import { passwordInput, passwordProblem } from './password-rules';

export const personNameInput = z.string().trim().min(1).max(120);

export const createUserInput = z.object({
  email: emailInput,
  name: personNameInput,
  password: passwordInput,
  locale: z.enum(LOCALES).nullable().default(null),
});
export type CreateUserInput = z.input<typeof createUserInput>;

/** Makes a person who can sign in, and who works for no store yet. Outside stores: for commands and first owners. */
export async function createUser(now: Date, input: CreateUserInput): Promise<{ userId: UserId }> {
  const person = await newPerson(input);
  return outside(({ db }) => insertUser({ db, now }, person));
}

export type NewPerson = { email: string; name: string; locale: string | null; passwordHash: string };

/** Checks a person's password and hashes it: slow, so before any transaction. */
export async function newPerson(input: CreateUserInput): Promise<NewPerson> {
  const { email, name, password, locale } = createUserInput.parse(input);
  const problem = passwordProblem(password, { email, name });
  if (problem) {
    throw new DomainError('INVALID', problem, { problems: [{ pointer: '/password', key: problem }] });
  }
  return { email, name, locale, passwordHash: await hashPassword(password) };
}

/** Inside the caller's transaction. An address that is taken is a CONFLICT. */
export async function insertUser(
  { db, now }: Pick<TxCtx, 'db' | 'now'>,
  { email, name, locale, passwordHash }: NewPerson,
): Promise<{ userId: UserId }> {
  const userId = newId('usr');
  const row = { id: userId, email, emailToken: emailFingerprint(email), name, locale, passwordHash };
  try {
    await db.insert(users).values({ ...row, createdAt: now, passwordChangedAt: now });
  } catch (error) {
    if (pgConstraint(error) === 'users_email') throw conflict('access.errors.emailTaken');
    throw error;
  }
  return { userId };
}
