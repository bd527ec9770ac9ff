import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agentsOfRecord, listRoles, readAgent } from '../../src/catalogue/agent-store.ts';
import { Edition } from '../../src/catalogue/edition.ts';
import { ENTITY_FILES, EntityStore } from '../../src/catalogue/entity-store.ts';
import {
  duplicatesOfGathering,
  duplicatesOfRecord,
  linksOfRecord,
  readExpeditions,
  readGatherings,
} from '../../src/catalogue/gathering-store.ts';
import { pathsOf } from '../../src/catalogue/paths.ts';
import { findPlacesByName, placesOfRecord, readPlace, readPlaces } from '../../src/catalogue/place-store.ts';
import { readChildLines, readTaxa, readTaxonLines, taxaNamed, taxaOfRecord } from '../../src/catalogue/taxon-store.ts';
import { buildEdition } from '../../src/ingest/build.ts';
import { writeEntityLines } from '../../src/ingest/entity-lines.ts';
import { openEngine, type SearchEngine } from '../../src/search/engine.ts';
import { fold } from '../../src/search/text-fold.ts';
import { gatheringFolder } from '../fixture/gathering-node.ts';
import { taxaFolder } from '../fixture/taxa-node.ts';

interface Built {
  readonly folder: string;
  readonly edition: Edition;
  readonly engine: SearchEngine;
}

const built: Built[] = [];

beforeAll(async () => {
  for (const folder of [gatheringFolder(), taxaFolder()]) {
    const { edition: manifest } = await buildEdition(folder, { force: true });
    const edition = await Edition.open(pathsOf(folder).edition(manifest.name), { threads: 1 });
    built.push({ folder, edition, engine: await openEngine(edition) });
  }
}, 60_000);
afterAll(async () => {
  for (const { folder, edition, engine } of built) {
    engine.close();
    await edition.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

type Tables = Pick<Edition, 'database' | 'entities'>;

/** The same edition as one that was made before there was a store. */
function withoutStore({ database, folder }: Edition): Tables {
  return { database, entities: new EntityStore(join(folder, 'nowhere')) };
}

/** All that the page of a record asks of its entities. */
async function askedOf(tables: Tables, { edition, engine }: Built, rid: number) {
  const [record] = edition.records([rid]);
  const { key, datasetKey } = record!;
  const agents = await agentsOfRecord(tables, { rid, keys: engine.valuesOf('agentKey', rid), datasetKey });
  const links = await linksOfRecord(tables, rid);
  const gatheringKey = links.gathering?.gatheringKey;
  const taxa = await taxaOfRecord(tables, rid);
  return {
    agents: [...agents].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    people: await Promise.all([...agents.values()].toSorted().map((agent) => readAgent(tables, agent))),
    links,
    gatherings: gatheringKey === undefined ? [] : await readGatherings(tables, [gatheringKey, 'unknown']),
    duplicates: gatheringKey === undefined ? [] : await duplicatesOfRecord(tables, { gatheringKey, key }),
    expeditions: await readExpeditions(
      tables,
      links.expeditions.map((expedition) => expedition.key),
    ),
    taxa,
    lines: await readTaxonLines(
      tables,
      taxa.flatMap(({ taxonKey }) => taxonKey ?? []),
    ),
    places: await readPlaces(tables, await placesOfRecord(tables, rid)),
  };
}

type Asked = Awaited<ReturnType<typeof askedOf>>;

/** What is only in the lines: by which number a match is known. */
function plain({ taxa, ...asked }: Asked) {
  return {
    ...asked,
    taxa: taxa.map(({ taxonKey, match }) => ({
      taxonKey,
      name: match?.name,
      kind: match?.kind,
      evidence: match?.evidence,
      candidates: match?.candidates,
    })),
  };
}

describe('the store of entities', () => {
  test('says of every record what the linked tables say', async () => {
    const seen = { agents: 0, gatherings: 0, duplicates: 0, expeditions: 0, taxa: 0, places: 0 };
    for (const node of built)
      for (let rid = 0; rid < node.edition.manifest.records; rid++) {
        const asked = plain(await askedOf(node.edition, node, rid));
        expect(asked).toEqual(plain(await askedOf(withoutStore(node.edition), node, rid)));
        for (const name of Object.keys(seen) as (keyof typeof seen)[]) seen[name] += asked[name].length;
      }
    // Nothing is compared with nothing.
    expect(Object.values(seen).every((count) => count > 0)).toBe(true);
  });

  test('says of every place, name, group of duplicates and role what the linked tables say', async () => {
    const seen = { places: 0, named: 0, groups: 0, roles: 0, taxa: 0 };
    for (const { edition } of built) {
      const bare = withoutStore(edition);
      for (const { key, label } of await edition.database.query<{ key: string; label: string }>('from place')) {
        const place = await readPlace(edition, key);
        expect(place).toEqual(await readPlace(bare, key));
        const named = await findPlacesByName(edition, fold(label));
        expect(named).toEqual(await findPlacesByName(bare, fold(label)));
        seen.places += place === undefined ? 0 : 1;
        seen.named += named.length;
      }
      for (const { key } of await edition.database.query<{ key: string }>('select key from gathering')) {
        const groups = await duplicatesOfGathering(edition, key, 50);
        expect(groups).toEqual(await duplicatesOfGathering(bare, key, 50));
        seen.groups += groups.length;
      }
      for (const { key, label } of await edition.database.query<{ key: string; label: string }>('from taxon')) {
        expect(await readTaxa(edition, [key])).toEqual(await readTaxa(bare, [key]));
        expect(await taxaNamed(edition, fold(label))).toEqual(await taxaNamed(bare, fold(label)));
        const keys = (
          await edition.database.query<{ key: string }>('select key from taxon_child where parentKey = ?', [key])
        ).map((row) => row.key);
        const below = await readChildLines(edition, { parentKey: key, keys });
        expect(below).toEqual(await readChildLines(bare, { parentKey: key, keys }));
        seen.taxa += below.length;
      }
      const roles = await listRoles(edition);
      expect(roles).toEqual(await listRoles(bare));
      seen.roles += roles.length;
      expect(await readPlace(edition, 'unknown')).toBeUndefined();
      expect(await findPlacesByName(edition, 'nowhere at all')).toEqual([]);
    }
    expect(Object.values(seen).every((count) => count > 0)).toBe(true);
  });

  test('is what is missing of it only, where the rest was taken over', async () => {
    const { folder } = built[0]!.edition;
    const stamps = () => readdirSync(folder).filter((file) => file in ENTITY_FILES);
    expect(stamps()).toHaveLength(Object.keys(ENTITY_FILES).length);
    const steps: string[] = [];
    await writeEntityLines(folder, { withdrawn: [], memoryLimitInMb: 256, onStep: (step) => steps.push(step) });
    expect(steps).toEqual([]);
    rmSync(join(folder, 'agent-entities.sqlite'));
    await writeEntityLines(folder, { withdrawn: [], memoryLimitInMb: 256, onStep: (step) => steps.push(step) });
    expect(steps).toEqual(['names of entities']);
    expect(stamps()).toHaveLength(Object.keys(ENTITY_FILES).length);
  });
});
