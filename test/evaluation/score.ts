/** What an interpreter did on one labelled set. */
export interface Score {
  /** The set: `dates: iDigBio, frozen half`. */
  readonly set: string;
  /** What was compared: `span`, `country code`. */
  readonly measure: string;
  /** Values that came out as labelled. */
  readonly right: number;
  /** Values that carry a label. */
  readonly total: number;
  /** Values that came out, but not as labelled; absent: `total - right`. What is neither right nor wrong was left unread. */
  readonly wrong?: number;
  /** Some of what was not right, the most frequent first. */
  readonly missed?: readonly string[];
}

/** A share with the interval in which it lies with a probability of 95 %; all three from 0 to 1. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;

/** Wilson's interval of 95 %; of nothing, everything is possible. */
export function wilson(count: number, total: number): Share {
  if (total === 0) return { share: 0, low: 0, high: 1 };
  const share = count / total;
  const scale = 1 + Z ** 2 / total;
  const middle = (share + Z ** 2 / (2 * total)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Of all labelled values, how many came out as labelled. */
export function coverage({ right, total }: Score): Share {
  return wilson(right, total);
}

/** Of all values that came out, how many came out as labelled. */
export function precision({ right, total, wrong = total - right }: Score): Share {
  return wilson(right, right + wrong);
}

/** The most frequent values first, with their number when above one: `1880's (12)`. */
export function mostFrequent(values: Iterable<string>, limit = 10): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .toSorted(([, left], [, right]) => right - left)
    .slice(0, limit)
    .map(([value, count]) => (count === 1 ? value : `${value} (${count})`));
}
