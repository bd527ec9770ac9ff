import type { Issue } from '../model/issue.ts';
import { findBasisOfRecord, type BasisOfRecord } from '../vocabulary/basis-of-record.ts';
import { KIND_WORDS } from '../vocabulary/kind-words.ts';
import { KINDS, type Kind } from '../vocabulary/kinds.ts';
import type { Interpreter } from './interpreter.ts';
import { splitList } from './value-list.ts';

interface KindColumns {
  readonly kind: readonly Kind[];
  readonly basisOfRecord?: BasisOfRecord;
}

const byWord = new Map(
  KIND_WORDS.flatMap(({ kind, words }) => words.split(/\s+/u).map((word): [string, Kind] => [word, kind])),
);
const byEnding = KIND_WORDS.flatMap(({ kind, endings }) => endings.split(/\s+/u).map((ending) => ({ kind, ending })));
/** Words of two or more that stand in the dictionary with hyphens. */
const COMPOUNDS = [...byWord.keys()].filter((word) => word.includes('-'));

function kindOfWord(word: string): Kind | undefined {
  return byWord.get(word) ?? byEnding.find(({ ending }) => word.endsWith(ending))?.kind;
}

/**
 * The kind that an object's type means: "oil painting", "Ölgemälde", "lettre". The head noun decides, which is the last word that is
 * known before "of", "for", "with" ("model of a ship", "camera lens"). Undefined where no word is known.
 */
export function findKindOfType(text: string): Kind | undefined {
  const plain = COMPOUNDS.reduce(
    (result, word) => result.replaceAll(word.replaceAll('-', ' '), word),
    text.toLowerCase(),
  );
  const head = plain.replace(
    /\s+(?:of|for|with|showing|by|in|from|von|für|mit|de|d['’]|du|des|à|pour|avec)(?:\s|(?<=['’])).*$/u,
    '',
  );
  for (const part of [head, plain]) {
    const kinds = part.split(/[^\p{L}\p{M}-]+/u).map(kindOfWord);
    const last = kinds.findLast((kind) => kind !== undefined);
    if (last !== undefined) return last;
  }
  return undefined;
}

function isKind(text: string): text is Kind {
  return (KINDS as readonly string[]).includes(text);
}

const KIND_OF_BASIS: Readonly<Partial<Record<BasisOfRecord, Kind>>> = {
  PRESERVED_SPECIMEN: 'specimen',
  FOSSIL_SPECIMEN: 'fossil',
  LIVING_SPECIMEN: 'specimen',
  MATERIAL_SAMPLE: 'sample',
  MATERIAL_ENTITY: 'specimen',
  HUMAN_OBSERVATION: 'other',
  MACHINE_OBSERVATION: 'other',
  OBSERVATION: 'other',
  MATERIAL_CITATION: 'other',
};

const TISSUE = /\b(?:tissues?|dna|rna|genomic|frozen|blood|muscle|liver|gewebe|tissu|cryo\w*|aliquot)\b/iu;
const MINERAL_KINGDOM = /^minerals?$|^mineralia$/iu;

interface Ruled {
  readonly kinds: readonly Kind[];
  /** Whether no rule was sure. */
  readonly uncertain: boolean;
}

/** Kinds by the rules, in order: stated, the profile's, dcterms:type, basis of record, type of object. */
function kindsOf(
  values: readonly (string | null)[],
  constant: string | undefined,
  basis: BasisOfRecord | undefined,
): Ruled {
  const [
    kindText = null,
    typeText = null,
    ,
    objectType = null,
    archiveLevel = null,
    preparations = null,
    kingdom = null,
  ] = values;
  const stated = splitList(kindText ?? constant ?? '', /\s*[|;,]\s*/u)
    .map((item) => item.toLowerCase())
    .filter(isKind);
  if (stated.length > 0) return { kinds: stated, uncertain: false };
  const typed = splitList(objectType ?? '', /\s*[|;]\s*/u).flatMap((item) => findKindOfType(item) ?? []);
  if (/(?:^|[/:])(?:text|software)$/iu.test(typeText ?? '')) return { kinds: ['archive', ...typed], uncertain: false };
  if (/(?:^|[/:])(?:still|moving)?image$/iu.test(typeText ?? ''))
    return { kinds: typed.length > 0 ? typed : ['photograph'], uncertain: typed.length === 0 };
  const ofBasis = basis === undefined ? undefined : KIND_OF_BASIS[basis];
  if (ofBasis !== undefined) {
    const primary = MINERAL_KINGDOM.test(kingdom ?? '') ? 'mineral' : ofBasis;
    const isSample = primary === 'specimen' && TISSUE.test(preparations ?? '');
    return { kinds: isSample ? [primary, 'sample'] : [primary], uncertain: false };
  }
  if (typed.length > 0) return { kinds: typed, uncertain: false };
  if (archiveLevel !== null) return { kinds: ['archive'], uncertain: false };
  const ofType = typeText === null ? undefined : findKindOfType(typeText);
  if (ofType !== undefined) return { kinds: [ofType], uncertain: false };
  if (MINERAL_KINGDOM.test(kingdom ?? '')) return { kinds: ['mineral'], uncertain: false };
  return kingdom === null && preparations === null
    ? { kinds: ['other'], uncertain: true }
    : { kinds: ['specimen'], uncertain: false };
}

/** What kind of object it is, the primary one first, and what a record of an organism rests on. Museum objects have no basis. */
export const kind: Interpreter<KindColumns> = {
  name: 'kind',
  version: 2,
  target: 'record',
  inputs: ['kind', 'type', 'basisOfRecord', 'objectType', 'archiveLevel', 'preparations', 'kingdom'],
  outputs: { kind: 'VARCHAR[]', basisOfRecord: 'VARCHAR' },
  interpret(values, context) {
    const [kindText = null, , basisText = null] = values;
    const basis = basisText === null ? undefined : findBasisOfRecord(basisText);
    const { kinds, uncertain } = kindsOf(values, context.kind, basis);
    const issues: Issue[] = [];
    if (basisText !== null && basis === undefined)
      issues.push({ code: 'BASIS_OF_RECORD_INVALID', term: 'basisOfRecord', detail: basisText.slice(0, 200) });
    const unknown = splitList(kindText ?? '', /\s*[|;,]\s*/u).find((item) => !isKind(item.toLowerCase()));
    if (uncertain || unknown !== undefined)
      issues.push({
        code: 'KIND_UNCERTAIN',
        term: 'kind',
        ...(unknown === undefined ? {} : { detail: unknown.slice(0, 200) }),
      });
    return { output: { kind: [...new Set(kinds)], ...(basis === undefined ? {} : { basisOfRecord: basis }) }, issues };
  },
};
