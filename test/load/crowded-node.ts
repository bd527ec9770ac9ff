import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { startServer, type RunningServer } from '../../src/cli/server.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { addSource, initNode } from '../../src/ingest/configuration.ts';
import { countLeases } from './clients.ts';

/** Who collected every second record, and what every third one is. */
export const COLLECTOR = 'Meer, Anna';
export const SPECIES = 'Bellis perennis';

const HEAD =
  'occurrenceID,basisOfRecord,catalogNumber,scientificName,recordedBy,eventDate,decimalLatitude,decimalLongitude,countryCode,locality,occurrenceRemarks,associatedMedia';
const WORDS = ['meadow', 'wall', 'river', 'stone', 'shade', 'road', 'garden', 'dune'] as const;
const PER_WRITE = 10_000;

/** Records that crowd on a few values, beside as many values that only one record has; the same for the same number. */
export function writeCrowdedCsv(path: string, records: number): void {
  const file = openSync(path, 'w');
  let lines = [HEAD];
  for (let row = 0; row < records; row++) {
    lines.push(lineOf(row));
    if (lines.length < PER_WRITE) continue;
    writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) writeSync(file, `${lines.join('\n')}\n`);
  closeSync(file);
}

function lineOf(row: number): string {
  const isSpecies = row % 3 === 0;
  const latitude = ((row * 7919) % 170_000) / 1000 - 85;
  const longitude = ((row * 104_729) % 360_000) / 1000 - 180;
  const year = 1800 + (row % 200);
  const words = [0, 3, 5].map((step) => WORDS[(row + step * row) % WORDS.length]);
  return [
    `urn:crowd:${row}`,
    'PreservedSpecimen',
    `C ${row}`,
    isSpecies ? SPECIES : `Bellis ${nameOf(row % 5000)}`,
    row % 2 === 0 ? `"${COLLECTOR}"` : `"${capital(nameOf(row))}, ${capital(nameOf(row + 1))}"`,
    `${year}-${String(1 + (row % 12)).padStart(2, '0')}`,
    latitude,
    longitude,
    '',
    `by the ${words.join(' and ')} ${row}`,
    `seen ${nameOf(row * 31)}`,
    isSpecies ? `pictures/${row}.jpg` : '',
  ].join(',');
}

/** A word of its own for each number, in letters alone. */
function nameOf(number: number): string {
  const consonants = 'bdfgklmnprstvz';
  const vowels = 'aeiou';
  let rest = number + 70 * 70;
  let name = '';
  for (; rest > 0; rest = Math.floor(rest / 70)) {
    const syllable = rest % 70;
    name += consonants[Math.floor(syllable / 5)]! + vowels[syllable % 5]!;
  }
  return name;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** A node of such records, built; to be removed afterwards. */
export async function crowdedFolder(
  records: number,
): Promise<{ readonly folder: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'collectome-crowd-'));
  initNode(folder, { name: 'Crowd', base: 'https://crowd.example' });
  const path = join(folder, 'crowd.csv');
  writeCrowdedCsv(path, records);
  addSource(folder, { path, key: 'crowd', iri: 'urn:uuid:00000000-0000-4000-8000-00000000000c' });
  await buildEdition(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface ServedCrowd extends AsyncDisposable {
  readonly server: RunningServer;
  readonly leases: { readonly open: number };
}

/** The real server over such a node; the node goes with it. */
export async function serveCrowd(
  records: number,
  limits?: NonNullable<Parameters<typeof startServer>[0]['limits']>,
): Promise<ServedCrowd> {
  const { folder, remove } = await crowdedFolder(records);
  const server = await startServer({ folder, port: 0, host: '127.0.0.1', ...(limits === undefined ? {} : { limits }) });
  const leases = countLeases(server);
  return {
    server,
    leases,
    [Symbol.asyncDispose]: async () => {
      await server.stopped(AbortSignal.abort());
      remove();
    },
  };
}
