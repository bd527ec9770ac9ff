import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import sharp from 'sharp';

import { coloursOf, mix } from './colours.ts';
import { FORMS } from './forms.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { box, hatch, oval, repeat } from './svg.ts';

/** A row of plates.tsv: one picture and what it is drawn from. */
export interface Plate {
  readonly file: string;
  readonly form: string;
  readonly seed: string;
  readonly palette: string;
  readonly shape: string;
}

export interface DrawOptions {
  /** Where the pictures are written; made when missing. */
  readonly folder: string;
  /** File names to draw; absent: all. */
  readonly only?: readonly string[];
  /** The list of plates; default: the committed one. */
  readonly list?: string | URL;
}

/** The list lies beside this file's source; what is compiled finds it there. */
function findList(): URL {
  const candidates = ['plates.tsv', '../../../demo/draw/plates.tsv'].map((path) => new URL(path, import.meta.url));
  const found = candidates.find((url) => existsSync(url));
  if (found === undefined) throw new Error('demo/draw/plates.tsv is missing');
  return found;
}

export async function readPlates(list: string | URL = findList()): Promise<Plate[]> {
  const [, ...rows] = (await readFile(list, 'utf8')).trimEnd().split('\n');
  return rows.map((row) => {
    const [file = '', form = '', seed = '', palette = '', shape = ''] = row.split('\t');
    return { file, form, seed, palette, shape };
  });
}

/** Forms that fill their plate to the edge and bring their own ground. */
const FULL = new Set(['letter', 'notebook', 'photograph', 'sheet', 'portrait']);
const WIDE = new Set([
  'gears',
  'fossilfish',
  'drawing',
  'notebook',
  'photograph',
  'mineral',
  'shell',
  'telescope',
  'cards',
]);

/** In pixels, of every picture. */
const LONG_SIDE = 1100;

function paper(random: Random, width: number, height: number): string {
  const tone = random.pick(['#f0e6cf', '#ece1c8', '#f3ead6', '#e8dcc1', '#efe4d2']);
  const stains = repeat(4, () =>
    oval(
      [random.between(0, width), random.between(0, height)],
      random.between(120, 420),
      random.between(90, 330),
      mix(tone, '#a07840', 0.35),
      'none',
      { opacity: 0.1 },
    ),
  );
  const border =
    box(34, 34, width - 68, height - 68, 'none', '#6d5a41', { 'stroke-width': 1.6, opacity: 0.75 }) +
    box(42, 42, width - 84, height - 84, 'none', '#6d5a41', { 'stroke-width': 0.8, opacity: 0.75 });
  const edges = `<radialGradient id="edge" r=".8"><stop offset="62%" stop-color="${tone}" stop-opacity="0"/><stop offset="100%" stop-color="#8a6a3a" stop-opacity=".28"/></radialGradient><rect width="${width}" height="${height}" fill="url(#edge)"/>`;
  return box(0, 0, width, height, tone) + stains + edges + border;
}

/** The whole SVG of a plate. The same plate always gives the same picture. */
export function toSvg(plate: Plate): string {
  const form = FORMS[plate.form];
  if (form === undefined) throw new Error(`plates.tsv: no form is called ${plate.form} (${plate.file})`);
  const random = createRandom(`${plate.seed}/${plate.form}/${plate.shape}`);
  const [width, height] = WIDE.has(plate.form) ? [1200, 940] : [1000, 1240];
  const scale = LONG_SIDE / Math.max(width, height);
  const ground = FULL.has(plate.form) ? '' : paper(random, width, height);
  const drawn = form({ random, colours: coloursOf(plate.palette), shape: plate.shape, width, height });
  const laid = FULL.has(plate.form) ? hatch({ x: 0, y: 0, width, height }, 7, 0, '#5a4526', 0.6, 0.1) : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" viewBox="0 0 ${width} ${height}">${ground}${drawn}${laid}</svg>`;
}

/** Grey grain, laid over every plate so that flat colour looks printed. */
function grain(): Buffer {
  const random = createRandom('grain');
  const pixels = Buffer.alloc(256 * 256 * 4);
  for (let i = 0; i < pixels.length; i += 4) {
    const dark = random.next() < 0.5;
    pixels.fill(dark ? 60 : 255, i, i + 3);
    pixels[i + 3] = Math.floor(random.next() * random.next() * 26);
  }
  return pixels;
}

/** Draws the plates as WebP files; returns how many were drawn. */
export async function drawPictures(options: DrawOptions): Promise<number> {
  await mkdir(options.folder, { recursive: true });
  const plates = (await readPlates(options.list)).filter(({ file }) => options.only?.includes(file) ?? true);
  const texture = grain();
  const queue = [...plates];
  const draw = async (): Promise<void> => {
    for (let plate = queue.shift(); plate !== undefined; plate = queue.shift()) {
      await sharp(Buffer.from(toSvg(plate)))
        .composite([{ input: texture, raw: { width: 256, height: 256, channels: 4 }, tile: true, blend: 'over' }])
        .webp({ quality: 78, effort: 0 })
        .toFile(join(options.folder, plate.file));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, draw));
  return plates.length;
}
