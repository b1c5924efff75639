'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FailureNotice } from '@/components/settings/failure-notice';
import { type Save, useSaving } from '@/components/settings/use-saving';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Menu, MenuItem, MenuLink } from '@/components/ui/menu';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ProductActions } from '@/lib/catalog/product-state';
import type { ProductId } from '@/lib/core/ids';
import type { Block } from '@/lib/core/state';

type Step = Save<{ productId: ProductId }, unknown>;

/** The next step of a product as its primary button, the rest in a menu. What is blocked says why. */
export function ProductActionBar(props: {
  storeSlug: string;
  productId: ProductId;
  /** Why nothing may be done, when the person's role does not include it. */
  denied: string | null;
  actions: ProductActions;
  primary: 'activate' | 'edit';
  activate: Step;
  archive: Step;
}) {
  const t = useTranslations('catalog');
  const { storeSlug, productId, denied, actions } = props;
  const [asking, setAsking] = useState(false);
  const activating = useSaving(storeSlug, props.activate);
  const archiving = useSaving(storeSlug, props.archive);
  const why = (blocks: readonly Block[]) =>
    denied ?? (blocks[0] ? t(blockKey(blocks[0]), blocks[0].params) : null);
  const failure = activating.failure ?? archiving.failure;
  return (
    <>
      <Menu trigger={{ label: t('actions.more') }}>
        <MenuItem reason={why(actions.archive.blocks)} onSelect={() => setAsking(true)} danger>
          {t('actions.archive')}
        </MenuItem>
        {props.primary === 'activate' && !denied ? (
          <MenuLink href={`/${storeSlug}/products/${productId}/edit`}>{t('actions.edit')}</MenuLink>
        ) : null}
      </Menu>
      {props.primary === 'activate' ? (
        <SubmitButton
          pending={activating.pending}
          reason={why(actions.activate.blocks)}
          onClick={() => activating.send({ productId })}
        >
          {t('actions.activate')}
        </SubmitButton>
      ) : null}
      <ConfirmDialog
        title={t('archive.title')}
        confirmLabel={t('actions.archive')}
        onConfirm={() => archiving.send({ productId })}
        open={asking}
        onOpenChange={setAsking}
      >
        {t('archive.body')}
      </ConfirmDialog>
      {failure ? (
        <div className="basis-full">
          <FailureNotice failure={failure} />
        </div>
      ) : null}
    </>
  );
}

/** `catalog.blocks.x` as this area's own key. */
export const blockKey = (block: Block) => block.key.replace(/^catalog\./, '');
