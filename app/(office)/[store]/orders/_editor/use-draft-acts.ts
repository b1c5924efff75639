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
  const [pending, setPending] = useState<DraftActs['pending']>(null);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const noteId = useRef(newId('nte'));
  const { slug, id } = props;

  /** The stored draft's version, or null when it was refused. */
  async function store(goal: 'save' | 'place'): Promise<number | null> {
    if (goal === 'save' && !dirty && version !== null) return version;
    const saved = await saveDraft(slug, draftInputOf(id, version, draft, goal));
    if (!saved.ok) {
      setFailure(saved);
      return null;
    }
    setVersion(saved.data.version);
    if (note.trim() !== '') {
      const written = await writeNote(slug, { orderId: id, noteId: noteId.current, body: note });
      if (!written.ok) {
        setFailure(written);
        return null;
      }
      noteId.current = newId('nte');
      noteWritten();
    }
    setDirty(false);
    return saved.data.version;
  }

  async function once(kind: 'save' | 'place', work: () => Promise<void>) {
    if (pending) return;
    setPending(kind);
    setFailure(null);
    try {
      await work();
    } finally {
      setPending(null);
    }
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
