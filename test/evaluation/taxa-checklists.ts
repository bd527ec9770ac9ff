/**
 * Checklists put in order: every set of ChecklistBank's importer tests that has an `expected.tree` is added to one node, without what the
 * tests expect, and built. A line of the tree is right where the edition has a taxon of that name below the same name (directly, or
 * over taxa without an entry of their own), or a synonym of the same name. Names are compared without authors. A set that is refused has
 * all of its lines missing. Nothing was drawn: all of them are asked. Missed lines of a first measurement were looked through, and what
 * they showed was mended (columns of more ranks, older names of terms, where circles are cut).
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Edition } from '../../src/catalogue/edition.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { addSource, initNode } from '../../src/ingest/configuration.ts';
import { readTaxonName } from '../../src/interpret/taxon-name.ts';
import { checkSource } from '../../src/source/check.ts';
import { mostFrequent, type Score } from './score.ts';
import { FIXTURES, readTree } from './taxa-matching.ts';

interface TreeSet {
  readonly key: string;
  readonly path: string;
  /** "name < name above" or "synonym = taxon", without authors. */
  readonly lines: readonly string[];
}

function readSets(): readonly TreeSet[] {
  // Some trees were copied from another set and are not of the data beside them.
  const seen = new Set<string>();
  return ['coldp', 'dwca'].flatMap((format) =>
    readdirSync(join(FIXTURES, format)).flatMap((name): TreeSet[] => {
      const path = join(FIXTURES, format, name);
      const tree = join(path, 'expected.tree');
      if (!existsSync(tree)) return [];
      const text = readFileSync(tree, 'utf8');
      if (seen.has(text)) return [];
      seen.add(text);
      const taxa = readTree(text, name);
      const names = new Map(taxa.map(({ key, canonicalName }) => [key, canonicalName]));
      const lines = taxa.map(({ canonicalName, parentKey, acceptedKey }) =>
        lineOf({ name: canonicalName, above: names.get(parentKey ?? ''), accepted: names.get(acceptedKey ?? '') }),
      );
      return [{ key: `${format}-${name.replaceAll(/[^a-z0-9]/giu, 'x')}`, path, lines }];
    }),
  );
}

function lineOf(line: { name: string; above?: string | undefined; accepted?: string | undefined }): string {
  return line.accepted === undefined ? `${line.name} < ${line.above ?? '-'}` : `${line.name} = ${line.accepted}`;
}

function plainName(name: string | null): string {
  return readTaxonName(name ?? '')?.canonicalName ?? name ?? '';
}

interface TaxonName {
  readonly key: string;
  readonly parentKey: string | null;
  readonly datasetKey: string;
  readonly kind: string;
  readonly name: string | null;
}

/** For each set its lines; a taxon has one for each name above it up to the first with an entry of its own. */
async function readLines(edition: Edition): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  const taxa = await edition.database.query<TaxonName>(
    'select key, parentKey, datasetKey, kind, canonicalName as name from taxon where datasetKey is not null',
  );
  const byKey = new Map(taxa.map((taxon) => [taxon.key, taxon]));
  const synonyms = await edition.database.query<{ datasetKey: string; name: string; taxonKey: string }>(
    'select datasetKey, canonicalName as name, taxonKey from taxon_synonym where taxonKey is not null',
  );
  const lines = taxa
    .filter(({ kind }) => kind !== 'classification')
    .map(({ datasetKey, name, parentKey }) => {
      const above: string[] = [];
      for (let at = byKey.get(parentKey ?? ''); at !== undefined; at = byKey.get(at.parentKey ?? '')) {
        above.push(at.kind === 'classification' ? '-' : plainName(at.name));
        if (at.kind !== 'implied') break;
      }
      return { datasetKey, lines: above.map((each) => `${plainName(name)} < ${each}`) };
    });
  lines.push(
    ...synonyms.map(({ datasetKey, name, taxonKey }) => ({
      datasetKey,
      lines: [`${plainName(name)} = ${plainName(byKey.get(taxonKey)?.name ?? null)}`],
    })),
  );
  return new Map(
    [...Map.groupBy(lines, ({ datasetKey }) => datasetKey)].map(([key, group]) => [
      key,
      group.map((each) => each.lines),
    ]),
  );
}

export async function evaluate(): Promise<readonly Score[]> {
  if (!existsSync(FIXTURES)) return [];
  const folder = mkdtempSync(join(tmpdir(), 'collectome-checklists-'));
  try {
    initNode(folder, { name: 'Checklists', base: 'https://checklists.example' });
    const sets = readSets();
    for (const { key, path: set } of sets) {
      const path = join(folder, 'sets', key);
      cpSync(set, path, { recursive: true, filter: (file) => !/^(?:expected|README)/u.test(basename(file)) });
      if ((await checkSource({ path })).kind === 'accepted') addSource(folder, { path, key });
    }
    const { edition } = await buildEdition(folder, { force: true });
    await using opened = await Edition.open(pathsOf(folder).edition(edition.name));
    const found = await readLines(opened);
    let [right, wrong, total] = [0, 0, 0];
    const missed: string[] = [];
    for (const { key, path, lines } of sets) {
      const left = [...(found.get(key) ?? [])];
      for (const line of lines) {
        total += 1;
        const at = left.findIndex((each) => each.includes(line));
        if (at >= 0) {
          left.splice(at, 1);
          right += 1;
        } else missed.push(`${basename(path)}: ${line}`);
      }
      // A name that stands somewhere else than expected; names that the tree does not have are no mistakes of order.
      const expected = new Set(lines.map((line) => line.split(/ [<=] /u)[0]));
      wrong += left.filter(([line]) => expected.has(line?.split(/ [<=] /u)[0])).length;
    }
    return [
      {
        set: 'taxa: ChecklistBank checklists',
        measure: 'place of a name',
        right,
        wrong,
        total,
        missed: mostFrequent(missed, 30),
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
