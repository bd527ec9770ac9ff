import type { Span } from './span.ts';

/** One collecting event that several records come from. */
export interface Gathering {
  readonly key: string;
  /** What the records agree on, and so why they are together. */
  readonly facts: readonly GatheringFact[];
  /** The records' numbers in the order in which they were given. */
  readonly records: readonly number[];
}

export type GatheringFact =
  | { readonly kind: 'collector'; readonly agentKey: string }
  | { readonly kind: 'recordNumber'; readonly value: string }
  | { readonly kind: 'date'; readonly span: Span }
  | { readonly kind: 'place'; readonly value: string }
  | { readonly kind: 'coordinates'; readonly kilometres: number };
