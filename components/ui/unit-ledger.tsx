import { useTranslations } from 'next-intl';

export type UnitState =
  | 'delivered'
  | 'shipped'
  | 'packed'
  | 'picked'
  | 'allocated'
  | 'backordered'
  | 'open'
  | 'canceled';

const ORDER: readonly UnitState[] = [
  'delivered',
  'shipped',
  'packed',
  'picked',
  'allocated',
  'open',
  'backordered',
  'canceled',
];
const TINTS: Record<UnitState, string> = {
  delivered: 'bg-good',
  shipped: 'bg-good',
  packed: 'bg-info',
  picked: 'bg-info',
  allocated: 'bg-info',
  open: 'bg-line-strong',
  backordered: 'bg-bad',
  canceled: 'bg-line',
};
const MOST_PIECES = 12;

/** Where the units of a line are, one piece each; many units become bars in proportion. */
export function UnitLedger(props: { units: Partial<Record<UnitState, number>> }) {
  const t = useTranslations('ui');
  const parts = ORDER.map((state) => ({ state, count: props.units[state] ?? 0 })).filter(
    ({ count }) => count > 0,
  );
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const said = parts.map(({ state, count }) => t(`ledger.${state}`, { count })).join(', ');
  return (
    <span role="img" aria-label={said} title={said} className="mt-[5px] flex w-max gap-0.5">
      {total <= MOST_PIECES
        ? parts.flatMap(({ state, count }) =>
            Array.from({ length: count }, (_, unit) => (
              <i
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces are alike and never move
                key={`${state}-${unit}`}
                className={`h-1 w-[22px] rounded-[2px] max-sm:w-4 ${TINTS[state]}`}
              />
            )),
          )
        : parts.map(({ state, count }) => (
            <i
              key={state}
              className={`h-1 min-w-1 rounded-[2px] ${TINTS[state]}`}
              style={{ width: `${Math.round((count / total) * 240)}px` }}
            />
          ))}
    </span>
  );
}
