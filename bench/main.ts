import { performance } from 'node:perf_hooks';
import { mkdirSync } from 'node:fs';
import { generateArchives } from '../src/generate/archive.ts';
mkdirSync('bench/work', { recursive: true });
const started = performance.now();
await generateArchives({ records: 2000, seed: 1, path: 'bench/work/tiny.zip' });
console.log(`2,000 records generated in ${Math.round(performance.now() - started)} ms`);
