import { SPECIAL, type Row } from './row.ts';

interface LineDialect {
  readonly quote: number;
  readonly delimiter: Buffer;
}

function endOfCell(line: Buffer, from: number, delimiter: Buffer): number {
  const found = line.indexOf(delimiter, from);
  return found < 0 ? line.length : found;
}

/** Adds the cells of a line in which a quote closes a cell only before a delimiter or the line's end; cells without such an end are read literally. */
export function readLoosely(line: Buffer, { quote, delimiter }: LineDialect, row: Row): void {
  const closing = Buffer.concat([Buffer.of(quote), delimiter]);
  let position = 0;
  for (;;) {
    let start = position;
    let end = endOfCell(line, position, delimiter);
    let next = end;
    if (line[position] === quote) {
      const closed = line.indexOf(closing, position + 1);
      const isClosedByEnd = closed < 0 && line.length - 1 > position && line[line.length - 1] === quote;
      if (closed >= 0 || isClosedByEnd) {
        start = position + 1;
        end = closed >= 0 ? closed : line.length - 1;
        next = end + 1;
      }
    }
    row.add(start, end, flagsOf(line, start, end));
    if (next >= line.length) return;
    position = next + delimiter.length;
  }
}

/** Adds the cells of a line in which quotes mean nothing. */
export function readLiterally(line: Buffer, { delimiter }: LineDialect, row: Row): void {
  let position = 0;
  for (;;) {
    const end = endOfCell(line, position, delimiter);
    row.add(position, end, flagsOf(line, position, end));
    if (end >= line.length) return;
    position = end + delimiter.length;
  }
}

function flagsOf(line: Buffer, start: number, end: number): number {
  return line.subarray(start, end).includes(0) ? SPECIAL | 8 : SPECIAL;
}
