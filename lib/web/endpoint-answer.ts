/** What an endpoint answers: JSON, or nothing where `body` is absent. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** An answer as it goes out and is kept: the body is text already, so that a repetition is equal to the byte. */
export type SentAnswer = { status: number; text: string; headers: Record<string, string> };

export function toSent({ status, body, headers = {} }: Answer): SentAnswer {
  return { status, text: body === undefined ? '' : JSON.stringify(body), headers };
}

export function toResponse({ status, text, headers }: SentAnswer): Response {
  return new Response(text === '' ? null : text, {
    status,
    headers: { ...(text !== '' && { 'content-type': 'application/json' }), ...headers },
  });
}
