/** One thing that is written on an object. */
export interface Inscription {
  /** signature, date, signature and date, inscription, stamp, label, mark, monogram, title, watermark. */
  readonly kind: string;
  /** Where it is: "lower right", "on the back". */
  readonly position?: string;
  /** The words themselves; absent where the museum says only that there are some. */
  readonly text?: string;
}

/** Characters beyond which a text is a transcription and not a statement about one. */
const LONGEST = 2000;

const KINDS: readonly (readonly [kind: string, words: string])[] = [
  [
    'signature and date',
    'signed (?:and|&) dated|dated (?:and|&) signed|signed, dated|signiert (?:und|u\\.) datiert|sign\\. (?:u\\.|und) dat\\.|bez(?:\\.|eichnet) (?:und|u\\.) dat(?:\\.|iert)|signée? et datée?|firmato e datato|firmado y fechado',
  ],
  ['signature', 'signed|signature|signiert|signatur|sign\\.|signée?|firmato|firmado|gesigneerd'],
  ['monogram', 'monogrammed|monogram|monogrammiert|monogramm|monogramm[ée]e?|monogramme'],
  ['date', 'dated|date inscribed|datiert|datée?|datato|fechado|gedateerd'],
  ['stamp', 'stamped|stamp|gestempelt|stempel|tampon|timbro|sello'],
  ['label', 'labelled|labeled|label|etikett|aufkleber|étiquette|etichetta|etiqueta'],
  ['watermark', 'watermarked|watermark|wasserzeichen|filigrane'],
  ['mark', "marked|maker[’']?s mark|mark|marke|poinçon|punze|beschauzeichen|meisterzeichen"],
  ['title', 'titled|betitelt|titrée?|titolato|titulado'],
  [
    'inscription',
    'inscribed|inscription|engraved|beschriftet|inschrift|bez(?:\\.|eichnet)|aufschrift|inscrite?|iscritto|iscrizione|inscrito|inscripción|opschrift',
  ],
];

const PLACES = `(?:on|at|in|to|along|under|inside|auf|am|an|im|in|unter|au|à|sur|en|sous|dans)\\s[^:"“„«‘']{2,60}|(?:lower|upper|top|bottom|centre|center|left|right|verso|recto|reverse|obverse|unten|oben|links|rechts|mitte|rückseitig|rückseite|u\\.|o\\.|l\\.|r\\.|m\\.)(?:\\s?(?:lower|upper|top|bottom|centre|center|left|right|verso|recto|unten|oben|links|rechts|mitte|u\\.|o\\.|l\\.|r\\.|m\\.)){0,3}|(?:[lu]\\.?[lrc]\\.?|b\\.?[lrc]\\.|t\\.?[lrc]\\.)`;

const STATEMENT = KINDS.map(([kind, words]) => ({
  kind,
  pattern: new RegExp(`^(?:${words})(?![\\p{L}\\p{N}])(?:,?\\s*(${PLACES}))?\\s*([:,]\\s*|\\s+|$)(.*)$`, 'isu'),
}));
const PARTICIPLE =
  /^(?:signed|dated|inscribed|stamped|marked|titled|monogrammed|sign(?:iert|\.|ée?)|datiert|datée?|bez|inscrit)/iu;
const ANY_KIND = KINDS.map(([, words]) => words).join('|');
const DIVISION = new RegExp(`\\s*[|\\n\\r]+\\s*|\\s*;\\s+(?=(?:${ANY_KIND})(?![\\p{L}\\p{N}]))`, 'iu');
/** A place in brackets before the words, as in LIDO: "[Deckelinnenseite] Enigma", "(Stempel:) RNW". */
const BRACKETED = /^[[(]([^[\]()]{2,60}?):?[\])]\s*(\S.*)$/su;
const QUOTED = /^["“”„«‘'](.*)["“”»’']$/su;

/**
 * What a statement says of an object's inscriptions: "signed and dated lower right: J. Smith 1851". A text that says neither kind
 * nor place is one inscription, whole. Never throws.
 */
export function readInscriptions(text: string): readonly Inscription[] {
  const written = text.trim();
  if (written === '') return [];
  if (written.length > LONGEST) return [{ kind: 'inscription', text: written }];
  return written
    .split(DIVISION)
    .filter((part) => part !== '')
    .map(readInscription);
}

function readInscription(part: string): Inscription {
  for (const { kind, pattern } of STATEMENT) {
    const read = pattern.exec(part);
    if (read === null) continue;
    const [, position, divider = '', words = ''] = read;
    // "Mark Twain" is an inscription; "mark: WM" and "marked WM" speak of one.
    if (position === undefined && words !== '' && !/[:,]/u.test(divider) && !PARTICIPLE.test(part)) continue;
    return inscription({ kind, position, text: words });
  }
  const [, before, words] = BRACKETED.exec(part) ?? [];
  if (before === undefined) return inscription({ kind: 'inscription', position: undefined, text: part });
  const kind = STATEMENT.find(({ pattern }) => pattern.exec(before)?.[3] === '')?.kind;
  return inscription({ kind: kind ?? 'inscription', position: kind === undefined ? before : undefined, text: words });
}

function inscription(found: {
  readonly kind: string;
  readonly position: string | undefined;
  readonly text: string | undefined;
}): Inscription {
  const position = found.position?.trim();
  const said = (found.text ?? '').trim().replace(QUOTED, '$1').trim();
  return {
    kind: found.kind,
    ...(position === undefined || position === '' ? {} : { position }),
    ...(said === '' ? {} : { text: said }),
  };
}
