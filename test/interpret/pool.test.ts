import { afterAll, describe, expect, test } from 'vitest';
import { closeInterpreters, interpretBatches } from '../../src/interpret/pool.ts';
import type { TupleBatch } from '../../src/interpret/worker.ts';

type Line = Readonly<Record<string, unknown>>;

async function listOf(batches: AsyncIterable<Uint8Array>): Promise<Line[][]> {
  const list: Line[][] = [];
  for await (const bytes of batches) {
    const lines = Buffer.from(bytes).toString('utf8').split('\n');
    expect(lines.pop()).toBe('');
    list.push(lines.map((line) => JSON.parse(line) as Line));
  }
  return list;
}

/** Batches of tuples (productionDate, none, dateOfProduction …): as many columns as the interpreter has inputs. */
async function* batchesOf(count: number, size: number): AsyncGenerator<TupleBatch> {
  for (let batch = 0; batch < count; batch++) {
    const texts = Array.from({ length: size }, (_, index) =>
      index === 1 ? '??' : index === 2 ? '' : String(1000 + batch),
    );
    yield {
      ids: Int32Array.from(texts, (_, index) => batch * size + index),
      columns: [new Uint8Array(Buffer.from(texts.join('\0'))), undefined],
    };
  }
}

describe('interpreting in worker threads', () => {
  afterAll(closeInterpreters);

  test.each([3, 300])('a line of JSON for each tuple, batches of %i in their order', async (size) => {
    const batches = await listOf(
      interpretBatches({ name: 'production-date', target: 'record', context: {}, batches: batchesOf(20, size) }),
    );
    expect(batches.map((lines) => lines.length)).toEqual(Array.from({ length: 20 }, () => size));
    expect(batches.flat().map(({ id }) => id)).toEqual(Array.from({ length: 20 * size }, (_, index) => index));
    expect(batches.map(([first]) => first?.['productionDate'])).toEqual(
      Array.from({ length: 20 }, (_, index) => String(1000 + index)),
    );
    expect(batches[0]?.[2]).toEqual({ id: 2, issues: [] });
  });

  test('a name that no interpreter has is refused', async () => {
    const batches = interpretBatches({ name: 'none', target: 'record', context: {}, batches: batchesOf(1, 3) });
    await expect(listOf(batches)).rejects.toThrow('no interpreter is called record/none');
  });
});
