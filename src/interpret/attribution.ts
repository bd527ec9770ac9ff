/** How surely and how directly a work is by the agent who is named with it. */
export interface Attribution {
  /** One of the words of museums: 'attributed to', 'workshop of', 'circle of', 'after' … */
  readonly qualifier: string;
  /** The text without it. */
  readonly rest: string;
}

interface Phrases {
  readonly qualifier: string;
  /** Before the name: "Werkstatt von". */
  readonly before: string;
  /** Behind it, in brackets or after a comma, beside those before it: "(Werkstatt)". */
  readonly behind?: string;
}

/** "of" in the languages of the catalogues. */
const OF = `(?:of|von|des|der|de|di|dei|del|della|du|van|av|af)`;

/** Qualifiers with the phrases that say them in English, German, French, Italian, Spanish, Portuguese, Dutch and Swedish; longer ones first. */
const QUALIFIERS: readonly Phrases[] = [
  {
    qualifier: 'formerly attributed to',
    before:
      'formerly attributed to|früher zugeschrieben|ehemals zugeschrieben|anciennement attribuée? à|già attribuit[oa] a',
  },
  { qualifier: 'doubtfully attributed to', before: 'doubtfully attributed to|fraglich zugeschrieben' },
  {
    qualifier: 'attributed to',
    before:
      'attributed to|ascribed to|attrib\\.(?: to)?|attr\\.(?: to)?|zugeschrieben(?: an)?|zuschreibung an|attribuée? (?:à|au)|atribuid[oa] a|atribuíd[oa] a|attribuit[oa] (?:a|ad)|toegeschreven aan|tillskriven',
    behind:
      'attributed|attribution|zugeschrieben|zuschreibung|attribuée?|attribuit[oa]|atribuid[oa]|atribuíd[oa]|toegeschreven',
  },
  {
    qualifier: 'possibly by',
    before:
      'possibly(?: by)?|perhaps(?: by)?|möglicherweise(?: von)?|vielleicht(?: von)?|peut-être(?: par)?|forse(?: di)?|mogelijk',
    behind: '\\?',
  },
  {
    qualifier: 'probably by',
    before: 'probably(?: by)?|wahrscheinlich(?: von)?|vermutlich(?: von)?|probablement(?: par)?|probabilmente(?: di)?',
  },
  {
    qualifier: 'and workshop',
    before: '(?!)',
    behind: '(?:and|und|et|e|y) (?:his )?(?:workshop|studio|werkstatt|atelier|bottega|taller|assistants)',
  },
  {
    qualifier: 'workshop of',
    before: `workshop of|werkstatt(?: ${OF})?|bottega ${OF}|taller de|oficina de|werkplaats van|verkstad`,
    behind: 'workshop|werkstatt|bottega|taller|werkplaats',
  },
  {
    qualifier: 'studio of',
    before: `studio of|atelier (?:de|von|van|du)|estudio de`,
    behind: 'and studio|studio|atelier',
  },
  {
    qualifier: 'school of',
    before: `school of|schule ${OF}|école (?:de|du|d['’])|scuola ${OF}|escuela de|escola de`,
    behind: 'school|schule|école|scuola|escuela',
  },
  {
    qualifier: 'circle of',
    before: `circle of|umkreis ${OF}|kreis ${OF}|entourage (?:de|du)|cercle de|cerchia ${OF}|ambito ${OF}|círculo de|kring van`,
    behind: 'circle|umkreis|kreis|entourage|cerchia|ambito|círculo|kring',
  },
  {
    qualifier: 'follower of',
    before: `followers? of|nachfolger ${OF}|nachfolge ${OF}|suiveur (?:de|du)|seguace ${OF}|seguidor de|navolger van`,
    behind: 'follower|nachfolger|nachfolge|suiveur|seguace|seguidor|navolger',
  },
  {
    qualifier: 'manner of',
    before: `(?:in the )?manner of|(?:in der )?art (?:von|des|der)|(?:à la )?manière (?:de|du)|(?:alla )?maniera ${OF}|a la manera de`,
    behind: 'manner|manière|maniera',
  },
  {
    qualifier: 'style of',
    before: `(?:in the )?style of|(?:im )?stil ${OF}|(?:dans le )?style de|(?:nello )?stile ${OF}`,
    behind: 'style|stil',
  },
  {
    qualifier: 'pupil of',
    before: `(?:pupil|student) of|schüler ${OF}|élève (?:de|du)|allievo ${OF}|discípulo de|leerling van`,
    behind: 'and a pupil|pupil|schüler|élève|allievo|leerling',
  },
  {
    qualifier: 'imitator of',
    before: `imitator of|imitation of|nachahmer ${OF}|imitateur (?:de|du)|imitatore ${OF}|imitador de`,
    behind: 'imitator|nachahmer|imitateur|imitatore',
  },
  { qualifier: 'associated with', before: 'associated with' },
  {
    qualifier: 'copy after',
    before: `cop(?:y|ied) (?:after|of|from)|kopie (?:nach|van|naar)|copie (?:d['’]après|de)|copia (?:da|di|de)`,
    behind: 'copy|copy after|kopie|kopie nach|copie|copia',
  },
  {
    qualifier: 'after',
    before: `(?:prints? |engraving )?after|nach(?: (?:einem )?(?:entwurf|vorlage|gemälde|zeichnung) (?:von|des|der))?|d['’]après|según|segundo|naar|efter|da(?= \\p{Lu}\\p{Ll}+ \\p{Lu})`,
    behind: "after|nach|vorlage|d['’]après|según",
  },
];

const READERS = QUALIFIERS.map(({ qualifier, before, behind }) => {
  const anywhere = behind === undefined ? before : `${before}|${behind}`;
  return {
    qualifier,
    before: new RegExp(`^(?:${before})[\\s:]+(?=\\S)`, 'iu'),
    behind: new RegExp(`\\s*(?:,|[(\\[])\\s*(?:${anywhere})\\s*[)\\]]?$`, 'iu'),
    alone: new RegExp(`^(?:${anywhere})$`, 'iu'),
    /** Without a comma, where it cannot be a name: "Rubens zugeschrieben", "Cranach and workshop". */
    bare: /^(?:attributed to|and workshop)$/u.test(qualifier)
      ? new RegExp(`\\s(?:${behind ?? before})$`, 'iu')
      : undefined,
  };
});

const ANY_BEFORE = new RegExp(`^(?:${QUALIFIERS.map(({ before }) => before).join('|')})[\\s:]+(?=\\S)`, 'iu');

/** The qualifier before or behind a name: "attributed to Hals", "Hals (attributed to)". Undefined where there is none. */
export function findAttribution(text: string): Attribution | undefined {
  // Most names have none: one look for all is cheaper than one for each.
  const [isBefore, isBehind] = [ANY_BEFORE.test(text), /[,([]/u.test(text)];
  for (const { qualifier, before, behind, bare } of READERS) {
    const rest = isBefore ? text.replace(before, '') : text;
    if (rest !== text) return { qualifier, rest };
    const ahead = isBehind ? text.replace(behind, '') : text;
    if (ahead !== text && ahead !== '') return { qualifier, rest: ahead };
    const first = bare === undefined ? text : text.replace(bare, '');
    if (first !== text && first !== '') return { qualifier, rest: first };
  }
  return undefined;
}

/** The qualifier that a role column states, as in "after" or "studio of"; undefined for a true role such as "painter". */
export function findQualifier(role: string): string | undefined {
  return READERS.find(({ alone }) => alone.test(role.trim()))?.qualifier;
}
