export type Counts = { passed: number; failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number } };

export function vitestTotals(report: VitestReport | undefined, code: number): Counts;
export function playwrightTotals(report: PlaywrightReport | undefined, code: number): Counts;
export function vitestTotalsOf(file: string, code: number): Counts;
export function playwrightTotalsOf(file: string, code: number): Counts;
