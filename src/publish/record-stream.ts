import type { Edition } from '../catalogue/edition.ts';
import type { CatalogueRecord } from '../model/record.ts';
import type { SearchEngine, Selection } from '../search/engine.ts';
import type { PublishContext } from './plain-record.ts';
import { linksOfRecord, type RecordLinks } from './record-links.ts';

export interface WriteOptions {
  readonly selection: Selection;
  /** That of the edition, which knows what records are linked to. */
  readonly engine: Pick<SearchEngine, 'find' | 'valuesOf' | 'isTouched'>;
  readonly edition: Edition;
  /** The node's base IRI. */
  readonly base: string;
  readonly signal?: AbortSignal;
  /** Called once when the last byte is read, the reader has gone, or the work failed. */
  readonly onEnd?: () => Promise<void> | void;
}

/** What stands with a record where it is published. */
export interface PublishedRecord {
  readonly context: PublishContext;
  readonly links?: RecordLinks;
}

/**
 * The records of a selection as text, in edition order: `head` first, then `line` for each record. Batches are read only
 * as fast as the reader takes them, so memory stays bounded; a reader that cancels ends the scan.
 */
export function writeRecords(
  { selection, engine, edition, base, signal, onEnd }: WriteOptions,
  format: { readonly head: string; readonly line: (record: CatalogueRecord, published: PublishedRecord) => string },
): ReadableStream<Uint8Array> {
  const contexts = new Map(
    edition.manifest.datasets.map((dataset): [string, PublishContext] => [dataset.key, { base, dataset }]),
  );
  const encoder = new TextEncoder();
  const batches = selection.scan(signal === undefined ? {} : { signal })[Symbol.asyncIterator]();
  let ended = false;
  const end = async () => {
    if (ended) return;
    ended = true;
    await batches.return?.();
    await onEnd?.();
  };
  // A client that goes before it has read anything cancels nothing.
  signal?.addEventListener('abort', () => void end(), { once: true });
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        if (format.head !== '') controller.enqueue(encoder.encode(format.head));
      },
      async pull(controller) {
        try {
          const { done, value } = await batches.next();
          if (done === true) {
            controller.close();
            await end();
            return;
          }
          const text = value
            .map((record) => {
              const links = linksOfRecord({ engine, edition, base }, record.key);
              const published = { context: contexts.get(record.datasetKey)! };
              return format.line(record, links === undefined ? published : { ...published, links });
            })
            .join('');
          controller.enqueue(encoder.encode(text));
        } catch (error) {
          await end();
          controller.error(error);
        }
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  );
}
