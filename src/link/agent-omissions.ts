import type { PersonName } from '../model/agent.ts';
import { foldFamily, givenTokens } from './name-fold.ts';

/** How often later given names are left out: of names that keep only the first, and of names that keep more. */
export type Omissions = readonly [first: number, more: number];

/** How often it is where nothing is known, and how many mentions that is worth. */
const USUAL = 0.2;
const WORTH = 30;

/**
 * Counts in families of which one person is known (all their given names are forms of one) how often these stand shorter than they are.
 * `mentions` has for each name in how many lists it stands.
 */
export function countOmissions(names: readonly PersonName[], mentions: ArrayLike<number>): Omissions {
  const families = new Map<string, Family>();
  for (const [index, { type, family, given }] of names.entries()) {
    if (type !== 'person' || family === undefined) continue;
    const tokens = givenTokens(given);
    if (tokens.length === 0) continue;
    const { stem, particles } = foldFamily(family);
    const key = `${particles} ${stem}`;
    const own = families.get(key);
    if (own === undefined) families.set(key, { tokens, isOne: true, lengths: [[tokens.length, mentions[index]!]] });
    else if (own.isOne) join(own, tokens, mentions[index]!);
  }
  const short = [0, 0];
  const all = [0, 0];
  for (const { tokens, isOne, lengths } of families.values()) {
    if (!isOne) continue;
    for (const [length, count] of lengths)
      for (const kept of [1, 2]) {
        if (tokens.length <= kept) continue;
        all[kept - 1]! += count;
        if (length < tokens.length && (kept === 1 ? length === 1 : length > 1)) short[kept - 1]! += count;
      }
  }
  const share = (at: number) => (short[at]! + USUAL * WORTH) / (all[at]! + WORTH);
  return [share(0), share(1)];
}

interface Family {
  /** The fullest given names. */
  tokens: readonly string[];
  isOne: boolean;
  /** Number of given names, and of mentions. */
  readonly lengths: [number, number][];
}

function join(family: Family, tokens: readonly string[], mentions: number): void {
  const [few, many] = tokens.length < family.tokens.length ? [tokens, family.tokens] : [family.tokens, tokens];
  if (few.some((token, index) => !fits(token, many[index]!))) {
    family.isOne = false;
    return;
  }
  family.tokens = many;
  family.lengths.push([tokens.length, mentions]);
}

function fits(left: string, right: string): boolean {
  return left.startsWith(right) || right.startsWith(left);
}
