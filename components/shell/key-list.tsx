'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { JUMP_KEYS, type Place } from './place';

/** All keys there are. */
export function KeyList(props: { places: readonly Place[]; onClose: () => void }) {
  const t = useTranslations('shell');
  return (
    <Dialog open onOpenChange={(open) => !open && props.onClose()} title={t('keys.title')}>
      <dl className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2">
        <Row
          what={t('keys.palette')}
          keys={
            <>
              <Kbd>⌘</Kbd> <Kbd>K</Kbd> / <Kbd>Ctrl</Kbd> <Kbd>K</Kbd>
            </>
          }
        />
        <Row what={t('keys.search')} keys={<Kbd>/</Kbd>} />
        <Row
          what={t('keys.rows')}
          keys={
            <>
              <Kbd>j</Kbd> <Kbd>k</Kbd>
            </>
          }
        />
        <Row what={t('keys.open')} keys={<Kbd>Enter</Kbd>} />
        <Row what={t('keys.select')} keys={<Kbd>x</Kbd>} />
        {props.places.map((place) => (
          <Row
            key={place.key}
            what={t('keys.jump', { place: t(`places.${place.key}`) })}
            keys={
              <>
                <Kbd>g</Kbd> <span className="text-ink-3">{t('keys.then')}</span>{' '}
                <Kbd>{JUMP_KEYS[place.key]}</Kbd>
              </>
            }
          />
        ))}
        <Row what={t('keys.help')} keys={<Kbd>?</Kbd>} />
      </dl>
    </Dialog>
  );
}

function Row(props: { what: string; keys: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{props.what}</dt>
      <dd className="flex items-center gap-1 text-xs">{props.keys}</dd>
    </>
  );
}
