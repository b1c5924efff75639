import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { securityEvents, users } from '@/db/schema/access';
import { outside } from '@/lib/core/ctx';
import { newId, type UserId, uuidOf } from '@/lib/core/ids';
import { committedStore } from '@/test/committed-store';
import { addMember } from './add-member';
import { changePassword } from './change-password';
import { createUser } from './create-user';
import { listMembers } from './list-members';
import { listSessions } from './list-sessions';
import { removeMember } from './remove-member';
import { revokeSessions } from './revoke-sessions';
import { findSession } from './session-row';
import { signIn } from './sign-in';
import { TRIES_PER_ADDRESS, WRONG_PASSWORDS } from './sign-in-limits';
import { signOut } from './sign-out';
import { touchSession } from './touch-session';
import type { Visitor } from './visitor';

const now = new Date('2026-03-02T10:00:00.000Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const password = 'heather and harbour';

let people = 0;
async function person() {
  people += 1;
  const email = `p${people}.${newId('usr')}@shop.example`;
  const { userId } = await createUser(now, { email, name: 'Ada Person', password });
  return { email, userId, name: 'Ada Person' };
}

const visitor = (at = now, address = `10.0.0.${people}`): Visitor => ({
  now: at,
  requestId: 'request-1',
  address,
  userAgent: 'test',
});

const kinds = async (userId: UserId) =>
  (
    await outside(({ db }) =>
      db.select({ kind: securityEvents.kind }).from(securityEvents).where(eq(securityEvents.userId, userId)),
    )
  ).map(({ kind }) => kind);

describe('signIn', () => {
  test('opens a session for the right password, in any case of the address', async () => {
    const { email, userId, name } = await person();
    const opened = await signIn(visitor(), { email: email.toUpperCase(), password });
    expect(opened.userId).toBe(userId);
    expect(await findSession(opened.sessionId, userId, later(1))).toMatchObject({ email, name, stores: [] });
    expect(await kinds(userId)).toEqual(['sign-in.succeeded']);
  });

  test('tells a wrong password, nobody and a disabled person alike', async () => {
    const { email, userId } = await person();
    const refused = { code: 'INVALID', key: 'auth.errors.wrong' };
    await expect(signIn(visitor(), { email, password: 'wrong' })).rejects.toMatchObject(refused);
    const nobody = { email: `${newId('usr')}@shop.example`, password };
    await expect(signIn(visitor(), nobody)).rejects.toMatchObject(refused);
    await outside(({ db }) => db.update(users).set({ disabledAt: now }).where(eq(users.id, userId)));
    await expect(signIn(visitor(), { email, password })).rejects.toMatchObject(refused);
    expect(await kinds(userId)).toEqual(['sign-in.failed', 'sign-in.failed']);
  });

  test('locks after eight tries, for known and unknown alike, and says for how long', async () => {
    const known = (await person()).email;
    for (const email of [known, `${newId('usr')}@shop.example`]) {
      for (let i = 0; i < WRONG_PASSWORDS; i++) {
        const wrong = signIn(visitor(), { email, password: 'wrong' });
        await expect(wrong).rejects.toMatchObject({
          details: { params: { left: WRONG_PASSWORDS - 1 - i } },
        });
      }
      await expect(signIn(visitor(later(2)), { email, password })).rejects.toMatchObject({
        code: 'LIMIT',
        key: 'auth.errors.locked',
        details: { params: { minutes: 13 }, retryAfterSeconds: 780 },
      });
    }
    await expect(signIn(visitor(later(16)), { email: known, password })).resolves.toBeDefined();
  });

  test('a success starts the count again', async () => {
    const { email } = await person();
    const wrong = () => signIn(visitor(), { email, password: 'wrong' }).catch(() => undefined);
    for (let i = 0; i < WRONG_PASSWORDS - 1; i++) await wrong();
    await signIn(visitor(), { email, password });
    await wrong();
    await expect(signIn(visitor(), { email, password })).resolves.toBeDefined();
  });

  test('guesses in parallel do not slip by', async () => {
    const { email } = await person();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => signIn(visitor(), { email, password: 'wrong' })),
    );
    const keys = tries.map((one) => (one.status === 'rejected' ? one.reason.key : 'in'));
    expect(keys.filter((key) => key === 'auth.errors.wrong')).toHaveLength(WRONG_PASSWORDS);
    expect(keys.filter((key) => key === 'auth.errors.locked')).toHaveLength(20 - WRONG_PASSWORDS);
  });

  test('an address that tries many accounts has to wait', async () => {
    await person();
    const from = visitor(now, '192.0.2.77');
    const tries = Array.from({ length: TRIES_PER_ADDRESS + 1 }, (_, i) => ({
      email: `${i}.${newId('usr')}@shop.example`,
      password: 'wrong',
    }));
    const results = await Promise.allSettled(tries.map((one) => signIn(from, one)));
    const keys = results.map((one) => (one.status === 'rejected' ? one.reason.key : 'in'));
    expect(keys.filter((key) => key === 'auth.errors.tooMany')).toHaveLength(1);
  });
});

describe('sessions', () => {
  test('end at once: signed out, revoked, expired, disabled', async () => {
    const { email, userId } = await person();
    const open = () => signIn(visitor(), { email, password });
    const first = await open();
    await signOut(visitor(), first);
    expect(await findSession(first.sessionId, userId, now)).toBeNull();

    const [second, third] = [await open(), await open()];
    expect(await revokeSessions(visitor(), { userId, except: third.sessionId })).toBe(1);
    expect(await findSession(second.sessionId, userId, now)).toBeNull();
    expect((await listSessions(userId, now)).map(({ sessionId }) => sessionId)).toEqual([third.sessionId]);
    expect(await findSession(third.sessionId, userId, later(31 * 24 * 60))).toBeNull();

    await outside(({ db }) => db.update(users).set({ disabledAt: now }).where(eq(users.id, userId)));
    expect(await findSession(third.sessionId, userId, now)).toBeNull();
  });

  test('nobody ends a stranger’s', async () => {
    const mine = await person();
    const theirs = await person();
    const session = await signIn(visitor(), { email: theirs.email, password });
    const ended = revokeSessions(visitor(), { userId: mine.userId, only: session.sessionId });
    await expect(ended).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await findSession(session.sessionId, theirs.userId, now)).not.toBeNull();
    expect(await findSession(session.sessionId, mine.userId, now)).toBeNull();
  });

  test('are touched once a minute', async () => {
    const { email, userId } = await person();
    const { sessionId } = await signIn(visitor(), { email, password });
    const session = await findSession(sessionId, userId, now);
    if (!session) throw new Error('no session');
    expect(await touchSession(session, later(0.5))).toBe(false);
    expect(await touchSession(session, later(2))).toBe(true);
    expect((await findSession(sessionId, userId, later(2)))?.lastSeenAt).toEqual(later(2));
  });

  test('show the stores of now: a member who is let go sees nothing more', async () => {
    const { ctx, store } = await committedStore();
    const { email, userId } = await person();
    const added = await addMember(ctx, { email, name: 'x', role: 'support', limits: { discountPercent: 5 } });
    const { sessionId } = await signIn(visitor(), { email, password });
    const session = await findSession(sessionId, userId, now);
    expect(session?.stores).toEqual([
      {
        membershipId: added.membershipId,
        role: 'support',
        limits: { discountPercent: 5 },
        store: { ...store, initials: 'TS', brandColor: '#3145b8', isDemo: false },
      },
    ]);
    const [member] = (await listMembers(ctx)).filter((one) => one.userId === userId);
    await removeMember(ctx, { membershipId: added.membershipId, version: member?.version ?? 0 });
    expect((await findSession(sessionId, userId, now))?.stores).toEqual([]);
  });
});

describe('changePassword', () => {
  const next = 'lanterns by the quay';

  test('takes the present one, ends the other sessions and is remembered', async () => {
    const { email, userId, name } = await person();
    await signIn(visitor(), { email, password });
    const { sessionId } = await signIn(visitor(), { email, password });
    const me = { userId, sessionId, email, name };
    const changed = await changePassword(visitor(), me, { current: password, next, repeated: next });
    expect(changed).toEqual({ endedSessions: 1 });
    expect(await findSession(sessionId, userId, now)).not.toBeNull();
    expect(await kinds(userId)).toContain('password.changed');
    await expect(signIn(visitor(), { email, password })).rejects.toMatchObject({ key: 'auth.errors.wrong' });
    await expect(signIn(visitor(), { email, password: next })).resolves.toBeDefined();
  });

  test('refuses a wrong present one, the same again, oneself and the commonest', async () => {
    const { email, userId, name } = await person();
    const { sessionId } = await signIn(visitor(), { email, password });
    const me = { userId, sessionId, email, name };
    const change = (current: string, wanted: string) =>
      changePassword(visitor(), me, { current, next: wanted, repeated: wanted });
    await expect(change('wrong', next)).rejects.toMatchObject({ key: 'auth.errors.wrongCurrent' });
    await expect(change(password, password)).rejects.toMatchObject({ key: 'auth.errors.passwordSame' });
    await expect(change(password, email)).rejects.toMatchObject({ key: 'auth.errors.passwordIsYou' });
    await expect(change(password, 'Password2024!')).rejects.toMatchObject({
      details: { problems: [{ pointer: '/next', key: 'auth.errors.passwordCommon' }] },
    });
    await expect(signIn(visitor(), { email, password })).resolves.toBeDefined();
  });
});

describe('createUser', () => {
  test('refuses an address that is taken, in any case', async () => {
    const { email } = await person();
    const again = createUser(now, { email: email.toUpperCase(), name: 'Other', password });
    await expect(again).rejects.toMatchObject({ code: 'CONFLICT', key: 'access.errors.emailTaken' });
  });

  test('keeps name and address sealed, the password hashed', async () => {
    const { userId } = await person();
    const [row] = await outside(({ raw }) =>
      raw('select name, email, password_hash from users where id = $1::uuid', [uuidOf(userId)]),
    );
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(Buffer.from(row?.name as Uint8Array).includes('Ada')).toBe(false);
    expect(Buffer.from(row?.email as Uint8Array).includes('shop')).toBe(false);
  });
});
