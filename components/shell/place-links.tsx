'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { isWithin, PLACE_ICONS, type Place } from './place';

/** The places as links, settings at the foot. */
export function PlaceLinks(props: { places: readonly Place[]; onGo?: () => void }) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  const here = (place: Place) => isWithin(pathname, place);
  return (
    <nav aria-label={t('places.label')} className="flex min-h-0 flex-1 flex-col overflow-y-auto">
      <ul className="flex flex-1 flex-col gap-0.5 p-0.5">
        {props.places.map((place) => (
          <li key={place.key} className={place.key === 'settings' ? 'mt-auto' : undefined}>
            <PlaceLink place={place} current={here(place)} {...(props.onGo ? { onGo: props.onGo } : {})} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function PlaceLink(props: { place: Place; current: boolean; onGo?: () => void }) {
  const t = useTranslations('shell');
  const { place, current } = props;
  const Icon = PLACE_ICONS[place.key];
  return (
    <Link
      href={place.href}
      aria-current={current ? 'page' : undefined}
      onClick={() => props.onGo?.()}
      className={classNames(
        'flex h-8 items-center gap-2.5 rounded-[6px] px-2 font-medium max-lg:h-11',
        current ? 'bg-sunken text-ink' : 'text-ink-2 hover:bg-sunken hover:text-ink',
      )}
    >
      <Icon aria-hidden="true" strokeWidth={1.75} className="size-4 shrink-0 opacity-85" />
      <span className="truncate">{t(`places.${place.key}`)}</span>
      {place.count ? (
        <span
          title={t('placeCount', { count: place.count })}
          className={classNames(
            'num ml-auto text-xs',
            place.urgent ? 'font-semibold text-bad' : 'font-medium text-ink-3',
          )}
        >
          {place.count}
        </span>
      ) : null}
    </Link>
  );
}
