const NUMERIC_DATE = /(?<![\d/.-])(\d{1,2})([/. -])(\d{1,2})\2\d{4}(?!\d)/gu;

const SOME_NUMERIC_DATE = /\d[/. -]\d\d?[/. -]\d{4}/u;

/** How many dates must agree, and how many times as many as disagree. */
const ENOUGH = 10;
const SLIPS = 100;

/** The orders that the dates of a text prove: 20/5/1950 proves that the day stands first. */
function provenOrders(text: string): readonly ('dmy' | 'mdy')[] {
  if (!SOME_NUMERIC_DATE.test(text)) return [];
  return Array.from(text.matchAll(NUMERIC_DATE), ([, first, , second]) =>
    Number(first) > 12 && Number(second) <= 12 ? 'dmy' : Number(second) > 12 && Number(first) <= 12 ? 'mdy' : undefined,
  ).filter((order) => order !== undefined);
}

/** Another date of the same text may tell the order (9/5/1950 – 9/20/1950); else the language may. English alone does not. */
export function orderOf(text: string, language: string | undefined): 'dmy' | 'mdy' | undefined {
  const orders = new Set(provenOrders(text));
  if (orders.size === 1) return [...orders][0];
  if (language === undefined || /^en$/iu.test(language)) return undefined;
  return /^en-us$/iu.test(language) ? 'mdy' : 'dmy';
}

/**
 * The order of day and month that a dataset's own dates settle: at least ten prove it, and a hundred times as many as prove
 * the other. Give it the distinct values of one column. For `InterpretContext.inferredDayMonthOrder`.
 */
export function inferDayMonthOrder(dates: Iterable<string>): 'dmy' | 'mdy' | undefined {
  const counts = { dmy: 0, mdy: 0 };
  for (const date of dates) for (const order of provenOrders(date)) counts[order] += 1;
  const [most, least] = counts.dmy > counts.mdy ? (['dmy', 'mdy'] as const) : (['mdy', 'dmy'] as const);
  return counts[most] >= ENOUGH && counts[most] >= counts[least] * SLIPS ? most : undefined;
}

/** How many dates must tell their century. */
const ENOUGH_YEARS = 50;

/**
 * The first and last year of a dataset's dates, where they settle the century of a year of two digits: at least fifty dates have
 * a year of four, and all but one in a hundred at either end lie less than a hundred years apart. For `InterpretContext.inferredYears`.
 */
export function inferYears(
  counts: Iterable<readonly [year: number, dates: number]>,
): readonly [first: number, last: number] | undefined {
  const years = Array.from(counts).toSorted(([one], [other]) => one - other);
  const dates = years.reduce((sum, [, count]) => sum + count, 0);
  const slips = dates / SLIPS;
  const [first, last] = [edgeOf(years, slips), edgeOf(years.toReversed(), slips)];
  if (dates < ENOUGH_YEARS || first === undefined || last === undefined || last - first >= 100) return undefined;
  return [first, last];
}

/** The first year up to which there are more dates than slips. */
function edgeOf(years: readonly (readonly [year: number, dates: number])[], slips: number): number | undefined {
  let passed = 0;
  for (const [year, dates] of years) {
    passed += dates;
    if (passed > slips) return year;
  }
  return undefined;
}
