import type { Issue } from '../model/issue.ts';
import type { IssueCode } from '../vocabulary/issues.ts';
import { findLicence } from '../vocabulary/licences.ts';
import type { Interpreted, Interpreter } from './interpreter.ts';

const CREATIVE_COMMONS_URL =
  /creativecommons\.org\/(?:licen[cs]es?\/(?<parts>by(?:-(?:nc|nd|sa))*)|publicdomain\/(?<domain>zero|mark))(?:\/(?<version>\d\.\d))?/iu;
const RIGHTS_STATEMENT_URL = /rightsstatements\.org\/(?:vocab|page)\/(?<code>[A-Za-z-]+)/iu;
const RIGHTS_CODES = [
  'InC',
  'InC-OW-EU',
  'InC-EDU',
  'InC-NC',
  'InC-RUU',
  'NoC-CR',
  'NoC-NC',
  'NoC-OKLR',
  'NoC-US',
  'CNE',
  'UND',
  'NKC',
] as const;

/** Statements in words that name exactly one licence. */
const PHRASES: readonly (readonly [pattern: RegExp, id: string])[] = [
  [
    /\bcc[\s_-]?(?:0|zero)(?:\b|_)|\bcreative commons (?:public domain dedication|cc?zero|zero)|\bpublic domain dedication\b/iu,
    'CC0-1.0',
  ],
  [
    /\bpublic domain mark\b|^(?:the )?public domain(?: work)?\.?$|^pdm?(?:[\s_-]?1\.0)?$|^gemeinfrei\.?$|^domaine public\.?$|^dominio público\.?$|^domínio público\.?$|^publiek domein\.?$/iu,
    'PDM-1.0',
  ],
  [/\bodbl\b|open database licen[cs]e/iu, 'ODbL-1.0'],
  [/\bodc[\s_-]?by\b|opendatacommons\.org\/licenses\/by/iu, 'ODC-By-1.0'],
  [/\bpddl\b/iu, 'PDDL-1.0'],
  [/open[\s-]government[\s-]licen[cs]e(?:.*?(?:version\/|v\.?\s?|\s)2)/iu, 'OGL-UK-2.0'],
  [/open[\s-]government[\s-]licen[cs]e(?:.*?(?:version\/|v\.?\s?|\s)1)/iu, 'OGL-UK-1.0'],
  [/open[\s-]government[\s-]licen[cs]e(?!.*canada)|\bogl(?:-uk)?(?:[\s_-]?v?3(?:\.0)?)?\b/iu, 'OGL-UK-3.0'],
  [/licence ouverte|\betalab\b/iu, 'etalab-2.0'],
  [/\bdl-de[/-]by-2[.-]0\b/iu, 'DL-DE-BY-2.0'],
  [/^no known copyright(?: restrictions?)?\.?$/iu, 'NKC'],
  [
    /^(?:in copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)\.?$/iu,
    'InC',
  ],
  [/^copyright not evaluated\.?$/iu, 'CNE'],
  [/^copyright undetermined\.?$/iu, 'UND'],
];

/** Of a statement, as much as can name a licence; licences themselves are longer and name theirs at the beginning. */
const LONGEST = 1000;

const NOT_STATED = /^\W*(?:none|null|n\/?a|unknown|not (?:stated|specified|known)|unspecified|see .*)?\W*$/iu;

/**
 * The identifier in LICENCES of a licence's address, code or name ("http://creativecommons.org/licenses/by-nc/3.0/", "CC BY-SA 4.0").
 * A Creative Commons licence without a version is read as 4.0, as GBIF reads it.
 * Undefined where the text names no known licence, or several.
 */
export function parseLicence(statement: string): string | undefined {
  const text = statement.slice(0, LONGEST);
  const address = CREATIVE_COMMONS_URL.exec(text)?.groups;
  if (address?.['domain'] !== undefined) return address['domain'].toLowerCase() === 'zero' ? 'CC0-1.0' : 'PDM-1.0';
  if (address?.['parts'] !== undefined)
    return creativeCommonsId(address['parts'].split('-').slice(1), address['version'] ?? '4.0');
  const named = RIGHTS_STATEMENT_URL.exec(text)?.groups?.['code'] ?? text;
  const code = RIGHTS_CODES.find((item) => item.toLowerCase() === named.trim().toLowerCase());
  if (code !== undefined) return code;
  if (findLicence(text.trim()) !== undefined) return text.trim();
  const phrases = new Set(PHRASES.flatMap(([pattern, id]) => (pattern.test(text) ? [id] : [])));
  const spoken = spokenCreativeCommons(text);
  if (spoken !== undefined) phrases.add(spoken);
  if (phrases.has('OGL-UK-2.0') || phrases.has('OGL-UK-1.0')) phrases.delete('OGL-UK-3.0');
  return phrases.size === 1 ? [...phrases][0] : undefined;
}

function creativeCommonsId(parts: readonly string[], version: string): string | undefined {
  const has = new Set(parts.map((part) => part.toLowerCase()));
  const id = `CC-BY${has.has('nc') ? '-NC' : ''}${has.has('nd') ? '-ND' : has.has('sa') ? '-SA' : ''}-${version}`;
  return findLicence(id)?.id;
}

/** "CC BY-NC", "Creative Commons Attribution Non-Commercial 3.0", "Namensnennung - nicht kommerziell". */
function spokenCreativeCommons(text: string): string | undefined {
  const spoken =
    /\bcc[\s_-]*by\b|\bby[-_](?:nc|sa|nd)\b|creative\s?commons.*(?:attribution|\bby\b|namensnennung|paternité|attribuzione|atribución|reconocimiento)|^attribution[\s-]*(?:non|share|no)?/iu.test(
      text,
    );
  if (!spoken) return undefined;
  const parts = [
    ...(/\bnc\b|[-_]nc\b|non[\s-]?commercial|nicht[\s-]?kommerziell|pas d.utilisation commerciale|no ?comercial/iu.test(
      text,
    )
      ? ['nc']
      : []),
    ...(/\bsa\b|[-_]sa\b|share[\s-]?alike|gleichen bedingungen|partage|compartir ?igual/iu.test(text) ? ['sa'] : []),
    ...(/\bnd\b|[-_]nd\b|no[\s-]?deriv|keine bearbeitung|pas de modification|sin ?(?:obras )?derivad/iu.test(text)
      ? ['nd']
      : []),
  ];
  return creativeCommonsId(parts, /\b([1-4]\.\d)\b/u.exec(text)?.[1] ?? '4.0');
}

export interface LicenceColumns {
  readonly license?: string;
  /** item: the record or the file states it; dataset: it has none of its own, and the dataset's holds. */
  readonly licenseBasis?: 'item' | 'dataset';
}

/** How much a licence asks: 0 nothing, 8 and more that one has to ask first. */
function strictness(id: string): number {
  const licence = findLicence(id);
  if (licence === undefined) return 0;
  const { attribution, shareAlike, noDerivatives, noncommercial, open } = licence;
  return (
    Number(attribution) * 1 +
    Number(shareAlike) * 2 +
    Number(noDerivatives) * 3 +
    Number(noncommercial) * 4 +
    Number(!open) * 8
  );
}

/** Versions of one licence do not contradict each other: "CC BY" beside the address of CC BY 3.0. */
function withoutVersion(id: string): string {
  return id.replace(/-\d\.\d$/u, '');
}

/** Reads the first of the values that states a licence; falls back to the dataset's. What is no known licence is flagged, never guessed. */
function interpretLicence(
  values: readonly (string | null)[],
  terms: readonly string[],
  ofDataset: string | undefined,
): Interpreted<LicenceColumns> {
  const stated = values.flatMap((value, index) =>
    value === null || NOT_STATED.test(value) ? [] : [{ value, term: terms[index] ?? 'license' }],
  );
  const read = stated.flatMap(({ value, term }) => {
    const license = parseLicence(value);
    return license === undefined ? [] : [{ license, value, term }];
  });
  const [first] = read;
  if (first !== undefined) {
    const strictest = read.reduce((a, b) => (strictness(b.license) > strictness(a.license) ? b : a));
    const agree = read.every(({ license }) => withoutVersion(license) === withoutVersion(first.license));
    return {
      output: { license: agree ? first.license : strictest.license, licenseBasis: 'item' },
      issues: agree
        ? []
        : [
            {
              code: 'LICENSE_CONFLICT',
              term: first.term,
              detail: read.map(({ value }) => value.slice(0, 100)).join(' | '),
            },
          ],
    };
  }
  const own = stated.find(({ term }) => term === 'license');
  if (own !== undefined) {
    const issue: Issue = { code: 'LICENSE_UNREADABLE', term: own.term, detail: own.value.slice(0, 200) };
    return { output: {}, issues: [issue] };
  }
  if (ofDataset !== undefined) return { output: { license: ofDataset, licenseBasis: 'dataset' }, issues: [] };
  const issues: readonly Issue[] = stated
    .slice(0, 1)
    .map(({ value, term }) => ({ code: 'LICENSE_UNREADABLE', term, detail: value.slice(0, 200) }));
  return { output: {}, issues: issues.length > 0 ? issues : [{ code: 'LICENSE_MISSING', term: 'license' }] };
}

const RECORD_TERMS = ['license', 'rights', 'accessRights'] as const;

/** The record's licence: its own, or the dataset's. Absent means "not stated", never CC0. */
export const licence: Interpreter<LicenceColumns> = {
  name: 'licence',
  version: 2,
  target: 'record',
  inputs: RECORD_TERMS,
  outputs: { license: 'VARCHAR', licenseBasis: 'VARCHAR' },
  interpret: (values, context) => interpretLicence(values, RECORD_TERMS, context.license),
};

/** What the issues of a record's licence are called where they are of a media file. */
const MEDIA_CODES: Readonly<Partial<Record<IssueCode, IssueCode>>> = {
  LICENSE_MISSING: 'MEDIA_LICENSE_MISSING',
  LICENSE_UNREADABLE: 'MEDIA_LICENSE_UNREADABLE',
};

const MEDIA_TERMS = ['license', 'rights', 'usageTerms'] as const;

/** A media file's licence. The dataset's licence covers its records, not its pictures, so there is no falling back to it. */
export const mediaLicence: Interpreter<LicenceColumns> = {
  name: 'media-licence',
  version: 2,
  target: 'media',
  inputs: MEDIA_TERMS,
  outputs: { license: 'VARCHAR', licenseBasis: 'VARCHAR' },
  interpret: (values) => {
    const { output, issues } = interpretLicence(values, MEDIA_TERMS, undefined);
    return { output, issues: issues.map((issue) => ({ ...issue, code: MEDIA_CODES[issue.code] ?? issue.code })) };
  },
};
