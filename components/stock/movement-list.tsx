import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Quantity } from '@/components/format/quantity';
import { When } from '@/components/format/when';
import { CARDS } from '@/components/products/card-rows';
import { type Column, DataTable } from '@/components/ui/data-table';
import { ADJUST_REASONS } from '@/lib/stock/adjustment';
import type { ListedMovement } from '@/lib/stock/list-movements';

type Place = { slug: string; numberPrefix: string; timeZone: string; now: Date };

/** Why a number is what it is: every move with the balance it left. */
export function MovementList(props: {
  movements: readonly ListedMovement[];
  place: Place;
  footer: ReactNode;
}) {
  const t = useTranslations('stock');
  return (
    <div className={CARDS}>
      <DataTable
        caption={t('movements.title')}
        columns={useColumns(props.place)}
        rows={props.movements}
        rowId={(movement) => movement.movementId}
        footer={props.footer}
      />
    </div>
  );
}

function useColumns({ slug, numberPrefix, timeZone, now }: Place): Column<ListedMovement>[] {
  const t = useTranslations('stock');
  return [
    {
      key: 'what',
      header: t('movements.what'),
      className: 'py-1.5! leading-[1.35] max-sm:order-1',
      cell: (movement) => <What movement={movement} slug={slug} numberPrefix={numberPrefix} />,
    },
    {
      key: 'where',
      header: t('columns.warehouse'),
      className: 'text-ink-2 max-sm:order-3',
      cell: (movement) => movement.warehouse,
    },
    {
      key: 'who',
      header: t('movements.who'),
      className: 'max-w-36 truncate text-ink-2 max-sm:hidden',
      cell: (movement) => movement.actor ?? t('movements.system'),
    },
    {
      key: 'when',
      header: t('movements.when'),
      className: 'text-ink-2 max-sm:order-5',
      cell: (movement) => <When at={movement.at} now={now} timeZone={timeZone} />,
    },
    {
      key: 'change',
      header: t('movements.change'),
      right: true,
      className: 'max-sm:order-2',
      cell: (movement) =>
        movement.change === 0 ? (
          <span className="text-ink-3">–</span>
        ) : (
          <Quantity value={movement.change} signed />
        ),
    },
    {
      key: 'balance',
      header: t('movements.balance'),
      right: true,
      className: 'font-medium max-sm:order-4 max-sm:font-normal max-sm:text-ink-2',
      cell: (movement) => (
        <>
          <span className="sm:hidden">{t('movements.leaves')} </span>
          <Quantity value={movement.balanceAfter} />
        </>
      ),
    },
  ];
}

/** What moved, the order that made it move, and the reason somebody gave. */
function What(props: { movement: ListedMovement; slug: string; numberPrefix: string }) {
  const t = useTranslations('stock');
  const { code, quantity, from, order, reason } = props.movement;
  return (
    <span className="min-w-0">
      <span className="font-medium">{t(`codes.${code}`, { quantity, from })}</span>
      {order?.number ? (
        <>
          {' '}
          <Link
            href={`/${props.slug}/orders/${order.number}`}
            prefetch={false}
            className="code underline decoration-line-strong underline-offset-2 hover:decoration-current"
          >
            {props.numberPrefix}
            {order.number}
          </Link>
        </>
      ) : null}
      {reason ? (
        <span className="block max-w-72 truncate text-13 text-ink-2">
          <Reason text={reason} />
        </span>
      ) : null}
    </span>
  );
}

/** "damaged: dented lid" in the reader's words; anything else as it was typed. */
function Reason({ text }: { text: string }) {
  const t = useTranslations('stock');
  const [head = '', ...rest] = text.split(': ');
  const code = ADJUST_REASONS.find((known) => known === head);
  if (!code) return text;
  const note = rest.join(': ');
  return note ? t('movements.reasonNote', { reason: t(`reasons.${code}`), note }) : t(`reasons.${code}`);
}
