import { inferDayMonthOrder, inferYears } from '../interpret/date-order.ts';
import type { InterpretContext } from '../interpret/interpreter.ts';
import { coresOf, type Stage } from './stage.ts';
import { termSql } from './work-tables.ts';

const DATE_TERMS = ['eventDate', 'verbatimEventDate'] as const;
/** Distinct dates that are looked at: more would tell nothing new. */
const MOST = 50_000;
/** RE2. */
const NUMERIC = '[0-9][/. -][0-9][0-9]?[/. -][0-9]{4}';
const WITH_YEAR = '(?:^|[^0-9])(1[5-9][0-9][0-9]|20[0-9][0-9])(?:[^0-9]|$)';
const WITH_SHORT_YEAR = "[0-9A-Za-z][/., -]+'?[0-9][0-9]$";

/**
 * The context with what the dataset's own unambiguous dates settle: the order of day and month, where its profile states none,
 * and the century of years of two digits, where it has some.
 */
export async function withDatesOfDataset({ database, tables, context }: Stage): Promise<InterpretContext> {
  const valuesOf = (terms: readonly string[]): string =>
    coresOf(tables)
      .flatMap(([ordinal, table]) =>
        terms.flatMap((term) => {
          const value = termSql(table, term, 'raw');
          return value === undefined ? [] : [`select ${value} as value from raw_${ordinal} raw`];
        }),
      )
      .join(' union all ');
  const dates = valuesOf(DATE_TERMS);
  if (dates === '') return context;
  let inferred = context;
  if (context.dayMonthOrder === undefined) {
    const numeric = await database.query<{ value: string }>(
      `select distinct value from (${dates}) where regexp_matches(value, '${NUMERIC}') order by value limit ${MOST}`,
    );
    const order = inferDayMonthOrder(numeric.map(({ value }) => value));
    if (order !== undefined) inferred = { ...inferred, inferredDayMonthOrder: order };
  }
  const [short] = await database.query<{ value: string }>(
    `select value from (${dates}) where regexp_matches(value, '${WITH_SHORT_YEAR.replaceAll("'", "''")}') limit 1`,
  );
  if (short !== undefined) {
    const counts = await database.query<{ year: number; dates: number }>(
      `select year::integer as year, count(*)::integer as dates from (
         select distinct value, regexp_extract(value, '${WITH_YEAR}', 1) as year from (${dates})
       ) where year <> '' group by all order by all`,
    );
    const years = inferYears(counts.map(({ year, dates: count }) => [year, count] as const));
    if (years !== undefined) inferred = { ...inferred, inferredYears: years };
  }
  return inferred;
}
