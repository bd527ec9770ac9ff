import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../catalogue/database.ts';
import { Edition } from '../catalogue/edition.ts';
import { History } from '../catalogue/history.ts';
import type { EditionManifest } from '../catalogue/manifest.ts';
import { pathsOf, type NodePaths } from '../catalogue/paths.ts';
import { currentName } from '../search/live.ts';
import { Comparison } from './change.ts';
import { ConfigurationError, readConfiguration } from './configuration.ts';

/** The editions of a node that are whole, earliest first. */
export function listEditions(paths: NodePaths): EditionManifest[] {
  if (!existsSync(paths.editions)) return [];
  return readdirSync(paths.editions)
    .filter((name) => !name.startsWith('.') && existsSync(join(paths.edition(name), 'edition.json')))
    .map((name) => readManifest(paths, name))
    .toSorted((a, b) => (a.created < b.created ? -1 : 1));
}

export function readManifest(paths: NodePaths, name: string): EditionManifest {
  return JSON.parse(readFileSync(join(paths.edition(name), 'edition.json'), 'utf8')) as EditionManifest;
}

/**
 * Publishes an edition: writes into the history what it changes, unless it was published before, switches `current`,
 * and clears editions beyond those that are kept. Throws ConfigurationError where there is no such edition.
 */
export async function publishEdition(folder: string, name: string): Promise<void> {
  const paths = pathsOf(folder);
  if (!existsSync(join(paths.edition(name), 'edition.json'))) {
    const names = listEditions(paths).map((edition) => edition.name);
    throw new ConfigurationError(
      `There is no edition “${name}”. There are: ${names.length === 0 ? 'none' : names.join(', ')}.`,
    );
  }
  const manifest = readManifest(paths, name);
  {
    using history = new History(paths.history);
    if (!history.editions().includes(name)) await writeHistory(paths, history, manifest);
  }
  writeFileSync(`${paths.current}.new`, `${name}\n`);
  renameSync(`${paths.current}.new`, paths.current);
  {
    // After the switch, since it removes editions, the one that was current among them.
    using history = new History(paths.history);
    await forgetProtected(paths, history, manifest);
  }
  prune(paths, readConfiguration(folder).options.keepEditions);
}

async function writeHistory(paths: NodePaths, history: History, manifest: EditionManifest): Promise<void> {
  const last = history.lastEdition();
  const previous =
    last !== undefined && existsSync(join(paths.edition(last), 'edition.json'))
      ? await Edition.open(paths.edition(last))
      : undefined;
  try {
    await using comparison = await Comparison.of(previous, { folder: paths.edition(manifest.name), manifest });
    await history.write(manifest.name, comparison.toHistory(previous));
  } finally {
    await previous?.close();
  }
}

/** Where the rules of protection changed, what earlier states and editions show of the records they protect must go too. */
async function forgetProtected(paths: NodePaths, history: History, manifest: EditionManifest): Promise<void> {
  for (const dataset of manifest.datasets.filter(({ protectedRecords }) => protectedRecords > 0)) {
    const outdated = listEditions(paths).filter(
      ({ name, datasets }) =>
        name !== manifest.name &&
        datasets.some(({ key, protection }) => key === dataset.key && protection !== dataset.protection),
    );
    if (outdated.length === 0) continue;
    const file = join(paths.edition(manifest.name), 'datasets', dataset.key, 'record.parquet');
    await using database = await Database.open({ folders: [paths.edition(manifest.name)] });
    const rows = await database.query<{ key: string }>(
      `select key from read_parquet('${file.replaceAll("'", "''")}') where informationWithheld is not null or dataGeneralizations is not null`,
    );
    const keys = rows.flatMap(({ key }) => [key, ...history.earlierKeys(key)]);
    history.redact(keys, (record) => ({
      ...record,
      verbatim: [],
      extensions: [],
      interpreted: {},
      children: {},
      issues: [],
    }));
    for (const { name } of outdated) rmSync(paths.edition(name), { recursive: true, force: true });
  }
}

/** Clears editions beyond the newest `keep`, but never the current one, and parts that no edition uses. */
function prune(paths: NodePaths, keep: number): void {
  const current = currentName(paths);
  const editions = listEditions(paths);
  const kept = editions.filter(({ name }, index) => index >= editions.length - keep || name === current);
  for (const { name } of editions)
    if (!kept.some((edition) => edition.name === name)) rmSync(paths.edition(name), { recursive: true, force: true });
  const used = new Set(kept.flatMap(({ datasets }) => datasets.map(({ part }) => part.slice(0, 32))));
  for (const name of readdirSync(paths.parts)) {
    if (!used.has(name)) rmSync(join(paths.parts, name), { recursive: true, force: true });
  }
}
