'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Popover } from '@/components/ui/popover';
import { TextInput } from '@/components/ui/text-input';
import { toast } from '@/components/ui/toast-queue';
import { newId } from '@/lib/core/ids';
import type { ListName } from '@/lib/lists/list-state';
import type { SavedView } from '@/lib/lists/read-list-setup';
import { type Run, useRun } from '../orders/[order]/use-run';
import { dropView, editView, keepView, orderViews } from './actions';

export interface ViewButtonProps {
  /** Which list of which store, and its own address without search. */
  at: { slug: string; list: ListName; path: string };
  /** View, search and filter as they are now. */
  search: string;
  columns: string[];
  /** The view that is open, when it is a saved one that its reader may change. */
  current: SavedView | null;
  /** All saved views, in the order of their tabs. */
  views: readonly Pick<SavedView, 'id'>[];
  mayShare: boolean;
}

/** Keeps the list as it is under a name, or changes the saved view that is open. */
export function ViewButton(props: ViewButtonProps) {
  const t = useTranslations('lists');
  const [open, setOpen] = useState(false);
  const { current } = props;
  const title = t(current ? 'views.edit' : 'views.save');
  return (
    <Popover
      trigger={{ label: title, size: 'small', variant: 'quiet' }}
      title={title}
      align="end"
      open={open}
      onOpenChange={setOpen}
    >
      <ViewForm key={current?.id} {...props} done={() => setOpen(false)} />
    </Popover>
  );
}

function ViewForm(props: ViewButtonProps & { done: () => void }) {
  const t = useTranslations('lists');
  const router = useRouter();
  const { search, columns, current, mayShare, done } = props;
  const { slug, list, path } = props.at;
  const [name, setName] = useState(current?.name ?? '');
  const [shared, setShared] = useState(current?.shared ?? false);
  const { pending, failure, run } = useRun();

  function saved(viewId: string) {
    done();
    toast({ title: t('views.saved', { name }), tone: 'good' });
    router.push(`${path}?${search ? `${search}&` : ''}saved=${viewId}`, { scroll: false });
  }
  function save() {
    if (current) {
      const { id: viewId, version } = current;
      run(
        () => editView(slug, { viewId, list, version, name, shared, search, columns }),
        () => saved(viewId),
      );
      return;
    }
    const viewId = newId('lvw');
    run(
      () => keepView(slug, { viewId, list, name, shared, search, columns: null }),
      () => saved(viewId),
    );
  }
  return (
    <form
      className="flex w-72 flex-col gap-3 max-sm:w-64"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {failure ? <Notice tone="bad" alert title={failure.message} /> : null}
      <Field label={t('views.name')}>
        <TextInput
          value={name}
          maxLength={60}
          required
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      {mayShare ? (
        <Checkbox
          label={t('views.share')}
          help={t('views.shareHelp')}
          checked={shared}
          onChange={(event) => setShared(event.target.checked)}
        />
      ) : null}
      <p className="text-13 text-ink-2">{t(current ? 'views.keepsNow' : 'views.keeps')}</p>
      <Button type="submit" variant="primary" disabled={pending}>
        {t('views.submit')}
      </Button>
      {current ? (
        <ViewActs
          at={props.at}
          views={props.views}
          done={done}
          current={current}
          pending={pending}
          run={run}
        />
      ) : null}
    </form>
  );
}

type ActsProps = Pick<ViewButtonProps, 'at' | 'views'> & {
  done: () => void;
  current: SavedView;
} & Pick<Run, 'pending' | 'run'>;

/** Moves the open view among the tabs, or forgets it. */
function ViewActs({ at, current, views, done, pending, run }: ActsProps) {
  const { slug, list, path } = at;
  const t = useTranslations('lists');
  const router = useRouter();
  const place = views.findIndex(({ id }) => id === current.id);
  function move(by: -1 | 1) {
    const viewIds = views.map(({ id }) => id);
    viewIds.splice(place, 1);
    viewIds.splice(place + by, 0, current.id);
    run(
      () => orderViews(slug, { list, viewIds }),
      () => {},
    );
  }
  function remove() {
    run(
      () => dropView(slug, { viewId: current.id, list }),
      () => {
        done();
        toast({ title: t('views.removed', { name: current.name }) });
        router.push(path);
      },
    );
  }
  return (
    <div className="flex flex-wrap gap-1 border-t pt-3">
      <Button size="small" disabled={pending || place <= 0} onClick={() => move(-1)}>
        {t('views.left')}
      </Button>
      <Button size="small" disabled={pending || place >= views.length - 1} onClick={() => move(1)}>
        {t('views.right')}
      </Button>
      <Button size="small" variant="quiet" className="ml-auto text-bad!" disabled={pending} onClick={remove}>
        {t('views.remove')}
      </Button>
    </div>
  );
}
