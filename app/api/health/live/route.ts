export const dynamic = 'force-dynamic';

/** Liveness: the process answers. It asks nothing of the database. */
export function GET(): Response {
  return Response.json({ status: 'live' }, { headers: { 'cache-control': 'no-store' } });
}
