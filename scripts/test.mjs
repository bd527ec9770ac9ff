// Runs the tests and ends with the line that continuous integration counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'collectome-test-'));
const report = join(folder, 'report.json');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const { status } = spawnSync(process.execPath, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});

let result;
try {
  result = JSON.parse(readFileSync(report, 'utf8'));
} catch {
  console.error('The test runner ended without a report.');
  process.exit(1);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const skipped = result.testResults
  .flatMap((file) => file.assertionResults)
  .filter(({ status: s }) => s !== 'passed' && s !== 'failed');
for (const test of skipped) console.log(`not run: ${test.fullName}`);
console.log(`${result.numPassedTests} passed, ${result.numFailedTests} failed`);
process.exit(status ?? 1);
