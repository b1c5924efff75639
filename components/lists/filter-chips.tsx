import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Chip } from '@/components/ui/chip';
import type { Match } from '@/lib/lists/filter';

export type FilterChip = { label: string; value: string; removeHref: string };

/** The filters that are on, each with the address without it; with several, whether all or any must hold. */
export function FilterChips(props: { chips: readonly FilterChip[]; match: Match; switchHref: string }) {
  const t = useTranslations('lists');
  const { chips, match } = props;
  return (
    <>
      {chips.map((chip, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same condition may stand there twice
        <Chip key={`${place} ${chip.label}`} {...chip} />
      ))}
      {chips.length > 1 ? (
        <Link
          href={props.switchHref}
          prefetch={false}
          scroll={false}
          title={t(`match.${match === 'all' ? 'toAny' : 'toAll'}`)}
          className="inline-flex h-7 items-center rounded-control px-2 text-13 text-accent hover:bg-sunken"
        >
          {t(`match.${match}`)}
        </Link>
      ) : null}
    </>
  );
}
