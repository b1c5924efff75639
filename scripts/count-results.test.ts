import { describe, expect, it } from 'vitest';
import { playwrightTotals, vitestTotals } from './count-results.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe('vitestTotals', () => {
  it('counts passed and failed tests', () => {
    const report = {
      numPassedTests: 2,
      numFailedTests: 1,
      testResults: [file('failed', 'passed', 'failed')],
    };
    expect(vitestTotals(report, 1)).toEqual({ passed: 2, failed: 1 });
  });

  it('counts a file that could not be loaded', () => {
    const report = {
      numPassedTests: 2,
      numFailedTests: 0,
      testResults: [file('passed', 'passed'), file('failed')],
    };
    expect(vitestTotals(report, 1)).toEqual({ passed: 2, failed: 1 });
  });

  it('is never green when the command failed or wrote nothing', () => {
    expect(vitestTotals({ numPassedTests: 3, numFailedTests: 0, testResults: [] }, 1)).toEqual({
      passed: 3,
      failed: 1,
    });
    expect(vitestTotals(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('playwrightTotals', () => {
  it('counts a flaky test as failed', () => {
    expect(playwrightTotals({ stats: { expected: 4, unexpected: 1, flaky: 1 } }, 1)).toEqual({
      passed: 4,
      failed: 2,
    });
  });

  it('is never green when the command failed', () => {
    expect(playwrightTotals({ stats: { expected: 0, unexpected: 0, flaky: 0 } }, 1)).toEqual({
      passed: 0,
      failed: 1,
    });
  });
});
