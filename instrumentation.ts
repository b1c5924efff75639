import type { Instrumentation } from 'next';

/** Once per server process, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ takeAddressFromSocket }, { env }] = await Promise.all([
    import('@/lib/web/socket-address'),
    import('@/lib/core/env'),
  ]);
  takeAddressFromSocket();
  if (env().WORKER !== 'inline') return;
  const { runInlineWorker } = await import('@/lib/jobs/inline-worker');
  runInlineWorker();
}

/** What a page, action or route handler let through: one line in the log, found again by its digest. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { log } = await import('@/lib/core/log');
  const requestId = request.headers['x-request-id'];
  log().error(
    { err: error, requestId, method: request.method, route: context.routePath, kind: context.routeType },
    'a request failed',
  );
};
