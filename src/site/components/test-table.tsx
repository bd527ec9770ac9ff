/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import type { TestSummary } from '../../quality/tally.ts';
import type { TestedDataset } from '../quality-data.ts';
import { recordHref } from '../links.ts';
import { usePage } from '../page-context.ts';

/** What TDWG's tests say of a dataset: those that found something, with a link to each definition and to records to look at. */
export function TestTable({ tested, dataset }: { readonly tested: TestedDataset; readonly dataset: string }) {
  const { t, number } = usePage();
  const { tests, records, objects } = tested;
  const found = tests
    .filter((test) => findingsOf(test) > 0)
    .toSorted((one, other) => findingsOf(other) - findingsOf(one));
  return (
    <details>
      <summary>{t('quality.tests', { found: found.length, all: tests.length })}</summary>
      <p class="quiet">
        {t('quality.testsNote')}{' '}
        {records < objects ? t('quality.sample', { records: number(records), objects: number(objects) }) : null}
      </p>
      <MidsLevels tested={tested} />
      <div class="table-scroll" role="region" aria-label={t('quality.testsLabel', { dataset })} tabindex={0}>
        <table class="issues">
          <thead>
            <tr>
              <th scope="col">{t('quality.test')}</th>
              {(['quality.compliant', 'quality.notCompliant', 'quality.proposed', 'quality.notRun'] as const).map(
                (name) => (
                  <th scope="col" class="number">
                    {t(name)}
                  </th>
                ),
              )}
              <th scope="col">{t('quality.examples')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((test) => (
              <tr>
                <th scope="row">
                  <a href={`https://rs.tdwg.org/bdqtest/terms/${test.id}`} class="note-code">
                    {test.label}
                  </a>
                </th>
                <td class="number">{number(test.compliant)}</td>
                <td class="number">{number(test.notCompliant + test.issues)}</td>
                <td class="number">{number(test.proposed)}</td>
                <td class="number">{number(test.notRun)}</td>
                <td>
                  {test.examples.map((key, index) => (
                    <>
                      {index === 0 ? null : ' '}
                      <a
                        href={recordHref(key)}
                        aria-label={t('quality.example', { number: index + 1, test: test.label })}
                      >
                        {number(index + 1)}
                      </a>
                    </>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function findingsOf({ notCompliant, issues, proposed }: TestSummary): number {
  return notCompliant + issues + proposed;
}

/** How many records reach which level of MIDS, and what most lack for the next. */
export function MidsLevels({ tested: { mids, midsMissing } }: { readonly tested: TestedDataset }) {
  const { t, number } = usePage();
  const lacking = midsMissing.slice(0, 4).map(({ element }) => element);
  return (
    <p>
      {mids.map(({ level, count }) => t('quality.mids', { level: level ?? '–', count: number(count) })).join('; ')}
      {lacking.length === 0 ? null : `. ${t('quality.midsMissing', { elements: lacking.join(', ') })}`}
    </p>
  );
}
