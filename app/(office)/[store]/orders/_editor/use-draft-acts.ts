'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { toast } from '@/components/ui/toast-queue';
import { newId } from '@/lib/core/ids';
import type { ActionFailure } from '@/lib/web/action-result';
import { place as placeOrder, save as saveDraft, note as writeNote } from '../actions';
import { type Draft, draftInputOf, type EditorProps } from './draft';

export type DraftActs = {
  dirty: boolean;
  version: number | null;
  pending: 'save' | 'place' | null;
  failure: ActionFailure | null;
  touch: () => void;
  settle: () => void;
  save: () => void;
  place: () => void;
};

/** Saving and placing: each is sent once, and what was refused stays on the screen with everything typed. */
export function useDraftActs(
  props: EditorProps,
  draft: Draft,
  note: string,
  noteWritten: () => void,
): DraftActs {
  const t = useTranslations('order-desk');
  const router = useRouter();
  const [version, setVersion] = useState(props.version);
  const [dirty, setDirty] = useState(false);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const { pending, once } = useOnce(() => setFailure(null));
  const { slug, id } = props;
  const noted = useNote(props, note, noteWritten, setFailure);

  /** The stored draft's version, or null when it was refused. */
  async function store(goal: 'save' | 'place'): Promise<number | null> {
    if (goal === 'save' && !dirty && version !== null) return version;
    const saved = await saveDraft(slug, draftInputOf(id, version, draft, goal));
    if (saved.ok) setVersion(saved.data.version);
    else setFailure(saved);
    if (!saved.ok || !(await noted())) return null;
    setDirty(false);
    return saved.data.version;
  }

  const save = () =>
    once('save', async () => {
      if ((await store('save')) === null) return;
      window.history.replaceState(null, '', `/${slug}/orders/${id}/edit`);
      toast({ title: t('editor.saved'), tone: 'good' });
    });

  const place = () =>
    once('place', async () => {
      const stored = await store('place');
      if (stored === null) return;
      const placed = await placeOrder(slug, { orderId: id, version: stored });
      if (!placed.ok) {
        setFailure(placed);
        window.history.replaceState(null, '', `/${slug}/orders/${id}/edit`);
        return;
      }
      toast({ title: t('editor.placed'), tone: 'good' });
      router.push(`/${slug}/orders/${placed.data.number}`);
    });

  return {
    dirty,
    version,
    pending,
    failure,
    touch: () => setDirty(true),
    settle: () => setDirty(false),
    save: () => void save(),
    place: () => void place(),
  };
}

/** One act at a time: a ref, since the second press of a double click comes before the page is drawn again. */
function useOnce(begin: () => void) {
  const busy = useRef(false);
  const [pending, setPending] = useState<DraftActs['pending']>(null);
  async function once(kind: 'save' | 'place', work: () => Promise<void>) {
    if (busy.current) return;
    busy.current = true;
    setPending(kind);
    begin();
    try {
      await work();
    } finally {
      busy.current = false;
      setPending(null);
    }
  }
  return { pending, once };
}

/** Writes the note beside the draft, once; without one there is nothing to refuse. */
function useNote(
  { slug, id }: EditorProps,
  note: string,
  written: () => void,
  refused: (failure: ActionFailure) => void,
): () => Promise<boolean> {
  const noteId = useRef(newId('nte'));
  return async () => {
    if (note.trim() === '') return true;
    const result = await writeNote(slug, { orderId: id, noteId: noteId.current, body: note });
    if (!result.ok) {
      refused(result);
      return false;
    }
    noteId.current = newId('nte');
    written();
    return true;
  };
}
