/** A list's columns: the fixed one leads each row to its page, the usual ones are shown until somebody chooses. */
export type ColumnPlan<K extends string> = { fixed: K; usual: readonly K[]; all: readonly K[] };

export const MOST_COLUMNS = 40;

/** The columns to show, in order: what was chosen and still exists, behind the fixed one. */
export function shownColumns<K extends string>(
  plan: ColumnPlan<K>,
  chosen: readonly string[] | null | undefined,
): K[] {
  if (!chosen) return [plan.fixed, ...plan.usual];
  const known = chosen.flatMap((key) => plan.all.find((one) => one === key) ?? []);
  return [plan.fixed, ...new Set(known.filter((key) => key !== plan.fixed))];
}
