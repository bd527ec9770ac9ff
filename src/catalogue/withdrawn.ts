import { appendFileSync, readFileSync } from 'node:fs';

/** A record that must not be public any more. */
export interface Withdrawal {
  readonly key: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly time: string;
  /** Content hashes of pictures that only this record shows: they go with it. */
  readonly pictures?: readonly string[];
}

/** All withdrawals of a node, by key; empty where there are none. One line of JSON each. */
export function readWithdrawals(path: string): Map<string, Withdrawal> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return new Map();
  }
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line) => {
      const withdrawal = JSON.parse(line) as Withdrawal;
      return [withdrawal.key, withdrawal];
    }),
  );
}

export function addWithdrawal(path: string, withdrawal: Withdrawal): void {
  appendFileSync(path, `${JSON.stringify(withdrawal)}\n`);
}
