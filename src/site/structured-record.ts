import { findLicence } from '../vocabulary/licences.ts';
import { recordIri } from '../model/iri.ts';
import type { PageContext } from './page-context.ts';
import { pictureHref } from './links.ts';
import type { RecordView } from './record-data.ts';
import type { Label } from './record-label.ts';
import { firstOf, valuesOf } from './record-sheet.ts';

/** A record in the words of schema.org, for search engines (https://schema.org/CreativeWork, https://schema.org/Thing). */
export function structuredRecord(
  page: PageContext,
  { view, label }: { readonly view: RecordView; readonly label: Label },
): object {
  const { record, dataset, pictures } = view;
  const iri = recordIri(page.node.base, record.key);
  const licence = findLicence(firstOf(record, 'license') ?? '');
  const makers = valuesOf(record, 'maker');
  const description = firstOf(record, 'description');
  const image = pictures.find(({ derivative }) => derivative !== undefined)?.derivative;
  const isWork = ['artwork', 'photograph', 'archive'].includes(label.kind);
  return {
    '@context': 'https://schema.org',
    '@type':
      label.kind === 'artwork'
        ? 'VisualArtwork'
        : label.kind === 'photograph'
          ? 'Photograph'
          : isWork
            ? 'CreativeWork'
            : 'Thing',
    '@id': iri,
    url: iri,
    name: label.title,
    ...(label.number === undefined ? {} : { identifier: label.number }),
    ...(description === undefined ? {} : { description }),
    ...(image === undefined ? {} : { image: page.node.base + pictureHref(image.hash, 1000) }),
    ...(isWork && makers.length > 0 ? { creator: makers.map((name) => ({ '@type': 'Person', name })) } : {}),
    ...(isWork && licence !== undefined ? { license: licence.url } : {}),
    subjectOf: {
      '@type': 'Dataset',
      name: dataset?.title ?? page.node.name,
      ...(dataset === undefined ? {} : { url: dataset.iri }),
    },
  };
}
