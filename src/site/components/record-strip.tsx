/** @jsxRuntime classic */
/** @jsx h */
import { h } from '../markup.ts';
import type { CatalogueRecord } from '../../model/record.ts';
import type { Derivative } from '../../catalogue/shelf.ts';
import { pictureHref, recordHref } from '../links.ts';
import { usePage } from '../page-context.ts';
import { toLabel } from '../record-label.ts';
import { Plate } from './plate.tsx';
import { TaxonName } from './taxon-name.tsx';

/** A record, and its picture where there is one. */
export interface Card {
  readonly record: CatalogueRecord;
  readonly derivative?: Derivative | undefined;
}

/** Records side by side, each a picture or plate over its name. */
export function RecordStrip({ cards, suffix = '' }: { readonly cards: readonly Card[]; readonly suffix?: string }) {
  const page = usePage();
  return (
    <ul class="strip">
      {cards.map(({ record, derivative }) => {
        const label = toLabel(record, page);
        return (
          <li>
            <a href={recordHref(record.key) + suffix}>
              {derivative === undefined ? <Plate label={label} small /> : <Thumbnail derivative={derivative} />}
              <span class="strip-title">
                <TaxonName label={label} />
              </span>
            </a>
            <span class="after">{[label.by, label.when].filter((part) => part !== undefined).join(', ')}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** A small picture beside its object's name, which says what it shows. */
export function Thumbnail({ derivative }: { readonly derivative: Derivative }) {
  return (
    <img
      src={pictureHref(derivative.hash, 300)}
      width={derivative.width}
      height={derivative.height}
      alt=""
      loading="lazy"
    />
  );
}
