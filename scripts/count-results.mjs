// Totals out of the reporters' JSON. A run that broke before it could say so counts as one failure.
import { readFileSync } from 'node:fs';

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const settle = ({ passed, failed }, code) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed });

/** Vitest's JSON: a file that could not even be loaded has no failed test, but failed. */
export function vitestTotals(report, code) {
  if (!report) return settle({ passed: 0, failed: 0 }, code || 1);
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return settle({ passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length }, code);
}

/** Playwright's JSON: flaky counts as failed, since nothing is retried. */
export function playwrightTotals(report, code) {
  if (!report) return settle({ passed: 0, failed: 0 }, code || 1);
  const { expected, unexpected, flaky } = report.stats;
  return settle({ passed: expected, failed: unexpected + flaky }, code);
}

export const vitestTotalsOf = (file, code) => vitestTotals(readJson(file), code);
export const playwrightTotalsOf = (file, code) => playwrightTotals(readJson(file), code);
