import { findUsualCountryName } from './country-index.ts';
import { isGroupName } from './group-name.ts';
import { isInitials } from './name-initials.ts';
import { isGiven, type Atom } from './name-order.ts';
import { isParticle, isTitle } from './name-words.ts';

const STATE =
  /^(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|D\.C\.)\.?$/u;
/** Places that are more often people. */
const PEOPLE_TOO =
  /^(?:lima|jordan|israel|chad|georgia|florence|sydney|victoria|leon|león|salta|cordoba|córdoba|santiago|para|pará|acre|bahia|madeira|guyana|mali|togo|kent|york|boston|houston|austin|dallas|jackson|madison|virginia|carolina|columbia|washington|barbados|soria|toledo|valencia|murcia|navarro|zaragoza|franco|gales|holanda|cuba|malta|roma|bremen|hamburg|cologne|norfolk|darwin|wellington|hastings|medina|quito|luna|india|china|salomon)$/iu;

/** Letters that are initials too, unless a place stands behind them. */
const LEGAL_FORM = /\s(?:A\.?G|B\.?V|N\.?V|S\.?A|A\.?B|A\/?S|K\.?G|S\.?\s?r\.?\s?[lL])\.?$|^AB\s/u;

interface Placed {
  /** The atoms before the places. */
  readonly atoms: readonly Atom[];
  readonly places: readonly string[];
  /** Whether what stands before the places reads like a firm's name, not like a person's. */
  readonly isFirm: boolean;
}

/** Where someone is, behind the name and a comma: "Arnolfo di Cambio, Italy", "Creative Playthings, Princeton, New Jersey". */
export function takePlaces(atoms: readonly Atom[]): Placed | undefined {
  const last = atoms.at(-1);
  if (atoms.length < 2 || last === undefined || !last.afterComma || !isPlace(last.text)) return undefined;
  let count = 1;
  while (atoms.length - count > 1) {
    const atom = atoms[atoms.length - count - 1];
    const isBehindName = atoms[0]?.text.includes(' ') === true || atoms[atoms.length - count - 2]?.afterComma === false;
    const isTown = isBehindName && count === 1 && mayBeTown(atom?.text ?? '');
    if (atom?.afterComma !== true || !(isTown || isPlace(atom.text))) break;
    count += 1;
  }
  const rest = atoms.slice(0, -count);
  const [name] = rest;
  if (name === undefined) return undefined;
  const text = name.text;
  // "Smith, London" may be two family names, "Florence, Victoria" a name.
  if (isParticle(text.split(' ')[0] ?? '') && rest.length === 1 && count === 1) return undefined;
  const isWhole = rest.length > 1 || text.includes(' ') || isGroupName(text);
  if (count === 1 && (!isWhole || PEOPLE_TOO.test(last.text) || isAbbreviation(last.text))) return undefined;
  return {
    atoms: rest,
    places: atoms.slice(-count).map((atom) => atom.text),
    isFirm:
      rest.length === 1 && (isGroupName(text) || LEGAL_FORM.test(text) || (/\s\S+\s/u.test(text) && !isPerson(text))),
  };
}

function isPlace(text: string): boolean {
  if (STATE.test(text)) return true;
  if (!/^\p{Lu}\p{L}/u.test(text) || isAbbreviation(text)) return false;
  const words = text.split(' ');
  return (
    words.length <= 4 && !(words.length > 1 && isGiven(words[0] ?? '')) && findUsualCountryName(text) !== undefined
  );
}

/** Two letters are as likely to be initials, unless a town stands before them. */
function isAbbreviation(text: string): boolean {
  return /^\p{L}\.?\p{L}\.?$/u.test(text) && !/^(?:UK|U\.K\.?)$/u.test(text);
}

/** What stands between a name and a country or state: one word or two, none of them a given name or an initial. */
function mayBeTown(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}'’-]{2,}(?: \p{Lu}[\p{L}'’-]{2,})?$/u.test(text) &&
    !isGiven(text.split(' ')[0] ?? '') &&
    !isGroupName(text)
  );
}

function isPerson(text: string): boolean {
  const words = text.split(' ');
  return (
    !/^\p{Lu}\p{Ll}/u.test(text) ||
    /[^\p{Script=Latin}\s.'’-]/u.test(text) ||
    words.some(
      (word, index) => isInitials(word, 'mixed') || isParticle(word) || isTitle(word) || (index === 0 && isGiven(word)),
    )
  );
}
