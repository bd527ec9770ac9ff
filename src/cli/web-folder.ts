import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the built styles and scripts, seen from the compiled program or, in tests, from the sources. */
export function findWebFolder(): string | undefined {
  const candidates = ['../../web', '../../dist/web'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return candidates.find((folder) => existsSync(`${folder}/manifest.json`));
}
