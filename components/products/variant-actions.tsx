'use client';

import { useTranslations } from 'next-intl';
import { FailureNotice } from '@/components/settings/failure-notice';
import { type Save, useSaving } from '@/components/settings/use-saving';
import { SubmitButton } from '@/components/ui/submit-button';
import type { VariantId } from '@/lib/core/ids';
import type { ActionState } from '@/lib/core/state';
import { blockKey } from './product-actions';

type Step = Save<{ variantId: VariantId }, unknown>;

/** Stops offering a variant, or offers it again. Both can be taken back, so neither asks. */
export function VariantActionBar(props: {
  storeSlug: string;
  variantId: VariantId;
  archived: boolean;
  denied: string | null;
  archiving: ActionState;
  archive: Step;
  restore: Step;
}) {
  const t = useTranslations('catalog');
  const { archived, denied, archiving, variantId } = props;
  const { send, pending, failure } = useSaving(props.storeSlug, archived ? props.restore : props.archive);
  const [block] = archived ? [] : archiving.blocks;
  return (
    <>
      <SubmitButton
        variant="default"
        pending={pending}
        reason={denied ?? (block ? t(blockKey(block), block.params) : null)}
        onClick={() => send({ variantId })}
      >
        {t(archived ? 'actions.restore' : 'actions.archive')}
      </SubmitButton>
      {failure ? (
        <div className="basis-full">
          <FailureNotice failure={failure} />
        </div>
      ) : null}
    </>
  );
}
