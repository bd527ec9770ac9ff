import { inferDayMonthOrder } from '../interpret/date-order.ts';
import type { InterpretContext } from '../interpret/interpreter.ts';
import { coresOf, type Stage } from './stage.ts';
import { termSql } from './work-tables.ts';

const DATE_TERMS = ['eventDate', 'verbatimEventDate'] as const;
/** Distinct dates that are looked at: more would tell nothing new. */
const MOST = 50_000;

/** The context with the order of day and month that the dataset's own unambiguous dates settle, where its profile states none. */
export async function withDateOrder({ database, tables, context }: Stage): Promise<InterpretContext> {
  if (context.dayMonthOrder !== undefined) return context;
  const selects = coresOf(tables).flatMap(([ordinal, table]) =>
    DATE_TERMS.flatMap((term) => {
      const value = termSql(table, term, 'raw');
      return value === undefined ? [] : [`select ${value} as value from raw_${ordinal} raw`];
    }),
  );
  if (selects.length === 0) return context;
  const dates = await database.query<{ value: string }>(
    `select distinct value from (${selects.join(' union all ')}) where regexp_matches(value, '[0-9][/. -][0-9][0-9]?[/. -][0-9]{4}')
     order by value limit ${MOST}`,
  );
  const order = inferDayMonthOrder(dates.map(({ value }) => value));
  return order === undefined ? context : { ...context, inferredDayMonthOrder: order };
}
