import { COUNTRY_VARIANTS } from '../vocabulary/country-variants.ts';
import { COUNTRIES, foldCountryName } from '../vocabulary/countries.ts';
import { COUNTRY_REGIONS } from '../vocabulary/country-regions.ts';
import { HISTORIC_STATES, type HistoricState } from '../vocabulary/historic-states.ts';

/** What one name stands for. */
export type NamedPlace =
  | { readonly kind: 'country'; readonly code: string }
  | { readonly kind: 'historic'; readonly state: HistoricState }
  | { readonly kind: 'region'; readonly code: string };

/** Languages of labels, the more frequent first: where two call different countries alike, the first counts. */
const LANGUAGES =
  `en de fr es pt it nl sv da nb fi pl cs hu ro tr ru uk el ar ja zh zh-Hant ko id ms ca gl eu sk sl hr bs sr sr-Latn bg mk sq lt lv et is fo ga cy gd
  br oc af lb rm gsw fy nn ast fur sc mt be hy ka az kk ky uz tk tg mn fa he ur hi bn mr ne gu pa ta te kn ml si th lo km my vi fil jv su ceb mi mg sw so am
  ti om ha yo ig zu xh rw ln ps sd ug tt yi ia eo hsb dsb se wae haw to kea lg ki kam luo mfe bm ff wo sn nd st tn`.split(
    /\s+/u,
  );

/** Words for an island, which are left out on both sides: "Andaman I." is "Andaman Islands". */
const ISLAND =
  /^(?:i|is|id|ids|isl|isls|isld|islds|island|islands|isle|isles|ile|iles|insel|inseln|isla|islas|ilha|ilhas|isola|isole|pulau|pulo|poeloe)$/u;
const FILLERS = new Set(['of', 'the', 'de', 'du', 'des', 'di', 'l', 'd']);
const SPELLED_OUT: Readonly<Record<string, string>> = {
  n: 'north',
  s: 'south',
  e: 'east',
  w: 'west',
  northern: 'north',
  southern: 'south',
  eastern: 'east',
  western: 'west',
  br: 'british',
  brit: 'british',
  bri: 'british',
  belg: 'belgian',
  bel: 'belgian',
  germ: 'german',
  neth: 'netherlands',
  fr: 'french',
  terr: 'territory',
  rep: 'republic',
  repub: 'republic',
  rp: 'republic',
  archip: 'archipelago',
  arch: 'archipelago',
  archipel: 'archipelago',
  penin: 'peninsula',
  penins: 'peninsula',
  pen: 'peninsula',
  sta: 'saint',
  so: 'south',
  afr: 'africa',
  amer: 'american',
  austr: 'australia',
  calif: 'california',
  braz: 'brazil',
  venez: 'venezuela',
  cent: 'central',
  cental: 'central',
  centr: 'central',
  amp: '',
};

/** Abbreviations of more than one word, in folded names. */
const ABBREVIATIONS: readonly (readonly [RegExp, string])[] = [
  [/\bu s s r\b/gu, 'ussr'],
  [/\bu s a\b/gu, 'usa'],
  [/\b(?:u s|us)\b/gu, 'usa'],
  [/\b(?:u k|uk)\b/gu, 'united kingdom'],
  [/\br s a\b/gu, 'rsa'],
  [/\bn s w(?:ales)?\b/gu, 'new south wales'],
  [/\bn (?=(?:guinea|hebrides|britain|ireland is|zealand|caledonia)\b)/gu, 'new '],
  [/\bp r (?=congo\b)/gu, 'peoples republic '],
  [/\bd guinea\b/gu, 'new guinea'],
  [/\bcongo (?:free|fr|f) (?:state|saint|s)\b/gu, 'congo free state'],
  [/\borange (?:free|f|r|river) (?:state|saint|colony)\b/gu, 'orange free state'],
  [/\bindia brit(?:ish)?\b/gu, 'british india'],
  [/\bdetroit de\b/gu, 'strait'],
  [/\b(?:[bdf]|dutch|danish|british|french) w(?:est)? india\b/gu, 'west indies'],
  [/\b(?:du|dutch|neth|netherlands) (?:new )?guinea\b/gu, 'dutch new guinea'],
  [/\bd(?:u)? guiana\b/gu, 'dutch guiana'],
  [/\b(?:[bdf] )?w i\b/gu, 'west indies'],
  [/\bport (?=(?:guinea|timor|africa|[ew] africa)\b)/gu, 'portuguese '],
  [/\bsouthern africa\b/gu, 'southernafrica'],
  [/\bsamoan? (?:islands?|isles?|isl|is|i|group)\b/gu, 'samoa archipelago'],
  // "S. of W. Africa" is not South West Africa.
  [/\b(?:north|south|east|west|ne|nw|se|sw|[nsew])(?: [nsew])* of\b/gu, 'off'],
];

/** The words of a name in one spelling: abbreviations written out, words for islands and small words left out. */
export function countryWords(text: string): string[] {
  const folded = ABBREVIATIONS.reduce(
    (name, [pattern, written]) => name.replaceAll(pattern, written),
    foldCountryName(text),
  );
  return folded.split(' ').flatMap((word) => {
    const plain = SPELLED_OUT[word] ?? word;
    return plain === '' || ISLAND.test(plain) || FILLERS.has(plain) ? [] : [plain];
  });
}

interface CountryIndex {
  /** By whole name, folded. */
  readonly names: ReadonlyMap<string, NamedPlace>;
  /** By the words of a name, joined by spaces. */
  readonly words: ReadonlyMap<string, NamedPlace>;
  /** English names of today, folded. */
  readonly english: ReadonlySet<string>;
}

let index: CountryIndex | undefined;
let foreign: ReadonlyMap<string, string> | undefined;

/** Names, folded, that mean one country in some language and a continent in the others. */
export const CONTINENTAL: ReadonlySet<string> = new Set(['america', 'amerika', 'amerique', 'europa']);

function namesIn(languages: readonly string[], least: number): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const language of Intl.DisplayNames.supportedLocalesOf(languages)) {
    for (const style of ['long', 'short'] as const) {
      const display = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
      for (const { code } of COUNTRIES) {
        const name = display.of(code);
        const folded = name === undefined ? '' : foldCountryName(name);
        // An abbreviation of two letters in one language is a code in another.
        if (
          name !== undefined &&
          !CONTINENTAL.has(folded) &&
          (folded.length >= least || /[^\p{ASCII}]/u.test(folded)) &&
          !names.has(folded)
        )
          names.set(folded, code);
      }
    }
  }
  return names;
}

/** Names on labels: those of the languages most of them are written in, former states, parts of countries. */
function load(): CountryIndex {
  if (index !== undefined) return index;
  const names = new Map<string, NamedPlace>();
  const words = new Map<string, NamedPlace>();
  const shared = new Set(
    HISTORIC_STATES.flatMap((state) =>
      state.begin === undefined && state.end === undefined && state.certain === undefined ? state.names : [],
    ),
  );
  const enter = (name: string, place: NamedPlace): void => {
    const folded = foldCountryName(name);
    if (!names.has(folded)) names.set(folded, place);
    const key = countryWords(name).join(' ');
    if (key.length > 2 && !words.has(key) && (place.kind === 'historic' || !shared.has(key) || key === folded))
      words.set(key, place);
  };
  const english = namesIn(['en'], 3);
  for (const [name, code] of english) enter(name, { kind: 'country', code });
  for (const [name, code] of Object.entries(COUNTRY_VARIANTS)) enter(name, { kind: 'country', code });
  for (const state of HISTORIC_STATES) for (const name of state.names) enter(name, { kind: 'historic', state });
  for (const [name, code] of namesIn(LANGUAGES.slice(0, 27), 4)) enter(name, { kind: 'country', code });
  for (const [code, list] of Object.entries(COUNTRY_REGIONS))
    for (const name of list.split('|')) enter(name, { kind: 'region', code });
  for (const { code, alpha3 } of COUNTRIES) {
    names.set(alpha3.toLowerCase(), { kind: 'country', code });
    names.set(code.toLowerCase(), { kind: 'country', code });
  }
  index = { names, words, english: new Set(english.keys()) };
  return index;
}

/** What a whole name stands for, a code included. */
export function findCountryName(text: string): NamedPlace | undefined {
  const { names } = load();
  const folded = foldCountryName(text);
  const found = names.get(folded);
  if (found !== undefined) return found;
  if (folded === '') return undefined;
  foreign ??= namesIn(LANGUAGES.slice(27), 5);
  const code = foreign.get(folded);
  return code === undefined ? undefined : { kind: 'country', code };
}

/** The same among codes and the names of the languages that labels are most often written in. */
export function findUsualCountryName(text: string): NamedPlace | undefined {
  return load().names.get(foldCountryName(text));
}

/** What some words of `countryWords`, joined by spaces, stand for. */
export function findCountryWords(words: string): NamedPlace | undefined {
  return load().words.get(words);
}

/** All names by their words, for comparing spellings. */
export function listCountryWords(): ReadonlyMap<string, NamedPlace> {
  return load().words;
}
