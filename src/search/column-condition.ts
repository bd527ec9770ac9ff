import type { CodedColumn } from './coded-column.ts';
import { both, exactly, withMatch, type Resolution } from './resolution.ts';
import type { RowSet } from './row-set.ts';

/** Below this share of the rows that a condition alone would find, the rows are tested one by one instead. */
const TESTED_SHARE = 1 / 8;

/** A condition on a coded column: the codes that fulfil it are known, its rows are not looked up yet. */
export interface ColumnCondition {
  readonly column: CodedColumn;
  /** Ascending. */
  readonly codes: ArrayLike<number>;
  readonly match?: 'certain' | 'possible' | undefined;
  /** Whether a row that fulfils it possibly fulfils it certainly. Absent: always. */
  readonly isCertain?: ((row: number) => boolean) | undefined;
  /** The only rows of which that has to be asked. Absent: all. */
  readonly doubtful?: RowSet | undefined;
}

/** The most rows that a condition can have. */
export function weigh({ column, codes }: ColumnCondition): number {
  const { listOffsets } = column;
  let rows = 0;
  for (let at = 0; at < codes.length; at++) rows += listOffsets[codes[at]! + 1]! - listOffsets[codes[at]!]!;
  return rows;
}

/** All rows that fulfil a condition. */
export function resolveColumn(condition: ColumnCondition): Resolution {
  return classify(condition, condition.column.rowsOf(condition.codes));
}

/** What fulfils a condition as well: where few rows are left, they are tested one by one. */
export function narrowByColumn(left: Resolution, condition: ColumnCondition, weight: number): Resolution {
  const { column, codes } = condition;
  if (left.possible.count >= weight * TESTED_SHARE) return both(left, resolveColumn(condition));
  const wanted = flagsOf(column, codes);
  const possible = left.possible.filter((row) => column.hasFlag(row, wanted));
  const found = classify(condition, possible);
  const { texts } = left;
  return left.certain === left.possible
    ? { ...found, texts }
    : { ...found, certain: found.certain.and(left.certain), texts };
}

/** A flag by code. */
export function flagsOf(column: CodedColumn, codes: ArrayLike<number>): Uint8Array {
  const flags = new Uint8Array(column.distinct + 1);
  for (let at = 0; at < codes.length; at++) flags[codes[at]!] = 1;
  return flags;
}

function classify({ isCertain, doubtful, match }: ColumnCondition, possible: RowSet): Resolution {
  if (isCertain === undefined) return exactly(possible);
  return withMatch({ possible, certain: certainOf(possible, isCertain, doubtful), texts: [] }, match);
}

function certainOf(possible: RowSet, isCertain: (row: number) => boolean, doubtful: RowSet | undefined): RowSet {
  if (doubtful === undefined) return possible.filter(isCertain);
  const failing = possible.and(doubtful).filter((row) => !isCertain(row));
  return failing.count === 0 ? possible : possible.and(failing.not());
}
