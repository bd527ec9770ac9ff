/*
 * The examples that TDWG's definitions of the 110 tests of data quality give with their statuses and results (two a test), as far as
 * no authority beyond the program is needed: taxa, gazetteers, boundaries of provinces, centres of countries and annotations are not
 * at hand. An example is right when status and result are both as stated.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess, formatResult } from '../../src/quality/assess.ts';
import { readTerms } from '../../src/quality/terms.ts';
import { QUALITY_TESTS } from '../../src/quality/test-list.ts';
import type { Score } from './score.ts';

const FILE = join(import.meta.dirname, '../../../shared/data/bdq/TG2_tests.csv');
const EXAMPLE =
  /\[([^[\]]*(?:\[null\][^[\]]*)*?):\s*:?\s*Response\.status=([A-Z_]+)(?:,\s*Response\.result=(.*?))?,\s*Response\.comment=/gsu;

/** Quotes and spaces are written in several ways; NOT_REPORTED stands for no result. */
function plain(text: string): string {
  return text.replace(/["\s]|NOT_REPORTED/gu, '');
}

export function evaluate(): Promise<Score[]> {
  if (!existsSync(FILE)) return Promise.resolve([]);
  const text = readFileSync(FILE, 'utf8').replace(/[“”]/gu, '"').replaceAll('""', '"');
  const ids = new Map(QUALITY_TESTS.map(({ id, label }) => [label, id]));
  const missed: string[] = [];
  let total = 0;
  for (const row of text.split(/\n(?="[A-Z]+_)/u).slice(1)) {
    const label = /^"([A-Z_]+)"/u.exec(row)?.[1] ?? '';
    for (const [, input = '', status = '', result = ''] of row.matchAll(EXAMPLE)) {
      const record = Object.fromEntries(
        Array.from(input.matchAll(/([\w:]+)="([^"]*)"/gu), ([, term = '', value = '']) => [term, value]),
      );
      const answer = assess(readTerms(record)).find(({ id }) => id === ids.get(label));
      if (answer === undefined || answer.status === 'EXTERNAL_PREREQUISITES_NOT_MET') continue;
      total += 1;
      const isRight = answer.status === status && plain(formatResult(answer.result)) === plain(result);
      if (!isRight) missed.push(`${label}: ${answer.status} ${formatResult(answer.result)}`);
    }
  }
  const score = { set: "TDWG's examples of its data quality tests", measure: 'status and result' };
  return Promise.resolve([{ ...score, right: total - missed.length, total, missed }]);
}
