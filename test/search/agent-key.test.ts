import { expect, test } from 'vitest';
import { openFixture } from './edition-fixture.ts';

test('in an edition that is not linked, nobody has a key, and asking for one is no error', async () => {
  await using open = await openFixture({
    records: [
      { key: 'one', children: { participation: [{ activity: 'gathering', role: 'collector', agent: 'Ali' }] } },
    ],
  });
  const { engine } = open;
  for (const field of ['agentKey', 'agentRole']) {
    await using none = await engine.resolve({ kind: 'is', field, value: 'collector:somebody' });
    expect(none.total).toBe(0);
    await using all = await engine.resolve({ kind: 'is', field: 'agent', value: 'Ali' });
    expect(await all.facets([{ field, limit: 5 }])).toMatchObject([{ distinct: 0, missing: 1, values: [] }]);
  }
});
