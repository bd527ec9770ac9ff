import { countryWords, findCountryWords, type NamedPlace } from './country-index.ts';
import { findCut, findJoined } from './country-joined.ts';
import { findMisspelt } from './country-spelling.ts';

/** Dependencies that labels name together with their state: "Puerto Rico, USA" is Puerto Rico. */
const SOVEREIGN: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    US: 'PR GU VI AS MP UM',
    GB: 'FK GI BM KY TC VG AI MS SH IO PN GS IM JE GG',
    FR: 'GF GP MQ RE YT NC PF WF PM BL MF TF',
    NL: 'AW CW BQ SX',
    DK: 'GL FO',
    NO: 'SJ BV',
    AU: 'NF CX CC HM',
    NZ: 'CK NU TK',
    CN: 'HK MO',
    FI: 'AX',
    MY: '',
  }).flatMap(([state, parts]) => parts.split(' ').map((part) => [part, state])),
);
const LONGEST_NAME = 6;
/** A longer word beside a country may be another one, misspelt. */
const LONG_WORD = 7;
/** A name after one of these is another place's: Gulf of Mexico, New Mexico, Lake Victoria, Port Natal. */
const SEA = /^(?:g|gulf|golfe|golfo|golf|seas?|mers?|mar|bay|baie|straits?|strs|channel|canal|sound|sund)$/u;
/** Names that mean a country only where they stand alone. */
const ALONE = new Set([
  'guinea',
  'guinee',
  'guine',
  'georgia',
  'jersey',
  'sudan',
  'dominica',
  'baker',
  'congo',
  'hebrides',
]);
const NAMESAKE =
  /^(?:new|nova|nueva|nuevo|novo|nouvelle|nouveau|neu|nieuw|lake|lac|lago|mount|mt|port|puerto|porto|fort|rio|river|san|santa|santo|saint|cape|cap|cabo|little)$/u;
/** Short names that are nothing else. */
const SHORT = new Set([
  'usa',
  'png',
  'drc',
  'uae',
  'ussr',
  'cuba',
  'peru',
  'iran',
  'iraq',
  'laos',
  'mali',
  'fiji',
  'oman',
  'togo',
  'guam',
  'java',
  'bali',
  'chad',
  'niue',
]);
/** Words that say which part of a country, and do not make another place of it. */
const PART =
  /^(?:north|south|east|west|central|centr|cent|cen|center|centre|nord|sud|est|ouest|ost|norte|sur|northeast|northwest|southeast|southwest|ne|nw|se|sw|c|coast|off|near|nr|interior|inland|upper|lower|region|province|prov|district|state|colony|col|peninsula|archipelago|group|republic|kingdom|federation|commonwealth|territory|county|highlands|highland|now|formerly|indian|atlantic|pacific|ocean|america|africa|europe|asia|zoo|captive|captivity|introduced|intr|cultivated|cult|and|in|on|from|prefecture|pref|amerique|amerika|afrika|afrique|europa|asie|asien|oceania|australasia|melanesia|polynesia|arctic|antarctic|equatorial|tropical|middle|far|dist|parts?|belgian|german|french|dutch|british|portuguese|spanish|russian|chinese|indian|persian|indes|area|desert|forest|valley)$/u;

interface Match {
  readonly place: NamedPlace;
  readonly from: number;
  readonly until: number;
}

interface Matches {
  readonly matches: readonly Match[];
  /** Names that mean a country only where they stand alone. */
  readonly doubtful: readonly Match[];
  readonly isBarred: boolean;
}

function matchesOf(words: readonly string[]): Matches {
  const matches: Match[] = [];
  const doubtful: Match[] = [];
  let isBarred = false;
  let from = 0;
  while (from < words.length) {
    const match = longestFrom(words, from);
    if (match === undefined) from++;
    else {
      const before = words[from - 1] ?? '';
      const after = words[match.until] ?? '';
      const isAlone = match.until === from + 1 && ALONE.has(words[from] ?? '');
      const isOther =
        (SEA.test(before) && words.slice(0, from - 1).every((word) => PART.test(word))) ||
        SEA.test(after) ||
        (NAMESAKE.test(before) && match.until === from + 1);
      if (!isOther && !isAlone) matches.push(match);
      else isBarred = true;
      if (isAlone && !isOther) doubtful.push(match);
      from = match.until;
    }
  }
  return { matches, doubtful, isBarred };
}

function longestFrom(words: readonly string[], from: number): Match | undefined {
  for (let until = Math.min(words.length, from + LONGEST_NAME); until > from; until--) {
    const name = words.slice(from, until).join(' ');
    // Left of "British Isles", which "British West Indies" is not.
    if (name === 'british' && words.length > 1) continue;
    const place = findCountryWords(name);
    if (name.length < 5 && !SHORT.has(name) && (name.length < 4 || place?.kind !== 'country')) continue;
    if (place !== undefined) return { place, from, until };
  }
  return undefined;
}

/**
 * The countries that a phrase names: one of today where its names agree ("Honolulu, Hawaii, U.S.A."), all of them where
 * they do not. Empty where it names none at its beginning or end.
 */
export function countriesInPhrase(text: string): {
  readonly codes: readonly string[];
  readonly places: readonly NamedPlace[];
} {
  const words = countryWords(text);
  if (words.length > 40) return { codes: [], places: [] };
  const whole = findCountryWords(words.join(' '));
  if (whole !== undefined) return { codes: codesOf(whole), places: [whole] };
  const { matches: found, doubtful, isBarred } = matchesOf(words);
  const rest = words.filter(
    (word, at) => !PART.test(word) && !found.some((match) => at >= match.from && at < match.until),
  );
  const isAtEdge = ({ from, until }: Match) =>
    words.slice(0, from).every((word) => PART.test(word)) || words.slice(until).every((word) => PART.test(word));
  const places = found
    .filter((match) => rest.length === 0 || isAtEdge(match) || found.length > 1)
    .map(({ place }) => place);
  if (places.length > 0) {
    const others = [
      ...doubtful.map(({ place }) => place),
      ...rest.filter((word) => word.length >= LONG_WORD).map(findMisspelt),
    ];
    const beside = others.filter((place) => place !== undefined);
    return beside.length === 0
      ? { codes: agreed(places), places }
      : { codes: agreed([...places, ...beside]), places: [...places, ...beside] };
  }
  if (found.length > 0 || isBarred || words.every((word) => PART.test(word))) return { codes: [], places: [] };
  const name = words.join(' ');
  const misspelt = findMisspelt(name) ?? misspeltIn(words) ?? findJoined(name) ?? findCut(name);
  return misspelt === undefined ? { codes: [], places: [] } : { codes: codesOf(misspelt), places: [misspelt] };
}

/** The one long word beside words for directions and parts, where it is nearly the name of a country. */
function misspeltIn(words: readonly string[]): NamedPlace | undefined {
  const names = words.filter((word) => !PART.test(word));
  const name = names.join(' ');
  return names.length < words.length && name.length > 5 ? (findCountryWords(name) ?? findMisspelt(name)) : undefined;
}

function codesOf(place: NamedPlace): readonly string[] {
  if (place.kind !== 'historic') return [place.code];
  return place.state.certain === undefined ? place.state.possible : [place.state.certain];
}

function agreed(places: readonly NamedPlace[]): readonly string[] {
  const sets = places.map(codesOf);
  // A state beside its dependency says nothing new.
  const named = new Set(sets.flat());
  const singles = new Set(sets.filter((set) => set.length === 1).flat());
  for (const code of singles) {
    const state = SOVEREIGN[code];
    if (state !== undefined && singles.has(state)) singles.delete(state);
  }
  const [only] = singles;
  if (singles.size === 1 && only !== undefined)
    return sets.every((set) => set.includes(only) || set.some((code) => SOVEREIGN[only] === code))
      ? [only]
      : [...named];
  if (singles.has('GE') && singles.has('US') && singles.size === 2) return ['US'];
  if (singles.size > 1) return [...named];
  const shared = sets.reduce((left, right) => left.filter((code) => right.includes(code)));
  return shared.length > 0 ? shared : [...named];
}
