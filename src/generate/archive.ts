import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { formatDay } from '../model/day.ts';
import { emlXml, IDENTIFICATION_COLUMNS, MEDIA_COLUMNS, metaXml } from './descriptor.ts';
import { COLUMNS, identifierOf, Records, type Truth } from './record.ts';
import { WORLD } from './settings.ts';
import { ZipFile } from './zip-file.ts';

export interface GenerateOptions {
  /** Records in all. */
  readonly records: number;
  /** A whole number: the same seed gives the same files. */
  readonly seed: number;
  /** The archive; with several datasets `-01`, `-02` … stands before its ending. */
  readonly path: string;
  /** How many archives; default 1. */
  readonly datasets?: number;
  /** The number of the one dataset to write, from 1; absent: all. */
  readonly only?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

const TRUTH_HEADER = [
  'occurrenceID',
  'collectors',
  'begin',
  'end',
  'place',
  'countryCode',
  'latitude',
  'longitude',
  'issues',
];
const COLLECTOR_HEADER = ['id', 'given', 'family', 'birthYear', 'deathYear', 'from', 'to'];
const CHUNK_ROWS = 500;

/**
 * Writes Darwin Core Archives that look like a large collection, `<path>.truth.tsv.gz` beside each (who, when and where each
 * record really was, and the issues that must be found) and `<path>.collectors.tsv.gz`. Returns the archives' paths.
 */
export async function generateArchives(options: GenerateOptions): Promise<string[]> {
  const { records, datasets = 1, path, seed } = options;
  const source = new Records(seed);
  const paths = Array.from({ length: datasets }, (_, index) => archivePath(path, { index, datasets }));
  for (const [index, archive] of paths.entries()) {
    if (options.only !== undefined && options.only !== index + 1) continue;
    const range = {
      from: Math.floor((index * records) / datasets),
      to: Math.floor(((index + 1) * records) / datasets),
    };
    await writeArchive(source, { ...options, path: archive, ...range });
  }
  await writeCollectors(source, `${path}.collectors.tsv.gz`);
  return paths;
}

/** `museum.zip` → `museum-03.zip` */
function archivePath(path: string, { index, datasets }: { readonly index: number; readonly datasets: number }): string {
  const number = String(index + 1).padStart(2, '0');
  return datasets === 1 ? path : path.replace(/(\.zip)?$/iu, `-${number}$1`);
}

interface ArchiveOptions extends GenerateOptions {
  readonly from: number;
  readonly to: number;
}

async function writeArchive(source: Records, options: ArchiveOptions): Promise<void> {
  const { path, from, to, signal, onProgress } = options;
  const truth = createGzip({ level: 1 });
  const written = finished(truth.pipe(createWriteStream(`${path}.truth.tsv.gz`)));
  const numbers = function* (): Generator<number> {
    for (let number = from; number < to; number += 1) yield number;
  };
  using zip = new ZipFile(path);
  await zip.add('meta.xml', [metaXml()]);
  await zip.add('eml.xml', [emlXml(`Generated collection, records ${from + 1} to ${to}`)]);
  truth.write(line(TRUTH_HEADER));
  const truths: string[] = [];
  const rows = function* (): Generator<string> {
    yield line(COLUMNS);
    for (const number of numbers()) {
      const record = source.record(number);
      truths.push(line(truthCells(number, record.truth)));
      yield line(record.cells);
    }
  };
  let done = from;
  const core = function* (): Generator<string> {
    for (const chunk of joined(rows())) {
      signal?.throwIfAborted();
      truth.write(truths.splice(0).join(''));
      onProgress?.((done = Math.min(to, done + CHUNK_ROWS)));
      yield chunk;
    }
  };
  await zip.add('occurrence.txt', core());
  const extension = function* (header: readonly string[], cells: (number: number) => string[][]): Generator<string> {
    yield line(['coreid', ...header]);
    for (const number of numbers()) for (const row of cells(number)) yield line(row);
  };
  await zip.add(
    'identification.txt',
    joined(extension(IDENTIFICATION_COLUMNS, (number) => source.identifications(number))),
  );
  await zip.add('multimedia.txt', joined(extension(MEDIA_COLUMNS, (number) => source.media(number))));
  zip.finish();
  truth.end();
  await written;
}

function line(cells: readonly string[]): string {
  return `${cells.join('\t')}\n`;
}

/** Rows joined to larger chunks. */
function* joined(rows: Iterable<string>): Generator<string> {
  let chunk: string[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < CHUNK_ROWS) continue;
    yield chunk.join('');
    chunk = [];
  }
  yield chunk.join('');
}

function truthCells(number: number, { collectors, span, place, latitude, longitude, issues }: Truth): string[] {
  return [
    identifierOf(number),
    collectors.map(({ id }) => id).join('|'),
    span === undefined ? '' : formatDay(span.begin),
    span === undefined ? '' : formatDay(span.end),
    place.id,
    place.countryCode,
    latitude?.toFixed(4) ?? '',
    longitude?.toFixed(4) ?? '',
    issues.join('|'),
  ];
}

async function writeCollectors(source: Records, path: string): Promise<void> {
  const gzip: Gzip = createGzip({ level: 1 });
  const written = finished(gzip.pipe(createWriteStream(path)));
  gzip.write(line(COLLECTOR_HEADER));
  for (let index = 0; index < WORLD.collectors; index += 1) {
    const { id, given, family, birthYear, deathYear, from, to } = source.people.collector(index);
    const row = line([id, given.join(' '), family, ...[birthYear, deathYear, from, to].map(String)]);
    if (!gzip.write(row)) await once(gzip, 'drain');
  }
  gzip.end();
  await written;
}
