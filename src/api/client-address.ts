import { isIPv6 } from 'node:net';
import type { Context } from 'hono';

/** What the server that runs the app passes along with a request. */
interface ServerEnvironment {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string | undefined } };
}

const LONGEST = 100;

/**
 * By what requests of one client are known as its own: the address from which they come, or, behind a proxy that is
 * trusted, the last address of X-Forwarded-For, which that proxy wrote itself. Of an IPv6 address the network of a site.
 */
export function clientAddress(c: Context, options: { readonly trustProxy: boolean }): string {
  const forwarded = options.trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return networkOf((forwarded || peerAddress(c)) ?? 'unknown');
}

/** The address from which a request comes; undefined where it did not come over a socket. */
export function peerAddress(c: Context): string | undefined {
  return (c.env as ServerEnvironment | undefined)?.incoming?.socket?.remoteAddress;
}

/** Anyone who has an IPv6 address has 2^64 of them. */
export function networkOf(address: string): string {
  const plain = address.slice(0, LONGEST).replace(/^::ffff:(?=\d+\.)/iu, '');
  if (!isIPv6(plain)) return plain;
  const [before = '', after] = plain.split('::');
  const groups = before === '' ? [] : before.split(':');
  if (after !== undefined) {
    const rest = after === '' ? 0 : after.split(':').length;
    while (groups.length + rest < 8) groups.push('0');
  }
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
