/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { taxonQuery, type RecordTaxon, type TaxonSummary } from '../../api/taxon-view.ts';
import { Reasons } from './reasons.tsx';
import { taxonHref } from '../links.ts';
import { h } from '../markup.ts';
import { usePage, type PageContext } from '../page-context.ts';
import { searchHref } from '../query-parts.ts';

/** Names that are slanted, by the custom of all codes: those of genera and what is below. */
const SLANTED =
  /^(?:genus|subgenus|species|species aggregate|subspecies|variety|subvariety|form|subform|infraspecific name|section|series)$/u;

/** The name of a taxon as it is printed: slanted from the genus down, without authors. */
export function TaxonLabel({ taxon }: { readonly taxon: Pick<TaxonSummary, 'label' | 'rank'> }) {
  return SLANTED.test(taxon.rank ?? '') ? <i>{taxon.label}</i> : <>{taxon.label}</>;
}

/** The title of a checklist; that of what records say in the page's language. */
export function classificationTitle(
  { title, datasetKey }: { readonly title: string; readonly datasetKey?: string | undefined },
  { t }: Pick<PageContext, 't'>,
): string {
  return datasetKey === undefined ? t('taxon.recordsTitle') : title;
}

/** In which classification something stands. */
export function inClassification(
  { title, datasetKey }: { readonly title: string; readonly datasetKey?: string | undefined },
  { t }: Pick<PageContext, 't'>,
): string {
  return datasetKey === undefined ? t('taxon.inRecords') : t('taxon.in', { title });
}

/** A rank in the page's language. */
export function rankWords(rank: string, { find }: Pick<PageContext, 'find'>): string {
  return find(`rank.${rank}`) ?? rank;
}

/** How a name was found in a checklist. */
export const MATCH_WORDS = {
  exact: 'taxon.matchExact',
  synonym: 'taxon.matchSynonym',
  fuzzy: 'taxon.matchFuzzy',
  higher: 'taxon.matchHigher',
  ambiguous: 'taxon.matchAmbiguous',
} as const;

/** Taxa in a line each: the name leads to its page, the number to its objects. */
export function TaxonLines({
  taxa,
}: {
  readonly taxa: readonly (TaxonSummary & { readonly classification?: string })[];
}) {
  const page = usePage();
  const { t, number } = page;
  return (
    <ul class="lines taxon-lines">
      {taxa.map((taxon) => (
        <li>
          <a href={taxonHref(taxon.key)}>
            <TaxonLabel taxon={taxon} />
          </a>
          {taxon.authorship === undefined ? null : <span class="after"> {taxon.authorship}</span>}
          {taxon.rank === undefined ? null : <span class="after"> {rankWords(taxon.rank, page)}</span>}
          {taxon.classification === undefined ? null : (
            <span class="after">
              {' '}
              {inClassification({ title: taxon.classification, datasetKey: taxon.datasetKey }, page)}
            </span>
          )}{' '}
          {taxon.objects === 0 ? (
            <span class="after">{number(0)}</span>
          ) : (
            <a
              class="after"
              href={searchHref(taxonQuery(taxon.key))}
              aria-label={t('taxon.all', { count: taxon.objects })}
            >
              {number(taxon.objects)}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where a record stands in each classification, how its name was found there, or what it may mean. */
export function TaxonPlaces({ taxa }: { readonly taxa: readonly RecordTaxon[] }) {
  const page = usePage();
  const { t } = page;
  if (taxa.length === 0) return null;
  return (
    <ul class="taxon-places">
      {taxa.map(({ taxon, match, candidates, classification, datasetKey }) => (
        <li>
          {(taxon === undefined ? candidates : [taxon]).map((each, index) => (
            <>
              {index === 0 ? '' : ` ${t('taxon.or')} `}
              <a href={taxonHref(each.key)}>
                <TaxonLabel taxon={each} />
                {'authorship' in each && each.authorship !== undefined ? ` ${each.authorship}` : ''}
              </a>
            </>
          ))}{' '}
          <span class="after">
            {inClassification({ title: classification, datasetKey }, page)}
            {match === undefined || match.kind === 'exact' ? null : (
              <>
                {' · '}
                <span class="wrote">{match.name}</span> {t(MATCH_WORDS[match.kind])}{' '}
                <Reasons reasons={match.evidence} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
