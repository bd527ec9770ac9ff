/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import type { Namesake, Namesakes as NamesakesOfName } from '../namesakes-data.ts';
import { usePage } from '../page-context.ts';
import type { Query } from '../../model/query.ts';
import { placeName } from '../place-words.ts';
import { inClassification, rankWords, TaxonLabel } from './taxon-lines.tsx';

interface NamesakesProps {
  readonly namesakes: readonly NamesakesOfName[];
  /** The address of the same view of another query. */
  readonly hrefOf: (query: Query) => string;
}

/** Taxa or places that one name may mean, each with the search for it alone. */
export function Namesakes({ namesakes, hrefOf }: NamesakesProps) {
  const page = usePage();
  const { t, number } = page;
  const line = ({ query, count }: Namesake<object>, label: unknown, said: readonly string[]) => (
    <li>
      <a href={hrefOf(query)}>{label}</a>
      <span class="after">
        {' '}
        {said.join(', ')} · {number(count)}
      </span>
    </li>
  );
  return (
    <>
      {namesakes.map((found) => (
        <section class="notice">
          <p>{t('results.namesakes', { name: found.name })}</p>
          <ul class="lines">
            {found.kind === 'taxon'
              ? found.of.map((each) => {
                  const { rank, classification: title, datasetKey, above } = each.entity;
                  const where = inClassification({ title, datasetKey }, page);
                  // Of a long way up, what is nearest and what is highest tell it from others.
                  const names = [above.at(-1), ...(above.length > 1 ? [above[0]] : [])];
                  const said = [rank === undefined ? undefined : rankWords(rank, page), ...names, where];
                  return line(
                    each,
                    <TaxonLabel taxon={each.entity} />,
                    said.filter((words) => words !== undefined),
                  );
                })
              : found.of.map((each) => {
                  const { kind, lineage } = each.entity;
                  const above = lineage.toReversed().map((place) => placeName(place, page));
                  return line(each, placeName(each.entity, page), [t(`place.kind.${kind}`), ...above]);
                })}
          </ul>
        </section>
      ))}
    </>
  );
}
