import { afterAll, describe, expect, test } from 'vitest';
import { closeInterpreters, interpretBatches } from '../../src/interpret/pool.ts';

async function listOf(texts: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const text of texts) list.push(text);
  return list;
}

async function* batchesOf(count: number): AsyncGenerator<(string | null)[][]> {
  for (let index = 0; index < count; index++)
    yield [
      [String(1800 + index), null],
      ['??', null],
      [null, '1 May 1901'],
    ];
}

describe('interpreting in worker threads', () => {
  afterAll(closeInterpreters);

  test('a line of JSON for each tuple, batches in their order', async () => {
    const batches = interpretBatches({
      name: 'production-date',
      target: 'record',
      context: {},
      batches: batchesOf(20),
    });
    const texts = await listOf(batches);
    expect(texts).toHaveLength(20);
    const rows = texts.map((text) => text.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>));
    expect(rows.every((lines) => lines.length === 3)).toBe(true);
    expect(rows.map(([first]) => first?.['productionDate'])).toEqual(
      Array.from({ length: 20 }, (_, index) => String(1800 + index)),
    );
    expect(rows[0]?.[1]).toEqual({ issues: [] });
    expect(rows[0]?.[2]?.['productionDate']).toBe('1901-05-01');
  });

  test('a name that no interpreter has is refused', async () => {
    const batches = interpretBatches({ name: 'none', target: 'record', context: {}, batches: batchesOf(1) });
    await expect(listOf(batches)).rejects.toThrow('no interpreter is called record/none');
  });
});
