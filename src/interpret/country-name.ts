import { COUNTRIES, COUNTRY_VARIANTS, findCountry, foldCountryName } from '../vocabulary/countries.ts';
import { HISTORIC_STATES, type HistoricState } from '../vocabulary/historic-states.ts';

/** What a name of a country, of today or of the past, means. */
export interface CountryReading {
  /** The one country of today in which it lies for certain. ISO 3166-1 alpha-2. */
  readonly certain?: string;
  /** All in which it may lie, the certain one included. */
  readonly possible: readonly string[];
  /** Set where the name is one of the past. */
  readonly historic?: HistoricState;
}

const LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'hu',
  'ro',
  'tr',
  'ru',
  'uk',
  'el',
  'ar',
  'ja',
  'zh',
  'zh-Hant',
  'ko',
  'id',
];

let names: ReadonlyMap<string, string> | undefined;
let historic: ReadonlyMap<string, HistoricState> | undefined;
let inEnglish: ReadonlySet<string> | undefined;
let english: Intl.DisplayNames | undefined;

/** Folded name → code: names of today in many languages (CLDR, through ICU), codes, and variants. */
function namesOfToday(): ReadonlyMap<string, string> {
  if (names !== undefined) return names;
  const map = new Map<string, string>();
  for (const language of LANGUAGES) {
    for (const style of ['long', 'short'] as const) {
      const display = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
      for (const { code } of COUNTRIES) {
        const name = display.of(code);
        if (name === undefined) continue;
        const folded = foldCountryName(name);
        if (!map.has(folded)) map.set(folded, code);
      }
    }
  }
  for (const { code, alpha3 } of COUNTRIES) {
    map.set(code.toLowerCase(), code);
    map.set(alpha3.toLowerCase(), code);
  }
  for (const [name, code] of Object.entries(COUNTRY_VARIANTS)) map.set(foldCountryName(name), code);
  names = map;
  return map;
}

function statesOfThePast(): ReadonlyMap<string, HistoricState> {
  historic ??= new Map(
    HISTORIC_STATES.flatMap((state) =>
      state.names.map((name): [string, HistoricState] => [foldCountryName(name), state]),
    ),
  );
  return historic;
}

/** Folded English names of the countries of today. */
function namesInEnglish(): ReadonlySet<string> {
  inEnglish ??= new Set(COUNTRIES.map(({ code }) => foldCountryName(countryName(code))));
  return inEnglish;
}

/** The English name of a country, as CLDR has it. */
export function countryName(code: string): string {
  english ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
  return english.of(code) ?? code;
}

/** A country code as written: alpha-2 or alpha-3, in any case. */
export function parseCountryCode(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (findCountry(code) !== undefined) return code;
  return COUNTRIES.find(({ alpha3 }) => alpha3 === code)?.code;
}

/**
 * One name, without punctuation of lists. A name of the past stands before one of today that is spelled the same, unless
 * that is what the country is called today: most records that say Russia, Sudan or Samoa mean the state of that name.
 */
function readName(text: string): CountryReading | undefined {
  const folded = foldCountryName(text);
  if (folded === '') return undefined;
  const past = statesOfThePast().get(folded);
  if (past !== undefined && !namesInEnglish().has(folded))
    return {
      ...(past.certain === undefined ? {} : { certain: past.certain }),
      possible: past.possible,
      historic: past,
    };
  const code = namesOfToday().get(folded);
  return code === undefined ? undefined : { certain: code, possible: [code] };
}

/**
 * Reads what stands in a country field: a name of today in many languages, a code, a name of the past, alternatives
 * ("Malaysia or Indonesia"), a doubt ("Peru?"), a name with a gloss ("Malaysia [Malaya]"). Undefined where nothing of
 * it is known.
 */
export function readCountry(text: string): CountryReading | undefined {
  const written = text.trim();
  const whole = readName(written);
  const isDoubtful = /\?|\b(?:prob|probably|perhaps|possibly|vielleicht|peut-être)\b/iu.test(written);
  if (whole !== undefined && !isDoubtful) return whole;
  const plain = written
    .replaceAll(/[([{].*?[)\]}]/gu, ' ')
    .replaceAll(/\?|\b(?:prob|probably|perhaps|possibly|vielleicht|peut-être)\b\.?/giu, ' ');
  const alternatives = plain.split(/\s*(?:;|\||\/|\bor\b|\boder\b|\bou\b)\s*/iu).filter((part) => part.trim() !== '');
  const readings = alternatives.map((part) => readName(part) ?? readParts(part));
  if (readings.length === 0 || readings.includes(undefined)) return undefined;
  const known = readings.filter((reading) => reading !== undefined);
  const [only] = known;
  if (known.length === 1 && only !== undefined && !isDoubtful) return only;
  const possible = [...new Set(known.flatMap((reading) => reading.possible))];
  const [code] = possible;
  // "Malaysia/Sabah" says one country twice.
  return possible.length === 1 && code !== undefined && !isDoubtful ? { certain: code, possible } : { possible };
}

/** "Sarawak, Malaysia": parts that agree on one country. */
function readParts(text: string): CountryReading | undefined {
  const parts = text
    .split(',')
    .map(readName)
    .filter((reading) => reading !== undefined);
  const certain = new Set(parts.flatMap((reading) => reading.certain ?? []));
  const [code] = certain;
  if (certain.size === 1 && code !== undefined) return { certain: code, possible: [code] };
  return certain.size === 0 ? parts[0] : undefined;
}

const NO_COUNTRY =
  /^(?:(?:country|locality|location) )?(?:unknown|unbekannt|inconnue?|desconocid[oa]|not (?:stated|given|known|recorded)|no disponible|n a|na|none|null|undetermined|unspecified|missing|no data)(?: country| locality)?$|^(?:high seas|international waters|at sea|zz|zoo|cultivated)$|\b(?:ocean|oceano|sea)\b|^(?:north|south|central) (?:atlantic|pacific)$/u;

/** Whether what stands in a country field says that there is none, or none known: "unknown", "high seas", "n/a". */
export function isNoCountry(text: string): boolean {
  return NO_COUNTRY.test(foldCountryName(text));
}
