'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { contrastTenths, contrastWithWhite, NEEDED_CONTRAST } from '@/lib/stores/brand-contrast';

/** The brand's colour, typed or picked, with how it will look and whether white can be read on it. */
export function BrandColorField(props: { initials: string; color: string; error?: string | undefined }) {
  const t = useTranslations('settings.identity');
  const [color, setColor] = useState(props.color);
  const contrast = contrastWithWhite(color);
  const shown = contrast === null ? '#57534d' : color;
  const verdict =
    contrast === null
      ? t('colorHelp')
      : t(contrast >= NEEDED_CONTRAST ? 'contrastGood' : 'contrastBad', {
          contrast: contrastTenths(contrast),
          needed: NEEDED_CONTRAST,
        });
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Field label={t('color')} help={verdict} error={props.error} className="flex-1">
        <TextInput
          name="brandColor"
          value={color}
          onChange={(event) => setColor(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          mono
          className="max-w-40"
          after={
            <input
              type="color"
              aria-label={t('pickColor')}
              value={contrast === null ? '#57534d' : color.toLowerCase()}
              onChange={(event) => setColor(event.target.value)}
              className="block size-6 cursor-pointer rounded-[5px] border-0 bg-transparent p-0"
            />
          }
        />
      </Field>
      <div className="flex items-center gap-2.5 pt-6" aria-hidden="true">
        <span
          className="grid size-8 place-items-center rounded-[6px] border border-line-strong text-xs font-semibold text-white"
          style={{ backgroundColor: shown }}
        >
          {props.initials.toUpperCase().slice(0, 3)}
        </span>
        <span
          className="rounded-control border border-line-strong px-3 py-1.5 text-sm font-medium text-white"
          style={{ backgroundColor: shown }}
        >
          {t('sampleButton')}
        </span>
      </div>
    </div>
  );
}
