import { isWithinOneEdit } from './name-fold.ts';
import { areForms, hasFormWith } from './nicknames.ts';

/** What the comparison of one part of two names finds: factors of the score and of the plausibility, and why. */
export type Finding = Agreement | { readonly conflict: string };

interface Agreement {
  readonly factor: number;
  /** Left out: 1. */
  readonly plausibility?: number;
  readonly reason?: string;
  /** How many given names are left where the later ones are left out. */
  readonly kept?: number;
}

/** Compares given names or initials, as givenTokens gives them: left out, shortened, in another language, with a misspelt letter, in another order. */
export function compareGivenNames(a: readonly string[], b: readonly string[]): Finding {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (many.length === 0) return { factor: 1 };
  if (few.length === 0) return { factor: 0.5, reason: 'only one has given names' };
  const direct = align(few, many);
  if (direct !== undefined) return withMissing(direct, many.slice(few.length), few.length);
  if (few.length < many.length && few.some((token) => token.length > 1)) {
    const later = align(few, many.slice(1));
    if (later !== undefined)
      return {
        factor: 0.5 * later.factor,
        plausibility: 0.02 * later.plausibility,
        reason: `only one has ${show(many[0]!)} before ${show(few[0]!)}`,
      };
  }
  if (few.length === many.length && few.length > 1 && haveSameInitials(few, many))
    return { factor: 0.4, plausibility: 0.03, reason: 'initials in another order' };
  return { conflict: `different given names ${a.map(show).join(' ')} and ${b.map(show).join(' ')}` };
}

interface Alignment {
  readonly factor: number;
  readonly plausibility: number;
  readonly reasons: readonly string[];
  readonly isAbbreviated: boolean;
}

// Three arguments: it is called for each pair of names of a block.
function withMissing(
  { factor, plausibility, reasons, isAbbreviated }: Alignment,
  missing: readonly string[],
  kept: number,
): Finding {
  const told = [...reasons];
  if (missing.length > 0) told.push(`only one has ${missing.map(show).join(' ')}`);
  else if (isAbbreviated) told.push('initials fit the given names');
  return {
    factor: factor * (missing.length > 0 ? 0.78 : 1) * (isAbbreviated ? 0.95 : 1),
    plausibility,
    ...(missing.length > 0 ? { kept } : {}),
    ...(told.length === 0 ? {} : { reason: told.join('; ') }),
  };
}

/** How one word can stand for another: as an initial (no reason is worth telling), or in another form. */
type Likeness = 'initial' | { readonly factor: number; readonly plausibility: number; readonly reason: string };

function compareTokens(short: string, long: string): Likeness | undefined {
  if (short.length === 1) {
    if (long.startsWith(short)) return 'initial';
    if (long.length === 1 || !hasFormWith(short, long)) return undefined;
    return {
      factor: 0.75,
      plausibility: 0.05,
      reason: `${show(long)} is a form of a name that ${show(short)} begins`,
    };
  }
  if (areForms(short, long))
    return { factor: 0.95, plausibility: 0.2, reason: `${show(short)} is a form of ${show(long)}` };
  if (short.length <= 4 && long.startsWith(short) && long.length > short.length + 1)
    return { factor: 0.9, plausibility: 0.4, reason: `${show(short)} abbreviates ${show(long)}` };
  if (short.length >= 5 && isWithinOneEdit(short, long))
    return { factor: 0.85, plausibility: 0.1, reason: `${show(short)} and ${show(long)} differ by one letter` };
  return undefined;
}

/** Compares given names one after the other. Undefined where two contradict each other. */
function align(few: readonly string[], many: readonly string[]): Alignment | undefined {
  let factor = 1;
  let plausibility = 1;
  let isAbbreviated = false;
  const reasons: string[] = [];
  for (const [index, token] of few.entries()) {
    const other = many[index]!;
    if (token === other) continue;
    const [short, long] = token.length <= other.length ? [token, other] : [other, token];
    const likeness = compareTokens(short, long);
    if (likeness === undefined) return undefined;
    if (likeness === 'initial') {
      isAbbreviated = true;
      continue;
    }
    factor *= likeness.factor;
    plausibility *= likeness.plausibility;
    reasons.push(likeness.reason);
  }
  return { factor, plausibility, reasons, isAbbreviated };
}

function haveSameInitials(few: readonly string[], many: readonly string[]): boolean {
  const initials = (tokens: readonly string[]) =>
    tokens
      .map((token) => token.charAt(0))
      .toSorted()
      .join('');
  return [few, many].some((tokens) => tokens.every((token) => token.length === 1)) && initials(few) === initials(many);
}

function show(token: string): string {
  const capital = token.charAt(0).toUpperCase() + token.slice(1);
  return token.length === 1 ? `${capital}.` : capital;
}
