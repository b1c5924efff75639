'use client';

import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { IconButton } from '@/components/ui/icon-button';
import { Popover } from '@/components/ui/popover';
import type { ListName } from '@/lib/lists/list-state';
import { useRun } from '../orders/[order]/use-run';
import { pickColumns } from './actions';

type ColumnChoice = { key: string; label: string; shown: boolean };

/** Which columns a person sees of a list, and in which order; remembered. */
export function ColumnsButton(props: { slug: string; list: ListName; columns: readonly ColumnChoice[] }) {
  const t = useTranslations('lists');
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger={{
        label: <Columns3 aria-hidden="true" />,
        name: t('columns.open'),
        size: 'small',
        variant: 'quiet',
      }}
      title={t('columns.title')}
      align="end"
      open={open}
      onOpenChange={setOpen}
    >
      <ColumnForm {...props} done={() => setOpen(false)} />
    </Popover>
  );
}

function ColumnForm(props: Parameters<typeof ColumnsButton>[0] & { done: () => void }) {
  const t = useTranslations('lists');
  const { slug, list, done } = props;
  const [columns, setColumns] = useState(props.columns);
  const { pending, run } = useRun(true);
  const box = useRef<HTMLOListElement>(null);
  const [focus, setFocus] = useState('');
  // A row that moved in the page lost the cursor: it is given back.
  useEffect(() => {
    if (focus) box.current?.querySelector<HTMLElement>(`[data-move="${focus}"]`)?.focus();
  }, [focus]);

  function move(place: number, by: -1 | 1) {
    const next = [...columns];
    const [moved] = next.splice(place, 1);
    if (!moved) return;
    next.splice(place + by, 0, moved);
    setColumns(next);
    setFocus('');
    requestAnimationFrame(() => setFocus(`${moved.key} ${by}`));
  }
  const send = (keys: string[] | null) => run(() => pickColumns(slug, { list, columns: keys }), done);

  return (
    <form
      className="flex w-72 flex-col gap-3 max-sm:w-64"
      onSubmit={(event) => {
        event.preventDefault();
        send(columns.filter(({ shown }) => shown).map(({ key }) => key));
      }}
    >
      <ol ref={box} className="flex max-h-72 flex-col overflow-y-auto">
        {columns.map((column, place) => (
          <li key={column.key} className="flex items-center gap-1">
            <Checkbox
              className="flex-1"
              label={column.label}
              checked={column.shown}
              onChange={(event) =>
                setColumns(
                  columns.map((one) => (one === column ? { ...one, shown: event.target.checked } : one)),
                )
              }
            />
            <IconButton
              label={t('columns.up', { column: column.label })}
              size="small"
              data-move={`${column.key} -1`}
              aria-disabled={place === 0}
              onClick={() => place > 0 && move(place, -1)}
            >
              <ArrowUp aria-hidden="true" />
            </IconButton>
            <IconButton
              label={t('columns.down', { column: column.label })}
              size="small"
              data-move={`${column.key} 1`}
              aria-disabled={place === columns.length - 1}
              onClick={() => place < columns.length - 1 && move(place, 1)}
            >
              <ArrowDown aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ol>
      <div className="flex justify-end gap-2">
        <Button variant="quiet" disabled={pending} onClick={() => send(null)}>
          {t('columns.reset')}
        </Button>
        <Button type="submit" variant="primary" disabled={pending}>
          {t('columns.apply')}
        </Button>
      </div>
    </form>
  );
}
