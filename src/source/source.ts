import type { ChildName } from '../vocabulary/children.ts';
import { ISSUES, type IssueCode } from '../vocabulary/issues.ts';
import type { RecordType } from '../vocabulary/kinds.ts';

/**
 * A refused source: one sentence that says what is wrong, where, and how to mend it.
 * Anything less than that is a rejection (a row) or a notice (a file), and the import goes on.
 */
export class SourceError extends Error {
  /** The file's name inside its archive or folder. */
  readonly file: string | undefined;
  /** 1-based. */
  readonly line: number | undefined;
  readonly mend: string | undefined;

  constructor(what: string, where: { readonly file?: string; readonly line?: number; readonly mend?: string } = {}) {
    const place =
      where.file === undefined ? '' : where.line === undefined ? `${where.file}: ` : `${where.file}:${where.line}: `;
    super(`${place}${what}${where.mend === undefined ? '' : `; ${where.mend}`}`);
    this.name = 'SourceError';
    this.file = where.file;
    this.line = where.line;
    this.mend = where.mend;
  }
}

export interface SourceColumn {
  /**
   * The header in the file, the path in JSON. A column that the profile computes from others is called
   * `Forename + Surname → maker`; the columns that it is computed from stand beside it as they were written.
   */
  readonly header: string;
  /** The term's IRI, where meta.xml names one. */
  readonly iri?: string;
  /** A name from TERMS. */
  readonly term?: string;
}

/**
 * One kind of row of a source, as a clean file: UTF-8, `\n` after each row, cells separated by tab; a cell is quoted by
 * `"` (doubled inside) only if it contains tab, quote, CR or LF; a cell that is empty or only white space is written as
 * nothing. The cells of a row: line in its file (1-based, where the row starts; for JSON the record's ordinal in its
 * file), ordinal of the file in `files` (from 0), repair codes joined by spaces, the identifier (of the core record, for
 * extensions too), then the public columns in the order of `columns`.
 */
export interface SourceTable {
  readonly role: 'core' | 'extension';
  /** The row type's IRI as in meta.xml, or the child's name for rows that a profile takes out of a record. */
  readonly rowType: string;
  /** Core tables only. */
  readonly recordType?: RecordType;
  /** Extension rows that we understand. */
  readonly child?: ChildName;
  /** Names of the source's files, in the order of the ordinals. */
  readonly files: readonly string[];
  readonly columns: readonly SourceColumn[];
  /**
   * Values that stand where a row has none: defaults of meta.xml, constants of the profile. Keys are names from TERMS; a
   * default of meta.xml whose term we do not know stands under its IRI.
   */
  readonly constants: Readonly<Record<string, string>>;
  /** Path of the clean file. */
  readonly cleanFile: string;
  /** Always rowsImported + rowsRejected. Header lines and blank lines are not rows. */
  readonly rowsRead: number;
  readonly rowsImported: number;
  readonly rowsRejected: number;
}

/** A row that could not be read. All are in `rejected.tsv` in the work folder (file, line, reason, excerpt). */
export interface Rejection {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
  /** The first 200 characters of what stood there. */
  readonly excerpt: string;
}

/** Something that the reader did or could not do, about a whole file or many rows of it. */
export interface Notice {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
  readonly count?: number;
}

/** A column that goes no further, and why. */
export interface PrivateColumn {
  readonly header: string;
  readonly reason: string;
}

/** What a source says about itself. */
export interface DatasetMetadata {
  readonly title?: string;
  readonly description?: string;
  readonly language?: string;
  readonly publisher?: string;
  readonly contacts: readonly { readonly name?: string; readonly email?: string; readonly role?: string }[];
  /** As written: an address, an identifier or a sentence. */
  readonly license?: string;
  readonly citation?: string;
  readonly homepage?: string;
  readonly pubDate?: string;
  readonly geographicCoverage?: string;
  readonly taxonomicCoverage?: string;
  readonly temporalCoverage?: string;
}

export type SourceFormat = 'dwca' | 'coldp' | 'csv' | 'json';

export interface PreparedSource {
  readonly format: SourceFormat;
  readonly metadata: DatasetMetadata;
  /** Core tables first. */
  readonly tables: readonly SourceTable[];
  readonly notices: readonly Notice[];
  /** The first 100; all of them are in `rejected.tsv` in the work folder. */
  readonly rejections: readonly Rejection[];
  readonly privateColumns: readonly PrivateColumn[];
  readonly bytesRead: number;
}

const REPAIR_CODES = [
  'ROW_PADDED',
  'ROW_TRUNCATED',
  'ROW_JOINED',
  'ROW_QUOTES_REPAIRED',
  'ROW_NUL_REMOVED',
  'ROW_ENCODING_REPAIRED',
  'ROW_ENCODING_REPLACED',
] as const satisfies readonly IssueCode[];

/** What was done to a row so that it could be read; the codes stand in its clean file and are issues of the record. */
export type RepairCode = (typeof REPAIR_CODES)[number];

/** Each repair in a sentence. */
export const REPAIRS = Object.fromEntries(REPAIR_CODES.map((code) => [code, ISSUES[code].sentence])) as Readonly<
  Record<RepairCode, string>
>;

/** Called as bytes are read; the total may be of compressed bytes. */
export type Progress = (bytesRead: number, bytesTotal: number) => void;
