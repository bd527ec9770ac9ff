/** Systems whose identifiers are recognised. */
export type IdentifierScheme =
  | 'orcid'
  | 'isni'
  | 'wikidata'
  | 'viaf'
  | 'gnd'
  | 'ulan'
  | 'harvard'
  | 'ipni'
  | 'ror'
  | 'doi'
  | 'ark'
  | 'handle';

/** An identifier in its plain form, and the IRI that its system gives it. */
export interface InterpretedIdentifier {
  readonly scheme: IdentifierScheme;
  readonly id: string;
  readonly iri: string;
}

interface Pattern {
  readonly scheme: IdentifierScheme;
  /** The first group that took part is the identifier. */
  readonly pattern: RegExp;
  /** The plain form; undefined where a check digit is wrong. */
  readonly plain: (id: string) => string | undefined;
  readonly iri: (id: string) => string;
}

const PATTERNS: readonly Pattern[] = [
  {
    scheme: 'orcid',
    pattern:
      /^(?:https?:\/\/)?(?:www\.)?orcid\.org\/((?:\d{4}-?){3}\d{3}[\dx])\/?$|^orcid(?: id)?\s*[:=]?\s*((?:\d{4}[- ]?){3}\d{3}[\dx])$/iu,
    plain: (id) => hyphenated(id),
    iri: (id) => `https://orcid.org/${id}`,
  },
  {
    scheme: 'isni',
    pattern:
      /^(?:https?:\/\/)?(?:www\.)?isni\.org\/(?:isni\/)?((?:\d{4}[- ]?){3}\d{3}[\dx])\/?$|^(?:urn:)?isni\s*[:=]?\s*((?:\d{4}[- ]?){3}\d{3}[\dx])$/iu,
    plain: (id) => hyphenated(id)?.replaceAll('-', ''),
    iri: (id) => `https://isni.org/isni/${id}`,
  },
  {
    scheme: 'wikidata',
    pattern:
      /^(?:https?:\/\/)?(?:www\.|m\.)?wikidata\.org\/(?:entity|wiki(?:\/special:entitydata)?|item)\/(q[1-9]\d{0,11})(?:[./?#].*)?$|^(?:wikidata|wd)\s*[:=]?\s*(q[1-9]\d{0,11})$|^(q[1-9]\d{1,11})$/iu,
    plain: (id) => id.toUpperCase(),
    iri: (id) => `http://www.wikidata.org/entity/${id}`,
  },
  {
    scheme: 'viaf',
    pattern:
      /^(?:https?:\/\/)?(?:www\.)?viaf\.org\/(?:\p{L}{2}\/)?viaf\/([1-9]\d{1,21})(?:[/#?].*)?$|^viaf(?: id)?\s*[:=]?\s*([1-9]\d{1,21})$/iu,
    plain: (id) => id,
    iri: (id) => `http://viaf.org/viaf/${id}`,
  },
  {
    scheme: 'gnd',
    pattern: /^(?:https?:\/\/)?(?:www\.)?d-nb\.info\/gnd\/(\d{1,9}-?[\dx])\/?$|^gnd\s*[:=]?\s*(\d{1,9}-?[\dx])$/iu,
    plain: (id) => id.toUpperCase(),
    iri: (id) => `https://d-nb.info/gnd/${id}`,
  },
  {
    scheme: 'ulan',
    pattern:
      /^(?:https?:\/\/)?(?:vocab|www)\.getty\.edu\/(?:page\/)?ulan\/(5\d{8})(?:[-/#].*)?$|^ulan\s*[:=]?\s*(5\d{8})$/iu,
    plain: (id) => id,
    iri: (id) => `http://vocab.getty.edu/ulan/${id}`,
  },
  {
    scheme: 'harvard',
    pattern:
      /^(?:https?:\/\/)?(?:www\.)?kiki\.huh\.harvard\.edu\/databases\/botanist_search\.php\?(?:[\w=&]*&)?(?:bot|agent)?id=(\d{1,8})(?:&.*)?$|^(?:huh|harvard(?: index of)?(?: botanists?)?)\s*[:=]?\s*(\d{1,8})$/iu,
    plain: (id) => id,
    iri: (id) => `https://kiki.huh.harvard.edu/databases/botanist_search.php?mode=details&id=${id}`,
  },
  {
    scheme: 'ipni',
    pattern:
      /^(?:https?:\/\/)?(?:www\.|beta\.)?ipni\.org\/((?:a|n|p)\/\d{1,9}-\d)(?:[/?#].*)?$|^(?:https?:\/\/(?:www\.)?ipni\.org\/)?(urn:lsid:ipni\.org:(?:authors|names|publications):\d{1,9}-\d)(?::[\d.]+)?$/iu,
    plain: (id) => ipniPath(id),
    iri: (id) => `https://www.ipni.org/${id}`,
  },
  {
    scheme: 'ror',
    pattern:
      /^(?:https?:\/\/)?(?:www\.)?ror\.org\/(0[a-hj-km-np-tv-z\d]{6}\d{2})\/?$|^ror\s*[:=]?\s*(0[a-hj-km-np-tv-z\d]{6}\d{2})$/iu,
    plain: (id) => (isRor(id.toLowerCase()) ? id.toLowerCase() : undefined),
    iri: (id) => `https://ror.org/${id}`,
  },
  {
    scheme: 'doi',
    pattern:
      /^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|(?:info:)?doi\s*[:/=]?\s*)?(10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]+)$/iu,
    plain: (id) =>
      decoded(id)
        .replace(/[.,;:]+$/u, '')
        .toLowerCase(),
    iri: (id) => `https://doi.org/${encodeURI(id.toWellFormed()).replaceAll(/[?#]/gu, encodeURIComponent)}`,
  },
  {
    scheme: 'ark',
    pattern: /^(?:https?:\/\/[^\s/]+\/(?:[^\s?#]*\/)?)?(ark:\/?\d{5,9}\/[\w=~*+@$./%-]+)(?:\?{1,2}(?:info)?)?$/iu,
    plain: (id) => `ark:/${id.replace(/^ark:\/?/iu, '').replace(/[/.]+$/u, '')}`,
    iri: (id) => `https://n2t.net/${id}`,
  },
  {
    scheme: 'handle',
    pattern: /^(?:(?:https?:\/\/)?hdl\.handle\.net\/|(?:info:)?hdl:\/?)(\d+(?:\.\d+)*\/[^\s"<>]+)$/iu,
    plain: (id) => id,
    iri: (id) => `https://hdl.handle.net/${id}`,
  },
];

const SIXTEEN = /^(?:\d{4}[- ]?){3}\d{3}[\dx]$/iu;

/**
 * Recognises an identifier, written as an address, with the name of its system or bare, and gives its plain form and its IRI. Undefined
 * where it is of no known system, or where its check digit is wrong (ORCID, ISNI, ROR). Sixteen bare digits are an ORCID in the blocks
 * that ISNI gave to ORCID, an ISNI elsewhere.
 */
export function interpretIdentifier(text: string): InterpretedIdentifier | undefined {
  const written = text.trim().replace(/^<|>$/gu, '');
  if (written.length < 2 || written.length > 2048) return undefined;
  if (SIXTEEN.test(written)) {
    const id = hyphenated(written);
    if (id === undefined) return undefined;
    return interpretIdentifier(isOrcidBlock(id) ? `orcid:${id}` : `isni:${id}`);
  }
  for (const { scheme, pattern, plain, iri } of PATTERNS) {
    const match = pattern.exec(written);
    const found = match?.slice(1).find((group) => group !== undefined);
    if (found === undefined) continue;
    const id = plain(found);
    return id === undefined ? undefined : { scheme, id, iri: iri(id) };
  }
  return undefined;
}

/** In groups of four; undefined where the check digit (ISO 7064, mod 11-2) is wrong. */
function hyphenated(text: string): string | undefined {
  const digits = text.replaceAll(/[- ]/gu, '').toUpperCase();
  let total = 0;
  for (let index = 0; index < 15; index += 1) total = (total + Number(digits.charAt(index))) * 2;
  const check = (12 - (total % 11)) % 11;
  if (digits.charAt(15) !== (check === 10 ? 'X' : String(check))) return undefined;
  return [0, 4, 8, 12].map((start) => digits.slice(start, start + 4)).join('-');
}

/** ORCID's blocks are 0000-0001-5000-0007 to 0000-0003-5000-0001 and 0009-0000-0000-0000 to 0009-0010-0000-0000. */
function isOrcidBlock(id: string): boolean {
  const number = id.slice(0, 18);
  return (number >= '0000-0001-5000-000' && number <= '0000-0003-5000-000') || /^0009-00(?:0\d|10)-/u.test(number);
}

const BASE_32 = '0123456789abcdefghjkmnpqrstvwxyz';

/** ROR's last two digits are a checksum (ISO 7064, mod 97-10) of the number that the others write in Crockford's base 32. */
function isRor(id: string): boolean {
  let number = 0;
  for (let index = 0; index < 7; index += 1) number = number * 32 + BASE_32.indexOf(id.charAt(index));
  return 98 - ((number * 100) % 97) === Number(id.slice(7));
}

/** a/12653-1 for authors, n/ for names, p/ for publications. */
function ipniPath(id: string): string {
  const lsid = /^urn:lsid:ipni\.org:(\w)\w*:(.+)$/iu.exec(id);
  return (lsid === null ? id : `${lsid[1] ?? ''}/${lsid[2] ?? ''}`).toLowerCase();
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
