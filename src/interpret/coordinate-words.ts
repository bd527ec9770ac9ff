/** Words and letters for the directions, in other languages than English, as the letters that `parseAngle` reads. */
type Spellings = readonly (readonly [RegExp, string])[];

const LATIN_WORDS: Spellings = [
  [/\bn(?:ö|oe)?(?:rdl(?:ich(?:er|e)?)?)?\.?\s?br(?:eite)?\b\.?/giu, ' N '],
  [/\bs(?:(?:ü|ue)dl(?:ich(?:er|e)?)?)?\.?\s?br(?:eite)?\b\.?/giu, ' S '],
  [/(?<!\p{L})(?:o|ö|(?:ö|oe)stl(?:ich(?:er|e)?)?)\.?\s?l(?:(?:ä|ae)nge)?(?!\p{L})\.?/giu, ' E '],
  [/\bw(?:estl(?:ich(?:er|e)?)?)?\.?\s?l(?:(?:ä|ae)nge)?(?!\p{L})\.?/giu, ' W '],
  [/(?<!\p{L})(?:nord|norte|noord|norra|nördlich(?:er|e)?)(?!\p{L})\.?/giu, ' N '],
  [/(?<!\p{L})(?:süd|sued|sud|sur|sul|zuid|südlich(?:er|e)?)(?!\p{L})\.?/giu, ' S '],
  [/(?<!\p{L})(?:ost|este?|leste|oost|öst|östlich(?:er|e)?)(?!\p{L})\.?/giu, ' E '],
  [/(?<!\p{L})(?:ouest|oeste|ovest|väst|westlich(?:er|e)?)(?!\p{L})\.?/giu, ' W '],
];
const CYRILLIC_WORDS: Spellings = [
  [/(?<!\p{L})с(?:ев(?:ерн(?:ой|ая))?)?\.?\s?ш(?:ир(?:оты|ота))?(?!\p{L})\.?/giu, ' N '],
  [/(?<!\p{L})ю(?:жн(?:ой|ая)?)?\.?\s?ш(?:ир(?:оты|ота))?(?!\p{L})\.?/giu, ' S '],
  [/(?<!\p{L})в(?:ост(?:очн(?:ой|ая))?)?\.?\s?д(?:олг(?:оты|ота))?(?!\p{L})\.?/giu, ' E '],
  [/(?<!\p{L})з(?:ап(?:адн(?:ой|ая))?)?\.?\s?д(?:олг(?:оты|ота))?(?!\p{L})\.?/giu, ' W '],
];
const CHINESE_WORDS: Spellings = [
  [/北[緯纬]|북위/gu, ' N'],
  [/南[緯纬]|남위/gu, ' S'],
  [/[東东][経经經]|동경/gu, ' E'],
  [/西[経经經]|서경/gu, ' W'],
  [/[度도]/gu, '°'],
  [/[分분]/gu, "'"],
  [/[秒초]/gu, '"'],
];
/** Scripts with the words that are written in them: most texts need none of these. */
const SCRIPTS: readonly (readonly [RegExp, Spellings])[] = [
  [/[a-zäöü]{2}|[oö]\.?\s?[lb]|[nsw]\.?\s?[lb]/iu, LATIN_WORDS],
  [/\p{Script=Cyrillic}/u, CYRILLIC_WORDS],
  [/[\u2e80-\u9fff\uac00-\ud7af]/u, CHINESE_WORDS],
];
const AXES =
  /(?<!\p{L})(?:(?:de |di )?(?:lat(?:itud(?:e|ine)?)?|long?(?:itud(?:e|ine)?)?)|широта|долгота|(?:geogr(?:aphische)?\.? ?)?(?:breite|länge))(?!\p{L})\.?:?/giu;
const LONE_O = /(?<!\p{L})O(?!\p{L})/gu;
/** Words beside an O that say in which language it is written. */
const GERMAN = /(?<!\p{L})(?:breite|länge|laenge)(?!\p{L})/iu;
const SPANISH = /(?<!\p{L})(?:latitud|longitud)(?!\p{L})/iu;
/** Two letters together, or one that is no direction by itself. */
const WORDY = /\p{L}\p{L}|[^\P{L}NSEWOZnsewoz]|[\u{ff01}-\u{ff5e}]/u;

/** Coordinates with the words of other languages for directions and degrees as letters and signs: "北緯35度41分" as "N35°41'". */
export function plainDirections(text: string): string {
  if (!WORDY.test(text)) return text.replaceAll(/\s+/gu, ' ').trim();
  const narrow = text
    .replaceAll(/[\u{ff01}-\u{ff5e}]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0))
    .replaceAll(/\s+/gu, ' ');
  const decided = narrow.replaceAll(LONE_O, GERMAN.test(narrow) ? 'E' : SPANISH.test(narrow) ? 'W' : 'O');
  const lettered = SCRIPTS.reduce(
    (text, [script, words]) =>
      script.test(text)
        ? words.reduce((written, [pattern, letter]) => written.replaceAll(pattern, letter), text)
        : text,
    decided,
  );
  return lettered
    .replaceAll(AXES, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ (?=[,;])/gu, '')
    .trim();
}

/** Cheaper than the pattern below, which few texts need. */
const MAY_NAME_MERIDIAN = /ferro|hierro|île|pulk|paris|c[aá]diz|san f|madrid/iu;
const MERIDIAN =
  /\b(?:ferro|hierro|île de fer|pulkov[oa]|pulkowo)\b|(?:\bm[ée]ridi[ae]n[oe]?|\blong(?:itude)?\b\.?(?:\s?[eow]\b\.?)?|länge|\bl\.|[°'"\d]\s?[eowö]\b\.?|östl\w*\.?|westl\w*\.?|\best|\bouest)\s?(?:of |de |von |v\. ?|du )?(?:paris|c[aá]diz|san fernando|madrid)\b|\b(?:pariser|paris) meridian\b/iu;

/** Whether a longitude is counted from another meridian than Greenwich: Ferro, Paris, Pulkovo, Cádiz. */
export function hasOtherMeridian(text: string): boolean {
  return MAY_NAME_MERIDIAN.test(text) && MERIDIAN.test(text);
}

const TOWNSHIP =
  /\bt(?:wp|ownship)?\.?\s?\d{1,3}(?:\s?(?:1\/2|½))?\s?[ns]\b\.?[\s,;:/-]{0,3}r(?:ge|ng|ange)?\.?\s?\d{1,3}(?:\s?(?:1\/2|½))?\s?[ew]\b/iu;

/** Whether a text names a square of the Public Land Survey: "T24S R27E S15". */
export function isTownship(text: string): boolean {
  return TOWNSHIP.test(text);
}
