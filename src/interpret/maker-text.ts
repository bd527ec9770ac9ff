import { readAgents, type AgentList } from './agent-list.ts';
import { findAttribution } from './attribution.ts';

/** Some makers of a list, all in one role and with one qualifier. */
export interface Makers {
  readonly list: AgentList;
  readonly qualifier: string | undefined;
  readonly role: string | undefined;
}

const ROLE_WORDS =
  /^(?:artist|author|architect|binder|brewer|builder|calligrapher|carver|caster|composer|compiler|designer|draughtsman|draftsman|editor|embroiderer|enameller|engraver|etcher|founder|gilder|goldsmith|illustrator|inventor|joiner|lithographer|maker|manufacturer|modeller|painter|photographer|potter|printer|printmaker|publisher|retailer|sculptor|sender|silversmith|translator|turner|weaver|writer|maler|malerin|zeichner|zeichnerin|stecher|drucker|verleger|fotograf|fotografin|bildhauer|bildhauerin|hersteller|entwerfer|autor|verfasser|absender|peintre|graveur|imprimeur|éditeur|dessinateur|photographe|sculpteur|fabricant|auteur|pittore|incisore|stampatore|editore|scultore|disegnatore|fotografo)s?$/iu;

/** What was done, before "by" and a name, with the role that it makes. */
const DEEDS: readonly (readonly [role: string, phrases: string])[] = [
  ['designer', 'designed by|design by|design|entworfen von|entwurf(?: von)?|dessiné par|disegnato da|diseñado por'],
  ['engraver', 'engraved by|gestochen von|stich(?: von)?|gravée? par|inciso da|grabado por'],
  ['etcher', 'etched by|radiert von|radierung(?: von)?'],
  ['lithographer', 'lithographed by|lithograph by|lithographiert von|lithographié par'],
  ['painter', 'painted by|gemalt von|peinte? par|dipinto da|pintado por'],
  ['sculptor', 'sculpted by|carved by|sculptée? par|scolpito da'],
  ['printer', 'printed by|gedruckt (?:von|bei)|druck(?: von)?|imprimée? par|stampato da|impreso por'],
  ['publisher', 'published by|verlegt (?:von|bei)|verlag(?: von)?(?=:)|publiée? par|pubblicato da'],
  ['photographer', 'photographed by|photograph by|photo by|fotografiert von|aufnahme(?: von)?|photographiée? par'],
  ['retailer', 'retailed by|sold by|verkauft von|vendue? par'],
  [
    'manufacturer',
    'manufactured by|hergestellt von|herstellung(?: von)?|ausführung(?: von)?|fabriquée? par|fabbricato da',
  ],
  ['maker', 'made by|gemacht von|fait par|fatto da|hecho por|by'],
  ['author', 'written by|verfasst von|geschrieben von|écrite? par|scritto da'],
];
const DEED_READERS = DEEDS.map(([role, phrases]) => ({
  role,
  pattern: new RegExp(`^(?:${phrases})(?:\\s*:\\s*|\\s+)(?=\\p{Lu})`, 'iu'),
}));

/** Characters beyond which an entry is no name with its role. */
const LONGEST = 1000;

const PLACE = String.raw`\p{Lu}[\p{L}.'’ -]{1,40}(?:, \p{Lu}[\p{L}.'’ -]{1,40}){0,2}`;
const DEED = DEEDS.map(([, phrases]) => phrases).join('|');
const ANY_DEED = new RegExp(`^(?:${DEED})[\\s:]`, 'iu');
/** "London: made by …" and "Made in Staffordshire, England by …". */
const PLACE_BEFORE = new RegExp(`^(${PLACE})\\s*:\\s+(?=(?i:${DEED})\\s)`, 'u');
const PLACE_WITHIN = new RegExp(
  String.raw`^([Mm]ade|[Pp]rinted|[Pp]ublished|[Mm]anufactured|[Bb]uilt|[Dd]esigned|[Ee]ngraved) (?:in|at) (${PLACE}),? (?=by \p{Lu})`,
  'u',
);

/** A firm and where it is: "made by Negretti & Zambra, London", "J. Smith & Sons, London". */
const PLACE_BEHIND = new RegExp(
  String.raw`^((?i:${DEED})\s+[^,&]{2,60} & [^,&]{2,40}|[^,&]{2,60} & (?:Sons?|Co\.?|Company|Cie|Fils|Söhne|Sohn|Bros\.?|Brothers)), (\p{Lu}\p{Ll}{2}[\p{L}.'’ -]{0,40})$`,
  'u',
);

export interface ProductionStatement {
  /** Where it was made, where the statement says so. */
  readonly place?: string;
  /** The statement without it: "made by J. Smith, 1851". */
  readonly rest: string;
}

/** Takes the place out of a statement of production: "London: made by J. Smith, 1851", "Printed in Leiden by Luchtmans". */
export function readProductionStatement(text: string): ProductionStatement {
  if (text.length > LONGEST) return { rest: text };
  const before = PLACE_BEFORE.exec(text);
  if (before !== null) return { place: before[1] ?? '', rest: text.slice(before[0].length) };
  const within = PLACE_WITHIN.exec(text);
  return within === null
    ? behindFirm(text)
    : { place: within[2] ?? '', rest: `${within[1] ?? ''} ${text.slice(within[0].length)}` };
}

function behindFirm(text: string): ProductionStatement {
  const [, rest, place] = PLACE_BEHIND.exec(text) ?? [];
  return rest === undefined || place === undefined ? { rest: text } : { place, rest };
}

/** Who works under a name: "Langlands & Bell (Ben Langlands and Nikki Bell)". */
const MEMBERS = /(?<=^The \p{L}[^()]*|&[^()]*)(?<!\s)\s*\([^()]*\)$/u;

/** Two family names joined by an ampersand are a firm or a pair that works under that name: Smith & Beck. */
const FIRM = /^\p{Lu}[\p{L}'’-]+ & \p{Lu}[\p{L}'’-]+$/u;

/** A name, and behind it whose work it repeats: "Edward Goodall after J. M. W. Turner". */
const AFTER = /^(.*\p{L}\p{L}.*?)[\s,]+(?:after|nach|d['’]après)\s+(?=\p{Lu})(.+)$/u;

/** One entry of a list of makers: names with their role in words or brackets, and how surely the work is theirs. */
export function readMakers(entry: string): readonly Makers[] {
  const segment = readProductionStatement(entry).rest;
  const parts = segment.length > LONGEST ? [segment] : segment.split(/,\s+(?=\p{Ll}[\p{Ll} ]{2,30}\s\p{Lu})/u);
  // "J. M. W. Turner, formerly attributed to Thomas Girtin"
  if (parts.length > 1 && parts.slice(1).every((part) => findAttribution(part) !== undefined))
    return parts.flatMap(readMakers);
  if (segment.length > LONGEST) return [{ list: readAgents(segment), qualifier: undefined, role: undefined }];
  const after = /after|nach|apr/iu.test(segment) ? AFTER.exec(segment) : null;
  if (after !== null && findAttribution(segment)?.rest.includes(after[1] ?? '') !== true) {
    const [, first = '', original = ''] = after;
    if (!/^(?:cop(?:y|ied)|prints?|kopie|copie|stich|engraving)$/iu.test(first))
      return [...readMakers(first), { ...readMaker(original), qualifier: 'after' }];
  }
  return [readMaker(segment)];
}

function readMaker(segment: string): Makers {
  const behind = /^(.*\S)\s*\(([^()]+)\)$/u.exec(segment) ?? /^(.*\S),\s+([\p{L}-]+)$/u.exec(segment);
  const named = behind !== null && ROLE_WORDS.test(behind[2]?.trim() ?? '');
  const text = named ? (behind[1] ?? '') : segment;
  const deed = !ANY_DEED.test(text) ? undefined : DEED_READERS.find(({ pattern }) => pattern.test(text));
  const attribution = findAttribution(deed === undefined ? text : text.replace(deed.pattern, ''));
  const written = attribution?.rest ?? (deed === undefined ? text : text.replace(deed.pattern, ''));
  const name = written.endsWith(')') ? written.replace(MEMBERS, '') : written;
  return {
    list: FIRM.test(name) ? { agents: [{ name, type: 'group' }], notes: [], unreadable: false } : readAgents(name),
    qualifier: attribution?.qualifier,
    role: named ? behind[2]?.trim().toLowerCase() : deed?.role,
  };
}
