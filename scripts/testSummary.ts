/**
 * Prints the last test run as one line, 'N passed, N failed, N skipped'.
 *
 *   node scripts/testSummary.ts [--only-skip TEXT]
 *
 * With --only-skip it exits with 1 if a test whose full name lacks TEXT was skipped. Erasable TypeScript without
 * imports beyond Node's own, so that it runs wherever the tests do.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

interface VitestResults {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: { assertionResults: { fullName: string; status: string }[] }[];
}

const { values } = parseArgs({ options: { 'only-skip': { type: 'string' } } });
const results: VitestResults = JSON.parse(readFileSync('.cache/test-results.json', 'utf8'));
const skipped = results.testResults
  .flatMap((file) => file.assertionResults)
  .filter((test) => test.status !== 'passed' && test.status !== 'failed');
const allowed = values['only-skip'];
const forbidden = allowed === undefined ? [] : skipped.filter((test) => !test.fullName.includes(allowed));
for (const test of forbidden) console.error(`skipped, but must run here: ${test.fullName}`);
const failed = results.numFailedTests + (results.numFailedTests === 0 ? results.numFailedTestSuites : 0);
console.log(`${results.numPassedTests} passed, ${failed} failed, ${skipped.length} skipped`);
process.exitCode = forbidden.length > 0 || failed > 0 ? 1 : 0;
