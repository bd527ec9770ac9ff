import { findRank } from '../vocabulary/ranks.ts';

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}

/** Marks of a rank below the species, as they stand between two epithets. */
const INFRASPECIFIC =
  words(`subsp ssp subspec subspecies sspec var varietas variety subvar f fo form forma subf subforma convar prol proles race
  ab aberr aberration morpha morph m mut mutatio natio lusus pv pathovar bv biovar sv serovar nothosubsp nothossp nothovar nothof nothofo
  nothoforma sssp microg fm fa prole nat serovar serotype st * nvar nsubsp nssp nf nothosubspecies nothovarietas agamosp agamovar agamosubsp stirps fsp monstr subsubforma subproles modif`);

const SURE =
  words(`subsp ssp var varietas variety subvar form forma fo subf convar pv bv cv fsp fm microg prol sssp aberr serovar serotype lusus
  proles nothosubsp nothossp nothovar nothof nothoforma nvar nssp nsubsp subspec subspecies race aberration morpha mutatio stirps *`);

/** Marks of a rank between genus and species. */
const INFRAGENERIC =
  words(`subg subgen subgenus sgen sg sect section sectio subsect subsection subsectio ser series subser subseries
  supersect nothosect nothosubg nothosubgen nothoser div tr subtr unr`);

/** Marks of a rank above the genus. */
const SUPRAGENERIC = words(
  'supertrib supertribe trib tribe tribus subtrib subtribe subfam subfamily superfam fam ord subord suborder',
);

const RANK_OF: Readonly<Record<string, string>> = {
  m: 'morph',
  sssp: 'subspecies',
  microg: 'infraspecific name',
  fm: 'form',
  prol: 'proles',
  prole: 'proles',
  nat: 'natio',
  natio: 'natio',
  st: 'infraspecific name',
  '*': 'infraspecific name',
  div: 'infrageneric name',
  tr: 'infrageneric name',
  subtr: 'infrageneric name',
  unr: 'infrageneric name',
  nvar: 'variety',
  nsubsp: 'subspecies',
  nssp: 'subspecies',
  nf: 'form',
  form: 'form',
  sspec: 'subspecies',
  mut: 'mutatio',
  mutatio: 'mutatio',
  lusus: 'lusus',
  sv: 'serovar',
  agamosp: 'species',
  agamovar: 'variety',
  agamosubsp: 'subspecies',
  stirps: 'infraspecific name',
  monstr: 'infraspecific name',
  subsubforma: 'infraspecific name',
  subproles: 'infraspecific name',
  modif: 'infraspecific name',
  supersect: 'infrageneric name',
};

/** Words that say that the species, or the rank below it, is not determined. */
const INDETERMINATE = words(`sp spp spec species indet undet undetermined indeterminate undesignated spnov`);

/** Words that qualify the epithet behind them. */
const QUALIFIERS = words(`cf cfr aff nr near conf exgr gr prope`);

/** Small words that join or begin authors and are no epithets. */
const CONNECTIVES = words(
  `ex et and und y e in en apud sensu auct auctt non nec emend sec nom al fil filius not with ined ms pro hort of nomen nom comb stat ined fide on from`,
);

const PARTICLES =
  words(`de du des da do dos von van vom dem vander vanden der den del della di la le las los el al af av zu zur zum ter ten te ver
  d' 't v v.d v.d. v. den. delle degli dei bin ibn abu lo`);

/** Of "nothosubspecies"; longer words are no marks. */
const LONGEST_MARK = 15;

function bare(word: string): string {
  return word.endsWith('.') ? word.slice(0, -1).toLowerCase() : word.toLowerCase();
}

/** The rank below the species that a mark means ("ssp.", "f.", "nothovar."); undefined where it is none. */
export function infraspecificRank(word: string): string | undefined {
  if (word.length > LONGEST_MARK) return undefined;
  const mark = bare(word);
  if (/^\p{Lu}\.?$/u.test(word)) return undefined;
  return INFRASPECIFIC.has(mark) ? (RANK_OF[mark] ?? findRank(mark)) : undefined;
}

/** The rank between genus and species that a mark means ("subg.", "sect."). */
export function infragenericRank(word: string): string | undefined {
  if (word.length > LONGEST_MARK) return undefined;
  const mark = bare(word);
  if (mark.length < 4 && /^\p{Lu}/u.test(word)) return undefined;
  return INFRAGENERIC.has(mark) ? (RANK_OF[mark] ?? findRank(mark.replace(/^sgen$|^sg$/u, 'subgen'))) : undefined;
}

/** The rank above the genus that a mark means ("supertrib."). */
export function supragenericRank(word: string): string | undefined {
  const mark = bare(word);
  return SUPRAGENERIC.has(mark) ? findRank(mark.replace(/^supertribe?$/u, 'supertrib')) : undefined;
}

/** Whether a mark is one without its dot too, and never an epithet. */
export function isSureMark(word: string): boolean {
  return word.endsWith('.') || SURE.has(word);
}

export function isIndeterminate(word: string): boolean {
  return INDETERMINATE.has(bare(word));
}

export function isQualifier(word: string): boolean {
  return QUALIFIERS.has(bare(word));
}

/** Words for a stage, a sex or a kind of specimen behind a name. */
const STATES = words('larva larvae pupa pupae nymph nymphs juvenile juveniles adult adults imago male female immature');

/** Whether a word behind a name tells the organism, not the taxon: "Aus bus larva". */
export function isState(word: string): boolean {
  return STATES.has(bare(word));
}

export function isConnective(word: string): boolean {
  return CONNECTIVES.has(bare(word));
}

export function isAuthorParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase());
}

/** Epithets that look like words of other kinds, with their genera. */
const ODD_BINOMINALS = words(
  `agra-not semiothisa-da meteorus-dos stenoecia-dos sympycnus-du bolitoglossa-la leptonetela-la malamatidia-zu`,
);

export function isOddBinominal(genus: string, epithet: string): boolean {
  return epithet.length < 4 && ODD_BINOMINALS.has(`${genus.toLowerCase()}-${epithet}`);
}

/** The rank that the ending of a name tells, by the codes of nomenclature; genera have none. */
const ENDINGS: readonly (readonly [ending: RegExp, rank: string, code: string | undefined])[] = [
  [/\p{L}{2}aceae$/u, 'family', 'botanical'],
  [/\p{L}{2}oideae$/u, 'subfamily', 'botanical'],
  [/\p{L}{2}ineae$/u, 'suborder', 'botanical'],
  [/\p{L}{2}idae$/u, 'family', 'zoological'],
  [/\p{L}{3}inae$/u, 'subfamily', undefined],
  [/\p{L}{3}eae$/u, 'tribe', 'botanical'],
  [/\p{L}{3}oidea$/u, 'superfamily', 'zoological'],
  [/\p{L}{2}ales$/u, 'order', undefined],
  [/\p{L}{2}opsida$/u, 'class', 'botanical'],
  [/\p{L}{2}mycetes$/u, 'class', 'botanical'],
  [/\p{L}{2}(?:mycota|phyta)$/u, 'phylum', 'botanical'],
  [/\p{L}{2}(?:mycotina|phytina)$/u, 'subphylum', 'botanical'],
];

export interface EndingRank {
  readonly rank: string;
  readonly code: string | undefined;
}

export function rankOfEnding(name: string): EndingRank | undefined {
  const found = ENDINGS.find(([ending]) => ending.test(name));
  return found === undefined ? undefined : { rank: found[1], code: found[2] };
}

const CODE_OF_RANK: Readonly<Record<string, string>> = {
  cultivar: 'cultivars',
  'cultivar group': 'cultivars',
  convariety: 'cultivars',
  pathovar: 'bacterial',
  biovar: 'bacterial',
  serovar: 'bacterial',
  'forma specialis': 'botanical',
  subvariety: 'botanical',
  subform: 'botanical',
  section: 'botanical',
  subsection: 'botanical',
  series: 'botanical',
  subseries: 'botanical',
  morph: 'zoological',
  aberration: 'zoological',
  natio: 'zoological',
  mutatio: 'zoological',
};

/** The code of nomenclature that alone has a rank. */
export function codeOfRank(rank: string | undefined): string | undefined {
  return rank === undefined ? undefined : CODE_OF_RANK[rank];
}

/** The mark that stands before an epithet of a rank in a name written in full. */
export const MARKS: Readonly<Record<string, string>> = {
  subspecies: 'subsp.',
  variety: 'var.',
  subvariety: 'subvar.',
  form: 'f.',
  subform: 'subf.',
  'forma specialis': 'f. sp.',
  convariety: 'convar.',
  pathovar: 'pv.',
  biovar: 'bv.',
  serovar: 'sv.',
  morph: 'm.',
  aberration: 'ab.',
  natio: 'natio',
  proles: 'prol.',
  mutatio: 'mut.',
  lusus: 'lusus',
  subgenus: 'subgen.',
  section: 'sect.',
  subsection: 'subsect.',
  series: 'ser.',
  subseries: 'subser.',
};
