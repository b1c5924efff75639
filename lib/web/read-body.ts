import { type ApiFailure, refuse } from './problem-json';

export const BODY_LIMIT_BYTES = 1024 * 1024;

const tooLarge = () =>
  refuse(413, 'TOO_LARGE', 'web.api.tooLarge', { limitBytes: BODY_LIMIT_BYTES }, { connection: 'close' });
const JSON_TYPE = /^application\/(json|[\w.+-]+\+json)\s*(;|$)/i;

export type Body = { text: string; value: unknown };

/** The JSON body, read no further than the limit. */
export async function readBody(request: Request): Promise<Body | { failure: ApiFailure }> {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) {
    return { failure: refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'web.api.mediaType') };
  }
  try {
    const text = await readText(request);
    if (text === null) return { failure: tooLarge() };
    return { text, value: JSON.parse(text) };
  } catch {
    // Also where the caller hung up halfway: that is no failure of ours, nor of the database.
    return { failure: refuse(400, 'MALFORMED', 'web.api.json') };
  }
}

async function readText(request: Request): Promise<string | null> {
  const length = request.headers.get('content-length');
  if (length !== null) return Number(length) > BODY_LIMIT_BYTES ? null : request.text();
  const reader = request.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks).toString('utf8');
    size += value.byteLength;
    if (size > BODY_LIMIT_BYTES) {
      await reader.cancel();
      return null;
    }
    chunks.push(value);
  }
}
