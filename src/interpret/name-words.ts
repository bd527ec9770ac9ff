/** Words that tell the parts of a person's name apart, all in lower case and without dots. */
function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}

/** Words that begin a family name and are written small: van der Werff, de la Cruz, al-Yashubi. */
const PARTICLES =
  words(`van von vom vander de der den del della degli dei delle di da das do dos du des d la las le les lo ten ter
  te het 't zu zur zum af av al el bin ibn bint abu y st of`);

/** Titles that say nothing of who it is. They are removed from the shown name. */
const TITLES = words(
  `dr prof professor profesor professeur mr herr hr monsieur señor sr. dipl ing mag drs doctor phd ph.d m.d esq`,
);

/** Titles without which the name would be another person's (Mrs. W. A. Murrill) or unusual (Lady Wharncliffe). They stay. */
const HONORIFICS =
  words(`mrs miss ms mme mlle madame frau fräulein señora sir lady lord dame rev reverend revd fr father bro brother
  sister capt captain col colonel lt lieut lieutenant maj major gen general sgt cpl pvt adm admiral comm commander hon honourable baron baroness
  countess duchess gräfin princess queen père frère abbé padre doña`);

/** Those of both lists that are forms of address; the others are titles. */
const APPELLATIONS = words(`mr mrs ms miss herr hr frau fräulein monsieur señor señora fr`);

const SUFFIXES = words(`jr jnr junior sr snr senior ii iii iv 2nd 3rd`);

/** Degrees and honours behind a name. */
const HONOURS = words(`phd ph.d md m.d msc bsc ba ma om ch ra frs obe mbe cbe esq kbe dbe kcb ara pra rsa`);

const GROUP =
  words(`museum musée museo musei university universität université universidad universidade college institute institut instituto
  institution society société sociedad gesellschaft expedition expédition expedición expeditie survey surveys club company ltd limited inc
  incorporated corporation corp gmbh plc llc service services department dept commission station laboratory laboratories lab laboratorium
  academy académie akademie herbarium garden gardens jardin jardín project program programme agency bureau council foundation fundação
  trust association centre center centro collection collections zoo aquarium library archive archives office ministry mission navy army
  forestry conservation biobus conf conference congress foray fishery fisheries reserve institutes cruise cruises committee
  group groupe gruppe guild factory manufactory manufaktur manufacture manufacturers works press verlag records architects architecture
  univ exped pottery potteries studio studios workshop atelier artel firm foundry brewery railway railways bank hospital church laboratoire estación estacion comisión
  proefstation boschproefstation bosproefstation brigade vessel ship federation consortium network union league kompanie compagnie cie
  ministere ministère librairie arquitectos architekten arkitekter div designs shop transit grupo gruppo refuge preserve sanctuary camp cooperative exp firma maison verlag werke fabrik bros gebrüder brothers sons partners associates systems electronics industries products media industrial
  school nmfs usgs csiro usda noaa usfs usfws fws`);

const GROUP_TAIL =
  /^(?:co|company|sons?|bros|brothers|cie|söhne|sohn|partners|associates|ltd|inc|fils|figlio|hijos)\b/iu;

const COMPANIONS =
  /^(?:(?:his|her|the|a|an|some|several|many|other|local|field)\s+)*(?:party|class|students?|pupils?|crew|staff|others|family|wife|husband|sons|daughters?|children|assistants?|friends|colleagues?|team|companions?|guides|members|volunteers?|porters|hunters|collectors?|a pupil|other artists|otros|outros|autres|andere|studio|workshop)(?:\s+(?:artists|members|students))?\.?$/iu;

const UNNAMED =
  /^[^;|]*, (?:painter|master) of(?: the [\p{L} ]+)?$|^(?:the )?(?:painter|master) of (?:the )?\p{L}[\p{L}\d ,.'’-]*$|^(?:(?:an?|the|some)\s+)?(?:(?:unknown|anonymous|unidentified|unrecorded|unnamed|various|several|local|native|indigenous|aboriginal|dayak|malay|papuan|unbekannt\p{L}*|anonym\p{L}*|inconnue?s?|desconocid[oa]s?|colecionador|colector|collecteur|lokaler?)\s+)+(?:\p{Ll}+\s*){1,3}$|^(?:anon(?:\.|ymous|yme|ym|imo|iem|yma?)?|anónimo|anônimo|various(?: artists| collectors| makers)?|diverse?|villagers?|natives?|fishermen|fisherman|local (?:people|collectors?)|collectors?|hunters)\.?$/iu;

/** "Wallace's assistant", "assistant of Wallace": someone whom the museum knows only through another. */
const THROUGH_ANOTHER =
  /['’]s?\s+(?:\p{Ll}+\s+)?(?:assistants?|collectors?|servants?|hunters?|wife|son|sons|daughter|boys?|men|party|crew|pupils?|students?|guides?)$|^(?:an?\s+|the\s+)?(?:assistants?|servants?|wife|widow|son|daughter|guide|hunters?|collectors?)\s+(?:of|to|for)\s/iu;

const NO_AGENT =
  /^\W*(?:(?:collectors?|collector\(s\)|coll?|leg|artist|maker)\W*)?(?:unknown|unbekannt|inconnu|desconocido|desconhecido|okänd|ukjent|onbekend|ignoto|sconosciuto|no (?:agent |collector )?data|no disponible|no aplica|no consta|not (?:recorded|stated|given|known|available|applicable|provided|specified|captured)|data not captured|unspecified|undetermined|unreadable|illegible|none(?: given| stated)?|null|n\/?a|s\.? ?n\.?|s\.? ?c\.?|s\. ?coll?\.?|sine coll(?:ectore)?\.?|sin colector|sem coletor|no collector|collector unknown|missing|unk\.?)(?:\W+(?:collectors?|unknown|given|listed))?\W*$/iu;

function plain(word: string): string {
  return (word.endsWith('.') ? word.slice(0, -1) : word).toLowerCase();
}

const FIRM =
  /&\s*(?:co|sons?|cie|söhne|sohn|fils|figli|zonen|hijos)(?!\p{L})|\sco\.?(?:,|$)|^(?:fa|firma)\.\s|^(?:r\/v|m\/v|s\/v|hms|uss)\s|\p{L}{3}(?:works|werke|manufaktur|fabrik)(?!\p{L})|\p{L}{2}\s(?:S\.?p\.?A|B\.V|N\.V|A\/S)\.?$/iu;
const MAY_BE_FIRM = /&|^fa|^firma|\/v|^hms|^uss|\sco|works|werke|manufaktur|fabrik|p\.?a|\.v|a\/s/iu;

/** Whether a phrase names an institution, a firm or an expedition. */
export function isGroupName(text: string): boolean {
  for (const word of text.toLowerCase().split(/[\s,.;:&/()[\]|"“”–-]+/u)) if (GROUP.has(word)) return true;
  return (
    (MAY_BE_FIRM.test(text) && FIRM.test(text)) ||
    (/^[Tt]he\s+\p{Lu}\p{L}+/u.test(text) && !isHonorific(text.split(' ')[1] ?? '')) ||
    /^(?:ex\s+)?herb\.\s/iu.test(text) ||
    (/\S\s+class$/iu.test(text) && !/&|\band\b/u.test(text))
  );
}

/** Whether it looks like the acronym of an institution: TENN. Only for texts in which names have small letters. */
export function isAcronym(text: string): boolean {
  return /^\p{Lu}{4,}(?:\/\p{Lu}{3,})?$/u.test(text);
}

/** Whether what follows "and" belongs to a firm's name: "& Co.", "and Sons". */
export function isGroupTail(text: string): boolean {
  return GROUP_TAIL.test(text);
}

/** Whether it speaks of people without naming them: "local collector", "Wallace's assistant", "students". */
export function isUnnamed(text: string): boolean {
  return UNNAMED.test(text) || THROUGH_ANOTHER.test(text) || COMPANIONS.test(text);
}

/** Whether the words say that nobody is recorded. */
export function isNoAgent(text: string): boolean {
  return !/[\p{L}]/u.test(text) || /^urn:\S+$/iu.test(text) || NO_AGENT.test(text);
}

export function isParticle(word: string): boolean {
  return (
    PARTICLES.has(word.toLowerCase()) ||
    (/['’.-]$/u.test(word) &&
      (/^st\.$/iu.test(word) ||
        PARTICLES.has(word.toLowerCase().replace(/['’-]+$/u, '')) ||
        /^(?:d|dell|l)['’]$/iu.test(word)))
  );
}

export function isTitle(word: string): boolean {
  return TITLES.has(plain(word));
}

export function isHonorific(word: string): boolean {
  return HONORIFICS.has(plain(word));
}

/** Whether a title is a form of address, as Mr. and Mrs. are, not a degree, rank or office. */
export function isAppellation(word: string): boolean {
  return APPELLATIONS.has(plain(word));
}

export function isSuffix(word: string): boolean {
  return SUFFIXES.has(plain(word));
}

export function isHonour(word: string): boolean {
  return HONOURS.has(plain(word));
}
