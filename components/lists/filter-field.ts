import type { FieldKind, Operator } from '@/lib/lists/filter';

type Choice = { value: string; label: string };

/** One field of a list's filter in words, as the popover needs it. */
export type FilterField = {
  key: string;
  label: string;
  kind: FieldKind;
  operators: readonly (Choice & { value: Operator })[];
  /** What may be chosen; without it something is typed. */
  options: readonly Choice[] | null;
};
/** The fields, and the currency amounts are given in. */
export type FilterFields = { fields: FilterField[]; currency: string };
