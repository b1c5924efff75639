'use client';

import { useRef, useState } from 'react';
import type { FileFormat } from '@/lib/exchange/file-format';
import type { SourceMapping } from '@/lib/exchange/source-mapping';

export type Preview = { format: FileFormat; headers: string[]; rows: string[][] };
type Answer = { ok: true; data: Preview } | { ok: false; message: string };

/** The first rows, read anew when somebody says that the file is written otherwise. The last answer counts. */
export function usePreview(
  slug: string,
  importId: string,
  first: Preview,
  onFailure: (message: string | null) => void,
) {
  const [preview, setPreview] = useState(first);
  const asked = useRef(0);
  async function ask(given: SourceMapping['format']) {
    asked.current += 1;
    const mine = asked.current;
    const response = await fetch(`/${slug}/imports/preview`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ importId, given }),
    });
    const answer: Answer = await response.json();
    if (mine !== asked.current) return;
    if (answer.ok) setPreview(answer.data);
    onFailure(answer.ok ? null : answer.message);
  }
  return { preview, ask };
}
