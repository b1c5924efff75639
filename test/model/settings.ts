/** How long a walk is and how many are taken: few in the suite; MODEL_RUNS=500 MODEL_MINUTES=20 before a release. */
export function modelSettings() {
  const { MODEL_RUNS, MODEL_MINUTES, MODEL_SEED, MODEL_PATH } = process.env;
  const runs = Number(MODEL_RUNS ?? 10);
  return {
    runs,
    steps: 40,
    limitMs: MODEL_MINUTES ? Number(MODEL_MINUTES) * 60_000 : 25_000,
    /** As a failure printed them: the same walk again. */
    seed: MODEL_SEED === undefined ? undefined : Number(MODEL_SEED),
    path: MODEL_PATH,
  };
}
