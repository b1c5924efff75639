/** A sign-in lasts thirty days, used or not; the cookie and the session's row say the same. */
export const SESSION_SECONDS = 30 * 24 * 3600;
export const SESSION_MS = SESSION_SECONDS * 1000;
