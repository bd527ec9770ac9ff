/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { ownWords, type OutsideRelation, type RelatedRecords, type TreePlace } from '../../api/relation-view.ts';
import type { CatalogueRecord } from '../../model/record.ts';
import { h } from '../markup.ts';
import { archiveHref, fieldHref, recordHref, safeHref } from '../links.ts';
import { usePage } from '../page-context.ts';
import { searchHref } from '../query-parts.ts';
import { toLabel } from '../record-label.ts';
import { TaxonName } from './taxon-name.tsx';

interface RelationsProps {
  readonly record: CatalogueRecord;
  readonly relations: readonly RelatedRecords[];
  readonly outside: readonly OutsideRelation[];
}

/** Relations to other records, kind by kind, each with how many there are, and those that lead to something else. */
export function Relations({ record, relations, outside }: RelationsProps) {
  const { find, t, number } = usePage();
  return (
    <ul class="lines">
      {relations.map(({ type, total, query, records }) => (
        <li>
          <span class="after">{find(`relation.${type}`) ?? type} </span>
          {records.map((other, index) => {
            const words = ownWords(record, other.key);
            return (
              <>
                {index === 0 ? '' : ' · '}
                <RecordLink record={other} />
                {words === undefined ? null : <span class="after"> {words}</span>}
              </>
            );
          })}
          {total > records.length ? (
            <>
              {' · '}
              <a href={searchHref(query)}>{t('record.allOfThem', { count: number(total) })}</a>
            </>
          ) : null}
        </li>
      ))}
      {outside.map((relation) => (
        <li>
          <span class="after">{find(`relation.${relation.type}`) ?? relation.type} </span>
          <Outside relation={relation} />
          {relation.remarks === undefined ? null : <span class="after"> {relation.remarks}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A record by its title. */
export function RecordLink({ record }: { readonly record: CatalogueRecord }) {
  return (
    <a href={recordHref(record.key)}>
      <TaxonName label={toLabel(record, usePage())} />
    </a>
  );
}

/** Numbers of sequences as the International Nucleotide Sequence Database Collaboration gives them. */
const ACCESSION = /^[A-Z]{1,6}_?\d{5,10}(?:\.\d{1,3})?$/u;

function Outside({ relation: { target, targetKind } }: { readonly relation: OutsideRelation }) {
  if (targetKind === 'taxon') {
    return (
      <a href={fieldHref('scientificName', target)} class="taxon">
        {target}
      </a>
    );
  }
  const href =
    targetKind === 'sequence' && ACCESSION.test(target)
      ? `https://www.ncbi.nlm.nih.gov/nuccore/${target}`
      : safeHref(target);
  if (href === undefined) return <span class="wrote">{target}</span>;
  return (
    <a href={href} rel="nofollow" class="wrote">
      {target}
    </a>
  );
}

/** Where a record stands in the whole of which it is a part: what is above it, and its neighbours there. */
export function TreeLinks({ place }: { readonly place: TreePlace }) {
  const { t, number } = usePage();
  const { above, siblings, previous, next } = place;
  return (
    <>
      <p class="path">
        {above.map((whole) => (
          <TreeLink record={whole} />
        ))}
      </p>
      <ul class="lines">
        {previous === undefined ? null : (
          <li>
            <span class="after">{t('record.previous')} </span>
            <RecordLink record={previous} />
          </li>
        )}
        {next === undefined ? null : (
          <li>
            <span class="after">{t('record.next')} </span>
            <RecordLink record={next} />
          </li>
        )}
        <li>
          <a href={searchHref(siblings.query)}>{t('record.allOfThem', { count: number(siblings.total) })}</a>
        </li>
      </ul>
    </>
  );
}

/** A whole by its title, as a link to its page in the tree. */
export function TreeLink({ record }: { readonly record: CatalogueRecord }) {
  return <a href={archiveHref(record.key)}>{toLabel(record, usePage()).title}</a>;
}
