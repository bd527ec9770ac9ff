import type { DatasetManifest } from '../catalogue/manifest.ts';
import { recordIri } from '../model/iri.ts';
import type { Label } from './record-label.ts';
import type { PageContext } from './page-context.ts';

/** How to cite a record, as a sentence that names the edition. */
export function recordCitation(
  page: PageContext,
  {
    key,
    label,
    dataset,
  }: { readonly key: string; readonly label: Label; readonly dataset: DatasetManifest | undefined },
): string {
  const title =
    label.number === undefined || label.number === label.title ? label.title : `${label.title} (${label.number})`;
  return page.t('record.citation', {
    title,
    dataset: dataset?.title ?? page.node.name,
    publisher: dataset?.publisher === undefined || dataset.publisher === dataset.title ? 'none' : dataset.publisher,
    edition: page.edition ?? '',
    iri: recordIri(page.node.base, key),
  });
}
