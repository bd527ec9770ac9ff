import { rmSync } from 'node:fs';
import { expect } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { readConfiguration } from '../../src/ingest/configuration.ts';
import { LiveEngine } from '../../src/search/live.ts';
import { builtFolder } from '../fixture/built-folder.ts';
import { gatheringFolder } from '../fixture/gathering-node.ts';

/** The app over the node with gatherings and expeditions, without a socket. */
export async function openGathered() {
  const folder = await builtFolder(gatheringFolder);
  const live = await LiveEngine.open(pathsOf(folder));
  const app = createApp({ live, node: readConfiguration(folder) });
  return {
    folder,
    live,
    app,
    get: async (path: string): Promise<any> => {
      const response = await app.request(path);
      const text = await response.text();
      expect({ status: response.status, text }).toMatchObject({ status: 200 });
      return JSON.parse(text);
    },
    close: async () => {
      await live.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
