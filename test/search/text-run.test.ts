import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ByteReader, ByteWriter } from '../../src/model/bytes.ts';
import { Occurrences } from '../../src/search/occurrences.ts';
import { TextRun, TextRunReader } from '../../src/search/text-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'collectome-runs-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `row:weight:positions` of each row of a word, as the index has them. */
function shown(occurrences: Occurrences): string[] {
  const [rowBytes, positionBytes] = [new ByteWriter(), new ByteWriter()];
  const weights: number[] = [];
  const rows = occurrences.write({
    rowBytes,
    positionBytes,
    impactOf: (_row, weight) => {
      weights.push(weight);
      return 1;
    },
  });
  const [rowReader, positions] = [new ByteReader(rowBytes.view()), new ByteReader(positionBytes.view())];
  let row = 0;
  return Array.from({ length: rows }, (_, index) => {
    row += rowReader.varint();
    rowReader.position++;
    let position = 0;
    const list = Array.from({ length: positions.varint() }, () => (position += positions.varint()));
    return `${row}:${weights[index]}:${list.join(',')}`;
  });
}

test('words come back from several runs with all rows, weights and positions, a row that two runs share once', () => {
  const expected = new Map<number, Map<number, { weight: number; positions: number[] }>>();
  const run = new TextRun(4_000);
  const paths: string[] = [];
  const flush = () => {
    const path = join(folder, `run-${paths.length}`);
    paths.push(path);
    run.write(path);
  };
  for (let row = 0; row < 3_000; row++) {
    for (let position = 0; position < 12; position++) {
      // One word in every row, some in many, most in one.
      const term = position === 0 ? 0 : position < 4 ? 1 + ((row * position) % 7) : 10 + row * 12 + position;
      const weight = 1 + ((row + position) % 8);
      if (run.isFull) flush();
      run.add(term, row * 3, position * 2, weight);
      const rows = expected.get(term) ?? new Map<number, { weight: number; positions: number[] }>();
      const at = rows.get(row * 3) ?? { weight: 0, positions: [] };
      at.weight += weight;
      at.positions.push(position * 2);
      rows.set(row * 3, at);
      expected.set(term, rows);
    }
  }
  flush();
  expect(paths.length).toBeGreaterThan(3);
  const readers = paths.map((path) => new TextRunReader(path));
  for (const term of [...expected.keys()].toSorted((a, b) => a - b)) {
    const occurrences = new Occurrences();
    for (const reader of readers) if (reader.term === term) reader.take(occurrences);
    expect(shown(occurrences)).toEqual(
      [...expected.get(term)!].map(([row, { weight, positions }]) => `${row}:${weight}:${positions.join(',')}`),
    );
  }
  expect(readers.map(({ term }) => term)).toEqual(paths.map(() => undefined));
  for (const reader of readers) reader.close();
});
