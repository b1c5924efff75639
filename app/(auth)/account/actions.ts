'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { changePassword, changePasswordInput } from '@/lib/access/change-password';
import { personNameInput } from '@/lib/access/create-user';
import { editAccount } from '@/lib/access/edit-account';
import { revokeSessions } from '@/lib/access/revoke-sessions';
import { type Id, isId } from '@/lib/core/ids';
import { LOCALES } from '@/lib/i18n/locales';
import { action } from '@/lib/web/action';
import { setLocaleCookie } from '@/lib/web/locale-cookie';

const sessionIdInput = z.custom<Id<'ses'>>((value) => isId('ses', value), { error: 'web.problems.id' });

export const editAccountAction = action({
  who: 'person',
  input: z.object({ name: personNameInput, locale: z.enum(LOCALES) }),
  run: async ({ session }, input) => {
    await editAccount(session.userId, input);
    await setLocaleCookie(input.locale);
    refresh();
  },
});

export const changePasswordAction = action({
  who: 'person',
  input: changePasswordInput,
  run: async ({ session, request }, input) => {
    const { id: sessionId, userId, email, name } = session;
    const changed = await changePassword(request, { sessionId, userId, email, name }, input);
    refresh();
    return changed;
  },
});

export const endSessionAction = action({
  who: 'person',
  as: 'call',
  input: z.object({ sessionId: sessionIdInput }),
  run: async ({ session, request }, { sessionId }) => {
    const ended = await revokeSessions(request, { userId: session.userId, only: sessionId });
    refresh();
    return { ended };
  },
});

export const endOtherSessionsAction = action({
  who: 'person',
  as: 'call',
  input: z.object({}),
  run: async ({ session, request }) => {
    const ended = await revokeSessions(request, { userId: session.userId, except: session.id });
    refresh();
    return { ended };
  },
});
