import type { Field } from '../../vocabulary/fields.ts';
import { edtfWords } from '../edtf-words.ts';
import { datasetHref, fieldHref, safeHref } from '../links.ts';
import { usePage, type PageContext } from '../page-context.ts';
import { LicenceLink } from './picture-figure.tsx';

/** Values of which each record has its own, so that a search for one would find nothing else. */
const ALONE: ReadonlySet<string> = new Set(['catalogNumber', 'otherCatalogNumbers', 'identifier', 'title', 'recordNumber', 'fieldNumber']);
const METRES: ReadonlySet<string> = new Set(['coordinateUncertaintyInMeters', 'elevationInMeters', 'depthInMeters']);

/** A value as it was read, in words, and where it helps as a link to the search for it. */
export function FieldValue({ field, value }: { readonly field: Field; readonly value: string }) {
  const page = usePage();
  if (field.name === 'license') return <LicenceLink id={value} />;
  if (field.name === 'datasetKey') return <a href={datasetHref(value)}>{page.datasets.get(value) ?? value}</a>;
  const words = valueWords(field, value, page);
  const outside = safeHref(value);
  if (outside !== undefined) {
    return (
      <a href={outside} rel="nofollow">
        {value}
      </a>
    );
  }
  if (!isSearchable(field)) return <>{words}</>;
  const isName = field.name === 'scientificName' || field.name === 'canonicalName' || field.name === 'genus';
  return (
    <a href={fieldHref(field.name, value)} class={isName ? 'taxon' : undefined}>
      {words}
    </a>
  );
}

function isSearchable({ name, type, indexed }: Field): boolean {
  return indexed && (type === 'keyword' || type === 'country') && !ALONE.has(name);
}

/** A value of a field in the page's language. */
export function valueWords(field: Pick<Field, 'name' | 'type'>, value: string, page: PageContext): string {
  if (field.type === 'country') return page.country(value);
  if (field.type === 'span') return edtfWords(value, page);
  if (field.type === 'boolean') return page.t(value === 'true' ? 'value.yes' : 'value.no');
  if (field.type === 'number') {
    if (field.name === 'year') return value;
    const number = page.number(Number(value));
    return METRES.has(field.name) ? page.t('value.metres', { value: number }) : number;
  }
  if (field.name === 'datasetKey') return page.datasets.get(value) ?? value;
  return page.find(`${field.name}.${value}`) ?? page.find(`value.${field.name}.${value}`) ?? value;
}
