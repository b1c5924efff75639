'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { NativeSelect } from '@/components/ui/native-select';
import { NumberInput } from '@/components/ui/number-input';
import { ROLE_LIMITS, ROLE_NAMES, type RoleName } from '@/lib/access/permissions';
import type { Limits } from '@/lib/core/actor';
import { optionalWholeOf } from './form-reading';

/** The limits as typed; what was left empty is the role's own. */
export function limitsOf(form: FormData): Limits {
  const refundMinor = optionalWholeOf(form, 'refundMinor');
  const discountPercent = optionalWholeOf(form, 'discountPercent');
  return {
    ...(refundMinor === null ? {} : { refundMinor }),
    ...(discountPercent === null ? {} : { discountPercent }),
  };
}

export const roleOf = (text: string): RoleName => ROLE_NAMES.find((role) => role === text) ?? 'analyst';

/** Which role, and how far it reaches for this person. */
export function RoleFields(props: {
  currency: string;
  /** As it is now. */
  granted: { role: RoleName; limits: Limits };
  errors: Record<string, string>;
  children?: ReactNode;
}) {
  const t = useTranslations('settings.team');
  const [role, setRole] = useState(props.granted.role);
  const own = ROLE_LIMITS[role] ?? {};
  const { errors } = props;
  const { limits } = props.granted;
  return (
    <>
      <Field label={t('role')} help={t(`roleHelp.${role}`)} error={errors.role}>
        <NativeSelect
          name="role"
          value={role}
          onChange={(event) => setRole(roleOf(event.target.value))}
          options={ROLE_NAMES.map((name) => ({ value: name, label: t(`roles.${name}`) }))}
        />
      </Field>
      <Field
        label={t('refundLimit')}
        help={t('refundLimitHelp')}
        error={errors['limits/refundMinor']}
        optional
      >
        <MoneyInput
          key={`refund ${role}`}
          name="refundMinor"
          currency={props.currency}
          defaultMinor={limits.refundMinor ?? own.refundMinor ?? null}
        />
      </Field>
      <Field
        label={t('discountLimit')}
        help={t('discountLimitHelp')}
        error={errors['limits/discountPercent']}
        optional
      >
        <NumberInput
          key={`discount ${role}`}
          name="discountPercent"
          {...startWith(limits.discountPercent ?? own.discountPercent)}
          min={0}
          max={100}
          unit="%"
          className="max-w-40"
        />
      </Field>
      {props.children}
    </>
  );
}

const startWith = (value: number | undefined) => (value === undefined ? {} : { defaultValue: value });
