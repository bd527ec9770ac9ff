import { RELATION_TYPES } from '../vocabulary/relations.ts';
import type { Interpreter } from './interpreter.ts';

/** The phrases of exports that mean each kind of relation; the first that matches decides. */
const PHRASES: readonly (readonly [type: string, phrases: RegExp])[] = [
  ['type of', /^(?:is )?(?:holo|para|lecto|neo|syn|iso|paralecto)?type (?:specimen )?of/iu],
  ['has type', /^has (?:holo|para|lecto|neo|syn|iso)?type/iu],
  [
    'part of',
    /^(?:is )?(?:a )?part[\s-]?of|^(?:is )?(?:piece|fragment|component|member|leaf|page|volume) of|^child of|^in series|^ist teil von|^gehört zu|^fait partie|^onderdeel van|^(?:whole|parent)$/iu,
  ],
  ['has part', /^has[\s-]?(?:part|component|member)|^parent of|^includes|^contains|^consists of|^hat teil|^comprend/iu],
  [
    'derived from',
    /^(?:is )?(?:derived|extracted|taken|sampled|subsampled|prepared|isolated|sequenced|obtained) from|^(?:is )?(?:sub|tissue |dna )?sample of|^(?:is )?(?:tissue|extract|sequence|derivative|preparation|section) of|^derivado de|^entnommen aus/iu,
  ],
  [
    'source of',
    /^(?:is )?source of|^has (?:tissue|sub|dna )?(?:sample|tissue|derivative|extract|sequence|preparation)|^source (?:material|organism) of/iu,
  ],
  [
    'has copy',
    /^has (?:copy|cast|replica|reproduction|facsimile|format)|^(?:is )?(?:copied|cast|reproduced) (?:as|in)/iu,
  ],
  [
    'copy of',
    /^(?:is )?(?:a )?(?:copy|cast|replica|reproduction|facsimile|print|version|format) of|^(?:copied|cast|reproduced) from|^kopie von/iu,
  ],
  ['same gathering', /^(?:same|shared) (?:gathering|lot|event|collecting event)|^collected with|^(?:is )?duplicate/iu],
  ['same organism', /^same (?:individual|organism|specimen)/iu],
  [
    'depicted in',
    /^(?:is )?(?:depicted|shown|illustrated|figured|pictured) (?:in|by|on)|^has (?:image|picture|depiction)/iu,
  ],
  [
    'depicts',
    /^depicts|^(?:is )?(?:image|picture|photograph|drawing|portrait|depiction|illustration) of|^shows|^zeigt/iu,
  ],
  ['mentioned in', /^(?:is )?(?:mentioned|referenced|referred to|described|discussed) (?:in|by)|^subject of/iu],
  ['mentions', /^mentions|^refers to|^references|^describes|^about|^nennt/iu],
  ['cited in', /^(?:is )?(?:cited|quoted) (?:in|by)/iu],
  ['cites', /^cites|^quotes/iu],
  ['host of', /^(?:is )?host (?:of|to)|^parasiti[sz]ed by/iu],
  ['parasite of', /^(?:is )?(?:ecto|endo)?parasite of|^parasiti[sz]es/iu],
  ['related', /^(?:is )?(?:related|associated)(?: (?:to|with))?$|^see also$|^verwandt|^relation$/iu],
];

/** The words of a phrase without the address before them: "isPartOf" of http://purl.org/dc/terms/isPartOf is "is part of". */
function plainPhrase(text: string): string {
  return text
    .trim()
    .replace(/^.*[/#]/u, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[\s_]+/gu, ' ')
    .slice(0, 200);
}

/** The kind of relation that a phrase of an export means; the phrase itself, in small letters, where it means none of ours. */
export function readRelationType(text: string): string {
  const plain = plainPhrase(text).toLowerCase();
  if (plain === '') return 'related';
  if (RELATION_TYPES.includes(plain)) return plain;
  return PHRASES.find(([, pattern]) => pattern.test(plain))?.[0] ?? plain;
}

interface RelationColumns {
  readonly type: string;
  readonly targetKind?: 'sequence' | 'reference';
}

const SEQUENCE =
  /^https?:\/\/(?:www\.)?(?:ncbi\.nlm\.nih\.gov\/(?:nuccore|nucleotide|protein|sra|bioproject)|ebi\.ac\.uk\/ena|identifiers\.org\/(?:insdc|ncbi))/iu;
const REFERENCE = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?10\.\d{4,9}\//iu;

/** What the other end is where its identifier says that it is no record. */
function readTargetKind(target: string | null): RelationColumns['targetKind'] {
  if (target === null) return undefined;
  return SEQUENCE.test(target) ? 'sequence' : REFERENCE.test(target) ? 'reference' : undefined;
}

/** The kind of relation of a ResourceRelationship row, and of its other end. Its target and remarks are copied. */
export const relation: Interpreter<RelationColumns> = {
  name: 'relation',
  version: 4,
  target: 'relation',
  inputs: ['relationshipOfResource', 'relatedResourceID'],
  outputs: { type: 'VARCHAR', targetKind: 'VARCHAR' },
  interpret: ([text = null, target = null]) => {
    const type = readRelationType(text ?? '');
    const targetKind = readTargetKind(target);
    return {
      output: { type, ...(targetKind === undefined ? {} : { targetKind }) },
      issues: RELATION_TYPES.includes(type)
        ? []
        : [{ code: 'RELATION_TYPE_UNKNOWN', term: 'relationshipOfResource', detail: (text ?? '').slice(0, 200) }],
    };
  },
};
