import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '@/db/schema/access';
import { outside } from '@/lib/core/ctx';
import type { UserId } from '@/lib/core/ids';
import { LOCALES } from '@/lib/i18n/locales';
import { personNameInput } from './create-user';

export const editAccountInput = z.object({
  name: personNameInput.optional(),
  locale: z.enum(LOCALES).optional(),
});
export type EditAccountInput = z.output<typeof editAccountInput>;

/** One's own name and language. */
export async function editAccount(userId: UserId, { name, locale }: EditAccountInput): Promise<void> {
  const changes = { ...(name !== undefined && { name }), ...(locale !== undefined && { locale }) };
  if (Object.keys(changes).length === 0) return;
  await outside(({ db }) => db.update(users).set(changes).where(eq(users.id, userId)));
}
