/** The terms of one record that are not empty, under their local names, as written (not trimmed). */
export type Terms = ReadonlyMap<string, string>;

/** `dwc:eventDate`, `http://rs.tdwg.org/dwc/terms/eventDate` and `eventDate` are one term. */
function localName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/'), name.lastIndexOf('#')) + 1);
}

/**
 * Empty as the standard means it: absent, or nothing but characters up to U+0020. Its examples write `[null]` for absent;
 * other words for nothing, such as "null", are values.
 */
function isEmpty(text: string): boolean {
  if (text === '[null]') return true;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x20) return false;
  return true;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(textOf).join(' | ') : JSON.stringify(value);
}

/** The terms of a record from an object whose keys are their names, with or without a namespace. The first of two spellings counts. */
export function readTerms(record: Readonly<Record<string, unknown>>): Terms {
  const terms = new Map<string, string>();
  for (const [name, value] of Object.entries(record)) {
    const local = localName(name);
    const text = textOf(value);
    if (!isEmpty(text) && !terms.has(local)) terms.set(local, text);
  }
  return terms;
}

/** Without the characters up to U+0020 at both ends: what a value is read as where the standard asks for how it can be interpreted. */
export function trimmed(text: string): string {
  let [begin, end] = [0, text.length];
  while (begin < end && text.charCodeAt(begin) <= 0x20) begin += 1;
  while (end > begin && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return text.slice(begin, end);
}

/** A value that can be interpreted as a whole number; undefined where it is empty or none. */
export function integerOf(terms: Terms, term: string): number | undefined {
  const text = trimmed(terms.get(term) ?? '');
  return /^[+-]?\d{1,15}$/u.test(text) ? Number(text) : undefined;
}

/** A value that can be interpreted as a decimal number; undefined where it is empty or none. */
export function numberOf(terms: Terms, term: string): number | undefined {
  const text = trimmed(terms.get(term) ?? '');
  if (!/^[+-]?(?:\d{1,30}(?:\.\d{0,40})?|\.\d{1,40})(?:e[+-]?\d{1,3})?$/iu.test(text)) return undefined;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

/** Spells a term with its namespace, as the standard does. */
export function qualified(term: string): string {
  if (term === 'type') return 'dc:type';
  return term === 'license' ? 'dcterms:license' : `dwc:${term}`;
}
