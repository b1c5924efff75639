import { DomainError } from '@/lib/core/errors';
import { blind } from '@/lib/core/seal';
import { type Counted, countAttempt } from './count-attempt';
import { emailFingerprint } from './email';
import { recordSecurityEvent } from './record-security-event';
import type { Visitor } from './visitor';

const WINDOW_MS = 15 * 60_000;
export const WRONG_PASSWORDS = 8;
export const TRIES_PER_ADDRESS = 60;

/** The account is counted by the address that was typed, known or not: the answer tells nothing about who exists. */
export const accountKey = (email: string) => `account:${emailFingerprint(email).toString('hex')}`;
const addressKey = (address: string) => `address:${blind(address)}`;

/** Counts this try; refuses when the account or the caller's address had too many. Returns how many are left. */
export async function countSignIn(visitor: Visitor, email: string): Promise<number> {
  const account = accountKey(email);
  const counters: Counted[] = [{ key: account, most: WRONG_PASSWORDS, windowMs: WINDOW_MS }];
  if (visitor.address !== '') {
    counters.push({ key: addressKey(visitor.address), most: TRIES_PER_ADDRESS, windowMs: WINDOW_MS });
  }
  const { over, until, left } = await countAttempt(counters, visitor.now);
  if (over === null) return left;
  const locked = over === account;
  const { address, requestId, now: at } = visitor;
  await recordSecurityEvent({ kind: locked ? 'sign-in.locked' : 'sign-in.limited', address, requestId, at });
  const seconds = Math.max(1, Math.ceil((until.getTime() - at.getTime()) / 1000));
  throw new DomainError('LIMIT', locked ? 'auth.errors.locked' : 'auth.errors.tooMany', {
    params: { minutes: Math.ceil(seconds / 60) },
    retryAfterSeconds: seconds,
  });
}
