/** One line of the table. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | 'kB' | '1/s' | '%' | '' | 'times';
  /** The same by plain means, on the same machine and data, in the same unit. */
  readonly reference?: number;
  /** What is to be reached: at most so much, or at least where more is better. */
  readonly goal?: { readonly limit: number; readonly better: 'less' | 'more' };
  readonly note?: string;
}

/** What a part of the bench adds to the table. */
export type Report = (measurement: Measurement) => void;

/** The value below which a share of the values lies; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Whether the goal is reached; undefined where there is none. */
export function isReached({ value, goal }: Measurement): boolean | undefined {
  if (goal === undefined) return undefined;
  return goal.better === 'less' ? value <= goal.limit : value >= goal.limit;
}

export function atMost(limit: number): NonNullable<Measurement['goal']> {
  return { limit, better: 'less' };
}

export function atLeast(limit: number): NonNullable<Measurement['goal']> {
  return { limit, better: 'more' };
}
