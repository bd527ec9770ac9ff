import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { chromium, type Browser } from 'playwright-core';
import { createApp } from '../../src/api/app.ts';
import { createAssets } from '../../src/site/assets.ts';
import { createSite } from '../../src/site/site.tsx';
import { smallNode, type SmallNode } from '../fixture/open-node.ts';

/** A small node that a browser can visit. */
export interface Museum {
  readonly browser: Browser;
  readonly origin: string;
  readonly museum: SmallNode;
  close(): Promise<void>;
}

const CHROMIUM = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => path !== undefined && existsSync(path));

/** What keeps Chromium from calling home, and draws WebGL without a graphics card. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** Chromium without a window. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ args: ARGUMENTS, ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }) });
}

export async function openMuseum(): Promise<Museum> {
  const web = join(import.meta.dirname, '../../dist/web');
  if (!existsSync(join(web, 'manifest.json'))) throw new Error('dist/web is not built: run npm run build first.');
  const museum = await smallNode();
  const { live, node } = museum;
  const assets = createAssets(web);
  const app = createApp({ live, node, assets, site: createSite({ live, node, assets }) });
  const server = createServer(
    (request, response) => void getRequestListener(app.fetch, { overrideGlobalObjects: false })(request, response),
  );
  const origin = await listen(server);
  const browser = await launchBrowser();
  return {
    browser,
    origin,
    museum,
    close: async () => {
      await browser.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await museum.close();
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
