import { amended, emptyTerm, filledIn, lacking, notAmended, ran, validated, type Answer } from './answer.ts';
import { isLicenceAddress, licenceAddress, TYPE_STATUS } from './authorities.ts';
import { meaningOf } from './authority.ts';
import { qualified, trimmed, type Terms } from './terms.ts';

export function notEmpty(...anyOf: readonly string[]): (terms: Terms) => Answer {
  const names = anyOf.map(qualified).join(', ');
  return (terms) => {
    const found = anyOf.find((term) => terms.has(term));
    return found === undefined
      ? validated(false, anyOf.length === 1 ? `${names} is empty.` : `${names} are all empty.`)
      : validated(true, `${qualified(found)} is not empty.`);
  };
}

/** What deserves a look when it is there. */
export function issueWhenPresent(term: string): (terms: Terms) => Answer {
  return (terms) =>
    terms.has(term)
      ? ran('POTENTIAL_ISSUE', `${qualified(term)} is not empty.`)
      : ran('NOT_ISSUE', `${qualified(term)} is empty.`);
}

export function licenseStandard(terms: Terms): Answer {
  const text = terms.get('license');
  if (text === undefined) return emptyTerm('license');
  return validated(
    isLicenceAddress(text),
    `dcterms:license is ${isLicenceAddress(text) ? '' : 'not '}the address of a Creative Commons licence 4.0 or of CC0.`,
  );
}

export function licenseStandardized(terms: Terms): Answer {
  const text = terms.get('license');
  if (text === undefined) return notAmended('dcterms:license is empty.');
  if (isLicenceAddress(text)) return notAmended('dcterms:license is the address of a Creative Commons licence.');
  const written = trimmed(text);
  const license = isLicenceAddress(written) ? written : licenceAddress(written);
  return license === undefined
    ? notAmended('dcterms:license names no one version of one licence.')
    : amended({ license }, 'dcterms:license can mean only this licence.');
}

export function occurrenceStatusAssumed(terms: Terms): Answer {
  if (terms.has('occurrenceStatus')) return lacking('dwc:occurrenceStatus is not empty.');
  return terms.has('individualCount') || terms.has('organismQuantity')
    ? notAmended('dwc:individualCount or dwc:organismQuantity says how many there were.')
    : filledIn({ occurrenceStatus: 'present' }, 'Nothing says otherwise: present, by default.');
}

/** The first word of each part between bars is the status; what follows may name what it is the type of. */
const FIRST_WORD = /^(\s*)(\S+)/u;
const LONGEST_STATUS = 300;
/** Statuses that are listed with other marks than bars: the first alone would say too little. */
const SEVERAL = /typ[a-z]*\s*[,;+&/].*typ/iu;

export function typeStatusStandard(terms: Terms): Answer {
  const text = terms.get('typeStatus');
  if (text === undefined) return emptyTerm('typeStatus');
  const isTrimmed = text === trimmed(text);
  const other = text.split('|').find((part) => !TYPE_STATUS.values.has(FIRST_WORD.exec(part)?.[2] ?? ''));
  return validated(
    isTrimmed && other === undefined,
    other === undefined && isTrimmed
      ? 'dwc:typeStatus begins with a type status.'
      : 'dwc:typeStatus does not begin with a type status as GBIF writes it.',
  );
}

export function typeStatusStandardized(terms: Terms): Answer {
  const text = terms.get('typeStatus');
  if (text === undefined) return emptyTerm('typeStatus');
  const parts = trimmed(text)
    .split('|')
    .map((part) =>
      part.replace(FIRST_WORD, (whole, space: string, word: string) => {
        if (part.length > LONGEST_STATUS || SEVERAL.test(part)) return whole;
        const value = TYPE_STATUS.values.has(word) ? word : meaningOf(word, TYPE_STATUS);
        return value === undefined ? whole : `${space}${value.charAt(0).toUpperCase()}${value.slice(1)}`;
      }),
    );
  const typeStatus = parts.join('|');
  // Spaces alone are taken off only where what is left is a status.
  const isStandard = parts.every((part) => TYPE_STATUS.values.has(FIRST_WORD.exec(part)?.[2] ?? ''));
  return typeStatus === text || (typeStatus === trimmed(text) && !isStandard)
    ? notAmended('dwc:typeStatus begins with a type status, or with no word that means one for certain.')
    : amended({ typeStatus }, 'The word can mean only this type status.');
}
