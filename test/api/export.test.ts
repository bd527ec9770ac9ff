import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonPost, openClient, type Client } from './client.ts';

let client: Client;
beforeAll(async () => {
  client = await openClient();
});
afterAll(() => client.small.close());

/** The rows of a CSV, by the rules of RFC 4180. */
function readCsv(text: string, delimiter = ','): Record<string, string>[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[i + 1] === '"') cell += text[++i];
      else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === delimiter) {
      rows.at(-1)!.push(cell);
      cell = '';
    } else if (character === '\r' && text[i + 1] === '\n') {
      rows.at(-1)!.push(cell);
      cell = '';
      rows.push([]);
      i += 1;
    } else cell += character;
  }
  const [head = [], ...body] = rows.slice(0, -1);
  return body.map((row) => {
    expect(row).toHaveLength(head.length);
    return Object.fromEntries(head.map((name, index) => [name, row[index]!]));
  });
}

test('CSV has every record of the query, with licence and address on each row', async () => {
  const response = await client.request('/api/export');
  expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/u);
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="collectome-.+\.csv"$/u);
  const rows = readCsv(await response.text());
  const { results } = await client.get('/api/search?limit=1000');
  expect(rows.map(({ key }) => key)).toEqual(results.map(({ key }: any) => key));
  for (const row of rows) {
    expect(row['iri']).toBe(`https://museum.example/object/${row['key']}`);
    expect(row['license']).not.toBe('');
  }
  const banks = rows.find(({ catalogNumber }) => catalogNumber === 'H 1858.2')!;
  expect(banks).toMatchObject({
    eventDate: '1770-04-29/1770-05-06',
    eventDateBegin: '1770-04-29',
    eventDateEnd: '1770-05-06',
    eventDateBasis: 'recorded',
    countryCode: 'AU',
    decimalLatitude: '-34',
  });
  expect(banks['recordedBy']).toContain(' | ');
});

test('TSV, the byte order mark and the verbatim column', async () => {
  const plain = await (await client.request('/api/export?format=tsv&datasetKey=workshop')).text();
  expect(readCsv(plain, '\t')).toHaveLength(5);
  const bytes = await (await client.request('/api/export?bom&verbatim=true&catalogNumber=W1')).bytes();
  expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
  const [row] = readCsv(new TextDecoder().decode(bytes));
  expect(JSON.parse(row!['verbatim']!)).toMatchObject({ Inventory: 'W1', Made: '1832' });
  expect(row!['verbatim']).not.toContain('Valuation');
});

test('JSON Lines have whole records', async () => {
  const response = await client.request('/api/export', jsonPost({ query: 'datasetKey:workshop', format: 'jsonl' }));
  const lines = (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(5);
  for (const line of lines) {
    const {
      history: _history,
      earlierKeys: _keys,
      edition: _edition,
      ...record
    } = await client.get(`/api/records/${line.key}`);
    const { links: _links, ...whole } = line;
    expect(record).toMatchObject({ ...whole, issues: line.issues.map((issue: any) => expect.objectContaining(issue)) });
  }
});

test('a citation file stands beside it', async () => {
  const response = await client.request('/api/export?format=csv&q=bellis');
  const path = /<(?<path>[^>]+)>; rel="describedby"/u.exec(response.headers.get('link')!)!.groups!['path']!;
  await response.body?.cancel();
  const text = await (await client.request(path)).text();
  const { total, edition } = await client.get('/api/search?q=bellis');
  expect(text).toContain(
    `Test museum. Edition ${edition}. ${total} records selected by “bellis”. https://museum.example/search?q=bellis`,
  );
  expect(text).toContain('https://museum.example/dataset/herbarium');
  expect(text).not.toContain('dataset/workshop');
});

test('a reader that goes gives the edition back', async () => {
  const { live } = client.small;
  let open = 0;
  const lease = live.lease.bind(live);
  live.lease = () => {
    open += 1;
    const own = lease();
    return {
      ...own,
      release: () => {
        open -= 1;
        own.release();
      },
    };
  };
  try {
    const response = await client.request('/api/export?format=jsonl');
    expect(open).toBe(1);
    await response.body!.cancel();
    expect(open).toBe(0);
    const controller = new AbortController();
    await client.request('/api/export?format=jsonl', { signal: controller.signal });
    controller.abort();
    await new Promise(setImmediate);
    expect(open).toBe(0);
    await (await client.request('/api/export')).text();
    await client.request('/api/export', { method: 'HEAD' });
    expect(open).toBe(0);
  } finally {
    live.lease = lease;
  }
});
