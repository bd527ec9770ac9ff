import type { Issue } from '../model/issue.ts';
import type { IssueCode } from '../vocabulary/issues.ts';

/** Collects issues while a tuple is read. */
export class PlaceIssues {
  readonly list: Issue[] = [];
  add(code: IssueCode, term: string, detail?: string): void {
    this.list.push({ code, term, ...(detail === undefined ? {} : { detail }) });
  }
}
