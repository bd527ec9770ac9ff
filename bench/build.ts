import { copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathsOf } from '../src/catalogue/paths.ts';
import { addSource, initNode } from '../src/ingest/configuration.ts';
import type { Archives } from './archives.ts';
import type { BuildAnswer } from './build-process.ts';
import { runProcess } from './child.ts';
import { atMost, type Report } from './measurement.ts';

const SHOWN_STAGES = 12;
const MEGABYTE = 1_000_000;
/** How the stages that link begin. */
const LINKING = 'linking ';

/** Builds a node of all archives, beside a plain reading of the same files; then again with one of the datasets changed. */
export async function measureBuild(node: string, archives: Archives, report: Report): Promise<void> {
  const { seconds: plain } = await runProcess<{ seconds: number }>('reference', {
    kind: 'read',
    folder: archives.plain,
  });
  makeNode(node, archives);
  const built = await runProcess<BuildAnswer>('build', { node });
  const { seconds, records } = built;
  report({ name: 'build, zip to published edition', value: seconds, unit: 's', reference: plain, goal: atMost(300) });
  report({ name: 'build as a multiple of the plain reading', value: seconds / plain, unit: 'times', goal: atMost(10) });
  report({ name: 'build, processor time', value: built.cpuSeconds, unit: 's' });
  report({ name: 'build, records a second', value: records / seconds, unit: '1/s', reference: records / plain });
  report({ name: 'build, peak memory', value: built.peakMemoryMb, unit: 'MB', goal: atMost(6000) });
  for (const [stage, spent] of built.stages.toSorted(([, a], [, b]) => b - a).slice(0, SHOWN_STAGES)) {
    report({ name: `stage: ${stage}`, value: spent, unit: 's' });
  }
  const linking = built.stages.reduce((sum, [stage, spent]) => sum + (stage.startsWith(LINKING) ? spent : 0), 0);
  report({ name: 'linking people, gatherings, taxa and places', value: linking, unit: 's' });
  report({
    name: 'build as a multiple of that without linking',
    value: seconds / (seconds - linking),
    unit: 'times',
    goal: atMost(2),
    note: 'by the time of its stages',
  });
  const edition = pathsOf(node).edition(built.edition);
  report({ name: 'edition on disk', value: sizeOf(edition) / MEGABYTE, unit: 'MB' });
  const again = await changeOne(node, archives);
  report({ name: `rebuild, 1 of ${archives.paths.length} datasets changed`, value: again.seconds, unit: 's' });
  const share = (again.seconds / seconds) * 100;
  const note = `${again.reused} parts taken over`;
  report({ name: 'rebuild as a share of the build', value: share, unit: '%', goal: atMost(40), note });
}

function makeNode(node: string, { paths }: Archives): void {
  rmSync(node, { recursive: true, force: true });
  initNode(node, { name: 'Bench', base: 'http://localhost:8080' });
  paths.forEach((path, index) => {
    const copy = join(node, basename(path));
    copyFileSync(path, copy);
    addSource(node, { path: copy, key: `dataset-${index + 1}`, iri: `urn:collectome:bench:${index + 1}` });
  });
}

async function changeOne(node: string, { paths, changed }: Archives): Promise<BuildAnswer> {
  copyFileSync(changed, join(node, basename(paths[0]!)));
  return runProcess<BuildAnswer>('build', { node });
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0);
}
