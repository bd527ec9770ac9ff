import { quoteLiteral } from '../catalogue/database.ts';
import type { Edition } from '../catalogue/edition.ts';

/** So many keys are looked up by the least and greatest of each row group; of more, each group has some. */
const FEW_KEYS = 200;

/**
 * Reads what the edition before, whose tables are views, says of some units into tables: `touched_unit`; `near_link`, all rows of the
 * records in which they stand; `claim_before` and `agent_before` of their agents. `units` is a condition on their numbers, which holds for all
 * units of these agents.
 */
export async function readBefore({ database }: Pick<Edition, 'database'>, units: string): Promise<void> {
  await database.run(`create table touched_unit as from previous_agent_unit where ${units}`);
  await database.run(
    `create table near_link as from previous_agent_link
     where rid in (select rid from previous_agent_link where unit in (select unit from touched_unit))`,
  );
  const agents = await database.query<{ key: string }>('select distinct agentKey as key from touched_unit');
  const list =
    agents.length <= FEW_KEYS
      ? ['null', ...agents.map(({ key }) => quoteLiteral(key))].join(', ')
      : 'select agentKey from touched_unit';
  await database.run(`create table claim_before as from previous_agent_claim where agentKey in (${list})`);
  await database.run(`create table agent_before as from previous_agent where key in (${list})`);
}
