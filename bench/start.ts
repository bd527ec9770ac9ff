import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { atMost, type Report } from './measurement.ts';
import { get, ServerProcess } from './server.ts';

const QUESTION = '/api/search?family=Acanaidae&limit=25&facet=country&facet=kind';

/** From the start of the process to the first exact answer, with the files in the system's cache and without. */
export async function measureStart(
  { node, edition }: { readonly node: string; readonly edition: string },
  report: Report,
): Promise<void> {
  if (dropFromCache(edition)) {
    report({ name: 'start to first answer, cold', value: await start(node), unit: 's', goal: atMost(3) });
  }
  report({ name: 'start to first answer, warm', value: await start(node), unit: 's', goal: atMost(3) });
}

async function start(node: string): Promise<number> {
  const started = performance.now();
  await using server = await ServerProcess.start(node);
  await get(server.address, QUESTION);
  return (performance.now() - started) / 1000;
}

/** Asks the system to forget an edition's files, as GNU dd can without special rights; false where it can't. */
function dropFromCache(folder: string): boolean {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .every((path) => spawnSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' }).status === 0);
}
