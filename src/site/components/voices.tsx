/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import type { Child } from 'hono/jsx';
import type { Issue } from '../../model/issue.ts';
import type { VerbatimCell } from '../../model/record.ts';
import { issueSentence, issueTitle } from '../issue-words.ts';
import { usePage } from '../page-context.ts';

/** The first voice: what the museum wrote, letter for letter. */
export function Wrote({ cells }: { readonly cells: readonly VerbatimCell[] }) {
  return (
    <>
      {cells.map(({ header, value }) => (
        <span class="wrote-cell">
          <span class="wrote-header">{header}</span> <span class="wrote">{value}</span>
        </span>
      ))}
    </>
  );
}

/** The mark beside a value whose reading raised an issue; it opens the sentence. */
export function IssueMarks({ issues }: { readonly issues: readonly Issue[] }) {
  return (
    <>
      {issues.map((issue) => (
        <IssueMark issue={issue} />
      ))}
    </>
  );
}

function IssueMark({ issue }: { readonly issue: Issue }) {
  const page = usePage();
  return (
    <details class="note">
      <summary>
        <span aria-hidden="true">†</span>
        <span class="unseen">
          {page.t('record.issueMark')}: {issueTitle(issue.code, page)}
        </span>
      </summary>
      <div class="note-text">
        <p>{issueSentence(issue.code, page)}</p>
        {issue.detail === undefined ? null : <p class="wrote">{issue.detail}</p>}
        <p class="note-code">{issue.code}</p>
      </div>
    </details>
  );
}

/** The third voice: what follows from other values. */
export function Inferred({ children }: { readonly children?: Child }) {
  const { t } = usePage();
  return (
    <div class="inferred">
      <em>{children}</em>{' '}
      <details>
        <summary class="inferred-word">{t('record.inferred')}</summary>
        <p class="note-text">{t('record.inferredWhy')}</p>
      </details>
    </div>
  );
}
