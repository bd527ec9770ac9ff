import { readFileSync } from 'node:fs';

/** The name and version of this software, as package.json has them: `collectome 0.1.0`. */
export const SOFTWARE = readSoftware();

/** Sources lie two folders below package.json, compiled files three. */
function readSoftware(): { readonly name: string; readonly version: string } {
  for (const path of ['../../package.json', '../../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as {
        name: string;
        version: string;
      };
      return { name, version };
    } catch {
      continue;
    }
  }
  throw new Error('package.json is missing beside the program');
}
