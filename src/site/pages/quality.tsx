import { formatQueryParameters } from '../../search/query-url.ts';
import { Layout } from '../components/layout.tsx';
import { TestTable } from '../components/test-table.tsx';
import { issueSentence, issueTitle } from '../issue-words.ts';
import { datasetHref, recordHref } from '../links.ts';
import { usePage } from '../page-context.ts';
import type { DatasetQuality, IssueCount } from '../quality-data.ts';
import { searchHref } from '../query-parts.ts';
import { toLabel } from '../record-label.ts';

/** What reading the museums' values raised, dataset by dataset, with examples and a file to work through. */
export function QualityPage({ quality }: { readonly quality: readonly DatasetQuality[] }) {
  const { t, node } = usePage();
  return (
    <Layout title={t('quality.title')} current="quality" canonical={`${node.base}/quality`}>
      <header class="page-head">
        <h1 class="page-title">{t('quality.title')}</h1>
        <p class="record-text">{t('quality.intro')}</p>
      </header>
      {quality.map(({ key, title, issues, tested }) => (
        <section class="page-part" id={key}>
          <h2>
            <a href={datasetHref(key)}>{title}</a>
          </h2>
          {issues.length === 0 ? (
            <p>{t('quality.none')}</p>
          ) : (
            <div class="table-scroll" role="region" aria-label={title} tabindex={0}>
              <table class="issues">
                <thead>
                  <tr>
                    <th scope="col">{t('quality.issue')}</th>
                    <th scope="col" class="number">
                      {t('quality.count')}
                    </th>
                    <th scope="col">{t('quality.examples')}</th>
                    <th scope="col">{t('quality.csv')}</th>
                  </tr>
                </thead>
                <tbody>
                  {issues.map((issue) => (
                    <IssueRow issue={issue} dataset={title} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          <TestTable tested={tested} dataset={title} />
        </section>
      ))}
    </Layout>
  );
}

function IssueRow({ issue, dataset }: { readonly issue: IssueCount; readonly dataset: string }) {
  const page = usePage();
  const { t, number } = page;
  const { code, count, query, examples } = issue;
  const title = issueTitle(code, page);
  const sentence = issueSentence(code, page);
  // Some languages name an issue by how its sentence begins.
  const rest = sentence.startsWith(title) ? sentence.slice(title.length) : undefined;
  return (
    <tr>
      <th scope="row">
        <strong>{title}</strong>
        {rest === undefined ? <br /> : rest}
        {rest === undefined ? sentence : null}
        <br />
        <span class="note-code">{code}</span>
      </th>
      <td class="number">
        <a href={searchHref(query)}>{number(count)}</a>
      </td>
      <td>
        <ul class="lines">
          {examples.map((record) => {
            const label = toLabel(record, page);
            return (
              <li>
                <a href={recordHref(record.key)}>{label.number ?? label.title}</a>
              </li>
            );
          })}
        </ul>
      </td>
      <td>
        <a
          href={`/api/export?${formatQueryParameters(query).toString()}&format=csv`}
          aria-label={t('quality.csvLabel', { issue: title, dataset })}
          download
        >
          {t('quality.csv')}
        </a>
      </td>
    </tr>
  );
}
