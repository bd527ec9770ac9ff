import { RowScanner, type Dialect } from './row-scanner.ts';

/** What the first rows of a delimited file show. */
export interface Survey {
  /** The cells of the last header line; empty where there is none. */
  readonly header: readonly string[];
  /** The first rows, at most `ROW_SAMPLE`. */
  readonly rows: readonly (readonly string[])[];
  /** The most frequent number of cells. */
  readonly usualWidth: number;
  /** How many of the rows have it, 0 to 1. */
  readonly agreement: number;
  /** Whether rows often end before the table does. */
  readonly isRagged: boolean;
}

const ROW_SAMPLE = 1000;
/** Share of short rows from which a file is taken for one that leaves out empty cells at the end. */
const RAGGED_SHARE = 0.05;

/** How lines end: by LF (alone or after CR), or by CR alone. Line breaks within quotes do not count. */
export function detectLineEnd(sample: Buffer, quote: string): 'lf' | 'cr' {
  const quoteByte = quote === '' ? -1 : quote.charCodeAt(0);
  let isInside = false;
  let lf = 0;
  let cr = 0;
  for (let index = 0; index < sample.length; index++) {
    const byte = sample[index];
    if (byte === quoteByte) isInside = !isInside;
    else if (isInside) continue;
    else if (byte === 0x0a) lf++;
    else if (byte === 0x0d && sample[index + 1] !== 0x0a) cr++;
  }
  return cr > lf * 10 ? 'cr' : 'lf';
}

/** Reads the first rows of a sample (UTF-8; its last line may be cut). */
export function surveyRows(
  sample: Buffer,
  dialect: Omit<Dialect, 'width' | 'leastWidth' | 'joinsLines'>,
  isWhole: boolean,
): Survey {
  let header: readonly string[] = [];
  const rows: (readonly string[])[] = [];
  const scanner = new RowScanner(
    { ...dialect, width: 0, leastWidth: 0, joinsLines: false },
    {
      header: (cells) => {
        header = cells;
      },
      row: (row) => {
        if (rows.length < ROW_SAMPLE) rows.push(row.texts());
      },
      reject: () => undefined,
    },
  );
  scanner.push(sample);
  if (isWhole) scanner.end();
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [usualWidth, times] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [header.length, 0];
  const width = Math.max(usualWidth, header.length);
  return {
    header,
    rows,
    usualWidth,
    agreement: rows.length === 0 ? 0 : times / rows.length,
    isRagged: countShortRows(rows, width) > rows.length * RAGGED_SHARE,
  };
}

/** Rows that end before the table does, without those that are two halves of one row. */
function countShortRows(rows: readonly (readonly string[])[], width: number): number {
  let short = 0;
  for (let index = 0; index < rows.length; index++) {
    const length = rows[index]?.length ?? 0;
    if (length >= width) continue;
    if (length + (rows[index + 1]?.length ?? 0) - 1 === width) index++;
    else short++;
  }
  return short;
}

/** The delimiter among comma, semicolon, tab and bar that divides the sample most evenly into most cells. */
export function sniffDelimiter(sample: Buffer, quote: string, isWhole: boolean): string {
  const lineEnd = detectLineEnd(sample, quote);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of ['\t', ',', ';', '|']) {
    const { usualWidth, agreement, header } = surveyRows(
      sample,
      { delimiter, quote, lineEnd, headerLines: 1 },
      isWhole,
    );
    const headerFits = header.length === usualWidth ? 1 : 0.5;
    const score =
      header.length < 2 ? 0 : (agreement === 0 ? 1 : agreement) * headerFits * Math.log2(Math.max(usualWidth, 1) + 1);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
