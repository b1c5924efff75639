'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, use, useId } from 'react';
import { classNames } from './class-names';

interface FieldLink {
  id: string;
  describedBy: string | undefined;
  labelId: string;
  invalid: boolean;
  required: boolean;
}

const FieldContext = createContext<FieldLink | null>(null);

/** What a control inside a field must carry, so that label, help and error belong to it. */
export function useFieldControl() {
  const field = use(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
    'aria-required': field.required || undefined,
  };
}

/** The id of the surrounding field's label, for controls that are not labelable elements. */
export function useFieldLabelId(): string | undefined {
  return use(FieldContext)?.labelId;
}

/** One control with its label above, its help below and its error in words. */
export function Field(props: {
  label: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const id = useId();
  const t = useTranslations('ui');
  const helpId = `${id}-help`;
  const errorId = `${id}-error`;
  const describedBy = classNames(props.error ? errorId : '', props.help ? helpId : '') || undefined;
  const link = {
    id,
    describedBy,
    labelId: `${id}-label`,
    invalid: Boolean(props.error),
    required: false,
  };
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', props.className)}>
      <label
        id={link.labelId}
        htmlFor={id}
        className={props.hideLabel ? 'sr-only' : 'flex items-baseline gap-1.5 text-13 font-medium'}
      >
        {props.label}
        {props.optional ? <span className="font-normal text-ink-3">{t('field.optional')}</span> : null}
      </label>
      <FieldContext value={link}>{props.children}</FieldContext>
      {props.error ? (
        <p id={errorId} className="flex items-start gap-1.5 text-13 text-bad">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          <span>{props.error}</span>
        </p>
      ) : null}
      {props.help ? (
        <p id={helpId} className="text-13 text-ink-3">
          {props.help}
        </p>
      ) : null}
    </div>
  );
}
