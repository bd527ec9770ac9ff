import { TABLE_COLUMNS, VERBATIM_COLUMN } from './table-columns.ts';
import { toRecordHead } from './plain-record.ts';
import { writeRecords, type WriteOptions } from './record-stream.ts';

export interface CsvOptions extends WriteOptions {
  /** Default: a comma. */
  readonly delimiter?: ',' | '\t';
  /** Whether to begin with a byte order mark, without which spreadsheets may take UTF-8 for something else. */
  readonly bom?: boolean;
  /** Whether to add what the museum wrote, as a column of JSON. */
  readonly verbatim?: boolean;
}

/**
 * The selection as CSV (RFC 4180, UTF-8, CRLF), or TSV with the same quoting. Cells that a spreadsheet would run as a
 * formula are preceded by an apostrophe.
 */
export function writeCsv({
  delimiter = ',',
  bom = false,
  verbatim = false,
  ...options
}: CsvOptions): ReadableStream<Uint8Array> {
  const columns = verbatim ? [...TABLE_COLUMNS, VERBATIM_COLUMN] : TABLE_COLUMNS;
  const row = (cells: readonly (string | number)[]) =>
    `${cells.map((cell) => formatCell(cell, delimiter)).join(delimiter)}\r\n`;
  return writeRecords(options, {
    head: `${bom ? '\uFEFF' : ''}${row(columns.map(({ name }) => name))}`,
    line: (record, { context, links }) => {
      const head = toRecordHead(record, context);
      return row(columns.map(({ cell }) => cell(record, head, links)));
    },
  });
}

// Spreadsheets take the full-width forms for the plain ones.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/iu;

/** A cell, safe against formulas and quoted where it must be. */
export function formatCell(value: string | number, delimiter: string): string {
  if (typeof value === 'number') return String(value);
  if (value === '') return '';
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
  const mustQuote = safe.includes('"') || safe.includes(delimiter) || safe.includes('\n') || safe.includes('\r');
  return mustQuote ? `"${safe.replaceAll('"', '""')}"` : safe;
}
