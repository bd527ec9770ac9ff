/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import type { Field } from '../../vocabulary/fields.ts';
import { valueWords } from '../field-words.ts';
import { datasetHref, fieldHref, safeHref } from '../links.ts';
import { usePage } from '../page-context.ts';
import { TaxonName } from './taxon-name.tsx';
import { LicenceLink } from './picture-figure.tsx';

/** Values of which each record has its own, so that a search for one would find nothing else. */
const ALONE: ReadonlySet<string> = new Set([
  'catalogNumber',
  'otherCatalogNumbers',
  'identifier',
  'title',
  'recordNumber',
  'fieldNumber',
]);

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
    <a href={fieldHref(field.name, value)}>
      <TaxonName label={{ title: words, isTaxon: isName }} />
    </a>
  );
}

function isSearchable({ name, type, indexed }: Field): boolean {
  return indexed && (type === 'keyword' || type === 'country') && !ALONE.has(name);
}
