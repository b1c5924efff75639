import { expect, it } from 'vitest';
import { readBody } from './read-body';

const asked = (body: RequestInit['body'], length?: string) =>
  new Request('http://localhost/api/v1/orders', {
    method: 'POST',
    body: body ?? null,
    headers: { 'content-type': 'application/json', ...(length && { 'content-length': length }) },
    duplex: 'half',
  } as RequestInit);

it('reads JSON, and refuses what is none', async () => {
  expect(await readBody(asked('{"a":1}'))).toEqual({ text: '{"a":1}', value: { a: 1 } });
  expect(await readBody(asked('{"a":'))).toMatchObject({ failure: { status: 400, code: 'MALFORMED' } });
});

it('takes a caller that hangs up halfway for what it is, with and without a length', async () => {
  const halfway = () =>
    new ReadableStream({
      pull: (stream) => stream.error(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })),
    });
  for (const length of [undefined, '100']) {
    expect(await readBody(asked(halfway(), length))).toMatchObject({ failure: { code: 'MALFORMED' } });
  }
});
