import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { stopProcess } from './child.ts';

/** The real server in a process of its own. */
export class ServerProcess implements AsyncDisposable {
  readonly address: string;
  readonly #child: ChildProcess;

  private constructor(address: string, child: ChildProcess) {
    this.address = address;
    this.#child = child;
  }

  static async start(node: string): Promise<ServerProcess> {
    const launcher = fileURLToPath(new URL('../src/cli/main.js', import.meta.url));
    const child = spawn(process.execPath, [launcher, 'serve', '--node', node, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface(child.stdout)) {
      const address = /http:\/\/\S+/u.exec(line)?.[0];
      if (address === undefined) continue;
      child.stdout.resume();
      return new ServerProcess(address, child);
    }
    throw new Error('the server ended before it listened');
  }

  /** Resident memory now; undefined where the system does not tell. */
  get memoryMb(): number | undefined {
    const status = `/proc/${this.#child.pid}/status`;
    if (!existsSync(status)) return undefined;
    const kilobytes = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(status, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await stopProcess(this.#child);
  }
}

/** Asks for a path and reads the whole answer, uncompressed. */
export async function get(address: string, path: string): Promise<string> {
  const response = await fetch(address + path, { headers: { 'accept-encoding': 'identity' } });
  const body = await response.text();
  if (!response.ok) throw new Error(`${response.status} for ${path}: ${body.slice(0, 300)}`);
  return body;
}

export async function getJson<T>(address: string, path: string): Promise<T> {
  return JSON.parse(await get(address, path)) as T;
}
