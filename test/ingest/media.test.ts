import { createServer, type Server } from 'node:http';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { Shelf } from '../../src/catalogue/shelf.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { addSource, initNode } from '../../src/ingest/configuration.ts';
import { fetchFile, isPrivateAddress } from '../../src/ingest/fetch-picture.ts';
import { fetchMedia } from '../../src/ingest/media.ts';
import { smallFolder } from '../fixture/small-node.ts';

let server: Server;
let host: string;
let folder: string;
let requests: string[] = [];

async function picture(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#8a2' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Secretgill' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 7/1 24/1' } })
    .toBuffer();
}

beforeAll(async () => {
  const bytes = await picture(1500, 900);
  server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    if (path === '/a.jpg' || path === '/b.jpg') response.end(bytes);
    else if (path === '/away.jpg') response.writeHead(302, { location: 'http://elsewhere.example/a.jpg' }).end();
    else if (path === '/text.jpg') response.end('this is no picture');
    else if (path === '/large.jpg') response.end(Buffer.alloc(2_000_000));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = smallFolder();
  const remote = ['/a.jpg', '/b.jpg', '/away.jpg', '/text.jpg', '/none.jpg'].map((path) => `http://${host}${path}`);
  writeFileSync(
    join(folder, 'exports/remote.csv'),
    [
      'id,title,image',
      ...remote.map((address, index) => `R${index},Picture ${index},${address}`),
      'R9,Elsewhere,http://elsewhere.example/x.jpg',
    ].join('\n'),
  );
  writeFileSync(
    join(folder, 'profiles/remote.yaml'),
    'title: Remote\nrecords: {identifier: id, kind: artwork}\ncolumns: {title: title, associatedMedia: image}\n',
  );
  addSource(folder, {
    path: join(folder, 'exports/remote.csv'),
    profile: join(folder, 'profiles/remote.yaml'),
    key: 'remote',
  });
  await buildEdition(folder);
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('remote pictures', () => {
  test('are left alone unless their host is named', async () => {
    requests = [];
    const result = await fetchMedia(folder);
    expect(result).toMatchObject({ made: 0, left: 6 });
    expect(requests).toEqual([]);
  });

  test('this machine and private networks are refused though named', async () => {
    requests = [];
    const result = await fetchMedia(folder, { hosts: [host] });
    expect(result.failed.filter(({ problem }) => /not a public address/u.test(problem))).toHaveLength(5);
    expect(requests).toEqual([]);
  });

  test('are loaded from named hosts, in two sizes, without EXIF', async () => {
    const result = await fetchMedia(folder, { hosts: [host], retry: true, allowLoopback: true });
    expect(result.made).toBe(2);
    expect(
      result.failed
        .filter(({ identifier }) => identifier.startsWith('http'))
        .map(({ problem }) => problem)
        .toSorted(),
    ).toEqual([
      'Input buffer contains unsupported image format',
      'elsewhere.example is not among the hosts that were named',
      'the server answered 404',
    ]);
    using shelf = new Shelf(pathsOf(folder).shelf, { readOnly: true });
    const derivative = shelf.find('remote', `http://${host}/a.jpg`);
    expect(derivative).toMatchObject({ width: 1500, height: 900 });
    for (const width of [300, 1000] as const) {
      const bytes = readFileSync(shelf.path(derivative?.hash ?? '', width));
      const metadata = await sharp(bytes).metadata();
      expect(metadata).toMatchObject({ format: 'webp', width });
      expect(metadata.exif).toBeUndefined();
    }
    expect(shelf.find('remote', `http://${host}/b.jpg`)?.hash).toBe(derivative?.hash);
  });

  test('that are on the shelf are not loaded again', async () => {
    requests = [];
    const result = await fetchMedia(folder, { hosts: [host], allowLoopback: true });
    expect(result).toMatchObject({ made: 0, known: 7 });
    expect(requests).toEqual([]);
  });

  test('larger than the limit are given up', async () => {
    const limits = { hosts: new Set([host]), maxBytes: 1000, timeoutMs: 5000, allowLoopback: true };
    await expect(fetchFile(`http://${host}/large.jpg`, limits)).rejects.toThrow(/larger than 1000 bytes/u);
    await expect(fetchFile('file:///etc/passwd', limits)).rejects.toThrow(/not an http/u);
    await expect(fetchFile(`http://user:word@${host}/a.jpg`, limits)).rejects.toThrow(/password/u);
  });
});

test('local pictures are taken from the media folder and nowhere else', async () => {
  const local = smallFolder();
  try {
    mkdirSync(join(local, 'media/pictures'), { recursive: true });
    writeFileSync(join(local, 'media/pictures/north.png'), await picture(400, 300));
    writeFileSync(join(local, 'outside.png'), await picture(10, 10));
    symlinkSync(join(local, 'outside.png'), join(local, 'media/pictures/secret.png'));
    const settings = pathsOf(local).configuration;
    writeFileSync(
      settings,
      readFileSync(settings, 'utf8').replace(
        'path: exports/herbarium\n',
        'path: exports/herbarium\n    media: media\n',
      ),
    );
    await buildEdition(local);
    const result = await fetchMedia(local);
    expect(result).toMatchObject({ made: 1, failed: [{ identifier: 'pictures/secret.png' }] });
  } finally {
    rmSync(local, { recursive: true, force: true });
  }
});

test.each([
  ['10.1.2.3', true],
  ['127.0.0.1', true],
  ['169.254.169.254', true],
  ['172.16.0.1', true],
  ['192.168.1.1', true],
  ['::1', true],
  ['fd00::1', true],
  ['fe80::1', true],
  ['::ffff:10.0.0.1', true],
  ['0.0.0.0', true],
  ['8.8.8.8', false],
  ['172.32.0.1', false],
  ['2606:4700::1111', false],
])('%s is private: %s', (address, isPrivate) => expect(isPrivateAddress(address)).toBe(isPrivate));

test('a node that has no edition says what to do', async () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  initNode(empty, { name: 'Empty', base: 'https://museum.example' });
  await expect(fetchMedia(empty)).rejects.toThrow(/collectome build/u);
});
