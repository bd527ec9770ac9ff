import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { pathsOf } from '../catalogue/paths.ts';
import { formatClaimLines } from '../desk/claim-lines.ts';
import { Desk } from '../desk/desk.ts';
import { readConfiguration } from '../ingest/configuration.ts';
import type { Invocation } from './command.ts';

export async function run(invocation: Invocation): Promise<void> {
  const path = invocation.outputFile('output');
  readConfiguration(invocation.node);
  using desk = Desk.read(pathsOf(invocation.node).desk);
  const { stdout } = invocation.terminal;
  const target = path === undefined ? stdout : createWriteStream(path);
  let written = 0;
  for (const line of formatClaimLines(desk?.claims.all() ?? [])) {
    invocation.signal.throwIfAborted();
    written += 1;
    if (!target.write(line)) await once(target, 'drain', { signal: invocation.signal });
  }
  if (path === undefined) return;
  target.end();
  await finished(target);
  invocation.say(`Wrote ${written} ${written === 1 ? 'claim' : 'claims'} to ${path}`);
}
