import type { IssueCode } from '../vocabulary/issues.ts';

/** A problem that reading a value raised. The record is kept; the page explains the issue beside the value. */
export interface Issue {
  readonly code: IssueCode;
  /** The term whose value raised it. */
  readonly term?: string;
  /** What in particular, in a few words. */
  readonly detail?: string;
}
