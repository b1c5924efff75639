'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useSelection } from '@/components/ui/selection';
import type { BulkAction } from '@/lib/bulk/bulk-state';
import { BulkDialog } from './bulk-dialog';

const AT_HAND: readonly BulkAction[] = ['confirm', 'tag', 'hold'];
const MORE: readonly BulkAction[] = ['release', 'markPaid', 'ship', 'cancel'];

export interface BulkButtonsProps {
  slug: string;
  /** What this person may do. */
  allowed: readonly BulkAction[];
  /** The list's address, for "all that match". */
  search: string;
  /** How many it finds, as it is said, and as a number: capped. */
  found: { words: string; count: number };
}

/** What can be done with the ticked orders, or with all the list finds. */
export function BulkButtons(props: BulkButtonsProps) {
  const t = useTranslations('bulk');
  const { ids, clear } = useSelection();
  const [all, setAll] = useState(false);
  const [act, setAct] = useState<BulkAction | null>(null);
  const { slug, allowed, search, found } = props;
  const more = MORE.filter((action) => allowed.includes(action));
  return (
    <>
      {found.count > ids.length ? (
        <Button variant="quiet" size="small" aria-pressed={all} onClick={() => setAll(!all)}>
          {t(all ? 'bar.some' : 'bar.all', { count: found.words })}
        </Button>
      ) : null}
      {AT_HAND.filter((action) => allowed.includes(action)).map((action) => (
        <Button key={action} variant="quiet" size="small" onClick={() => setAct(action)}>
          {t(`acts.${action}`)}
        </Button>
      ))}
      {more.length > 0 ? (
        <Menu
          trigger={{
            label: (
              <>
                {t('bar.more')}
                <ChevronDown aria-hidden="true" />
              </>
            ),
            size: 'small',
            variant: 'quiet',
          }}
        >
          {more.map((action) => (
            <MenuItem key={action} danger={action === 'cancel'} onSelect={() => setAct(action)}>
              {t(`acts.${action}`)}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
      {act ? (
        <BulkDialog
          key={act}
          slug={slug}
          action={act}
          orders={all ? { search } : { ids: [...ids] }}
          found={found}
          close={(started) => {
            setAct(null);
            if (started) clear();
          }}
        />
      ) : null}
    </>
  );
}
