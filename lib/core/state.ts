/** One step of a state table: from which statuses, to which. */
export type Step<S extends string> = { from: readonly S[]; to: S };
export type StateTable<S extends string> = Record<string, Step<S>>;

/** Whether a step may start from a status. The same table writes the guard's WHERE and disables the button. */
export function mayStep<S extends string>(step: Step<S>, status: S): boolean {
  return step.from.includes(status);
}

/** A fact that blocks an action, as a message key; `clear` names the action that removes it. */
export type Block = { key: string; params?: Record<string, string | number>; clear?: string };
export type ActionState = { allowed: boolean; blocks: Block[] };

export const open: ActionState = { allowed: true, blocks: [] };

export function blockedBy(blocks: (Block | false | null | undefined)[]): ActionState {
  const facts = blocks.filter((block): block is Block => Boolean(block));
  return facts.length === 0 ? open : { allowed: false, blocks: facts };
}
