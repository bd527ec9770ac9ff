import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallNode, type SmallNode } from '../fixture/open-node.ts';
import { runInFolder } from './terminal.ts';

let small: SmallNode;
beforeAll(async () => {
  small = await smallNode();
});
afterAll(() => small.close());

test('a report of each dataset: issues, tests, amendments and MIDS', async () => {
  const { code, stdout } = await runInFolder(small.folder, ['quality']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/\(herbarium\): 40 objects/u);
  expect(stdout).toMatch(/\(workshop\): 5 objects/u);
  expect(stdout).toContain('Amendments proposed, none of them made');
  expect(stdout).toMatch(/^ +40 +100\.0 % +VALIDATION_LICENSE_NOTEMPTY$/mu);
  expect(stdout).toContain('Level of MIDS');
});

test('one dataset alone, for programs', async () => {
  const { stdout, stderr } = await runInFolder(small.folder, ['quality', 'herbarium', '--json']);
  expect(stderr).toBe('');
  const { datasets } = JSON.parse(stdout);
  expect(datasets).toHaveLength(1);
  expect(datasets[0]).toMatchObject({ key: 'herbarium', records: 40 });
});

test('what there is to mend, a row for each finding, with what was written and what is proposed', async () => {
  const { code } = await runInFolder(small.folder, ['quality', 'herbarium', '--output', 'mend.csv', '--quiet']);
  expect(code).toBe(0);
  const [head, ...rows] = readFileSync(join(small.folder, 'mend.csv'), 'utf8').trimEnd().split('\r\n');
  expect(head).toBe('dataset,key,catalogNumber,file,line,what,term,value,proposal,meaning');
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.every((row) => row.startsWith('herbarium,'))).toBe(true);
  expect(rows.some((row) => row.includes('AMENDMENT_EVENT_FROM_EVENTDATE'))).toBe(true);
  // Values that are only missing are counted in the report; here they would bury the others.
  expect(rows.join('\n')).not.toContain('_NOTEMPTY');
});

test('an unknown dataset is named, with those there are', async () => {
  const { code, stderr } = await runInFolder(small.folder, ['quality', 'herbarum']);
  expect(stderr).toContain('did you mean herbarium?');
  expect(code).toBe(1);
});
