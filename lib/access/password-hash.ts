import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, two passes, one lane: OWASP's first recommendation. The package's default is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of nobody's password: checking against it takes as long as against a real one. */
const NOBODY =
  '$argon2id$v=19$m=19456,t=2,p=1$2AjuBkroZcSfDHgxMUr6CA$69fOzV9W/+AyhVh6zTfvHWMDE7q1f51Cj9aY2/Tn67c';

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Whether the password is the person's; for an unknown person always false, and no faster. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? NOBODY, password).catch(() => false);
  return matches && stored !== undefined;
}
