import { randomUUID } from 'node:crypto';
import { createServer, STATUS_CODES, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { createApp } from '../api/app.ts';
import { DeskGate } from '../api/desk-gate.ts';
import { ApiError, errorBody } from '../api/error.ts';
import { Load, type LoadLimits } from '../api/load.ts';
import { pathsOf } from '../catalogue/paths.ts';
import { Desk } from '../desk/desk.ts';
import { readConfiguration } from '../ingest/configuration.ts';
import { LiveEngine } from '../search/live.ts';
import { createAssets } from '../site/assets.ts';
import { createSite } from '../site/site.tsx';
import { CliError } from './command.ts';
import { cutSlowReaders } from './slow-readers.ts';
import { findWebFolder } from './web-folder.ts';

/** How much of clients the server bears. */
export interface ServerLimits extends LoadLimits {
  /** Open connections; more are refused. */
  readonly connections: number;
  /** A client gets so long to send its request's head, and the whole of it. */
  readonly headersMs: number;
  readonly requestMs: number;
}

export const DEFAULT_CONNECTIONS = 1_000;
const DEFAULT_HEADERS_MS = 15_000;
const DEFAULT_REQUEST_MS = 60_000;
const KEEP_ALIVE_TIMEOUT_MS = 10_000;
/** How often clients that are too slow with a request are looked for, at most. */
const CHECK_INTERVAL_MS = 5_000;
/** A drawn shape may make an address long. */
const LONGEST_HEAD_BYTES = 65_536;
/** Requests under way get so long to end when the server is stopped. */
const GRACE_MS = 10_000;
const SWEEP_INTERVAL_MS = 50;
/** Addresses that only this machine reaches. */
const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

export interface RunningServer {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  readonly live: LiveEngine;
  readonly load: Load;
  /** Ends when the signal came and all requests have been answered, or the time for that is over. */
  stopped(signal: AbortSignal): Promise<void>;
}

/** Opens the node's published edition and listens. A busy port and a node without edition are CliErrors. */
export async function startServer(options: {
  readonly folder: string;
  readonly port: number;
  readonly host: string;
  /** Whether people may write: whoever sits at this machine, or shows a token. */
  readonly desk?: boolean;
  readonly limits?: Partial<ServerLimits>;
}): Promise<RunningServer> {
  const {
    connections = DEFAULT_CONNECTIONS,
    headersMs = DEFAULT_HEADERS_MS,
    requestMs = DEFAULT_REQUEST_MS,
    ...limits
  } = options.limits ?? {};
  const node = readConfiguration(options.folder);
  const web = findWebFolder();
  if (web === undefined) throw new CliError('The styles and scripts of the pages are not built. Run `npm run build`.');
  const paths = pathsOf(options.folder);
  const live = await LiveEngine.open(paths);
  const assets = createAssets(web);
  const load = new Load(limits);
  const desk = options.desk === true ? Desk.open(paths.desk) : undefined;
  const gate =
    desk === undefined ? {} : { gate: new DeskGate(desk, { base: node.base, trustProxy: load.limits.trustProxy }) };
  const app = createApp({ live, node, load, ...gate, site: createSite({ live, node, assets, ...gate }), assets });
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: Math.min(CHECK_INTERVAL_MS, headersMs),
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
      maxHeaderSize: LONGEST_HEAD_BYTES,
    },
    (request, response) => void listener(request, response),
  );
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  server.on('clientError', refuseClient);
  server.maxConnections = connections;
  cutSlowReaders(server, load.limits.stalledMs);
  const close = async () => {
    await live.close();
    desk?.close();
  };
  try {
    if (desk?.tokens.isAny === false && !LOOPBACK.has(options.host))
      throw new CliError(
        `Other machines may write at ${options.host} only with a token. Make one with \`collectome token create NAME\`, or leave --host out.`,
      );
    await listen(server, options);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    address: addressOf(server, options.host),
    live,
    load,
    stopped: async (signal) => {
      await aborted(signal);
      await closeGently(server);
      await close();
    },
  };
}

async function listen(server: Server, { port, host }: { readonly port: number; readonly host: string }): Promise<void> {
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(listenError(error, port, host)));
    server.listen(port, host, done);
  });
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CliError(
        `Port ${port} on ${host} is in use by another program. Choose another with --port, or --port 0 for a free one.`,
      );
    case 'EACCES':
      return new CliError(`Port ${port} needs more rights than this user has. Choose one from 1024 with --port.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CliError(`This machine has no address ${host}. Choose another with --host.`);
    default:
      return error;
  }
}

function addressOf(server: Server, host: string): string {
  const { port, family } = server.address() as AddressInfo;
  const isAny = host === '0.0.0.0' || host === '::';
  const name = isAny ? 'localhost' : family === 'IPv6' && host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** What is no proper request gets an answer of the API's shape before the line is cut. */
function refuseClient(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new ApiError(431, 'too-large', 'The address, with the headers, is over 64 kB.', {
          hint: 'Send the query as a JSON body.',
        })
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? new ApiError(408, 'timeout', 'The request took too long to arrive.')
        : new ApiError(400, 'bad-request', 'This is not an HTTP request.');
  const body = JSON.stringify(errorBody(refusal, randomUUID()));
  socket.end(
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
}

async function closeGently(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  // A connection that is kept alive becomes idle only when its last answer is sent.
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_INTERVAL_MS);
  const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearInterval(sweep);
  clearTimeout(timer);
}
