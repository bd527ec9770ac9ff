import { redecoded, withoutEntities } from './encoding-repair.ts';

/** Characters without which a text needs none of what follows. */
const ODD =
  /[<>&\\•·‧∙▪・~_*#°º№:–—\u0080-\u00bfÂÃ'"[{(]|\.\s*\.|\s[.-]|\d|w{3}|\p{Ll}-\p{Lu}|and\/or|accomp|assist|stet|\.$|\bn[eé]e\b|geb\./u;

/** A record's or a collector's number with letters: AS-1234, #AS1234, BGWD0025. */
const CODE =
  /(?<=\p{L}[.,)]?\s)(?!Q\d)(?:#\p{Lu}{1,6}-?\d{2,8}|\p{Lu}{1,6}(?:-\d{2,8}|\d{4,8}))(?:-?\p{L})?(?=$|[\s,;:)])|(?<=\s)#\p{L}{1,4}-?\d+/gu;
const LEADING_CODE = /^\W*\p{L}{0,6}\d+\p{L}?\s*:\s*(?=\p{L})/u;
/** What begins with a name's first initial behind a sign that divides: "A. Smith * B. Jones". */
const DIVIDED = /(?<=\p{L}[.)]?)\s+[*~#]\s+(?=\p{Lu})|(?<=\p{Ll}{2})[~–—-](?=\p{Lu}\.\s?\p{Lu})/gu;
const BIRTH_NAME = /\s+(?:née|nee|né|geb\.|geborene)\s+\p{Lu}[\p{L}'’-]+(?=$|[\s,;|)])/gu;
const COMPANY = /[,;]?\s+\(?(?:accompanied|assisted|aided|helped)\s+by\s+/giu;
const IN_COMPANY = /\s*[([]\s*(?:with|w\/|and|&)\s+(\p{Lu}[^()[\]]*)[)\]]/gu;
const NUMBER = /(?<=[\s,;(])(?:s\/n|n[°º]|nº|№)\.?\s*(?=\d|$|[\s,;|)])/giu;
const CONTACT =
  /[,;]?\s*(?:(?:tel|ph|phone|fax|mobile)\b[.:]?\s*)?\(?\+?\d{0,3}[)\s.-]{0,3}\(?\d{3}\)?[\s.-]?\d{3}[\s.-]\d{4}(?!\d)|[,;]?\s*(?:tel|ph|phone|fax)\b[.:]?\s*\d{6,12}|\s*\bwww\.[^\s,;|]+/giu;

/** A text of names without markup, broken encodings, signs that divide in unusual ways, and numbers with letters. */
export function cleanAgentText(written: string, notes: string[]): string {
  // Patterns that begin with spaces would look at a long run of them again and again.
  const spaced = /\s\s/u.test(written)
    ? written.replace(/\s{2,}/gu, (run) => (/[\n\r]/u.test(run) ? '\n' : ' '))
    : written;
  if (!ODD.test(spaced)) return spaced;
  const note = (match: string): string => {
    notes.push(match.trim());
    return ' ';
  };
  let text = redecoded(spaced) ?? spaced;
  if (text.includes('&')) text = withoutEntities(text).replace(/&c\.?(?=$|[\s,;|)])/giu, 'et al.');
  if (text.includes('<'))
    text = text
      .replace(/<(?:br|p)\s?\/?>|<\/p>/giu, '; ')
      .replace(/<\/?[a-z]{1,6}>/giu, '')
      .replace(/<([^<>@]*)>/gu, '$1');
  if (/^['"][^'"]*['"]$/u.test(text)) text = text.slice(1, -1);
  if (/[•·‧∙▪・\\]/u.test(text))
    text = text.replace(/\s*[•‧∙▪\\]\s*|\s+·\s+|(?<=\p{Script=Latin}\.?)[·・](?=\p{Lu})/gu, '; ');
  if (/[*~#–—-]/u.test(text)) text = text.replace(DIVIDED, '; ');
  if (text.includes('/')) text = text.replace(/\s+and\/or\s+/giu, ' & ');
  if (/\.\s*\.|\s\./u.test(text))
    text = text
      .replace(/\s*(?:\.\s?){3,}|\s*…/gu, ' ')
      .replace(/\.(?:\s*\.)+/gu, '.')
      .replace(/(?<=\p{L})\s+\.(?=\s|\p{L})/gu, '. ');
  if (/\bby\s/iu.test(text)) text = text.replace(COMPANY, ' & ');
  if (/[([]/u.test(text)) text = text.replace(IN_COMPANY, '; $1');
  if (/n[ée]|geb/u.test(text)) text = text.replace(BIRTH_NAME, note);
  if (/stet/iu.test(text))
    text = text.replace(/[\s,;([]*\bstet\b\W*/giu, (match) => (/[;|]/u.test(match) ? '; ' : note(match)));
  if (/\d|\/n|n[°º]|№|www/iu.test(text))
    text = text.replace(CONTACT, note).replace(LEADING_CODE, note).replace(CODE, note).replace(NUMBER, note);
  // Of an abbreviated family name only the beginning is written: Torr., Hook.
  return text.replace(
    /(?<=\s(?:Smith|\p{Lu}\p{Ll}{3,}(?:[aeiou][nrsd]|[aeioy])|\p{Lu}\p{Ll}{2,}(?:son|er|man|ez|ov|sen|ton|ford|wood|es)))\.$/u,
    '',
  );
}
