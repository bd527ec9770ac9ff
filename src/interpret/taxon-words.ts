import {
  infraspecificRank,
  isAuthorParticle,
  isConnective,
  isIndeterminate,
  isQualifier,
  isState,
  isSureMark,
} from './taxon-markers.ts';

const EPITHET = /^(?:\d{1,3}[.-]?|st\.-)?(?:\p{Ll}['-])?\p{Ll}[\p{Ll}\p{M}]+(?:['-][\p{Ll}\p{M}\d]+)*(?:-\p{Lu})?$/u;
const UNINOMIAL = /^\p{Lu}[\p{Ll}\p{M}]+(?:-\p{L}?[\p{Ll}\p{M}]+)*$/u;
const ALL_CAPITALS = /^\p{Lu}[\p{Lu}\p{M}]{2,}(?:-\p{Lu}+)?$/u;
const LATIN_EPITHET =
  /(?:us|um|a|is|ii|i|ae|ense|oides|ens|ans|ps|x|or|ur|ior|ius|are|ale|ile|abile|ceps|color|pes|bre|stre|ides|cola|fer|ger)$/u;
const LATIN_UNINOMIAL = /(?:us|um|a|is|ia|on|es|as|ys|os|ops|ella|ium|opsis|yx|ix|ax|ox)$/u;

/** Whether a word may be a genus or a name above it, in a text of mixed letters. */
export function isUninomial(word: string): boolean {
  return UNINOMIAL.test(word) || ALL_CAPITALS.test(word);
}

export function isEpithetShape(word: string): boolean {
  return EPITHET.test(word);
}

/** Whether a word that may be an epithet or an author ends as epithets do. */
export function endsAsEpithet(word: string): boolean {
  return LATIN_EPITHET.test(word);
}

/** Whether a capitalised word ends as genera and subgenera do rather than as authors. */
export function endsAsGenus(word: string): boolean {
  return LATIN_UNINOMIAL.test(word);
}

/** Whether `word`, before `next`, is an epithet and not an author's particle, a mark or a doubt. */
export function isEpithet(word: string, next: string | undefined): boolean {
  if (!EPITHET.test(word) || isIndeterminate(word) || isQualifier(word)) return false;
  if (isConnective(word) || isState(word)) return false;
  if (isAuthorParticle(word)) return next === undefined || !(/^['\p{Lu}]/u.test(next) || isAuthorParticle(next));
  return infraspecificRank(word) === undefined || !isSureMark(word);
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

const CAPITAL_LATER = /(?<=^|[\s.(&'-])\p{Ll}(?=\p{Ll}*)/gu;

/** Authors that are written in small letters, with the capitals that they have in print: "(hook. & arn.) nutt.". */
export function authorsInPrint(text: string): string {
  return text
    .split(' ')
    .map((word) =>
      isConnective(word) || isAuthorParticle(word) || /^(?:f|f\.|fil\.|al\.|hort\.?)$/u.test(word)
        ? word
        : word.replace(CAPITAL_LATER, (letter) => letter.toUpperCase()).replace(/(?<=\.)F\.(?=$|[)\s])/u, 'f.'),
    )
    .join(' ');
}
