/** @jsxRuntime classic */
/** @jsx h */
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import { recordHref } from '../links.ts';
import { toLabel } from '../record-label.ts';
import { Facts } from './facts.tsx';
import { KindMark } from './kind-mark.tsx';
import { Plate } from './plate.tsx';
import { Thumbnail, type Card } from './record-strip.tsx';
import { TaxonName } from './taxon-name.tsx';

interface ResultsProps {
  readonly cards: readonly Card[];
  /** What follows a record's address: the search from which it is opened. */
  readonly suffix: string;
}

/** Results as a list of labels. */
export function ResultList({ cards, suffix }: ResultsProps) {
  const page = usePage();
  return (
    <ol class="result-list" data-arrows>
      {cards.map(({ record, derivative }) => {
        const label = toLabel(record, page);
        return (
          <li>
            <div class="result-picture">
              {derivative === undefined ? <Plate label={label} small /> : <Thumbnail derivative={derivative} />}
            </div>
            <div class="result-text">
              <h2>
                <a href={recordHref(record.key) + suffix}>
                  <TaxonName label={label} />
                </a>
              </h2>
              <p>
                <Facts label={label} />
              </p>
              <p class="result-foot">
                <KindMark kind={label.kind} />
                {label.what === undefined ? null : <span>{label.what}</span>}
                <span>{page.datasets.get(record.datasetKey) ?? record.datasetKey}</span>
                {label.number === undefined ? null : <span class="wrote">{label.number}</span>}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** Results as a table, one line each. */
export function ResultTable({ cards, suffix }: ResultsProps) {
  const page = usePage();
  const { t } = page;
  const heads = ['catalogNumber', 'title', 'kind', 'agent', 'date', 'locality', 'datasetKey'] as const;
  return (
    <div class="table-scroll" role="region" aria-label={t('results.table')} tabindex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((name) => (
              <th scope="col">{t(`field.${name}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cards.map(({ record }) => {
            const label = toLabel(record, page);
            return (
              <tr>
                <td class="wrote">{label.number}</td>
                <th scope="row">
                  <a href={recordHref(record.key) + suffix}>
                    <TaxonName label={label} />
                  </a>
                </th>
                <td>
                  <KindMark kind={label.kind} />
                </td>
                <td>{label.by}</td>
                <td>{label.whenInferred ? <em class="inferred-fact">{label.when}</em> : label.when}</td>
                <td>{label.where}</td>
                <td>{page.datasets.get(record.datasetKey) ?? record.datasetKey}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Results as pictures, or plates where there is none. */
export function ResultGallery({ cards, suffix }: ResultsProps) {
  const page = usePage();
  return (
    <ol class="gallery" data-arrows>
      {cards.map(({ record, derivative }) => {
        const label = toLabel(record, page);
        return (
          <li>
            <a href={recordHref(record.key) + suffix}>
              {derivative === undefined ? <Plate label={label} /> : <Thumbnail derivative={derivative} />}
              <span class="gallery-title">
                <TaxonName label={label} />
              </span>
            </a>
            <span class="after">{[label.by, label.year].filter((part) => part !== undefined).join(', ')}</span>
          </li>
        );
      })}
    </ol>
  );
}
