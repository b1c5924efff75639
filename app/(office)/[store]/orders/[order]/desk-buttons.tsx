'use client';

import { ChevronDown, PackageCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, type ButtonProps } from '@/components/ui/button';
import { Menu, MenuItem, MenuLink, MenuSeparator } from '@/components/ui/menu';
import { Spinner } from '@/components/ui/spinner';
import { toast } from '@/components/ui/toast-queue';
import type { NextAction, OrderAction } from '@/lib/orders/order-actions';
import { pack, unpack, unpick } from '../actions';
import type { Act, DeskParcel, Why } from './desk';
import { useDesk } from './use-desk';
import { useRun } from './use-run';

/** A button that opens a sheet, or says why not and leads to what clears it. */
export function ActButton(props: {
  act: Act;
  of?: string;
  why: Why | null | undefined;
  label: string;
  variant?: ButtonProps['variant'];
  size?: ButtonProps['size'];
}) {
  const { show } = useDesk();
  const { act, of, why, label, variant, size } = props;
  return (
    <Button variant={variant} size={size} reason={why ? reasonOf(why) : null} onClick={() => show(act, of)}>
      {label}
    </Button>
  );
}

function reasonOf({ text, clear }: Why) {
  return clear ? { text, href: clear.href, linkLabel: clear.label } : { text };
}

/** The next sensible action, in words: "Pick 2 units at Leeds". */
export function NextButton({ next }: { next: NextAction }) {
  const t = useTranslations('order-desk');
  const { desk, show } = useDesk();
  const { pending, run } = useRun(true);
  const parcel = 'shipmentId' in next ? desk.parcels.find(({ id }) => id === next.shipmentId) : undefined;
  const count = 'units' in next ? next.units : 0;
  const warehouse = 'warehouse' in next ? next.warehouse : '';
  function press() {
    if (next.action === 'pack' && parcel) {
      run(
        () => pack(desk.slug, { shipmentId: parcel.id }),
        () => toast({ title: t('pack.done'), tone: 'good' }),
      );
    } else if (next.action === 'pick') show('pick', next.warehouseId);
    else show(next.action, parcel?.id);
  }
  return (
    <Button variant="primary" onClick={press} aria-busy={pending || undefined}>
      {pending ? <Spinner /> : <PackageCheck aria-hidden="true" />}
      {t(`next.${next.action}`, { count, warehouse })}
    </Button>
  );
}

const MENU: readonly (readonly OrderAction[])[] = [
  ['confirm', 'pay', 'pick', 'complete'],
  ['hold', 'release'],
  ['refundOverpayment', 'refundGoodwill'],
  ['cancelUnits', 'cancelAll'],
];
const DANGER: ReadonlySet<OrderAction> = new Set(['cancelUnits', 'cancelAll']);

/** Everything else; what can not be done now says why, and offers what clears it. */
export function MoreMenu() {
  const t = useTranslations('order-desk');
  const { desk, show } = useDesk();
  return (
    <Menu
      trigger={{
        label: (
          <>
            {t('more')}
            <ChevronDown aria-hidden="true" />
          </>
        ),
      }}
    >
      {MENU.map((group, place) => [
        place > 0 ? <MenuSeparator key={`line-${group[0]}`} /> : null,
        ...group.flatMap((action) => {
          if (action === (desk.why.release ? 'release' : 'hold')) return [];
          const why = desk.why[action];
          const clear = why?.clear;
          return [
            <MenuItem
              key={action}
              danger={DANGER.has(action)}
              reason={why?.text ?? null}
              onSelect={() => show(action)}
            >
              {t(`menu.${action}`)}
            </MenuItem>,
            clear ? (
              <MenuLink key={`${action}-clear`} href={clear.href}>
                <span className="pl-3 text-13 text-accent">{t('clearFirst', { action: clear.label })}</span>
              </MenuLink>
            ) : null,
          ];
        }),
      ])}
    </Menu>
  );
}

/** What can be done with one parcel now; steps of another state are not offered. */
export function ParcelButtons({ parcel }: { parcel: DeskParcel }) {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  const { why, id } = parcel;
  const { pending, run } = useRun(true);
  const direct = (send: typeof pack, done: string) => () =>
    run(
      () => send(desk.slug, { shipmentId: id }),
      () => toast({ title: done, tone: 'good' }),
    );
  const busy = { size: 'small', disabled: pending } as const;
  return (
    <>
      {why.pack ? null : (
        <Button {...busy} onClick={direct(pack, t('pack.done'))}>
          {t('pack.submit')}
        </Button>
      )}
      {why.undoPick ? null : (
        <Button {...busy} variant="quiet" onClick={direct(unpick, t('unpick.done'))}>
          {t('unpick.submit')}
        </Button>
      )}
      {why.undoPack ? null : (
        <>
          <ActButton act="ship" of={id} why={null} label={t('ship.button')} size="small" />
          <Button {...busy} variant="quiet" onClick={direct(unpack, t('unpack.done'))}>
            {t('unpack.submit')}
          </Button>
        </>
      )}
      {why.deliver ? null : (
        <ActButton act="deliver" of={id} why={null} label={t('deliver.button')} size="small" />
      )}
      {why.correctTracking ? null : (
        <ActButton
          act="correct"
          of={id}
          why={null}
          label={t('correct.button')}
          size="small"
          variant="quiet"
        />
      )}
      {why.cancelParcel ? null : (
        <ActButton act="recall" of={id} why={null} label={t('recall.button')} size="small" variant="quiet" />
      )}
    </>
  );
}
