type Site = { publicUrl: string; trustProxy: boolean };

/**
 * Whether a request that changes something comes from our own pages. A missing Origin is a no: browsers send one
 * with every POST, and Next itself lets a missing one pass.
 */
export function isSameOrigin(headers: Headers, site: Site): boolean {
  const origin = headers.get('origin');
  if (!origin || !URL.canParse(origin)) return false;
  const { origin: plain, host } = new URL(origin);
  if (plain === site.publicUrl) return true;
  const asked = (site.trustProxy ? headers.get('x-forwarded-host') : null) ?? headers.get('host');
  return host !== '' && host === asked;
}
