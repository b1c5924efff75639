import { health } from '@/lib/web/health';

export const dynamic = 'force-dynamic';

/** Readiness: 200 when this server can work, 503 when it should get no traffic, and why. */
export async function GET(): Promise<Response> {
  const found = await health();
  return Response.json(found, {
    status: found.status === 'unready' ? 503 : 200,
    headers: { 'cache-control': 'no-store' },
  });
}
