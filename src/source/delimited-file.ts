import { isUtf8 } from 'node:buffer';
import type { Ledger } from './ledger.ts';
import { COLUMN_LIMIT } from './meta-xml.ts';
import { RowScanner, type Dialect, type RowHandler } from './row-scanner.ts';
import { SourceError } from './source.ts';
import { detectLineEnd, sniffDelimiter, surveyRows, type Survey } from './survey.ts';
import { detectEncoding, encodingLabel, readSample, readUtf8, sampleToUtf8, type InputFile } from './text-input.ts';

/** What is stated about a file; the rest is found out. */
export interface FileLayout {
  readonly delimiter?: string;
  readonly quote?: string;
  readonly encoding?: string;
  readonly headerLines: number;
  /** Cells that a row must have at least for the layout to make sense. */
  readonly cells: number;
}

/** A delimited file whose layout is known. */
export interface DelimitedFile {
  readonly file: InputFile;
  readonly encoding: string;
  readonly dialect: Dialect;
  readonly survey: Survey;
}

export interface Reading {
  readonly ledger: Ledger;
  readonly onBytes: (bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
}

const SAMPLE_SIZE = 512 * 1024;
const MIB = 1024 * 1024;

/** Whether a sample has bytes beyond ASCII, and none of them are sequences of UTF-8. */
function isWindows1252(sample: Buffer): boolean {
  if (isUtf8(sample)) return false;
  // oxlint-disable-next-line no-control-regex
  return !/[^\u0000-\u007F\uFFFD]/u.test(sample.toString('utf8'));
}

/** Looks at the first rows of a file and settles its layout. Errors: SourceError for absurd widths and unknown encodings. */
export async function openDelimited(file: InputFile, layout: FileLayout, ledger: Ledger): Promise<DelimitedFile> {
  const bytes = await readSample(file, SAMPLE_SIZE);
  const isWhole = bytes.length < SAMPLE_SIZE;
  const declared = layout.encoding === undefined ? undefined : encodingLabel(layout.encoding, file.name);
  const detected = detectEncoding(bytes, declared).encoding;
  const encoding = declared === undefined && detected === 'utf-8' && isWindows1252(bytes) ? 'windows-1252' : detected;
  if (declared === undefined && encoding === 'windows-1252') {
    ledger.notice({ file: file.name, message: 'the file is not UTF-8; read as windows-1252' });
  }
  if (declared !== undefined && declared !== encoding) {
    ledger.notice({
      file: file.name,
      message: `the file is ${encoding} and not ${declared} as stated; read as ${encoding}`,
    });
  }
  const sample = sampleToUtf8(bytes, encoding);
  const quote = layout.quote ?? '"';
  const sniffed = (): string => sniffDelimiter(sample, quote, isWhole);
  let delimiter = layout.delimiter ?? sniffed();
  const survey = (divider: string): Survey =>
    surveyRows(
      sample,
      { delimiter: divider, quote, lineEnd: detectLineEnd(sample, quote), headerLines: layout.headerLines },
      isWhole,
    );
  let found = survey(delimiter);
  if (layout.delimiter !== undefined && layout.cells > 1 && found.usualWidth === 1 && found.rows.length > 0) {
    const other = sniffed();
    const better = survey(other);
    if (better.usualWidth >= layout.cells) {
      ledger.notice({
        file: file.name,
        message: `cells are separated by ${JSON.stringify(other)} and not by ${JSON.stringify(delimiter)} as stated`,
      });
      delimiter = other;
      found = better;
    }
  }
  const width = Math.max(found.header.length, found.usualWidth, 1);
  if (width > COLUMN_LIMIT) {
    throw new SourceError(`the table has ${width} columns, more than ${COLUMN_LIMIT}`, {
      file: file.name,
      mend: 'leave out columns that nobody needs',
    });
  }
  const leastWidth = found.isRagged ? Math.min(2, width) : Math.ceil(width / 2);
  const dialect = {
    delimiter,
    quote,
    lineEnd: detectLineEnd(sample, quote),
    headerLines: layout.headerLines,
    width,
    leastWidth,
    joinsLines: !found.isRagged,
  };
  return { file, encoding, dialect, survey: found };
}

/** Reads all rows of a file. Resolves to the number of rows that the scanner itself rejected. */
export async function scanDelimited(
  { file, encoding, dialect }: DelimitedFile,
  onRow: RowHandler['row'],
  reading: Reading,
): Promise<number> {
  let rejected = 0;
  const { ledger } = reading;
  const scanner = new RowScanner(dialect, {
    row: onRow,
    reject: (line, reason, excerpt) => {
      rejected++;
      ledger.reject({ file: file.name, line, reason, excerpt });
    },
  });
  const options = {
    encoding,
    onBytes: reading.onBytes,
    ...(reading.signal === undefined ? {} : { signal: reading.signal }),
  };
  for await (const chunk of readUtf8(file, options)) {
    // A transcoded or unpacked chunk may be large; the scanner's window should not be.
    for (let start = 0; start < chunk.length; start += MIB) scanner.push(chunk.subarray(start, start + MIB));
  }
  scanner.end();
  if (scanner.blankLines > 0)
    ledger.notice({ file: file.name, message: 'blank lines passed over', count: scanner.blankLines });
  return rejected;
}
