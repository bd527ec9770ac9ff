import type { EditionManifest } from '../catalogue/manifest.ts';

export interface CitationOptions {
  readonly node: { readonly name: string; readonly base: string };
  readonly edition: EditionManifest;
  /** The query as a line that a person types; empty for everything. */
  readonly query: string;
  /** The address under which the query can be asked again. */
  readonly address: string;
  readonly total: number;
  /** What each dataset contributes: dataset key to records. */
  readonly shares: ReadonlyMap<string, number>;
}

/** How to cite what a query selected: one text with the edition, the query, and each dataset with its share, citation and licence. */
export function toCitation({ node, edition, query, address, total, shares }: CitationOptions): string {
  const what = query === '' ? 'all objects' : `“${query}”`;
  const lines = [
    `${node.name}. Edition ${edition.name}. ${countRecords(total)} selected by ${what}. ${address}`,
    '',
    'Datasets',
    '',
  ];
  for (const dataset of edition.datasets) {
    const records = shares.get(dataset.key) ?? 0;
    if (records === 0) continue;
    const parts = [dataset.publisher, dataset.title].filter((part) => part !== undefined);
    const own = dataset.citation ?? [...new Set(parts)].join('. ');
    lines.push(
      `${own.replace(/\.?\s*$/u, '.')} ${countRecords(records)}. ${node.base}/dataset/${dataset.key} (${dataset.iri})`,
      `Licence of the dataset: ${dataset.license ?? 'not stated'}. What a record states for itself stands before it.`,
      '',
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function countRecords(records: number): string {
  return `${records.toLocaleString('en')} ${records === 1 ? 'record' : 'records'}`;
}
