import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { containerOf, listFolder, readTar, unpack } from './archive.ts';
import { findArchive } from './darwin-core-archive.ts';
import { openDelimited } from './delimited-file.ts';
import { readRecords, type JsonInput } from './json.ts';
import { parseJson, visitLeaves } from './json-path.ts';
import { Ledger } from './ledger.ts';
import { findPrivacyReason } from './privacy.ts';
import { SourceError, type SourceFormat } from './source.ts';
import { foldHeader, guessTerm } from './synonyms.ts';
import { readBytes, type InputFile } from './text-input.ts';

/** What `collectome profile FILE` says about a column, or about a path of JSON. */
interface ProposedColumn {
  readonly header: string;
  readonly term?: string;
  readonly public: boolean;
  /** Why it is public or private, in a few words. */
  readonly reason: string;
}

export interface ProposedProfile {
  /** A profile to look through and keep. */
  readonly yaml: string;
  readonly columns: readonly ProposedColumn[];
}

const SAMPLE_VALUES = 200;
const SAMPLE_RECORDS = 500;
const SAMPLE_FILES = 200;
const JSON_NAME = /\.(?:json|jsonl|ndjson|jsonlines)(?:\.gz)?$/iu;

interface SampledColumn {
  readonly header: string;
  readonly values: readonly string[];
}

interface Sampled {
  readonly format: SourceFormat;
  readonly columns: readonly SampledColumn[];
  readonly at?: string;
  readonly identifier?: string;
  readonly csv?: { readonly delimiter: string };
}

/**
 * Proposes a profile for a delimited file or JSON from its headers or paths and its first values. What looks private is
 * left out, and says why. Errors: SourceError for what cannot be read, or needs no profile.
 */
export async function proposeProfile(path: string): Promise<ProposedProfile> {
  const folder = await mkdtemp(join(tmpdir(), 'collectome-profile-'));
  try {
    const sampled = await sample(path, folder);
    const columns = proposeColumns(sampled.columns);
    return { yaml: toYaml(basename(path), sampled, columns), columns };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sample(path: string, workFolder: string): Promise<Sampled> {
  const container = await containerOf(path);
  if (container === 'tar') return sampleJson(tarFiles(path));
  const files =
    container === 'file'
      ? [{ path, name: basename(path) }]
      : container === 'folder'
        ? await listFolder(path)
        : await unpack({ path, workFolder, container });
  const json = files.filter(({ name }) => JSON_NAME.test(name));
  if (json.length > 0) return sampleJson(diskFiles(json));
  if (findArchive(files)?.descriptor !== undefined) {
    throw new SourceError('a Darwin Core Archive with meta.xml needs no profile', {
      file: basename(path),
      mend: 'import it as it is',
    });
  }
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new SourceError('a profile is for one CSV file', { file: basename(path), mend: 'name the file' });
  return sampleCsv(file, workFolder);
}

async function sampleCsv(file: InputFile, workFolder: string): Promise<Sampled> {
  const ledger = new Ledger(workFolder);
  try {
    const { survey, dialect } = await openDelimited(file, { headerLines: 1, cells: 1 }, ledger);
    const columns = survey.header.map((header, index) => ({
      header: header.trim(),
      values: survey.rows.slice(0, SAMPLE_VALUES).map((row) => row[index] ?? ''),
    }));
    const isKey = ({ values }: SampledColumn): boolean =>
      values.length > 0 && values.every((value) => value.trim() !== '') && new Set(values).size === values.length;
    const rank = ({ header }: SampledColumn): number => {
      const folded = foldHeader(header);
      if (/^(?:id|occurrenceid|guid|uuid)$/u.test(folded)) return 0;
      return guessTerm(header) === 'catalogNumber' ? 1 : /id$|number$|nummer$/u.test(folded) ? 2 : 3;
    };
    const [identifier] = columns
      .filter((column) => isKey(column) && rank(column) < 3)
      .toSorted((a, b) => rank(a) - rank(b));
    return {
      format: 'csv',
      columns: columns.filter(({ header }) => header !== ''),
      csv: { delimiter: dialect.delimiter },
      ...(identifier === undefined ? {} : { identifier: identifier.header }),
    };
  } finally {
    ledger.close();
  }
}

async function* tarFiles(path: string): AsyncGenerator<JsonInput> {
  for await (const { name, stream } of readTar({ path })) if (JSON_NAME.test(name)) yield { name, chunks: stream };
}

async function* diskFiles(files: readonly InputFile[]): AsyncGenerator<JsonInput> {
  for (const file of files) yield { name: file.name, chunks: readBytes(file) };
}

async function sampleJson(inputs: AsyncIterable<JsonInput>): Promise<Sampled> {
  const values = new Map<string, string[]>();
  let records = 0;
  let files = 0;
  for await (const input of inputs) {
    await readRecords(input, undefined, {
      record: (text) => {
        if (records >= SAMPLE_RECORDS) return;
        try {
          visitLeaves(parseJson(text), (path, value) => {
            const list = values.get(path) ?? [];
            if (list.length < SAMPLE_VALUES) values.set(path, [...list, value]);
          });
          records++;
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
        }
      },
      reject: () => undefined,
    });
    if (++files >= SAMPLE_FILES || records >= SAMPLE_RECORDS) break;
  }
  if (records === 0) throw new SourceError('no JSON record was found');
  const at = findRecordsPath([...values.keys()], records);
  const local = (path: string): string => (at === undefined ? path : path.slice(at.length + 1));
  const columns = [...values]
    .filter(([path]) => at === undefined || path.startsWith(`${at}.`))
    .map(([path, list]) => ({ header: local(path), values: list }));
  const identifier = columns.find(
    ({ header }) => /(?:^|[._])(?:id|uid|uuid)$/iu.test(header) && !header.includes('[]'),
  );
  return {
    format: 'json',
    columns,
    ...(at === undefined ? {} : { at }),
    ...(identifier === undefined ? {} : { identifier: identifier.header }),
  };
}

/** Where the records lie if a file is one big object: the first list of objects that holds most of its paths. */
function findRecordsPath(paths: readonly string[], records: number): string | undefined {
  if (records > 1) return undefined;
  const lists = new Map<string, number>();
  for (const path of paths) {
    const list = /^[^[\]]*\[\](?=\.)/u.exec(path)?.[0];
    if (list !== undefined) lists.set(list, (lists.get(list) ?? 0) + 1);
  }
  const [best] = [...lists].toSorted((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > paths.length / 2 ? best[0] : undefined;
}

/** The term that a header or path may mean, and how well it does: 0 by its own name, more for less. */
function guess(header: string): { readonly term: string; readonly rank: number } | undefined {
  const own = guessTerm(header);
  if (own !== undefined) return { term: own, rank: foldHeader(own) === foldHeader(header) ? 0 : 1 };
  // The last key of a list of parts ("contributors[].gender") says little about the record.
  if (header.includes('[]')) return undefined;
  const keys = header.split('.');
  const nested = guessTerm(keys.slice(-2).join('')) ?? guessTerm(keys.at(-1) ?? '');
  return nested === undefined ? undefined : { term: nested, rank: 1 + keys.length };
}

/** A term is proposed once: for the header that spells it best, or else the first. */
function proposeColumns(columns: readonly SampledColumn[]): readonly ProposedColumn[] {
  const best = new Map<string, { readonly header: string; readonly rank: number }>();
  const judged = columns.map(({ header, values }) => {
    const guessed = guess(header);
    const folded = foldHeader(
      header
        .replaceAll(/\[[^\]]*\]/gu, '')
        .split('.')
        .slice(-2)
        .join(''),
    );
    const privacy = guessed?.term === 'creditLine' ? undefined : findPrivacyReason(folded, values);
    if (guessed !== undefined && privacy === undefined && guessed.rank < (best.get(guessed.term)?.rank ?? Infinity)) {
      best.set(guessed.term, { header, rank: guessed.rank });
    }
    return { header, guessed, privacy };
  });
  return judged.map(({ header, guessed, privacy }): ProposedColumn => {
    if (privacy !== undefined) return { header, public: false, reason: privacy };
    if (guessed === undefined)
      return { header, public: false, reason: 'not recognised; map it, or list it under `publish`' };
    const { term, rank } = guessed;
    if (best.get(term)?.header !== header)
      return { header, public: false, reason: `looks like ${term}, which another column already is` };
    return { header, term, public: true, reason: rank === 0 ? 'a term by its own name' : `looks like ${term}` };
  });
}

function toYaml(name: string, sampled: Sampled, columns: readonly ProposedColumn[]): string {
  const { format, at, identifier, csv } = sampled;
  const mapped = Object.fromEntries(
    columns.flatMap(({ header, term }) => (term === undefined ? [] : [[term, header]])),
  );
  const isAgent = ('birthDate' in mapped || 'deathDate' in mapped) && !('catalogNumber' in mapped);
  const records = {
    type: isAgent ? 'agent' : 'object',
    ...(identifier === undefined ? {} : { identifier }),
    ...(at === undefined ? {} : { at }),
  };
  const profile = { title: name, format, ...(csv === undefined ? {} : { csv }), records, columns: mapped, publish: [] };
  const left = columns
    .filter((column) => !column.public)
    .map(({ header, reason }) => `#   ${JSON.stringify(header)}: ${reason}`);
  const comment =
    left.length === 0 ? '' : `\n# Not public (docs/guide/profiles.md says how to change that):\n${left.join('\n')}\n`;
  return `# A proposal: look through it, correct it, and add license, publisher and protect.\n${stringify(profile, { lineWidth: 0 })}${comment}`;
}
