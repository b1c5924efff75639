/** The names of the facts that differ, in the order the new ones are given. */
export function changedFields<T extends Record<string, unknown>>(before: T, after: Partial<T>): string[] {
  return Object.keys(after).filter((field) => before[field] !== after[field]);
}
