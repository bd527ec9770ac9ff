import { quoteIdentifier } from '../catalogue/database.ts';
import type { SourceTable } from '../source/source.ts';
import type { TermsView } from './interpret-stage.ts';
import type { Stage } from './stage.ts';
import { termSql } from './work-tables.ts';

/** One table's share of a terms view: SQL of its keys and of where its rows come from, with the raw rows as `raw`. */
export interface TermsPart {
  readonly table: SourceTable;
  readonly keys: string;
  readonly from: string;
}

/** A view of the terms that are wanted and that the source has, whatever its columns are called and wherever they stand. */
export async function createTermsView(
  { database }: Stage,
  options: { readonly name: string; readonly wanted: ReadonlySet<string>; readonly parts: readonly TermsPart[] },
): Promise<TermsView> {
  const { name, wanted, parts } = options;
  const present = new Set(
    [...wanted].filter((term) => parts.some(({ table }) => termSql(table, term, 'raw') !== undefined)),
  );
  const selects = parts.map(({ table, keys, from }) => {
    const values = [...present].map(
      (term) => `${termSql(table, term, 'raw') ?? 'null::varchar'} as ${quoteIdentifier(term)}`,
    );
    return `select ${[keys, ...values].join(', ')} from ${from}`;
  });
  await database.run(`create view ${name} as ${selects.join(' union all ')}`);
  return { name, terms: present };
}
