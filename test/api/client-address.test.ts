import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { clientAddress, networkOf } from '../../src/api/client-address.ts';

async function addressOf(options: {
  readonly trustProxy: boolean;
  readonly forwarded?: string;
  readonly remoteAddress?: string;
}): Promise<string> {
  const app = new Hono();
  app.get('/', (c) => c.text(clientAddress(c, options)));
  const headers = options.forwarded === undefined ? {} : { 'x-forwarded-for': options.forwarded };
  const { remoteAddress } = options;
  const env = remoteAddress === undefined ? undefined : { incoming: { socket: { remoteAddress } } };
  return (await app.request('/', { headers }, env)).text();
}

describe('the address of a client', () => {
  const remoteAddress = '127.0.0.1';
  test.each([
    ['what anyone can write is not believed', { trustProxy: false, forwarded: '1.2.3.4', remoteAddress }, '127.0.0.1'],
    ['the proxy’s word is its last', { trustProxy: true, forwarded: '9.9.9.9, 1.2.3.4', remoteAddress }, '1.2.3.4'],
    ['a proxy that says nothing', { trustProxy: true, remoteAddress }, '127.0.0.1'],
    ['an empty header', { trustProxy: true, forwarded: ' , ', remoteAddress }, '127.0.0.1'],
    ['no socket', { trustProxy: true }, 'unknown'],
  ])('%s', async (_name, given, address) => {
    expect(await addressOf(given)).toBe(address);
  });

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['no address', 'no address'],
  ])('%s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
