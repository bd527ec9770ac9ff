import type { Edition } from './edition.ts';
import type { LabelledTable } from './linked-tables.ts';

/** The key of the entity to which a key of an edition before leads; undefined where the edition knows of none. */
export async function findAlias(
  { database }: Pick<Edition, 'database'>,
  entity: LabelledTable,
  key: string,
): Promise<string | undefined> {
  const [alias] = await database.query<{ now: string }>(
    `select ${entity}Key as now from ${entity}_alias where key = ?`,
    [key],
  );
  return alias?.now;
}
