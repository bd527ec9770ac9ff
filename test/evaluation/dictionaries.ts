/*
 * GBIF's dictionaries of raw values as its publishers wrote them, with the value that people gave each (gbif/parsers). The
 * dictionaries are read where they stand; of a value that GBIF leaves without a
 * meaning (countries: ZZ) nothing is asked.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBasisOfRecord } from '../../src/vocabulary/basis-of-record.ts';
import { findRank } from '../../src/vocabulary/ranks.ts';
import { findSex } from '../../src/vocabulary/sex.ts';
import { findTypeStatus } from '../../src/vocabulary/type-status.ts';
import { readCountry } from '../../src/interpret/country-name.ts';
import type { Score } from './score.ts';

const FOLDER = join(import.meta.dirname, '../../../shared/data/gbif-parsers/main/resources/dictionaries/parse');

interface Dictionary {
  readonly file: string;
  readonly measure: string;
  readonly read: (text: string) => string | undefined;
}

/** GBIF writes its values as constants: `TYPE_SPECIES`. */
function constant(value: string | undefined): string | undefined {
  return value?.toUpperCase().replaceAll(' ', '_');
}

const DICTIONARIES: readonly Dictionary[] = [
  { file: 'countryName.tsv', measure: 'country code', read: (text) => readCountry(text)?.certain },
  { file: 'basisOfRecord.tsv', measure: 'basis of record', read: findBasisOfRecord },
  { file: 'typeStatus.tsv', measure: 'type status', read: (text) => constant(findTypeStatus(text)) },
  { file: 'sex.tsv', measure: 'sex', read: (text) => constant(findSex(text)) },
  { file: 'rank.tsv', measure: 'rank', read: (text) => constant(findRank(text)) },
];

export function evaluate(): Promise<Score[]> {
  if (!existsSync(FOLDER)) return Promise.resolve([]);
  const scores = DICTIONARIES.map(({ file, measure, read }): Score => {
    const rows = readFileSync(join(FOLDER, file), 'utf8')
      .split('\n')
      .flatMap((line): [string, string][] => {
        const [raw = '', value = ''] = line.split('\t').map((cell) => cell.trim());
        return raw === '' || raw.startsWith('#') || value === '' || value === 'ZZ' ? [] : [[raw, value]];
      });
    const missed = rows.filter(([raw, value]) => read(raw) !== value);
    return {
      set: "GBIF's dictionaries",
      measure,
      right: rows.length - missed.length,
      total: rows.length,
      wrong: missed.filter(([raw]) => read(raw) !== undefined).length,
      missed: missed.slice(0, 10).map(([raw]) => raw),
    };
  });
  return Promise.resolve(scores);
}
