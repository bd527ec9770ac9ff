import type { Edition } from '../catalogue/edition.ts';
import { quoteLiteral } from '../catalogue/database.ts';
import { readAgents } from '../interpret/agent-list.ts';
import type { KnownAgent } from '../link/agent-block.ts';
import type { PersonName } from '../model/agent.ts';

/** A record of type agent, and who it is about. */
export interface AgentRecord {
  readonly rid: number;
  readonly known: KnownAgent;
}

const IRI = /^https?:\/\/\S+$/u;
/** The one year in a cell of digits and their separators; "c. 1850" and "1850–1855" are no year of birth to hold against anyone. */
const ONE_YEAR = `case when regexp_full_match(trim(cell), '[0-9./ -]+') and len(regexp_extract_all(cell, '[12][0-9]{3}')) = 1
  then regexp_extract(cell, '[12][0-9]{3}')::integer end`;

/** The people and groups whom authorities and lists of makers describe: the edition's records of type agent. */
export async function* readKnownAgents({ database, manifest }: Edition, records: string): AsyncGenerator<AgentRecord> {
  const dates = manifest.sources.flatMap(({ source, role, columns }) => {
    const cellOf = (term: string) => {
      const at = columns.findIndex((column) => column.term === term);
      return at < 0 ? 'null' : ONE_YEAR.replaceAll('cell', `c${at}`);
    };
    if (role !== 'core') return [];
    const same = columns.findIndex((column) => column.term === 'sameAs');
    const others = same < 0 ? 'null' : `c${same}`;
    return [
      `select rid, ${cellOf('birthDate')} as born, ${cellOf('deathDate')} as died, ${others} as sameAs from verbatim_${source}`,
    ];
  });
  const sql = `select r.rid, r.key, r.datasetKey, r.identifier, r.title, d.born, d.died, d.sameAs
    from ${records} r left join (${dates.join(' union all ')}) d using (rid)
    where r.recordType = ${quoteLiteral('agent')} and r.title is not null order by r.rid`;
  for await (const [rids, keys, datasets, identifiers, titles, births, deaths, others] of database.chunks(sql)) {
    for (const [at, rid] of rids!.entries()) {
      const name = nameOf(String(titles![at]));
      if (name === undefined) continue;
      const stated = [identifiers![at], others![at]].map((cell) => (cell as string | null) ?? '').join(' | ');
      const life = { begin: births![at] as number | null, end: deaths![at] as number | null };
      yield {
        rid: rid as number,
        known: {
          key: String(keys![at]),
          authority: String(datasets![at]),
          names: [name],
          life: { begin: life.begin ?? undefined, end: life.end ?? undefined },
          identifiers: [...new Set(stated.split(/[\s|]+/u).filter((part) => IRI.test(part)))],
        },
      };
    }
  }
}

/** An entry is about one agent: what reads like several is a group. */
function nameOf(title: string): PersonName | undefined {
  const { agents } = readAgents(title);
  return agents.length > 1 ? { type: 'group', name: title } : agents[0];
}
