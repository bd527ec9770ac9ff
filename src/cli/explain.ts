import { pathsOf } from '../catalogue/paths.ts';
import { LiveEngine } from '../search/live.ts';
import type { HopCount } from '../search/engine.ts';
import { formatQueryLine, parseQueryLine } from '../search/query-line.ts';
import { toQueryJson } from '../search/query-json.ts';
import { formatQueryParameters } from '../search/query-url.ts';
import { describeQuery } from '../search/query-words.ts';
import type { Invocation } from './command.ts';

export async function run(invocation: Invocation): Promise<void> {
  const query = parseQueryLine(invocation.operands.join(' '));
  const words = describeQuery(query).map(({ label, value, negated, certain }) => ({ label, value, negated, certain }));
  await using live = await LiveEngine.open(pathsOf(invocation.node));
  await live.use(async ({ engine }) => {
    const hops = await engine.countHops(query, { signal: invocation.signal });
    const line = formatQueryLine(query);
    const parameters = formatQueryParameters(query).toString();
    if (invocation.json) {
      const counts = hops.map(({ query: _query, thereQuery: _there, ...count }) => count);
      return invocation.answer({ query: toQueryJson(query), parameters, line, words, hops: counts });
    }
    if (words.length === 0) invocation.say('Everything.');
    for (const { label, value, negated, certain } of words) {
      const said = `${label === '' ? '' : `${label}: `}${negated ? 'not ' : ''}${value}${certain ? ', certainly' : ''}`;
      invocation.say(`- ${said}`);
    }
    for (const hop of hops) invocation.say(`\n${hop.line}\n  ${inNumbers(hop)}`);
    invocation.say(`\nAs a line     ${line}\nIn an address ${parameters}`);
  });
}

/** From the other end to this one. */
function inNumbers({ query, there, entities, here, certain }: HopCount): string {
  const count = (number: number, what: string) => `${number.toLocaleString('en')} ${what}`;
  const steps = [
    ...(there === undefined ? [] : [count(there, 'at the other end')]),
    count(entities, PLURALS[query.via]),
    `${count(here, 'here')}${certain === here ? '' : `, ${count(certain, 'of them for certain')}`}`,
  ];
  return steps.join(' → ');
}

const PLURALS = {
  agent: 'people and groups',
  gathering: 'gatherings',
  expedition: 'expeditions',
  taxon: 'taxa',
  place: 'places',
  relation: 'relations',
} as const;
