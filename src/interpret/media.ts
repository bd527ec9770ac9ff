import type { Issue } from '../model/issue.ts';
import { findMediaType, findMimeType, type MediaType } from '../vocabulary/media-types.ts';
import { childRowsType } from './child-rows.ts';
import { readDate } from './date.ts';
import type { Interpreter } from './interpreter.ts';
import { splitList } from './value-list.ts';

interface MediaColumns {
  readonly identifier?: string;
  readonly type?: MediaType;
  readonly format?: string;
}

/** Schemes and forms of address that a page may show: http(s), or a path below the dataset's media folder that cannot leave it. */
function isMediaAddress(text: string): boolean {
  if (/[\s<>"\p{Cc}\\]/u.test(text.trim().replaceAll(' ', ''))) return false;
  if (/^https?:\/\//iu.test(text)) {
    const url = URL.parse(text);
    return url !== null && url.username === '' && url.password === '';
  }
  const decoded = text.replaceAll(/%2e/giu, '.').replaceAll(/%2f/giu, '/');
  return (
    !/^[a-z][a-z\d+.-]*:/iu.test(decoded) &&
    !decoded.startsWith('/') &&
    !decoded.split('/').includes('..') &&
    /\.\p{L}[\p{L}\d]{1,4}$/u.test(decoded)
  );
}

function addressed(text: string): string | undefined {
  const address = /^www\./iu.test(text) ? `http://${text}` : text;
  return isMediaAddress(address) ? address : undefined;
}

function typed(
  address: string | undefined,
  type: string | null | undefined,
  format: string | null | undefined,
): Pick<MediaColumns, 'type' | 'format'> {
  const mime = findMimeType(format ?? '') ?? findMimeType(address ?? '');
  const found =
    findMediaType(type ?? '') ?? findMediaType(format ?? '') ?? (mime === undefined ? undefined : findMediaType(mime));
  return { ...(found === undefined ? {} : { type: found }), ...(mime === undefined ? {} : { format: mime }) };
}

interface Beside {
  readonly created: string | null;
  readonly references: string | null;
  readonly information: string | null;
}

/** What is wrong with the date of a media file and with the address of the page about it. */
function issuesBeside({ created, references, information }: Beside): readonly Issue[] {
  const page = references ?? information;
  const isPage = page === null || (/^(?:https?:\/\/|www\.)/iu.test(page) && isMediaAddress(page));
  return [
    ...(created !== null && readDate(created).kind === 'unread'
      ? [{ code: 'MULTIMEDIA_DATE_INVALID', term: 'created', detail: created.slice(0, 200) } satisfies Issue]
      : []),
    ...(isPage
      ? []
      : [
          {
            code: 'REFERENCES_URI_INVALID',
            term: references === null ? 'furtherInformationURL' : 'references',
            detail: page.slice(0, 200),
          } satisfies Issue,
        ]),
  ];
}

/** Where a media file is and what it is. Its address is the file's (`accessURI`) where that is stated beside an identifier. */
export const media: Interpreter<MediaColumns> = {
  name: 'media',
  version: 2,
  target: 'media',
  inputs: ['accessURI', 'identifier', 'type', 'format', 'created', 'references', 'furtherInformationURL'],
  outputs: { identifier: 'VARCHAR', type: 'VARCHAR', format: 'VARCHAR' },
  interpret([
    accessURI = null,
    identifier = null,
    type,
    format,
    created = null,
    references = null,
    information = null,
  ]) {
    const candidates = [accessURI, identifier].filter((value) => value !== null);
    const address = candidates.map(addressed).find((value) => value !== undefined);
    const issues: readonly Issue[] =
      address === undefined && candidates.length > 0
        ? [
            {
              code: 'MULTIMEDIA_URI_INVALID',
              term: accessURI === null ? 'identifier' : 'accessURI',
              detail: candidates[0]?.slice(0, 200) ?? '',
            },
          ]
        : [];
    return {
      output: { ...(address === undefined ? {} : { identifier: address }), ...typed(address, type, format) },
      issues: [...issues, ...issuesBeside({ created, references, information })],
    };
  },
};

/** Addresses of media in the record's own column, separated by | or ; or by commas before an address. */
export const associatedMedia: Interpreter = {
  name: 'associated-media',
  version: 1,
  target: 'record',
  inputs: ['associatedMedia'],
  outputs: { mediaRows: childRowsType('media') },
  interpret([text = null]) {
    const items = splitList(text ?? '', /\s*[|;]\s*|\s*,\s*(?=https?:)|\s+(?=https?:)|,\s+/iu);
    const read = items.map((item) => ({ item, address: addressed(item) }));
    const rows = read.flatMap(({ address }) =>
      address === undefined ? [] : [{ identifier: address, ...typed(address, null, null) }],
    );
    const issues = read.flatMap(({ item, address }): readonly Issue[] =>
      address === undefined
        ? [{ code: 'MULTIMEDIA_URI_INVALID', term: 'associatedMedia', detail: item.slice(0, 200) }]
        : [],
    );
    return { output: rows.length === 0 ? {} : { mediaRows: rows }, issues: issues.slice(0, 1) };
  },
};
