import { listCountryWords, type NamedPlace } from './country-index.ts';

/** Shorter names are too close to each other: Mali and Bali, Niger and Nigel. */
const LEAST_LENGTH = 5;
/** Other islands and towns that nobody lists are as near to a short name of a part: Nauna and Natuna, Taboga and Tabora. */
const LEAST_OF_PART = 7;
/** From this length on, two letters may be wrong. */
const LONG = 9;
const LONGEST = 40;

let spellings: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function without(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** The word, and the word with a letter left out; for long words with two. */
function shortened(word: string): Set<string> {
  const once = without(word);
  return new Set([word, ...once, ...(word.length >= LONG ? once.flatMap(without) : [])]);
}

function isEligible(name: string, place: NamedPlace): boolean {
  return (
    name.length >= LEAST_LENGTH && name.length <= LONGEST && (place.kind !== 'region' || name.length > LEAST_LENGTH)
  );
}

/** Shortened spelling → names, so that a misspelt name meets its right one without comparing it with all. */
function load(): ReadonlyMap<string, ReadonlySet<string>> {
  if (spellings !== undefined) return spellings;
  const map = new Map<string, Set<string>>();
  for (const [name, place] of listCountryWords()) {
    if (!isEligible(name, place)) continue;
    for (const key of shortened(name)) {
      const names = map.get(key);
      if (names === undefined) map.set(key, new Set([name]));
      else names.add(name);
    }
  }
  spellings = map;
  return map;
}

/** Letters left out, added, changed or exchanged with their neighbour; more than `limit` counts as `limit + 1`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoAgo: number[] = [];
  let ago = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((ago[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (ago[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (twoAgo[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [twoAgo, ago] = [ago, row];
  }
  return Math.min(limit + 1, ago[b.length] ?? 0);
}

function meaningOf(place: NamedPlace): string {
  return place.kind === 'historic' ? place.state.possible.join(' ') : place.code;
}

/**
 * The name that was misspelt: one letter wrong, or two in a long name, where no other meaning is as close or nearly.
 * The first letter is hardly ever wrong, and counts as two.
 */
export function findMisspelt(words: string): NamedPlace | undefined {
  if (words.length < LEAST_LENGTH || words.length > LONGEST) return undefined;
  const limit = words.length >= LONG ? 2 : 1;
  const names = listCountryWords();
  const near = new Map<string, { readonly place: NamedPlace; readonly name: string; readonly steps: number }>();
  for (const key of shortened(words)) {
    for (const name of load().get(key) ?? []) {
      const place = names.get(name);
      if (place === undefined) continue;
      const steps = distance(words, name, limit + 1) + (words[0] === name[0] ? 0 : 1);
      const meaning = meaningOf(place);
      if (steps < (near.get(meaning)?.steps ?? Infinity)) near.set(meaning, { place, name, steps });
    }
  }
  const [first, second] = [...near.values()].toSorted((a, b) => a.steps - b.steps);
  if (first === undefined || first.steps > limit) return undefined;
  if (first.place.kind !== 'country' && first.name.length < LEAST_OF_PART) return undefined;
  return second !== undefined && second.steps <= first.steps + (limit === 1 ? 0 : 1) && second.steps <= limit
    ? undefined
    : first.place;
}
