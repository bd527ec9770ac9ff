/**
 * Gatherings, by a whole build: of 20,000 generated records those with a known collector and day, and of every second one a copy as another
 * museum would keep it: the list of collectors turned round, the place in capitals or only its words before the comma, the number with
 * "No." before it, coordinates rounded or left out, and where there is a number the date cut to its month in every third, left out in
 * every ninth. Both are built into a node, so that names are read and people linked as always. In truth two records are of one gathering
 * when one is the other's copy, or when first collector, day and place are the same.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Edition } from '../../src/catalogue/edition.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { COLUMNS, Records } from '../../src/generate/record.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { addSource, initNode } from '../../src/ingest/configuration.ts';
import { mostFrequent, type Score } from './score.ts';

const RECORDS = 20_000;
const SEED = 31;

type Row = Map<string, string>;

export async function evaluate(): Promise<readonly Score[]> {
  const { originals, copies, originOf } = makeRows();
  const folder = mkdtempSync(join(tmpdir(), 'collectome-gatherings-'));
  try {
    const gatherings = await build(folder, { originals, copies });
    const byOrigin = Map.groupBy(originOf, ([, origin]) => origin);
    const total = [...byOrigin.values()].reduce((sum, { length }) => sum + pairs(length), 0);
    let together = 0;
    let right = 0;
    const isTogether = new Set<string>();
    for (const members of gatherings) {
      together += pairs(members.length);
      for (const own of Map.groupBy(members, (identifier) => originOf.get(identifier)).values()) {
        right += pairs(own.length);
        if (own.length > 1) for (const identifier of own) isTogether.add(identifier);
      }
    }
    const missed = copies.filter((row) => !isTogether.has(row.get('occurrenceID')!));
    return [
      {
        set: `gatherings: ${RECORDS} generated records and copies, built into a node`,
        measure: 'pairs of one gathering',
        right,
        wrong: together - right,
        total,
        missed: mostFrequent(missed.map((row) => `${row.get('recordedBy')}, ${row.get('eventDate')}`)),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

function makeRows() {
  const source = new Records(SEED);
  const originals: Row[] = [];
  const copies: Row[] = [];
  const originOf = new Map<string, string>();
  for (let number = 0; number < RECORDS; number += 1) {
    const { cells, truth } = source.record(number);
    const { span, place, collectors } = truth;
    const [first] = collectors;
    if (first === undefined || span === undefined || span.begin !== span.end) continue;
    const row: Row = new Map(COLUMNS.map((column, index) => [column, cells[index] ?? '']));
    const origin = `${first.id} ${span.begin} ${place.id}`;
    originals.push(row);
    originOf.set(row.get('occurrenceID')!, origin);
    if (number % 2 !== 0) continue;
    const copy = copyOf(row, number);
    copies.push(copy);
    originOf.set(copy.get('occurrenceID')!, origin);
  }
  return { originals, copies, originOf };
}

function copyOf(row: Row, number: number): Row {
  const copy = new Map(row);
  const put = (column: (typeof COLUMNS)[number], value: string) => copy.set(column, value);
  const of = (column: (typeof COLUMNS)[number]) => row.get(column) ?? '';
  put('occurrenceID', `${of('occurrenceID')}:copy`);
  put('catalogNumber', `X ${number}`);
  put('recordedBy', turnRound(of('recordedBy')));
  const recordNumber = of('recordNumber');
  if (recordNumber !== '') {
    put('recordNumber', `No. ${recordNumber}`);
    const cut = number % 9 === 0 ? 0 : number % 3 === 0 ? 7 : 10;
    put('eventDate', of('eventDate').slice(0, cut));
    if (cut < 10) for (const column of ['verbatimEventDate', 'year', 'month', 'day'] as const) put(column, '');
  }
  const locality = of('locality');
  put('locality', number % 4 === 0 ? (locality.split(',')[0] ?? locality) : locality.toUpperCase());
  put('verbatimLocality', '');
  for (const column of ['decimalLatitude', 'decimalLongitude'] as const) {
    const degrees = Number(of(column));
    if (of(column) !== '') put(column, number % 5 === 0 || Number.isNaN(degrees) ? '' : degrees.toFixed(2));
  }
  return copy;
}

/** The last of several people first, where it is plain where one ends. */
function turnRound(text: string): string {
  for (const separator of [' | ', '; ', ' & '])
    if (text.includes(separator)) return text.split(separator).toReversed().join(separator);
  return text;
}

/** Builds a node of two museums; the identifiers of the records of each gathering. */
async function build(
  folder: string,
  museums: Readonly<Record<'originals' | 'copies', readonly Row[]>>,
): Promise<readonly (readonly string[])[]> {
  initNode(folder, { name: 'Gatherings', base: 'https://gatherings.example' });
  mkdirSync(join(folder, 'exports'));
  const profile = join(folder, 'profiles', 'generated.yaml');
  writeFileSync(
    profile,
    JSON.stringify({
      format: 'csv',
      records: { type: 'object', identifier: 'occurrenceID' },
      columns: Object.fromEntries(COLUMNS.map((column) => [column, column])),
    }),
  );
  for (const [key, rows] of Object.entries(museums)) {
    const path = join(folder, 'exports', `${key}.csv`);
    const lines = [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row.get(column) ?? ''))];
    writeFileSync(
      path,
      lines.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
    );
    addSource(folder, { path, profile, key });
  }
  const { edition } = await buildEdition(folder);
  await using opened = await Edition.open(pathsOf(folder).edition(edition.name));
  const rows = await opened.database.query<{ identifiers: readonly string[] }>(
    'select list(r.identifier) as identifiers from gathering_link l join record r using (rid) group by l.gatheringKey',
  );
  return rows.map(({ identifiers }) => identifiers);
}
