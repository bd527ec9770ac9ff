import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { expect, vi } from 'vitest';
import type { RunningServer } from '../../src/cli/server.ts';

/** A connection that sends what it is told, byte by byte if need be, and reads only when asked to. */
export class RawClient implements Disposable {
  readonly socket: Socket;
  #text = '';

  private constructor(socket: Socket) {
    this.socket = socket;
    // A server that cuts the line is what some tests wait for.
    socket.on('error', () => undefined);
  }

  static async connect({ address }: RunningServer): Promise<RawClient> {
    const socket = connect({ port: Number(new URL(address).port), host: '127.0.0.1' });
    await once(socket, 'connect');
    return new RawClient(socket);
  }

  send(text: string): this {
    this.socket.write(text);
    return this;
  }

  get(path: string): this {
    return this.send(`GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`);
  }

  /** Everything that came until the server ended the connection. */
  async untilClosed(): Promise<string> {
    this.socket.on('data', (chunk: Buffer) => {
      this.#text += chunk.toString('latin1');
    });
    if (!this.socket.closed) await once(this.socket, 'close');
    return this.#text;
  }

  /** The beginning of what came, once something has; the rest stays unread. */
  async untilBegun(): Promise<string> {
    const [chunk] = (await once(this.socket, 'readable').then(() => [this.socket.read(64) as Buffer | null])) as [
      Buffer | null,
    ];
    return chunk?.toString('latin1') ?? '';
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}

/** Counts the editions that are lent out. */
export function countLeases({ live }: RunningServer): { readonly open: number } {
  const leases = { open: 0 };
  const lease = live.lease.bind(live);
  live.lease = () => {
    const own = lease();
    leases.open += 1;
    let isOpen = true;
    return {
      ...own,
      release: () => {
        if (isOpen) leases.open -= 1;
        isOpen = false;
        own.release();
      },
    };
  };
  return leases;
}

/** The server answers, has nothing left to do and holds nothing. */
export async function expectFullHealth(server: RunningServer, leases: { readonly open: number }): Promise<void> {
  await vi.waitFor(
    async () => {
      const response = await fetch(`${server.address}/api/health`);
      const health = await response.json();
      expect({ status: response.status, ...health, open: leases.open }).toMatchObject({
        status: 'ok',
        searches: { running: 0, waiting: 0 },
        exports: { running: 0, waiting: 0 },
        open: 0,
      });
    },
    { timeout: 20_000, interval: 50 },
  );
  expect((await fetch(`${server.address}/api/search?facet=kind`)).status).toBe(200);
  expect((await fetch(`${server.address}/search`)).status).toBe(200);
}
