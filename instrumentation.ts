/** Once per server process, before it answers anything. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { takeAddressFromSocket } = await import('@/lib/web/socket-address');
  takeAddressFromSocket();
}
