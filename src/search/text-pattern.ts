import { fold } from './text-fold.ts';

/** A pattern's pieces, folded, between its asterisks; ? stands for one character. */
export interface TextPattern {
  readonly pieces: readonly string[];
}

/** `*` any characters, `?` one, over the whole text; letter case and accents do not matter. */
export function parsePattern(pattern: string): TextPattern {
  // Wildcards are found before folding, which turns other forms of them into ASCII.
  const pieces = pattern.split('*').map((piece) => piece.split('?').map(fold).join('?'));
  return { pieces };
}

/** Whether a folded text fulfils the pattern. Time grows with the product of their lengths at most. */
export function matchesPattern(folded: string, { pieces }: TextPattern): boolean {
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  if (pieces.length === 1) return folded.length === first.length && matchesAt(folded, first, 0);
  if (folded.length < first.length + last.length || !matchesAt(folded, first, 0)) return false;
  const end = folded.length - last.length;
  if (!matchesAt(folded, last, end)) return false;
  let from = first.length;
  for (const piece of pieces.slice(1, -1)) {
    while (from + piece.length <= end && !matchesAt(folded, piece, from)) from++;
    if (from + piece.length > end) return false;
    from += piece.length;
  }
  return true;
}

function matchesAt(text: string, piece: string, at: number): boolean {
  for (let index = 0; index < piece.length; index++) {
    if (piece[index] !== '?' && piece[index] !== text[at + index]) return false;
  }
  return true;
}

/**
 * A pattern for SQL's LIKE, with `\` as escape, that every match of this one fulfils; `matchesPattern` decides. It has two
 * wildcards at most, since LIKE tries every way of placing them: a dozen would keep a processor busy for ever.
 */
export function sqlPattern({ pieces }: TextPattern): string {
  const middle = pieces.slice(1, -1).toSorted((a, b) => b.length - a.length);
  const kept = pieces.length === 1 ? pieces : [pieces[0]!, ...middle.slice(0, 1), pieces.at(-1)!];
  return kept.map((piece) => piece.replace(/[\\%_]/gu, String.raw`\$&`).replaceAll('?', '_')).join('%');
}

/** The longest text that every match has in it. */
export function longestPiece({ pieces }: TextPattern): string {
  return pieces.flatMap((piece) => piece.split('?')).reduce((a, b) => (b.length > a.length ? b : a));
}
