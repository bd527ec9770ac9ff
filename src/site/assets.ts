import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Handler } from 'hono';

interface ManifestEntry {
  readonly file: string;
}

/** The files that the browser's part was built into, under the addresses at which `handler` serves them. */
export interface Assets {
  /** Style sheets of every page. */
  readonly css: readonly string[];
  /** Fonts that the first view needs, to be fetched early. */
  readonly fonts: readonly string[];
  /** The address of an entry's script, `main` for instance; undefined where it was not built. */
  script(name: string): string | undefined;
  /** Answers /assets/* with the file and a year of caching, or 404. */
  readonly handler: Handler;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.map': 'application/json',
};

const FIRST_FONTS = ['newsreader-latin-500-normal', 'public-sans-latin-400-normal'];

/** Reads the manifest of the folder into which Vite built web/ (dist/web). Without one, pages have no styles and still work. */
export function createAssets(folder: string): Assets {
  const path = join(folder, 'manifest.json');
  const manifest = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, ManifestEntry>) : {};
  // A closed list: an address that names no built file is answered with 404, whatever it spells.
  const files = new Set(
    existsSync(folder) ? readdirSync(folder).filter((name) => Object.hasOwn(TYPES, extname(name))) : [],
  );
  files.delete('manifest.json');
  const styles = manifest['styles/main.css'];
  return {
    css: styles === undefined ? [] : [`/assets/${styles.file}`],
    fonts: [...files]
      .filter((file) => FIRST_FONTS.some((font) => file.startsWith(font)) && !file.includes('latin-ext'))
      .map((file) => `/assets/${file}`),
    script: (name) => {
      const file = manifest[`${name}.ts`]?.file;
      return file === undefined ? undefined : `/assets/${file}`;
    },
    handler: async (c) => {
      const name = c.req.path.slice('/assets/'.length);
      if (!files.has(name)) return c.notFound();
      return c.body(await readFile(join(folder, name)), 200, {
        'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
        'cache-control': 'public, max-age=31536000, immutable',
      });
    },
  };
}
