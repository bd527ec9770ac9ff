import type { Interpreter } from './interpreter.ts';

/** Relations under the words that the table `relation` uses, with the phrases of exports that mean them. */
const RELATIONS: readonly (readonly [type: string, phrases: RegExp])[] = [
  [
    'part of',
    /^(?:is ?)?part[\s-]?of|^(?:is )?(?:piece|fragment|component) of|^child of|^ist teil von|^fait partie|^(?:whole|parent)$/iu,
  ],
  ['has part', /^has[\s-]?part|^parent of|^includes|^contains|^consists of|^hat teil/iu],
  [
    'derived from',
    /^(?:is )?(?:derived|extracted|taken|sampled|subsampled|prepared|isolated) from|^(?:sub)?sample of|^derivative of|^derivado de/iu,
  ],
  ['source of', /^source of|^has (?:sample|derivative|extract)/iu],
  ['same gathering', /^(?:same|shared) (?:gathering|lot|event|collecting event)|^collected with|^duplicate/iu],
  ['same organism', /^same (?:individual|organism|specimen)/iu],
  ['depicts', /^depicts|^(?:is )?(?:image|picture|photograph|drawing|portrait) of|^shows/iu],
  ['mentions', /^mentions|^refers to/iu],
  ['cites', /^cites/iu],
  ['type of', /^(?:holo|para|lecto|neo|syn|iso)?type of/iu],
  ['parasite of', /^(?:ecto|endo)?parasite of/iu],
  ['host of', /^host (?:of|to)/iu],
  ['copy of', /^(?:is )?(?:copy|cast|replica|reproduction) of/iu],
];

/** The words of a phrase without the address before them: "isPartOf" of http://purl.org/dc/terms/isPartOf is "is part of". */
function plainPhrase(text: string): string {
  return text
    .trim()
    .replace(/^.*[/#]/u, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replace(/[\s_]+/gu, ' ');
}

/** The kind of relation that a phrase of an export means; the phrase itself, in small letters, where it means none of ours. */
export function readRelationType(text: string): string {
  const plain = plainPhrase(text);
  return RELATIONS.find(([, pattern]) => pattern.test(plain))?.[0] ?? (plain === '' ? 'related' : plain.toLowerCase());
}

interface RelationColumns {
  readonly type: string;
}

/** The kind of relation of a ResourceRelationship row. Its target and remarks are copied. */
export const relation: Interpreter<RelationColumns> = {
  name: 'relation',
  version: 2,
  target: 'relation',
  inputs: ['relationshipOfResource'],
  outputs: { type: 'VARCHAR' },
  interpret: ([text = null]) => {
    const type = readRelationType(text ?? '');
    const isKnown = type === 'related' || RELATIONS.some(([known]) => known === type);
    return {
      output: { type },
      issues: isKnown
        ? []
        : [{ code: 'RELATION_TYPE_UNKNOWN', term: 'relationshipOfResource', detail: (text ?? '').slice(0, 200) }],
    };
  },
};
