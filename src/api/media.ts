import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { DERIVATIVE_WIDTHS } from '../catalogue/shelf.ts';
import type { AppEnv, Services } from './environment.ts';

const HASH = /^[0-9a-f]{16,128}$/u;

/** `/<hash>/<width>.webp`: pictures of the shelf by content hash. What is not of that form never reaches the file system. */
export function createMedia({ live }: Services): Hono<AppEnv> {
  const media = new Hono<AppEnv>();
  media.get('/:hash/:file', async (c) => {
    const { hash, file } = c.req.param();
    const width = DERIVATIVE_WIDTHS.find((candidate) => file === `${candidate}.webp`);
    if (width === undefined || !HASH.test(hash) || live.isPictureWithdrawn(hash)) return c.notFound();
    let bytes: Buffer<ArrayBuffer>;
    try {
      bytes = await readFile(live.shelf.path(hash, width));
    } catch {
      return c.notFound();
    }
    return c.body(bytes, 200, { 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable' });
  });
  return media;
}
