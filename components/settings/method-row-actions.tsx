'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-queue';
import type { Id } from '@/lib/core/ids';
import { type Save, useSaving } from './use-saving';

type MethodId = Id<'shm'>;
export type MethodSwitch = Save<{ methodId: MethodId; version: number }, unknown>;

/** What can be done with one way to ship from the list: a place up or down, off and on. */
export function MethodRowActions(props: {
  storeSlug: string;
  method: { methodId: MethodId; name: string; version: number; active: boolean };
  methodIds: readonly MethodId[];
  order: Save<{ methodIds: MethodId[] }, unknown>;
  activate: MethodSwitch;
  deactivate: MethodSwitch;
}) {
  const t = useTranslations('settings.shipping');
  const { method, methodIds } = props;
  const place = methodIds.indexOf(method.methodId);
  const ordering = useSaving(props.storeSlug, said(props.order));
  const switching = useSaving(props.storeSlug, said(method.active ? props.deactivate : props.activate));

  function move(by: 1 | -1) {
    const next = [...methodIds];
    const [moved] = next.splice(place, 1);
    if (moved) next.splice(place + by, 0, moved);
    ordering.send({ methodIds: next });
  }

  return (
    <div className="flex items-center justify-end gap-1">
      <Button
        size="small"
        aria-label={t(method.active ? 'deactivateNamed' : 'activateNamed', { name: method.name })}
        onClick={() => switching.send({ methodId: method.methodId, version: method.version })}
      >
        {t(method.active ? 'deactivate' : 'activate')}
      </Button>
      <Button
        variant="quiet"
        size="small"
        aria-label={t('moveUp', { name: method.name })}
        reason={place === 0 ? t('isFirst') : null}
        onClick={() => move(-1)}
      >
        <ArrowUp aria-hidden="true" />
      </Button>
      <Button
        variant="quiet"
        size="small"
        aria-label={t('moveDown', { name: method.name })}
        reason={place === methodIds.length - 1 ? t('isLast') : null}
        onClick={() => move(1)}
      >
        <ArrowDown aria-hidden="true" />
      </Button>
    </div>
  );
}

/** In a list there is no place for a notice: what went wrong is said at the edge. */
function said<I, T>(save: Save<I, T>): Save<I, T> {
  return async (slug, input) => {
    const result = await save(slug, input);
    if (!result.ok) toast({ title: result.message, tone: 'bad' });
    return result;
  };
}
