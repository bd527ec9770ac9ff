import { amended, emptyTerm, notAmended, validated, type Answer } from './answer.ts';
import { qualified, trimmed, type Terms } from './terms.ts';

/** A vocabulary that is carried with the program, standing in for the authority that a test names. */
export interface Authority {
  readonly name: string;
  readonly values: ReadonlySet<string>;
  /** The value that a text means for certain, beside what `meaningOf` finds for every vocabulary. */
  readonly find?: (text: string) => string | undefined;
}

/** Whether the value stands in the vocabulary letter for letter: spaces around it and other capitals make it another value. */
export function standard(term: string, { name, values }: Authority): (terms: Terms) => Answer {
  return (terms) => {
    const text = terms.get(term);
    if (text === undefined) return emptyTerm(term);
    return validated(values.has(text), `${qualified(term)} is ${values.has(text) ? '' : 'not '}a value of ${name}.`);
  };
}

export function standardized(term: string, authority: Authority): (terms: Terms) => Answer {
  return (terms) => {
    const text = terms.get(term);
    if (text === undefined) return emptyTerm(term);
    if (authority.values.has(text)) return notAmended(`${qualified(term)} is a value of ${authority.name}.`);
    const value = meaningOf(text, authority);
    return value === undefined
      ? notAmended(`${qualified(term)} means no one value of ${authority.name} for certain.`)
      : amended({ [term]: value }, `${qualified(term)} can mean only this value of ${authority.name}.`);
  };
}

const SHORTEST_ABBREVIATION = 3;
const SHORTEST_MISSPELLING = 4;
/** Longer texts are no words of a vocabulary. */
const LONGEST = 200;

/** The value that a text means: other capitals, spaces or marks, an address that ends in it, an abbreviation with a full stop, one wrong letter. */
export function meaningOf(text: string, { values, find }: Authority): string | undefined {
  const written = trimmed(text);
  if (written.length > LONGEST || written.includes('?')) return undefined;
  const word = fold(written.replace(/^(?:https?:\/\/\S*[/#]|[a-z]{2,8}:)(?=[^\s/#:]+$)/iu, ''));
  if (word === '') return find?.(written);
  const folded = foldedOf(values);
  return folded.get(word) ?? find?.(written) ?? unique(folded, (value) => isMisspelt(written, word, value));
}

function isMisspelt(written: string, word: string, value: string): boolean {
  if (written.endsWith('.') && word.length >= SHORTEST_ABBREVIATION && value.startsWith(word)) return true;
  return word.length >= SHORTEST_MISSPELLING && differsByOne(word, value);
}

function unique(folded: ReadonlyMap<string, string>, matches: (value: string) => boolean): string | undefined {
  const found = new Set<string>();
  for (const [key, value] of folded) if (matches(key)) found.add(value);
  return found.size === 1 ? [...found][0] : undefined;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

const foldedValues = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>();

function foldedOf(values: ReadonlySet<string>): ReadonlyMap<string, string> {
  let folded = foldedValues.get(values);
  if (folded === undefined) {
    folded = new Map(Array.from(values, (value) => [fold(value), value]));
    foldedValues.set(values, folded);
  }
  return folded;
}

/** Whether one letter more, less or another, or two neighbours in the other order, turn one word into the other. */
function differsByOne(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  const least = Math.min(one.length, other.length);
  let begin = 0;
  while (begin < least && one[begin] === other[begin]) begin += 1;
  let end = 0;
  while (end < least - begin && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const [rest, otherRest] = [one.slice(begin, one.length - end), other.slice(begin, other.length - end)];
  if (rest.length <= 1 && otherRest.length <= 1) return true;
  return rest.length === 2 && otherRest.length === 2 && rest[0] === otherRest[1] && rest[1] === otherRest[0];
}
