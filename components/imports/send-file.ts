import { z } from 'zod';

const answerSchema = z.union([z.object({ importId: z.string() }), z.object({ message: z.string() })]);
type Answer = { importId: string } | { message: string | null } | { gaveUp: true };
export type Sending = { answer: Promise<Answer>; giveUp: () => void };

/** Sends a file as it is: the one way to send that tells how much has left. */
export function sendFile(
  address: string,
  kind: string,
  file: File,
  onShare: (share: number) => void,
): Sending {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onShare(1);
    request.onabort = () => resolve({ gaveUp: true });
    request.onerror = () => resolve({ message: null });
    request.onload = () => {
      const parsed = answerSchema.safeParse(parseJson(request.responseText));
      resolve(parsed.success ? parsed.data : { message: null });
    };
  });
  const query = new URLSearchParams({ kind, name: file.name });
  request.open('POST', `${address}?${query}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { answer, giveUp: () => request.abort() };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
