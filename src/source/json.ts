import { join } from 'node:path';
import { TextDecoder } from 'node:util';
import { ChildFile } from './child-file.ts';
import { planChildren, type ChildPlan } from './child-plan.ts';
import { CleanFile, TOO_LONG } from './clean-file.ts';
import { planColumns, type Access, type PlannedColumn } from './column-plan.ts';
import type { Reading } from './delimited-file.ts';
import { nodesAt, parseJson, parsePath, textsOf, visitLeaves, type JsonNode } from './json-path.ts';
import { JsonSplitter, type RecordHandler } from './json-splitter.ts';
import { LineSplitter } from './line-splitter.ts';
import type { Profile } from './profile.ts';
import { REPAIRS, SourceError, type PrivateColumn, type RepairCode, type SourceTable } from './source.ts';
import { detectEncoding, readBytes, type InputFile } from './text-input.ts';

/** A JSON file as its bytes come. */
export interface JsonInput {
  readonly name: string;
  readonly chunks: AsyncIterable<Buffer>;
}

/** How many records are looked at for paths that the profile leaves out. */
const PATH_SAMPLE = 1000;
const PATH_LIMIT = 2000;

export function jsonInput(file: InputFile, reading: Reading): JsonInput {
  const options = { onBytes: reading.onBytes, ...(reading.signal === undefined ? {} : { signal: reading.signal }) };
  return { name: file.name, chunks: readBytes(file, options) };
}

interface JsonPlan {
  readonly columns: readonly PlannedColumn<JsonNode>[];
  readonly constants: Readonly<Record<string, string>>;
  readonly children: readonly ChildPlan<JsonNode>[];
  readonly identifier: (record: JsonNode) => string;
}

function planJson(profile: Profile): JsonPlan {
  const { fileName } = profile;
  const access = (path: string): Access<JsonNode> => {
    if (path === '*')
      throw new SourceError("'*' publishes the columns of a table; JSON has none", {
        file: fileName,
        mend: 'list the paths',
      });
    const steps = parsePath(path, fileName);
    return { header: path, index: -1, readAll: (node) => textsOf(nodesAt(node, steps)) };
  };
  const { columns, constants } = planColumns({ mappings: profile.columns, publish: profile.publish, access });
  const children = planChildren<JsonNode, JsonNode>(profile.children, {
    elementsOf: ({ each }) => {
      const steps = parsePath(each, fileName);
      return (record) => nodesAt(record, steps);
    },
    accessOf: (_mapping, path) => access(path),
  });
  const { identifier, kind } = profile.records;
  const identify = identifier === undefined ? undefined : access(identifier).readAll;
  return {
    columns,
    constants: kind === undefined ? constants : { ...constants, kind },
    children,
    identifier: (record) => identify?.(record)[0] ?? '',
  };
}

/**
 * Reads files of JSON one after the other, record by record, through the paths of a profile.
 * What is no JSON is rejected by file and record, and reading goes on with the next file.
 */
export async function readJson(
  inputs: AsyncIterable<JsonInput>,
  options: { readonly profile: Profile; readonly workFolder: string; readonly reading: Reading },
): Promise<{ readonly tables: readonly SourceTable[]; readonly privateColumns: readonly PrivateColumn[] }> {
  const { profile, workFolder, reading } = options;
  const { ledger } = reading;
  const plan = planJson(profile);
  const at = profile.records.at === undefined ? undefined : parsePath(profile.records.at, profile.fileName);
  if (at?.some(({ kind }) => kind === 'index' || kind === 'first') === true) {
    throw new SourceError('records.at may hold keys and [] only', { file: profile.fileName });
  }
  const clean = new CleanFile(join(workFolder, 'core.tsv'));
  const children = plan.children.map((child) => new ChildFile(child, join(workFolder, `core-${child.name}.tsv`)));
  const files: string[] = [];
  const unseen = new Set(plan.columns.map((_, index) => index));
  const paths = new Set<string>();
  const repairCounts = new Map<RepairCode, number>();
  let rejected = 0;
  let withoutIdentifier = 0;

  const writeRecord = (text: string, line: number, reject: RecordHandler['reject']): void => {
    const record = parseJson(text);
    const repairs = repairsOf(text);
    for (const code of repairs) repairCounts.set(code, (repairCounts.get(code) ?? 0) + 1);
    if (clean.rows < PATH_SAMPLE) {
      visitLeaves(record, (path) => {
        if (paths.size < PATH_LIMIT) paths.add(path);
      });
    }
    const file = files.length - 1;
    const identifier = plan.identifier(record);
    const cells = plan.columns.map(({ read }) => read(record));
    for (const index of unseen) if (cells[index] !== '') unseen.delete(index);
    if (!clean.writeTexts({ line, file, repairs, identifier, cells })) {
      reject(TOO_LONG, '', line);
      return;
    }
    if (identifier.trim() === '') withoutIdentifier++;
    for (const child of children) {
      child.write(record, { line, file, repairs, identifier }, (rejection) =>
        ledger.reject({ file: files[file] ?? '', ...rejection }),
      );
    }
  };

  try {
    for await (const input of inputs) {
      files.push(input.name);
      const handler: RecordHandler = {
        record: (text, ordinal) => {
          try {
            writeRecord(text, ordinal, handler.reject);
          } catch (error) {
            // The parser's own message quotes the record, which may be private; reasons are public.
            if (error instanceof SyntaxError) handler.reject('the record is not JSON', text.slice(0, 200), ordinal);
            else if (error instanceof RangeError)
              handler.reject('the record is nested too deeply', text.slice(0, 200), ordinal);
            else throw error;
          }
        },
        reject: (reason, excerpt, ordinal) => {
          rejected++;
          ledger.reject({ file: input.name, line: ordinal, reason, excerpt });
        },
      };
      const before = clean.rows + rejected;
      await readRecords(input, at, handler);
      if (clean.rows + rejected === before) ledger.notice({ file: input.name, message: 'no record in this file' });
    }
  } finally {
    clean.close();
    for (const child of children) child.close();
  }
  const place = profile.fileName;
  if (withoutIdentifier > 0)
    ledger.notice({ file: place, message: 'records without an identifier', count: withoutIdentifier });
  for (const [code, count] of repairCounts) ledger.notice({ file: place, message: REPAIRS[code], count });
  if (clean.rows > 0) {
    for (const index of unseen)
      ledger.notice({ file: place, message: `no record has ${JSON.stringify(plan.columns[index]?.column.header)}` });
  }
  const recordType = profile.records.type ?? 'object';
  const core: SourceTable = {
    role: 'core',
    rowType: recordType,
    recordType,
    files,
    columns: plan.columns.map(({ column }) => column),
    constants: plan.constants,
    cleanFile: clean.path,
    rowsRead: clean.rows + rejected,
    rowsImported: clean.rows,
    rowsRejected: rejected,
  };
  const tables = [core, ...children.map((child) => child.table(files))];
  return { tables, privateColumns: listPrivatePaths(paths, profile) };
}

/** Divides one input into records. The handler is told of what is no JSON. */
export async function readRecords(
  input: JsonInput,
  at: Parameters<typeof nodesAt>[1] | undefined,
  handler: RecordHandler,
): Promise<void> {
  let decoder: TextDecoder | undefined;
  let splitter: JsonSplitter | LineSplitter | undefined;
  for await (const chunk of input.chunks) {
    decoder ??= new TextDecoder(detectEncoding(chunk).encoding);
    const text = decoder.decode(chunk, { stream: true });
    splitter ??=
      at === undefined && holdsLines(input.name, text) ? new LineSplitter(handler) : new JsonSplitter(at, handler);
    splitter.push(text);
  }
  if (splitter === undefined) handler.reject('the file is empty', '', 1);
  else {
    splitter.push(decoder?.decode() ?? '');
    splitter.end();
  }
}

/** JSON Lines: by name, or because the first line is a whole object and another begins on the second. */
function holdsLines(name: string, start: string): boolean {
  if (/\.(?:jsonl|ndjson|jsonlines)(?:\.gz)?$/iu.test(name)) return true;
  const match = /^\s*(\{[^\n]*\})[ \t\r]*\n\s*\{/u.exec(start);
  if (match === null) return false;
  try {
    JSON.parse(match[1] ?? '');
    return true;
  } catch {
    return false;
  }
}

function repairsOf(text: string): readonly RepairCode[] {
  const repairs: RepairCode[] = [];
  if (text.includes('\\u0000')) repairs.push('ROW_NUL_REMOVED');
  if (text.includes('\uFFFD')) repairs.push('ROW_ENCODING_REPLACED');
  return repairs;
}

function generalPath(path: string): string {
  return path.replaceAll(/\[[^\]"]*\]/gu, '');
}

function mappedPaths(columns: Profile['columns']): readonly string[] {
  return Object.values(columns).flatMap((mapping) => (mapping.kind === 'from' ? mapping.from : []));
}

/** Paths of the first records that no mapping of the profile reaches. */
function listPrivatePaths(paths: ReadonlySet<string>, profile: Profile): readonly PrivateColumn[] {
  const inChildren = profile.children.flatMap(({ each, columns }) =>
    mappedPaths(columns).map((path) => (path === '.' ? each : path.startsWith('[') ? each + path : `${each}.${path}`)),
  );
  const reached = [
    ...mappedPaths(profile.columns),
    ...profile.publish,
    profile.records.identifier ?? '',
    ...inChildren,
  ].map(generalPath);
  const isReached = (path: string): boolean =>
    reached.some((each) => each !== '' && (path === each || path.startsWith(`${each}.`)));
  return [...paths]
    .filter((path) => !isReached(generalPath(path)))
    .map((header) => ({ header, reason: 'neither mapped nor published by the profile' }));
}
