import { KINDS, type Kind } from '../vocabulary/kinds.ts';
import type { CatalogueRecord } from '../model/record.ts';
import { edtfWords, yearWords } from './edtf-words.ts';
import type { Messages } from './messages.ts';
import { firstOf, valuesOf } from './record-sheet.ts';

/** What a museum's label says of an object, in a few words each. */
export interface Label {
  readonly title: string;
  /** Whether the title is a scientific name, and so set slanted. */
  readonly isTaxon: boolean;
  readonly kind: Kind;
  /** What it is called, where the title does not say so: letter, phial, syntype. */
  readonly what?: string;
  readonly by?: string;
  readonly when?: string;
  /** Whether `when` is inferred, not recorded. */
  readonly whenInferred: boolean;
  readonly year?: string;
  readonly where?: string;
  readonly number?: string;
}

export function kindOf(record: CatalogueRecord): Kind {
  const first = firstOf(record, 'kind');
  return KINDS.find((kind) => kind === first) ?? 'other';
}

/** The names, and how many others there are where they are more than two. */
function namesInWords(names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  return names.length > 3 ? `${names.slice(0, 2).join(', ')} + ${names.length - 2}` : names.join(', ');
}

export function placeWords(record: CatalogueRecord, messages: Messages): string | undefined {
  const code = firstOf(record, 'countryCode');
  const country = code === undefined ? firstOf(record, 'country') : messages.country(code);
  const near = firstOf(record, 'locality') ?? firstOf(record, 'island') ?? firstOf(record, 'stateProvince');
  const made = valuesOf(record, 'productionPlace')[0];
  const parts = [near, country].filter((part) => part !== undefined);
  return parts.length > 0 ? [...new Set(parts)].join(', ') : made;
}

export function toLabel(record: CatalogueRecord, messages: Messages): Label {
  const name = firstOf(record, 'scientificName');
  const title = firstOf(record, 'title') ?? name ?? firstOf(record, 'catalogNumber') ?? messages.t('record.untitled');
  const dated = firstOf(record, 'productionDate') === undefined ? 'eventDate' : 'productionDate';
  const date = firstOf(record, dated);
  const what = [firstOf(record, 'typeStatus'), firstOf(record, 'objectType')].find(
    (text) => text !== undefined && text !== title,
  );
  const by = namesInWords([...valuesOf(record, 'maker'), ...valuesOf(record, 'recordedBy')]);
  const where = placeWords(record, messages);
  const number = firstOf(record, 'catalogNumber');
  const year = date === undefined ? undefined : yearWords(date, messages);
  return {
    title,
    isTaxon: title === name,
    kind: kindOf(record),
    whenInferred: firstOf(record, `${dated}Basis`) === 'inferred',
    ...(what === undefined ? {} : { what }),
    ...(by === undefined ? {} : { by }),
    ...(date === undefined ? {} : { when: edtfWords(date, messages) }),
    ...(year === undefined ? {} : { year }),
    ...(where === undefined ? {} : { where }),
    ...(number === undefined ? {} : { number }),
  };
}
