import { lookup as dnsLookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const MOST_REDIRECTS = 4;

export interface FetchLimits {
  /** Hosts (with port, where it is not the usual one) from which may be loaded. */
  readonly hosts: ReadonlySet<string>;
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /** For tests against a server on this machine only. */
  readonly allowLoopback?: boolean;
}

/** Why a file was not loaded, in words for a person. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
}

const refused = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  refused.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  refused.addSubnet(network, prefix, 'ipv6');
}

/** Whether an address lies in a private, loopback, link-local or otherwise not public range (IANA's special-purpose registries). */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  if (mapped !== undefined) return refused.check(mapped, 'ipv4');
  return refused.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Loads a file over http or https. The host must be one of `hosts`, also after a redirection, and the address to which
 * the connection really goes must be public. Throws FetchError.
 */
export async function fetchFile(address: string, limits: FetchLimits): Promise<Buffer> {
  let url = parse(address);
  for (let step = 0; step <= MOST_REDIRECTS; step++) {
    if (!limits.hosts.has(url.host)) throw new FetchError(`${url.host} is not among the hosts that were named`);
    const response = await open(url, limits);
    const status = response.statusCode ?? 0;
    const location = response.headers.location;
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy();
      url = parse(new URL(location, url).href);
      continue;
    }
    if (status !== 200) {
      response.destroy();
      throw new FetchError(`the server answered ${status}`);
    }
    return read(response, limits);
  }
  throw new FetchError('too many redirections');
}

function parse(address: string): URL {
  const url = URL.parse(address);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) throw new FetchError('not an http or https address');
  if (url.username !== '' || url.password !== '') throw new FetchError('the address holds a password');
  return url;
}

function open(url: URL, limits: FetchLimits): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const isAllowed = (ip: string) =>
    !isPrivateAddress(ip) || (limits.allowLoopback === true && (ip === '127.0.0.1' || ip === '::1'));
  const lookup: LookupFunction = (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, []);
      const forbidden = addresses.find((entry) => !isAllowed(entry.address));
      if (forbidden !== undefined)
        return callback(new FetchError(`${hostname} is at ${forbidden.address}, which is not public`), []);
      const [first] = addresses;
      if (options.all === true) callback(null, addresses);
      else callback(null, first?.address ?? '', first?.family);
    });
  };
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) !== 0 && !isAllowed(host)) throw new FetchError(`${host} is not a public address`);
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(limits.timeoutMs);
    const sent = request(
      url,
      { lookup, signal, headers: { 'user-agent': 'Collectome (media fetch)', accept: 'image/*' } },
      resolve,
    );
    sent.once('error', (error) =>
      reject(error instanceof FetchError ? error : new FetchError(error.message, { cause: error })),
    );
    sent.end();
  });
}

async function read(response: IncomingMessage, { maxBytes }: FetchLimits): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw new FetchError(`larger than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    response.destroy();
    throw error instanceof FetchError
      ? error
      : new FetchError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  return Buffer.concat(chunks);
}
