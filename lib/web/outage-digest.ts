/** The digest a page's error carries to the browser when the database is away: the error page reads it. */
export const OUTAGE_DIGEST = 'database-unavailable';
