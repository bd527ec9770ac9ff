import { findUsualCountryName, listCountryWords, type NamedPlace } from './country-index.ts';

/** Shorter beginnings and names in one word may be anything: Port, Nort. */
const LEAST_BEGINNING = 5;
const LEAST_JOINED = 7;

interface Joined {
  /** Names of several words in one; null where two mean different countries. */
  readonly names: ReadonlyMap<string, NamedPlace | null>;
  /** The names of whole countries and others, in the order of their letters. */
  readonly sorted: readonly string[];
}

let joined: Joined | undefined;

function bare(name: string): string {
  return name.replaceAll(/ |and|of|the/gu, '');
}

function codeOf(place: NamedPlace): string {
  return place.kind === 'historic' ? place.state.possible.join(' ') : place.code;
}

function load(): Joined {
  if (joined !== undefined) return joined;
  const names = new Map<string, NamedPlace | null>();
  for (const [name, place] of listCountryWords()) {
    const key = bare(name);
    if (key.length < LEAST_JOINED - 1) continue;
    const other = names.get(key);
    if (other === undefined) names.set(key, place);
    else if (other !== null && codeOf(other) !== codeOf(place)) names.set(key, null);
  }
  joined = { names, sorted: [...listCountryWords().keys()].toSorted() };
  return joined;
}

const DIRECTION = /^(?:north|south|east|west|central|[ns][ew]|[nsew])(?=[^ ]{5})/u;
const FORM_OF_STATE = /(?<!korea|congo)(?:islamic|united|plurinational)?(?:republicof|provinceofchina)$/u;

/** A name whose words were run together: "COOKISLANDS", "SouthItaly", "Iranislamicrepublicof". */
export function findJoined(word: string): NamedPlace | undefined {
  if (word.length < LEAST_JOINED || word.includes(' ')) return undefined;
  const island = /^(.{4,})(islands?)$/u.exec(word);
  const named = island === null ? undefined : findUsualCountryName(`${island[1] ?? ''} ${island[2] ?? ''}`);
  if (named !== undefined) return named;
  const { names } = load();
  const plain = word.replace(/islands?$/u, '').replace(/^st(?=[^aeiou])/u, 'saint');
  const candidates = [word, plain, word.replace(FORM_OF_STATE, ''), word.replace(DIRECTION, '')];
  for (const candidate of candidates) {
    const found = candidate.length < LEAST_JOINED - 2 ? undefined : (names.get(bare(candidate)) ?? undefined);
    const exact = found ?? listCountryWords().get(candidate);
    if (exact !== undefined && (candidate !== word || found !== undefined)) return exact;
  }
  return undefined;
}

/** Beginnings of words that are longer than one country. */
const WIDE = [
  'america',
  'american',
  'africa',
  'african',
  'antarctic',
  'europe',
  'oceania',
  'pacific',
  'atlantic',
  'arabian',
];

/** The one country whose name begins so and was cut within a word: "Nicarag", "Russian Fed". */
export function findCut(words: string): NamedPlace | undefined {
  if (words.length < LEAST_BEGINNING || WIDE.some((word) => word.startsWith(words))) return undefined;
  const { sorted } = load();
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < words) low = middle + 1;
    else high = middle;
  }
  let only: NamedPlace | undefined;
  for (let at = low; at < sorted.length; at += 1) {
    const name = sorted[at] ?? '';
    if (!name.startsWith(words)) break;
    const place = listCountryWords().get(name);
    if (place === undefined || name.charAt(words.length) === ' ') return undefined;
    if (only !== undefined && codeOf(only) !== codeOf(place)) return undefined;
    if (only === undefined || place.kind === 'country') only = place;
  }
  return only?.kind === 'country' ? only : undefined;
}
