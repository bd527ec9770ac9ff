import { ALL, type HopQuery, type Query } from '../model/query.ts';
import { RECORD_TYPES } from '../vocabulary/kinds.ts';
import type { HopCount } from './engine.ts';
import { leadsToAnyType, type HopAnswer } from './hop-resolver.ts';
import { namesRecordType } from './query-base.ts';
import { formatQueryLine } from './query-line-format.ts';
import { normaliseQuery } from './query-normal.ts';
import type { RowSet } from './row-set.ts';

interface Placed {
  readonly hop: HopQuery;
  /** Whether the records that it leads from may be of any type. */
  readonly ofAnyType: boolean;
}

/** What each hop of a canonical query finds by itself, those within others after them. */
export async function countHops(
  query: Query,
  options: {
    readonly live: RowSet;
    readonly objects: RowSet;
    readonly resolve: (hop: HopQuery) => Promise<HopAnswer>;
  },
): Promise<HopCount[]> {
  const counts = new Map<string, HopCount>();
  for (const { hop, ofAnyType } of hopsOf(query, namesRecordType(query))) {
    const line = formatQueryLine(hop);
    if (counts.has(line)) continue;
    const { resolution, entities, there } = await options.resolve(hop);
    const base = ofAnyType ? options.live : options.objects;
    counts.set(line, {
      query: hop,
      line,
      entities,
      ...(there === undefined ? {} : { there, thereQuery: recordsThere(hop) }),
      here: resolution.possible.and(base).count,
      certain: resolution.certain.and(base).count,
    });
  }
  return [...counts.values()];
}

/** Selects the records at the other end of a hop, as far as it leads there from anywhere. */
function recordsThere(hop: HopQuery): Query {
  const { via, role, inverse, entity, to } = hop;
  const back: HopQuery =
    via === 'relation'
      ? { kind: 'hop', via, ...(role === undefined ? {} : oppositeType(role, inverse)) }
      : {
          kind: 'hop',
          via,
          ...(to?.role === undefined ? {} : { role: to.role }),
          ...(entity === undefined ? {} : { entity }),
        };
  const query = to?.query ?? ALL;
  const ofAnyType: Query[] =
    leadsToAnyType(hop) && !namesRecordType(query)
      ? [{ kind: 'in', field: 'recordType', values: [...RECORD_TYPES] }]
      : [];
  return normaliseQuery({ kind: 'and', of: [back, query, ...ofAnyType] });
}

function oppositeType(role: string, inverse: true | undefined): Pick<HopQuery, 'role' | 'inverse'> {
  return inverse === undefined ? { role, inverse: true } : { role };
}

function hopsOf(query: Query, ofAnyType: boolean): readonly Placed[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.of.flatMap((part) => hopsOf(part, ofAnyType));
    case 'not':
      return hopsOf(query.of, ofAnyType);
    case 'hop':
      return [{ hop: query, ofAnyType }, ...hopsOf(query.to?.query ?? ALL, leadsToAnyType(query))];
    default:
      return [];
  }
}
