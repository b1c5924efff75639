const ADDRESS = /^[0-9A-Fa-f:.]{2,45}$/;

/**
 * Where a request comes from. Next fills `x-forwarded-for` from the socket; a client's own header is taken off in
 * instrumentation (see socket-address.ts) unless a trusted proxy stands in front: then its last hop counts.
 */
export function clientAddress(headers: Headers): string {
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  const plain = last.replace(/^::ffff:/, '');
  return ADDRESS.test(plain) ? plain : '';
}
