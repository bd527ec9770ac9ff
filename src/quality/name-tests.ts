import { emptyTerm, lacking, unavailable, validated, type Answer } from './answer.ts';
import { trimmed, type Terms } from './terms.ts';

const BACKBONE = "GBIF's backbone of taxa";

/** A test that looks up taxa: no checklist of all life is carried. */
export function needsTaxa(prerequisite: (terms: Terms) => Answer | undefined): (terms: Terms) => Answer {
  return (terms) => prerequisite(terms) ?? unavailable(BACKBONE);
}

export function unlessEmpty(...anyOf: readonly string[]): (terms: Terms) => Answer | undefined {
  return (terms) => (anyOf.some((term) => terms.has(term)) ? undefined : emptyTerm(...anyOf));
}

export const NAME_TERMS = [
  'scientificName',
  'genericName',
  'specificEpithet',
  'infraspecificEpithet',
  'scientificNameAuthorship',
  'cultivarEpithet',
] as const;

export function scientificNameIdFromTaxon(terms: Terms): Answer | undefined {
  if (terms.has('scientificNameID')) return lacking('dwc:scientificNameID is not empty.');
  return unlessEmpty(...NAME_TERMS)(terms);
}

export function scientificNameFromId(terms: Terms): Answer | undefined {
  if (terms.has('scientificName')) return lacking('dwc:scientificName is not empty.');
  return terms.has('scientificNameID') ? undefined : emptyTerm('scientificNameID');
}

/** The kingdoms of GBIF's backbone. */
const KINGDOMS = new Set([
  'Animalia',
  'Archaea',
  'Bacteria',
  'Chromista',
  'Fungi',
  'Plantae',
  'Protozoa',
  'Viruses',
  'incertae sedis',
]);

export function kingdomFound(terms: Terms): Answer {
  const kingdom = terms.get('kingdom');
  if (kingdom === undefined) return emptyTerm('kingdom');
  return validated(KINGDOMS.has(kingdom), `dwc:kingdom is ${KINGDOMS.has(kingdom) ? '' : 'not '}one of ${BACKBONE}.`);
}

const LSID = /^urn:lsid:[^\s:]{1,200}:[^\s:]{1,200}:[^\s:]{1,200}(?::[^\s:]{0,200})?$/iu;
const URN = /^urn:(?!lsid:)[a-z0-9][a-z0-9-]{1,31}:[^\s]+$/iu;
const SCOPED = /^[a-z][\w.-]*:[^\s:/][^\s]*$/iu;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+\/[^\s/][^\s]*$/iu;
const LONGEST_IDENTIFIER = 2000;

/** Whether an identifier says in whose list it holds: an LSID, a URN, an address with a path, or `scope:value`. */
export function scientificNameIdComplete(terms: Terms): Answer {
  const written = terms.get('scientificNameID');
  if (written === undefined) return emptyTerm('scientificNameID');
  const id = trimmed(written);
  const forms = id.length > LONGEST_IDENTIFIER ? [] : /^urn:/iu.test(id) ? [LSID, URN] : [SCOPED, ADDRESS];
  const isComplete = forms.some((form) => form.test(id));
  return validated(isComplete, `dwc:scientificNameID ${isComplete ? 'says' : 'does not say'} in whose list it holds.`);
}

/** Markers of rank and signs of hybrids between the parts of a name. */
const MARKER =
  /^(?:[×x]|(?:notho)?(?:subsp|ssp|var|subvar|f|fo|forma|subf|cv|subg|sect|ser|agg|cf|aff|morph|ab|pv|bv|sp)\.?)$/iu;
const EPITHET = /^[\p{Ll}\d][\p{Ll}\p{M}\d]*(?:-[\p{Ll}\p{M}\d]+)*$/u;
const AUTHOR_PARTICLE = /^(?:ex|et|in|de|du|des|von|van|der|den|da|dos|la|le|and|f|fil|al|non|nec|sensu)\.?$/u;

/** The parts of a polynomial: its first word and the epithets, wherever authors stand between them. */
function partsOf(name: string): { readonly generic: string; readonly epithets: readonly string[] } {
  const [first = '', ...others] = name
    .replaceAll(/[×✕]/gu, ' × ')
    .replaceAll(/\([^()]*\)/gu, ' ')
    .split(/[\s,]+/u)
    .filter((word) => word !== '' && !/^[×x]$/iu.test(word));
  return {
    generic: first,
    epithets: others.filter((word) => !MARKER.test(word) && !AUTHOR_PARTICLE.test(word) && EPITHET.test(word)),
  };
}

export function polynomialConsistent(terms: Terms): Answer {
  const name = terms.get('scientificName');
  if (name === undefined) return emptyTerm('scientificName');
  const stated = ['genericName', 'specificEpithet', 'infraspecificEpithet'].filter((term) => terms.has(term));
  if (stated.length === 0) return lacking('All terms that dwc:scientificName could be compared with are empty.');
  const { generic, epithets } = partsOf(trimmed(name));
  const expected: Readonly<Record<string, string | undefined>> = {
    genericName: generic,
    specificEpithet: epithets[0],
    infraspecificEpithet: epithets.length > 1 ? epithets.at(-1) : undefined,
  };
  const other = stated.find((term) => trimmed(terms.get(term) ?? '').replace(/^[×x]\s*/u, '') !== expected[term]);
  return other === undefined
    ? validated(true, 'The parts of the name agree with dwc:scientificName.')
    : validated(false, `dwc:${other} is not what dwc:scientificName says.`);
}
