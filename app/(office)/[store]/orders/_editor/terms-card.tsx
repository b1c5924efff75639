'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { DiscountField } from './discount-field';
import type { Draft, EditorProps } from './draft';

/** How it is paid, what is taken off and why, and what colleagues should know. */
export function TermsCard(props: {
  editor: EditorProps;
  draft: Draft;
  note: string;
  errors: Record<string, string>;
  onChange: (more: Partial<Draft>) => void;
  onNote: (note: string) => void;
}) {
  const t = useTranslations('order-desk');
  const { editor, draft, errors, onChange } = props;
  const discounted = draft.discount !== null || draft.lines.some(({ discount }) => discount !== null);
  return (
    <Card title={t('terms.title')}>
      <div className="flex flex-col gap-3">
        <Field
          label={t('terms.payment')}
          help={t(`terms.help.${draft.paymentMethod}`, { automatic: String(editor.automatic) })}
          error={errors.paymentMethod}
        >
          <NativeSelect
            value={draft.paymentMethod}
            options={editor.payments}
            onChange={(event) => {
              const chosen = editor.payments.find(({ value }) => value === event.target.value);
              if (chosen) onChange({ paymentMethod: chosen.value });
            }}
          />
        </Field>
        {editor.mayDiscount ? (
          <fieldset className="flex flex-col gap-1">
            <legend className="mb-1 text-13 font-medium">{t('terms.discount')}</legend>
            <DiscountField
              name={t('terms.wholeOrder')}
              currency={editor.currency}
              discount={draft.discount}
              onChange={(discount) => onChange({ discount })}
            />
          </fieldset>
        ) : null}
        {discounted ? (
          <Field label={t('terms.reason')} help={t('terms.reasonHelp')} error={errors.discountReason}>
            <TextInput
              value={draft.discountReason}
              maxLength={200}
              onChange={(event) => onChange({ discountReason: event.target.value })}
            />
          </Field>
        ) : null}
        <Field label={t('note.label')} optional help={t('note.placeholder')}>
          <Textarea
            value={props.note}
            rows={2}
            maxLength={4000}
            onChange={(event) => props.onNote(event.target.value)}
          />
        </Field>
        {editor.notes.length > 0 ? (
          <ul className="flex flex-col gap-2">
            {editor.notes.map(({ id, body, by }) => (
              <li
                key={id}
                className="rounded-control bg-warn-soft px-2.5 py-2 break-words whitespace-pre-line"
              >
                {body} <span className="text-13 text-ink-2">{by}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </Card>
  );
}
