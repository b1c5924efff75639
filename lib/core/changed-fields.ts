/** The names of the facts that differ, in the order the new ones are given. */
export function changedFields<T extends Record<string, unknown>, N extends Partial<T>>(
  before: T,
  after: N,
): (keyof N & string)[] {
  const fields: (keyof N & string)[] = [];
  for (const field in after) {
    const old: unknown = before[field];
    if (old !== after[field]) fields.push(field);
  }
  return fields;
}
