import { expect } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { smallNode, type SmallNode } from '../fixture/open-node.ts';

export interface Client {
  readonly small: SmallNode;
  /** What the app would have logged. */
  readonly log: readonly string[];
  request(path: string, init?: RequestInit): Promise<Response>;
  /** The JSON of a successful GET. */
  get(path: string): Promise<any>;
  /** The JSON of a successful POST of JSON. */
  post(path: string, body: unknown): Promise<any>;
}

/** The app over the small node, without a socket. Close `small` afterwards. */
export async function openClient(): Promise<Client> {
  const small = await smallNode();
  const log: string[] = [];
  const app = createApp({ live: small.live, node: small.node, log: (line) => log.push(line) });
  const request = async (path: string, init?: RequestInit) => app.request(path, init);
  return {
    small,
    log,
    request,
    get: async (path) => success(await request(path)),
    post: async (path, body) => success(await request(path, jsonPost(body))),
  };
}

export function jsonPost(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function success(response: Response): Promise<any> {
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status: 200 });
  return JSON.parse(text);
}
