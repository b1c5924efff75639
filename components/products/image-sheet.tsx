'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormInSheet } from '@/components/settings/form-in-sheet';
import type { Save } from '@/components/settings/use-saving';
import { Field } from '@/components/ui/field';
import { ImagePicker } from '@/components/ui/image-picker';
import { type Id, newId, type ProductId } from '@/lib/core/ids';
import type { ActionResult } from '@/lib/web/action-result';

export type Upload = { productId: ProductId; id: Id<'img'>; bytes: Uint8Array };

/** Chooses a picture for a product; the server makes of it what browsers are shown. */
export function ImageSheet(props: {
  storeSlug: string;
  productId: ProductId;
  has: boolean;
  denied: string | null;
  save: Save<Upload, unknown>;
}) {
  const t = useTranslations('catalog');
  const [id, setId] = useState(() => newId('img'));
  async function send(slug: string, file: File): Promise<ActionResult<unknown>> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return props.save(slug, { productId: props.productId, id, bytes });
  }
  return (
    <FormInSheet
      storeSlug={props.storeSlug}
      texts={{ title: t('image.title'), description: t('image.rules'), submit: t('image.save') }}
      trigger={{
        label: t(props.has ? 'image.replace' : 'image.add'),
        size: 'small',
        reason: props.denied ? { text: props.denied } : null,
      }}
      toInput={fileOf}
      save={send}
      onSaved={() => setId(newId('img'))}
    >
      {(errors) => (
        <Field label={t('image.file')} error={errors.bytes}>
          <ImagePicker name="file" multiple={false} />
        </Field>
      )}
    </FormInSheet>
  );
}

function fileOf(form: FormData): File {
  const file = form.get('file');
  return file instanceof File ? file : new File([], '');
}
