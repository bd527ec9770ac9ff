import { prepareSource } from '../../src/source/prepare.ts';
import { SourceError, type SourceTable } from '../../src/source/source.ts';

/** What became of one archive, as a line of test/fixtures/expected.tsv says it. */
export const COLUMNS = [
  'path',
  'outcome',
  'core',
  'rowsRead',
  'rowsImported',
  'rowsRejected',
  'otherTables',
  'notes',
] as const;

export type Outcome = Readonly<Record<(typeof COLUMNS)[number], string>>;

function describeTable({ rowType, recordType, child, rowsRead, rowsImported, rowsRejected }: SourceTable): string {
  const name = /[^/]*$/u.exec(rowType)?.[0] ?? rowType;
  return `${name} (${recordType ?? child ?? 'kept'}) ${rowsRead} = ${rowsImported} + ${rowsRejected}`;
}

/** Reads an archive as an import would and puts the outcome into words. */
export async function readOutcome(options: {
  readonly name: string;
  readonly path: string;
  readonly workFolder: string;
}): Promise<Outcome> {
  try {
    const { tables, notices, rejections } = await prepareSource(options);
    const [core, ...others] = tables;
    const notes = [
      ...notices.map(({ file, message, count }) => `${file}: ${message}${count === undefined ? '' : ` (${count})`}`),
      ...rejections.map(({ file, line, reason }) => `${file}:${line}: ${reason}`),
    ];
    return {
      path: options.name,
      outcome: 'accepted',
      core: core?.recordType ?? '',
      rowsRead: String(core?.rowsRead),
      rowsImported: String(core?.rowsImported),
      rowsRejected: String(core?.rowsRejected),
      otherTables: others.map(describeTable).join('; '),
      notes: notes.join('; '),
    };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return {
      path: options.name,
      outcome: 'refused',
      core: '',
      rowsRead: '',
      rowsImported: '',
      rowsRejected: '',
      otherTables: '',
      notes: error.message,
    };
  }
}
