import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isReached, percentile, type Measurement } from '../../bench/measurement.ts';
import { formatDocument, type Result } from '../../bench/table.ts';

const program = resolve(import.meta.dirname, '../../dist/bench/main.js');

describe.skipIf(!existsSync(program))('the bench at a tiny size', () => {
  const work = mkdtempSync(join(tmpdir(), 'collectome-bench-'));
  let result: Result;
  afterAll(() => rmSync(work, { recursive: true }));

  beforeAll(() => {
    const options = ['--records', '2000', '--datasets', '2', '--seconds', '1', '--work', work];
    const { status, stderr } = spawnSync(process.execPath, [program, ...options], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the bench failed: ${stderr}`);
    result = JSON.parse(readFileSync(join(work, 'result-2000-2.json'), 'utf8')) as Result;
  }, 240_000);

  const find = (name: string) =>
    Object.values(result.parts)
      .flat()
      .find((measurement) => measurement.name.startsWith(name));

  test('measures every goal, and says how each was measured against plain means where there are some', () => {
    const names = [
      'build, zip',
      'build as a multiple of that without linking',
      'one claim of a person published',
      'facets (8)',
      'facets, page, total: 5 %',
      'text: a word in 1 %',
      'map grid',
      'histogram',
      'record page',
      '50 clients',
      'start to first answer',
    ];
    expect(names.filter((name) => find(name)?.goal === undefined)).toEqual([]);
    expect(find('build, zip')?.reference).toBeGreaterThan(0);
    expect(find('facets, page, total: 5 %')?.reference).toBeGreaterThan(0);
  });

  test('answers without errors', () => {
    expect(find('50 clients, mixed, 1 s: errors')?.value).toBe(0);
  });

  test('takes the dataset over that did not change', () => {
    expect(find('rebuild as a share')?.note).toBe('1 parts taken over');
  });
});

describe('figures', () => {
  test.each([
    [[3, 1, 2], 0.5, 2],
    [[5], 0.95, 5],
    [[], 0.5, 0],
    [[1, 2, 3, 4], 1, 4],
  ])('percentile of %j at %d is %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });

  const measured: Measurement = { name: 'a | b', value: 12, unit: 'ms', goal: { limit: 10, better: 'less' } };

  test('a goal is reached up to its limit', () => {
    expect(isReached(measured)).toBe(false);
    expect(isReached({ ...measured, value: 10 })).toBe(true);
    expect(isReached({ ...measured, goal: { limit: 10, better: 'more' } })).toBe(true);
    expect(isReached({ name: 'free', value: 1, unit: '' })).toBeUndefined();
  });

  test('a goal that is not reached is marked in the document', () => {
    const document = formatDocument({
      records: 10,
      datasets: 1,
      machine: 'M',
      parts: { build: [measured] },
      runs: { build: { date: '2026-01-02', loadBefore: 0, loadAfter: 1.26, remark: 'not linked' } },
    });
    expect(document).toContain('  - build: 2026-01-02, load average before 0.0 and after 1.3; not linked\n');
    expect(document).toContain('| a \\| b | 12 ms |  | ≤ 10 ms | **no** |  |');
  });
});
