import { existsSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startServer, type RunningServer } from '../../src/cli/server.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { publishEdition } from '../../src/ingest/publish-edition.ts';
import { withdraw } from '../../src/ingest/withdraw.ts';
import { builtFolder } from '../fixture/built-folder.ts';
import { smallFolder } from '../fixture/small-node.ts';
import { countLeases, expectFullHealth } from './clients.ts';

let folder: string;
let server: RunningServer;
let leases: { readonly open: number };
const controller = new AbortController();
beforeAll(async () => {
  folder = await builtFolder(smallFolder);
  server = await startServer({ folder, port: 0, host: '127.0.0.1' });
  leases = countLeases(server);
});
afterAll(async () => {
  controller.abort();
  await server.stopped(controller.signal);
  rmSync(folder, { recursive: true, force: true });
});

interface Seen {
  readonly path: string;
  readonly status: number;
  /** What is wrong with the answer, if anything. */
  readonly fault?: string;
}

const PATHS = [
  '/api/search?limit=1000',
  '/api/search?q=bellis&facet=kind&facet=agent',
  '/api/export?format=jsonl',
  '/api/export?format=csv',
  '/search?q=bellis',
  '/',
  '/datasets',
  '/api/histogram?field=eventDate',
  '/api/search?query=occurrenceRemarks%3A%22*a*%22',
] as const;

/** Asks for one thing after the other until told to stop. */
async function browse(signal: AbortSignal, start: number, seen: Seen[]): Promise<void> {
  for (let turn = start; !signal.aborted; turn += 1) {
    const path = PATHS[turn % PATHS.length]!;
    const response = await fetch(server.address + path);
    const text = await response.text();
    seen.push({ path, status: response.status, ...faultOf(path, text) });
  }
}

/** An answer is of one edition, whole: as many records as it says, or in an export all or all but the withdrawn one. */
function faultOf(path: string, text: string): { readonly fault?: string } {
  if (path.startsWith('/api/search?limit')) {
    const { total, results } = JSON.parse(text);
    return results.length === total ? {} : { fault: `${results.length} of ${total}` };
  }
  if (path.endsWith('jsonl')) {
    const lines = text.trimEnd().split('\n');
    return [RECORDS, RECORDS - 1].includes(lines.length) && lines.every((line) => JSON.parse(line).key !== undefined)
      ? {}
      : { fault: `${lines.length} lines` };
  }
  return {};
}

const RECORDS = 45;
const search = async () => (await fetch(`${server.address}/api/search?limit=1000`)).json();

async function untilServed(edition: string): Promise<void> {
  await vi.waitFor(async () => expect((await search()).edition).toBe(edition), { timeout: 20_000 });
}

test('publishing, rolling back and withdrawing drop nothing that is under way', async () => {
  const before = await search();
  expect(before.total).toBe(RECORDS);
  const held = await fetch(`${server.address}/api/export?format=jsonl`);
  const stop = new AbortController();
  const seen: Seen[] = [];
  const clients = Array.from({ length: 8 }, (_, index) => browse(stop.signal, index, seen));
  const second = await buildEdition(folder);
  await untilServed(second.edition.name);
  await publishEdition(folder, before.edition);
  await untilServed(before.edition);
  const third = await buildEdition(folder, { force: true });
  await untilServed(third.edition.name);
  const [{ key }] = before.results;
  await withdraw(folder, key, 'Test.');
  await vi.waitFor(async () => expect((await search()).total).toBe(RECORDS - 1), { timeout: 20_000 });
  await publishEdition(folder, second.edition.name);
  await untilServed(second.edition.name);
  expect((await search()).results.map((record: any) => record.key)).not.toContain(key);
  expect((await fetch(`${server.address}/api/records/${key}`)).status).toBe(410);
  stop.abort();
  await Promise.all(clients);
  expect(seen.filter(({ status, fault }) => status !== 200 || fault !== undefined)).toEqual([]);
  expect(new Set(seen.map(({ path }) => path)).size).toBe(PATHS.length);
  expect((await held.text()).trimEnd().split('\n')).toHaveLength(RECORDS);
  await expectFullHealth(server, leases);
});

test.skipIf(!existsSync('/proc/self/fd'))('of editions that are not served any more no file stays open', async () => {
  const { edition } = await search();
  await vi.waitFor(
    () => {
      const open = readdirSync('/proc/self/fd').flatMap((descriptor) => {
        try {
          return readlinkSync(`/proc/self/fd/${descriptor}`);
        } catch {
          return [];
        }
      });
      const foreign = open.filter(
        (path) => path.startsWith(`${folder}/catalogue/editions/`) && !path.includes(`/editions/${edition}/`),
      );
      expect(foreign).toEqual([]);
      expect(open.some((path) => path.includes(`/editions/${edition}/`))).toBe(true);
    },
    { timeout: 20_000 },
  );
});
