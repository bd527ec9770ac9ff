import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import sharp from 'sharp';
import { DERIVATIVE_WIDTHS, type Derivative, type Shelf } from '../catalogue/shelf.ts';

/** Pictures with more pixels than this are refused: they are drawers and maps, or bombs. */
const MOST_PIXELS = 400_000_000;

/**
 * Makes the derivatives of a picture: WebP of 300 and 1000 pixels' width (never enlarged), upright, without EXIF (which
 * may tell a place). The same bytes give the same files. Throws where it is no picture that sharp reads.
 */
export async function makeDerivatives(shelf: Shelf, bytes: Buffer): Promise<Derivative> {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 40);
  const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
  const { width, height, orientation } = await image.metadata();
  const turned = (orientation ?? 1) >= 5;
  for (const target of DERIVATIVE_WIDTHS) {
    const path = shelf.path(hash, target);
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    const partial = `${path}.${randomUUID()}`;
    await image
      .clone()
      .rotate()
      .resize({ width: target, withoutEnlargement: true })
      .webp({ quality: 80 })
      .toFile(partial);
    renameSync(partial, path);
  }
  return { hash, width: turned ? height : width, height: turned ? width : height };
}
