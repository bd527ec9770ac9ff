import { readAgents } from '../../src/interpret/agent-list.ts';
import { AgentCollection } from '../../src/link/agent-collection.ts';
import { Records, COLUMNS } from '../../src/generate/record.ts';
import { linkBlock } from '../../src/link/agent-link.ts';
import type { AgentKind } from '../../src/model/agent.ts';

/** Who gathered: in truth, and as linked. */
export interface GeneratedLinks {
  /** For each mention the number of who is meant; -1 where the list of names was read with another number of people. */
  readonly truth: Int32Array;
  /** For each mention the number of its agent. */
  readonly agent: Int32Array;
  readonly kinds: readonly AgentKind[];
  /** Mentions in truth, read or not. */
  readonly mentions: number;
  /** Of whom each mention, read or not, speaks. */
  readonly people: readonly number[];
  readonly collection: AgentCollection;
}

function yearOf(cells: ReadonlyMap<string, string>): number | undefined {
  const text = cells.get('eventDate') || cells.get('verbatimEventDate') || '';
  const year = Number(/\d{4}/u.exec(text)?.[0] ?? Number.NaN);
  return year >= 1500 && year <= 2026 ? year : undefined;
}

/** Links the collectors of generated records and keeps the truth beside them. */
export function linkGenerated(records: number, seed: number): GeneratedLinks {
  const source = new Records(seed);
  const collection = new AgentCollection();
  const truth: number[] = [];
  const people: number[] = [];
  const read = new Map<string, ReturnType<typeof readAgents>['agents']>();
  for (let number = 0; number < records; number += 1) {
    const { cells, truth: meant } = source.record(number);
    const row = new Map(COLUMNS.map((column, index) => [column as string, cells[index] ?? '']));
    const text = row.get('recordedBy') ?? '';
    if (text === '') continue;
    let names = read.get(text);
    if (names === undefined) read.set(text, (names = readAgents(text).agents));
    const year = yearOf(row);
    collection.add({
      names,
      place: row.get('countryCode') || row.get('country') || '',
      dataset: 'generated',
      years: year === undefined ? undefined : { begin: year, end: year },
      records: 1,
      numbers:
        year === undefined || !row.get('recordNumber') ? [] : [{ year, number: Number(row.get('recordNumber')) }],
    });
    const ids = meant.collectors.map(({ id }) => Number(id.slice(1)));
    people.push(...ids);
    for (const [index] of names.entries()) truth.push(names.length === ids.length ? ids[index]! : -1);
  }
  const statistics = collection.statistics();
  const agent = new Int32Array(collection.size).fill(-1);
  const kinds: AgentKind[] = [];
  for (const block of collection.blocks()) {
    const linked = linkBlock(block, { statistics });
    for (const [index, own] of linked.agentOfMention.entries())
      agent[block.mentionNumbers[index]!] = kinds.length + own;
    for (const { kind } of linked.agents) kinds.push(kind);
  }
  return { truth: Int32Array.from(truth), agent, kinds, mentions: people.length, people, collection };
}
