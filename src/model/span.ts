/** A span of whole days, both ends inclusive, as day numbers since 1970-01-01 in the proleptic Gregorian calendar. */
export interface Span {
  readonly begin: number;
  readonly end: number;
}

/** How a condition on something uncertain is met: wholly (contained) or in part (overlapping). */
export type Match = 'certain' | 'possible';
