import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RecordStoreReader, RecordStoreWriter } from '../../src/catalogue/record-store.ts';

test.each([0, 1, 15, 16, 17, 100])('%i records come back by their row number', (count) => {
  const path = join(mkdtempSync(join(tmpdir(), 'collectome-store-')), 'records.sqlite');
  const lines = Array.from({ length: count }, (_, row) => JSON.stringify({ row, text: 'é世'.repeat(row % 7) }));
  {
    using writer = new RecordStoreWriter(path);
    for (const line of lines) {
      writer.line.append(Buffer.from(line));
      writer.endLine();
    }
    writer.close();
  }
  const reader = new RecordStoreReader(path);
  expect(lines.map((_, row) => reader.get(row))).toEqual(lines);
  expect(() => reader.get(count + 16)).toThrow(RangeError);
  reader.close();
});
