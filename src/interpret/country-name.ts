import { COUNTRIES, findCountry, foldCountryName } from '../vocabulary/countries.ts';
import { labelOfState } from '../vocabulary/historic-places.ts';
import type { HistoricState } from '../vocabulary/historic-states.ts';
import {
  CONTINENTAL,
  countryWords,
  findCountryName,
  findCountryWords,
  findUsualCountryName,
  type NamedPlace,
} from './country-index.ts';
import { countriesInPhrase } from './country-phrase.ts';
import { redecoded } from './encoding-repair.ts';

/** What a name of a country, of today or of the past, means. */
export interface CountryReading {
  /** The one country of today in which it lies for certain. ISO 3166-1 alpha-2. */
  readonly certain?: string;
  /** All in which it may lie, the certain one included. */
  readonly possible: readonly string[];
  /** Set where the name is one of the past. */
  readonly historic?: HistoricState;
  /** Set where it is the name of a whole country of today: its code. */
  readonly whole?: string;
  /** The label of the HistoricPlace that it names. */
  readonly former?: string;
}

let english: ReadonlyMap<string, string> | undefined;

/** The English name of a country, as CLDR has it. */
export function countryName(code: string): string {
  if (english === undefined) {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
    english = new Map(
      [...COUNTRIES.map((country) => country.code), 'XK'].map((known) => [known, names.of(known) ?? known]),
    );
  }
  return english.get(code) ?? code;
}

/** A country code as written: alpha-2 or alpha-3, in any case. */
export function parseCountryCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (findCountry(code) !== undefined) return code;
  return COUNTRIES.find(({ alpha3 }) => alpha3 === code)?.code;
}

function readingOf(place: NamedPlace): CountryReading {
  if (place.kind === 'country') return { certain: place.code, possible: [place.code], whole: place.code };
  if (place.kind === 'region') return { certain: place.code, possible: [place.code] };
  const { certain, possible } = place.state;
  const former = labelOfState(place.state);
  return {
    ...(certain === undefined ? {} : { certain }),
    possible,
    historic: place.state,
    ...(former === undefined ? {} : { former }),
  };
}

/** One name or phrase, without punctuation of lists. */
function readName(text: string): CountryReading | undefined {
  const whole = findCountryName(text);
  if (whole !== undefined) return readingOf(whole);
  const { codes, places } = countriesInPhrase(text);
  const [only] = places;
  if (places.length === 1 && only !== undefined) return readingOf(only);
  const [certain] = codes;
  if (certain === undefined) return undefined;
  return codes.length === 1 ? { certain, possible: codes } : { possible: codes };
}

const DOUBT =
  /\?|\b(?:prob|probably|probable|probablement|perhaps|possibly|possible|presumably|presumed|vielleicht|peut-être|error|erreur|errore|purch|purchased)\b\.?/giu;

const CHOICE = /\b(?:or|oder|ou|to)\b/iu;
const SEPARATOR = /;|\||\/|\b(?:or|oder|ou|to)\b/iu;
const LIST = /;|\||\/|\b(?:or|oder|ou|to|and|et|und|y|e)\b|&/iu;

/** Beside a country and with one of these, a region says that there is more than the country. */
const WIDER =
  /\b(?:and|et|und|y|&|to)\b.*\b(?:america|africa|europe|asia|melanesia|micronesia|polynesia|oceania|australasia|seas)\b|\b(?:america|africa|europe|asia|melanesia|micronesia|polynesia|oceania|australasia|seas)\b.*\b(?:and|et|und|y|&|to)\b|\b(?:frontier|border|boundary|frontera|grenze|frontière)\b/iu;

/** "Trinidad and Tobago" is one name, "Chile and Peru" are two. */
function countryOfList(text: string): boolean {
  return findCountryWords(countryWords(text).join(' ')) !== undefined;
}

/** Names of seas and oceans, in folded names. */
const WATER =
  /\b(?:(?:north|south|east|west|central|northern|southern|eastern|western|nw|sw|[nsew]) )*(?:atlantic|pacific|indian|arctic|antarctic|southern|baltic|black|red|dead|coral|north|mediterranean|tasman|caribbean|china|white|arabian|adriatic|aegean|caspian) (?:ocean|sea)\b/gu;

const WITH_WATER =
  /\b(?:ocean|sea)\s*(?:and|&|et|y|to)\s|(?:\s(?:and|et|y|to)|&)\s+(?:the\s+)?[^,;]*\b(?:ocean|sea)\b/iu;

/** "Fiji, Pacific Ocean", "British Indian Ocean Territory": a country that is named with the water beside it. */
function besideWater(written: string, folded: string): CountryReading | undefined {
  if (!/\b(?:ocean|sea)\b/u.test(folded)) return undefined;
  const whole = folded.includes('territor') ? findUsualCountryName(folded) : undefined;
  if (whole !== undefined) return readingOf(whole);
  if (WITH_WATER.test(written)) return undefined;
  const rest = folded.replaceAll(WATER, ' ');
  if (rest === folded || /\b(?:ocean|oceano|sea)\b/u.test(rest)) return undefined;
  const place = findCountryWords(countryWords(rest).join(' '));
  return place === undefined ? undefined : readingOf(place);
}

/** A table holds one country in thousands of places: each way to write it is read once. */
const MOST_REMEMBERED = 5000;
const remembered = new Map<string, CountryReading | undefined>();

/**
 * Reads what stands in a country field: a name of today in more than a hundred languages, a code, a name of the past, a
 * part of a country ("Sumatra"), a phrase ("S.E. coast of Madagascar"), a misspelling where no other name is near,
 * alternatives ("Malaysia or Indonesia"), a doubt ("Peru?"), a name with a gloss ("Malaysia [Malaya]"). Undefined where
 * nothing of it is known.
 */
export function readCountry(text: string): CountryReading | undefined {
  if (remembered.has(text)) return remembered.get(text);
  const reading = readUnknown(text) ?? readDamaged(text);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, reading);
  return reading;
}

/** É, the first of whose two bytes is left: "SÃNÃGAL". Other letters are rarer, and one wrong letter is a misspelling. */
function readDamaged(text: string): CountryReading | undefined {
  return /Ã(?=\p{Lu})/u.test(text) ? readUnknown(text.replaceAll(/Ã(?=\p{Lu})/gu, 'É')) : undefined;
}

function readUnknown(text: string): CountryReading | undefined {
  const written = (redecoded(text) ?? text).trim().slice(0, LONGEST);
  const folded = foldCountryName(written);
  if (CONTINENTAL.has(folded)) return undefined;
  if (NO_COUNTRY.test(folded)) return besideWater(written, folded);
  const whole = findCountryName(written);
  const plain = written.replaceAll(/[([{][^)\]}]*[)\]}]/gu, ' ').replaceAll(DOUBT, ' ');
  const isDoubtful = written.search(DOUBT) !== -1 || WIDER.test(written);
  if (whole !== undefined && !isDoubtful) return readingOf(whole);
  const alternatives = plain.split(countryOfList(plain) ? SEPARATOR : LIST).filter((part) => part.trim() !== '');
  if (alternatives.length === 0) {
    const inner = readName(written.replaceAll(/[()[\]{}]/gu, ' '));
    return inner === undefined || !isDoubtful ? inner : { possible: inner.possible };
  }
  const readings = alternatives.map(readName);
  if (readings.includes(undefined)) return isDoubtful || CHOICE.test(plain) ? undefined : readName(written);
  const known = readings.filter((reading) => reading !== undefined);
  const [only] = known;
  if (known.length === 1 && only !== undefined && !isDoubtful) return only;
  const possible = [
    ...new Set(known.flatMap((reading) => (reading.certain === undefined ? reading.possible : [reading.certain]))),
  ];
  const [code] = possible;
  // "Malaysia/Sabah" says one country twice.
  return possible.length === 1 && code !== undefined && !isDoubtful ? { certain: code, possible } : { possible };
}

/** What stands in a country field and is longer names none. */
const LONGEST = 200;
const NO_COUNTRY =
  /^(?:(?:country|locality|location) )?(?:unknown|unbekannt|inconnue?|desconocid[oa]|not (?:stated|given|known|recorded)|no disponible|n a|na|none|null|undetermined|unspecified|missing|no data)(?: country| locality)?$|^(?:high seas|international waters|at sea|zz|zoo|cultivated)$|\b(?:ocean|oceano|sea)\b|^(?:north|south|central) (?:atlantic|pacific)$/u;

/** Whether what stands in a country field says that there is none, or none known: "unknown", "high seas", "n/a". */
export function isNoCountry(text: string): boolean {
  return NO_COUNTRY.test(foldCountryName(text));
}
