/** How surely and how directly a work is by the agent who is named with it. */
export interface Attribution {
  /** One of the words of museums: 'attributed to', 'workshop of', 'circle of', 'after' … */
  readonly qualifier: string;
  /** The text without it. */
  readonly rest: string;
}

/** Qualifiers and the phrases that say them in the languages of the catalogues, longest first. */
const QUALIFIERS: readonly (readonly [qualifier: string, phrases: string])[] = [
  ['formerly attributed to', 'formerly attributed to|früher zugeschrieben|anciennement attribué à'],
  ['doubtfully attributed to', 'doubtfully attributed to'],
  [
    'attributed to',
    'attributed to|ascribed to|attrib\\.(?: to)?|attr\\.(?: to)?|zugeschrieben|attribuée? à|atribuido a|atribuído a|attribuito a|toegeschreven aan|tillskriven',
  ],
  ['possibly by', 'possibly(?: by)?|perhaps(?: by)?|möglicherweise|peut-être'],
  ['probably by', 'probably(?: by)?|wahrscheinlich|probablement'],
  ['workshop of', 'workshop of|werkstatt(?: von| des| der)?|bottega di|taller de|werkplaats van'],
  ['studio of', 'studio of|and studio|atelier (?:de|von)|estudio de'],
  ['school of', 'school of|schule (?:von|des|der)|école de|scuola di|escuela de'],
  ['circle of', 'circle of|umkreis (?:von|des|der)|entourage de|cerchia di|círculo de|kring van'],
  ['follower of', 'follower of|nachfolger (?:von|des|der)|suiveur de|seguace di|seguidor de|navolger van'],
  ['manner of', '(?:in the )?manner of|art (?:von|des|der)|manière de|maniera di'],
  ['style of', '(?:in the )?style of|stil (?:von|des|der)'],
  ['pupil of', '(?:pupil|student) of|and a pupil|schüler (?:von|des|der)|élève de|allievo di'],
  ['imitator of', 'imitator of|imitation of|nachahmer (?:von|des|der)|imitateur de'],
  ['associated with', 'associated with'],
  ['copy after', 'cop(?:y|ied) (?:after|of|from)|kopie nach|copie (?:d.après|de)'],
  ['after', '(?:prints? )?after|nach|d.après|según|segundo|naar|efter'],
];

const READERS = QUALIFIERS.map(([qualifier, phrases]) => ({
  qualifier,
  before: new RegExp(`^(?:${phrases})[\\s:]+(?=\\S)`, 'iu'),
  behind: new RegExp(`\\s*[,(\\[]\\s*(?:${phrases})\\s*[)\\]]?$`, 'iu'),
  alone: new RegExp(`^(?:${phrases})$`, 'iu'),
}));

const ANY = new RegExp(
  `(?:^|[,(\\[]\\s*)(?:${QUALIFIERS.map(([, phrases]) => phrases).join('|')})(?:$|[\\s:)\\]])`,
  'iu',
);

/** The qualifier before or behind a name: "attributed to Hals", "Hals (attributed to)". Undefined where there is none. */
export function findAttribution(text: string): Attribution | undefined {
  if (!ANY.test(text)) return undefined;
  for (const { qualifier, before, behind } of READERS) {
    const rest = text.replace(before, '');
    if (rest !== text) return { qualifier, rest };
    const ahead = text.replace(behind, '');
    if (ahead !== text && ahead !== '') return { qualifier, rest: ahead };
  }
  return undefined;
}

/** The qualifier that a role column states, as in "after" or "studio of"; undefined for a true role such as "painter". */
export function findQualifier(role: string): string | undefined {
  return READERS.find(({ alone }) => alone.test(role.trim()))?.qualifier;
}
