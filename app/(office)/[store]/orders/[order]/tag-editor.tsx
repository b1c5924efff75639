'use client';

import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { TextInput } from '@/components/ui/text-input';
import { tag } from '../actions';
import { useDesk } from './use-desk';
import { useRun } from './use-run';

/** The order's tags; each change is its own small act. */
export function TagEditor({ tags }: { tags: readonly string[] }) {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  const [text, setText] = useState<string | null>(null);
  const { pending, run } = useRun(true);
  const why = desk.why.tag;
  const change = (add: string[], remove: string[]) =>
    run(
      () => tag(desk.slug, { orderId: desk.id, add, remove }),
      () => setText(null),
    );
  return (
    <div className="flex flex-wrap gap-1.5" aria-busy={pending || undefined}>
      {tags.map((name) => (
        <Chip key={name} label={name} {...(why ? {} : { onRemove: () => change([], [name]) })} />
      ))}
      {text === null ? (
        <Button
          size="small"
          variant="quiet"
          className="border-dashed border-line-strong!"
          aria-label={t('tags.add')}
          reason={why?.text ?? null}
          onClick={() => setText('')}
        >
          <Plus aria-hidden="true" />
        </Button>
      ) : (
        <form
          className="w-32"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) change([text], []);
            else setText(null);
          }}
        >
          <TextInput
            aria-label={t('tags.name')}
            className="h-7!"
            maxLength={40}
            value={text}
            ref={(input) => input?.focus()}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && setText(null)}
          />
        </form>
      )}
    </div>
  );
}
