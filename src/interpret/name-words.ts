import { CULTURES } from '../vocabulary/cultures.ts';
import { remembered } from './remembered.ts';

/** Words that tell the parts of a person's name apart, all in lower case and without dots. */
function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}

/** Words that begin a family name and are written small: van der Werff, de la Cruz, al-Yashubi. */
const PARTICLES =
  words(`van von vom vander de der den del della degli dei delle di da das do dos du des d la las le les lo ten ter
  te het op 't zu zur zum af av al el bin ibn bint abu y st of`);

/** Titles that say nothing of who it is. They are removed from the shown name. */
const TITLES = words(
  `profs messrs mssrs sres dr prof professor profesor professeur mr herr hr monsieur señor sr. dipl ing agr lic biol dra mag drs doctor phd ph.d m.d esq`,
);

/** Titles without which the name would be another person's (Mrs. W. A. Murrill) or unusual (Lady Wharncliffe). They stay. */
const HONORIFICS =
  words(`mrs miss ms mme mlle madame frau fräulein señora sir lady lord dame rev reverend revd fr father bro brother
  sister capt captain col colonel lt lieut lieutenant maj major gen general sgt cpl pvt adm admiral comm commander hon honourable baron baroness
  countess duchess gräfin princess queen père frère abbé padre doña comtesse condesa freiherr
  vicomte vicomtesse viscount viscountess marquise lt-col brig brigadier cdr cmdr ensign frater soeur sœur gov governor senator archbishop madam dhr mevr mej fru frk frl dña mons rabbi mgr msgr mère hermano hermana fray frei right very br hno hna ptre maj.-gen lt.-col lt.-gen lieut.-col`);

/** Titles that are names as well: before a particle they are titles. */
const NOBLE_TITLES = words(
  'comte count conde graf duke duc earl marquis marquess prince prinz herzog erzherzog archduke',
);
/** Those of them that are no given names in front of one. */
const SURELY_NOBLE = words('comte count conde graf marquis marquess prince prinz herzog erzherzog archduke');

/** Those of both lists that are forms of address; the others are titles. */
const APPELLATIONS = words(
  `mr mrs ms miss herr hr frau fräulein monsieur señor señora fr messrs sres madam dhr mevr mej fru frk frl`,
);

const SUFFIXES = words(`jr jnr junior sr snr senior ii iii iv 2nd 3rd 4th`);

/** Degrees and honours behind a name. */
const HONOURS = words(
  `phd ph.d md m.d msc bsc ba ma om ch ra frs obe mbe cbe esq kbe dbe kcb ara pra rsa d.sc dsc f.r.s m.sc b.sc s.j o.p o.f.m o.s.b f.s.c c.s.c m.s.c s.v.d o.m.i f.l.s r.n`,
);

const COMPANIONS =
  /^(?:(?:his|her|the|a|an|some|several|many|other|local|field)\s+)*(?:party|class|students?|pupils?|crew|staff|others|family|wife|husband|sons|daughters?|children|assistants?|friends?|colleagues?|team|companions?|guides?|members|volunteers?|porters|hunters|collectors?|a pupil|other artists|otros|outros|autres|andere|studio|workshop)(?:\s+(?:artists|members|students))?\.?$/iu;

const UNNAMED =
  /^[^;|]*, (?:painter|master) of(?: the [\p{L} ]+)?$|^(?:the )?(?:painter|master) of (?:the )?\p{L}[\p{L}\d ,.'’-]*$|^(?:(?:an?|the|some)\s+)?(?:(?:unknown|anonymous|unidentified|unrecorded|unnamed|various|several|local|native|indigenous|aboriginal|dayak|malay|papuan|unbekannt\p{L}*|anonym\p{L}*|inconnue?s?|desconocid[oa]s?|colecionador|colector|collecteur|lokaler?)\s+)+(?:\p{Ll}+\s*){1,3}$|^(?:anon(?:\.|ymous|yme|ym|imo|iem|yma?)?|anónimo|anônimo|various(?: artists| collectors| makers)?|diverse?|villagers?|natives?|fishermen|fisherman|local (?:people|collectors?)|collectors?|hunters)\.?$/iu;

/** "Wallace's assistant", "assistant of Wallace": someone whom the museum knows only through another. */
const THROUGH_ANOTHER =
  /['’]s?\s+(?:\p{Ll}+\s+)?(?:assistants?|collectors?|servants?|hunters?|wife|son|sons|daughter|boys?|men|party|crew|pupils?|students?|guides?)$|^(?:an?\s+|the\s+)?(?:assistants?|servants?|wife|widow|son|daughter|guide|hunters?|collectors?|students|pupils?|staff|members)\s+(?:of|to|for)\s/iu;

const NO_AGENT =
  /^\W*(?:(?:collectors?|collector\(s\)|coll?|leg|artist|maker)\W*)?(?:unknown|unbekannt|inconnu|desconocido|desconhecido|okänd|ukjent|onbekend|ignoto|sconosciuto|no (?:agent |collector )?data|no disponible|no aplica|no consta|not (?:recorded|stated|given|known|available|applicable|provided|specified|captured)|data not captured|unspecified|undetermined|unreadable|illegible|none(?: given| stated)?|null|n\/?a|s\.? ?n\.?|s\.? ?c\.?|s\. ?coll?\.?|sine coll(?:ectore)?\.?|sin colector|sem coletor|no collector|collector unknown|missing|unk\.?|unidentified|not identified|sin datos?|sans nom|ignotus|no data recorded)(?:\W+(?:collectors?|unknown|given|listed|recorded|stated|signature|person|(?:or|and)\s+(?:unknown|anonymous|unidentified)))?\W*$/iu;

function plain(word: string): string {
  const bare = (word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase();
  return bare === "l'abbé" || bare === 'l’abbé' ? 'abbé' : bare;
}

/** Words that stand beside a people's name where someone of it is meant, and words for a time. */
const OF_CULTURE =
  /^(?:(?:ancient|early|late|northern|southern|eastern|western|north|south|east|west|central|old|colonial|native|pre-columbian|probably|possibly|perhaps)\s+)*(\p{L}[\p{L}'’-]*)(?:\s\(\?\))?(?:[\s-](?!artist|maker|crafts|people|culture|painter|sculptor|weaver|potter|goldsmith|silversmith|master|workmanship|school)(\p{L}[\p{L}'’-]*))?(?:[\s,]+(?:artists?|makers?|craftsm[ae]n|people|peoples|culture|painter|sculptor|weaver|potter|goldsmith|silversmith|master|workmanship|native|indian|school))?(?:,?\s+(?:(?:early|mid|late|first half|second half)[\s-]+(?:of\s+)?(?:the\s+)?)?\d{1,2}(?:st|nd|rd|th)[\s-](?:century|c\.))?\??$/iu;

/** Whether it names a people or a school where no maker is known: "Navajo", "French, 18th century", "Yoruba artist". */
function isCulture(text: string): boolean {
  if (!mayBeCulture(text)) return false;
  const [whole, one = '', other] = OF_CULTURE.exec(text) ?? [];
  if (whole === undefined) return false;
  const [first, second] = [fold(one), other === undefined ? undefined : fold(other)];
  const isBare = whole.length === one.length + (other === undefined ? 0 : other.length + 1);
  if (CULTURES.has(first) || (!isBare && CULTURES_AND_FAMILIES.has(first)))
    return second === undefined || CULTURES.has(second) || CULTURES_AND_FAMILIES.has(second);
  return false;
}

const CULTURES_AND_FAMILIES = words(
  'english french roman norman german welsh scottish scotch irish inca frankish saxon moorish moor spanish cree crow fox',
);

const BEFORE_A_CULTURE = words(
  'ancient early late northern southern eastern western north south east west central old colonial native pre-columbian probably possibly perhaps',
);

const FIRST_OF_CULTURE: ReadonlySet<string> = new Set([...CULTURES, ...CULTURES_AND_FAMILIES, ...BEFORE_A_CULTURE]);

/** Whether its first word is a people's name or stands before one. */
function mayBeCulture(text: string): boolean {
  const end = text.search(/[\s,?]/u);
  const first = fold(end < 0 ? text : text.slice(0, end));
  if (FIRST_OF_CULTURE.has(first)) return true;
  const hyphen = first.indexOf('-');
  return hyphen > 0 && FIRST_OF_CULTURE.has(first.slice(0, hyphen));
}

function fold(word: string): string {
  if (/^[a-z]*$/iu.test(word)) return word.toLowerCase();
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('’', "'")
    .toLowerCase();
}

/** Whether it speaks of people without naming them: "local collector", "Wallace's assistant", "students", "Navajo". */
export const isUnnamed = remembered(
  (text) => UNNAMED.test(text) || THROUGH_ANOTHER.test(text) || COMPANIONS.test(text) || isCulture(text),
  2_000,
);

/** Whether the words say that nobody is recorded. */
export function isNoAgent(text: string): boolean {
  return !/[\p{L}]/u.test(text) || /^urn:\S+$/iu.test(text) || NO_AGENT.test(text);
}

/** A particle with an apostrophe, a hyphen or a dot: d', al-, St., v.d. */
function isMarkedParticle(word: string): boolean {
  return (
    /^st\.$/iu.test(word) ||
    PARTICLES.has(word.toLowerCase().replace(/['’-]+$/u, '')) ||
    /^(?:d|dell|l)['’]$/iu.test(word) ||
    word === 'v.d.'
  );
}

export function isParticle(word: string): boolean {
  if (word.length > 6) return false;
  return PARTICLES.has(word.toLowerCase()) || ("'’.-".includes(word.charAt(word.length - 1)) && isMarkedParticle(word));
}

export function isTitle(word: string): boolean {
  return TITLES.has(plain(word));
}

export function isHonorific(word: string): boolean {
  return HONORIFICS.has(plain(word));
}

/** Whether a word is a title of rank where a particle stands behind it: "Comte de Buffon", "Duke of Bedford". */
export function isNobleTitle(word: string): boolean {
  return NOBLE_TITLES.has(plain(word));
}

/** The same where a given name stands behind it: "Count Alfred D'Orsay"; Earl and Duke may be given names themselves. */
export function isSurelyNoble(word: string): boolean {
  return SURELY_NOBLE.has(plain(word));
}

/** Whether a title is a form of address, as Mr. and Mrs. are, not a degree, rank or office. */
export function isAppellation(word: string): boolean {
  return APPELLATIONS.has(plain(word));
}

export function isSuffix(word: string): boolean {
  return (
    word.length < 7 &&
    (SUFFIXES.has(plain(word)) ||
      /^(?:VII{1,2}|X(?:I{2,3}|IV|VI{0,3}|IX)|[Jj]un\.|[Ss]en\.|fil\.|filius|fils)$/u.test(word))
  );
}

export function isHonour(word: string): boolean {
  return HONOURS.has(plain(word));
}

/** Words behind a name that tell father and son apart. */
const GENERATION =
  /^(?:the (?:elder|younger)|d\.\s?[äj]\.|der (?:ältere|jüngere)|l['’](?:ancien|aîné)|le (?:jeune|vieux)|il (?:vecchio|giovane)|el (?:viejo|joven|mozo)|de oude|de jonge)$/iu;

/** Whether words behind a name tell father and son apart: "the elder", "le Jeune". */
export function isGeneration(words: string): boolean {
  return GENERATION.test(words);
}
