import { readFileSync } from 'node:fs';
import { interpretScientificName, type InterpretedName } from '../../src/interpret/scientific-name.ts';
import { mostFrequent, type Score } from './score.ts';

/*
 * names.tsv: 520 distinct names, drawn by the lowest SHA-256 of "collectome names 1:" and the name. 150 of iDigBio's 10,000 records
 * (column `name`, small letters as its publisher gives them), 60 of MyCoPortal's Agaricales (name and author), 200 of the benchmark list
 * of GBIF's name parser, 110 of the Darwin Core fixtures of ChecklistBank (names that are broken by a wrong encoding left out). A name is
 * in the frozen half when the SHA-256 of "half 1:" and the name is odd. Labelled by hand before the parser was written; "?" stands where
 * two readers could differ. `name` has no marks of rank and no hybrid signs; `authorship` is who published it, without notes, as written.
 * Viruses, hybrids that are named by their parents, and placeholders are labelled unparsable.
 */
interface LabelledName {
  readonly set: string;
  readonly written: string;
  readonly status: string;
  readonly name: string;
  readonly rank: string;
  readonly authorship: string;
}

function readLabels(): readonly LabelledName[] {
  const lines = readFileSync(new URL('names.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [half = '', from = '', written = '', status = '', name = '', rank = '', authorship = ''] = line.split('\t');
    return { set: `names: ${from}, ${half} half`, written, status, name, rank, authorship };
  });
}

const MARK = /\b(?:notho)?(?:subsp|ssp|var|subvar|f|subf|convar|pv|bv|m|ab|sp|subgen|sect|ser)\.(?= |$)|×/gu;

function bareName({ canonical }: InterpretedName): string {
  return (canonical ?? '').replaceAll(MARK, ' ').replaceAll(/[()]/gu, '').replaceAll(/\s+/gu, ' ').trim();
}

/** Authors with one sign between them, without spaces, in small letters. */
function squashed(authorship: string): string {
  return authorship
    .toLowerCase()
    .replaceAll(/[,\s]*(?<!\d)(\d{4})/gu, '#$1')
    .replaceAll(/\s+ex\s+/gu, '^')
    .replaceAll(/\s+(?:et al\.?)/gu, '&al.')
    .replaceAll(/\s*(?:,|\set\s|\sand\s)\s*/gu, '&')
    .replaceAll(/[’‘]/gu, "'")
    .replaceAll(/\s/gu, '');
}

function printed({ authorship }: InterpretedName): string {
  const part = ({ authors, exAuthors, year }: InterpretedName['authorship']['basionym']) =>
    `${exAuthors.length > 0 ? `${exAuthors.join('&')} ex ` : ''}${authors.join('&')}${year === null ? '' : ` ${year}`}`;
  const basionym = part(authorship.basionym);
  return `${basionym === '' ? '' : `(${basionym})`}${part(authorship.combination)}`;
}

const MEASURES: readonly (readonly [
  measure: string,
  label: (row: LabelledName) => string,
  read: (name: InterpretedName) => string,
])[] = [
  ['status', ({ status }) => status, ({ status }) => status],
  ['name', ({ name }) => name, bareName],
  ['rank', ({ rank }) => rank, ({ rank }) => rank ?? ''],
  [
    'authorship',
    ({ authorship }) => (authorship === '?' ? '?' : squashed(authorship)),
    (name) => squashed(printed(name)),
  ],
];

/** How names, ranks and authors were read, by source and half. */
export function evaluate(): Promise<Score[]> {
  const rows = readLabels().map((label) => ({ label, read: interpretScientificName(label.written) }));
  const sets = [...new Set(rows.map(({ label }) => label.set))].toSorted();
  return Promise.resolve(
    sets.flatMap((set) =>
      MEASURES.map(([measure, labelOf, readOf]): Score => {
        const compared = rows.filter(({ label }) => label.set === set && labelOf(label) !== '?');
        const missed = compared.filter(({ label, read }) => labelOf(label) !== readOf(read));
        const shown = set.includes('frozen') ? [] : mostFrequent(missed.map(({ label }) => label.written));
        return { set, measure, right: compared.length - missed.length, total: compared.length, missed: shown };
      }),
    ),
  );
}
