import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Edition } from '../catalogue/edition.ts';
import type { DatasetManifest } from '../catalogue/manifest.ts';
import { TAXON_TABLES } from '../catalogue/taxon-tables.ts';
import { orderChecklist, type OrderedChecklist } from '../link/taxon-checklist.ts';
import { TaxonIndex } from '../link/taxon-index.ts';
import { matchStated } from '../link/taxon-match.ts';
import { StatedTaxa } from '../link/taxon-records.ts';
import { hashKey } from '../model/key.ts';
import type { Taxon } from '../model/taxon.ts';
import { fold } from '../search/text-fold.ts';
import { readEntries, readVernacular, type ReadEntry } from './checklist-entries.ts';
import { writeAliases } from './entity-aliases.ts';
import type { LinkOptions } from './link-entities.ts';
import { LinkLines } from './link-lines.ts';
import { createOpenRecords, ENTITY_ROW_GROUP, LINK_ROW_GROUP, writeLinkedTable } from './linked-table.ts';
import { nameRecords, type RecordName } from './taxon-names.ts';

/** Names between two looks at whether the build was stopped. */
const NAMES_A_TURN = 5_000;
/** Of what records say, for keys and where no checklist is. */
const RECORDS = 'records';
/** Title of the classification that is made of what records say. */
export const RECORDS_TITLE = 'As the records say';
/** More names of one taxon in the languages of people are a list of their own. */
const MOST_VERNACULAR = 100;

/**
 * Finds the taxa of all records: in each checklist of the edition, and as the records' own columns classify them. Writes TAXON_TABLES into
 * the edition's folder. The same records give the same keys. Names are looked up once each; a checklist is in memory while it is.
 */
export async function linkTaxa(folder: string, options: LinkOptions): Promise<void> {
  const work = join(folder, '.taxa');
  mkdirSync(work);
  try {
    await using edition = await Edition.open(folder, {
      memoryLimitInMb: options.memoryLimitInMb,
      temporaryFolder: join(work, 'spill'),
    });
    await new TaxonStage(edition, work, options).run();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  await writeAliases('taxon', folder, options);
}

interface VernacularName {
  readonly name: string;
  readonly language?: string | undefined;
  readonly recordKey?: string | undefined;
}

/** A taxon or classification as it is written, without what is counted later. */
interface TaxonRow {
  readonly key: string;
  readonly parentKey: string | undefined;
  readonly label: string;
  readonly kind: 'classification' | 'taxon' | 'implied';
  readonly taxon?: Taxon;
  readonly classificationKey: string;
  readonly datasetKey?: string | undefined;
  readonly identifiers?: readonly string[];
  readonly vernacularNames?: readonly VernacularName[];
}

class TaxonStage {
  readonly #edition: Edition;
  readonly #options: LinkOptions;
  readonly #lines;
  readonly #parents = new Map<string, string>();
  /** Objects by taxon, without those of taxa below. */
  readonly #objects = new Map<string, number>();
  #matches = 0;

  constructor(edition: Edition, work: string, options: LinkOptions) {
    this.#edition = edition;
    this.#options = options;
    const lines = (name: string, columns: Readonly<Record<string, string>>) => new LinkLines(join(work, name), columns);
    const { objects: _, objectsBelow: __, children: ___, lineage: ____, ...taxon } = TAXON_TABLES.taxon;
    const { objects: _____, ...name } = TAXON_TABLES.taxon_name;
    this.#lines = {
      taxon: lines('taxon', taxon),
      name: lines('name', name),
      synonym: lines('synonym', TAXON_TABLES.taxon_synonym),
      match: lines('match', TAXON_TABLES.taxon_match),
      found: lines('found', { name: 'INTEGER', taxonKey: 'VARCHAR', match: 'INTEGER' }),
      entry: lines('entry', { rid: 'INTEGER', taxonKey: 'VARCHAR' }),
      count: lines('count', {
        key: 'VARCHAR',
        objects: 'INTEGER',
        objectsBelow: 'INTEGER',
        children: 'INTEGER',
        lineage: 'VARCHAR[]',
      }),
    };
  }

  async run(): Promise<void> {
    const { manifest } = this.#edition;
    try {
      this.#step('taxa: reading names');
      await createOpenRecords(this.#edition, this.#options.withdrawn);
      const names = await nameRecords(this.#edition, 'open_record');
      for (const dataset of manifest.datasets)
        if ((dataset.recordsByType['taxon'] ?? 0) > 0) await this.#matchChecklist(dataset, names);
      this.#step('taxa: what records say');
      this.#classifyRecords(names);
      this.#countAll();
      this.#step('taxa: writing');
      await this.#write();
    } finally {
      for (const each of Object.values(this.#lines)) each[Symbol.dispose]();
    }
  }

  #step(step: string): void {
    this.#options.signal?.throwIfAborted();
    this.#options.onStep?.(step);
  }

  async #matchChecklist(dataset: DatasetManifest, names: readonly RecordName[]): Promise<void> {
    this.#step(`taxa: ${dataset.key}`);
    const entries = await readEntries(this.#edition, { dataset, records: 'open_record' });
    if (entries.length === 0) return;
    const checklist = orderChecklist(
      entries.map(({ entry }) => entry),
      dataset.iri,
    );
    const classificationKey = this.#addClassification(dataset.iri, dataset.title, dataset.key);
    await this.#addChecklist({ dataset, entries, checklist, classificationKey });
    const index = new TaxonIndex(checklist.taxa);
    let turn = 0;
    for (const { name, stated, objects } of names) {
      turn += 1;
      if (turn % NAMES_A_TURN === 0) {
        await new Promise(setImmediate);
        this.#options.signal?.throwIfAborted();
      }
      const match = matchStated(index, stated);
      if (match === undefined) continue;
      const { taxonKey } = match;
      this.#lines.match.add({ ...match, match: this.#matches, classificationKey, objects });
      this.#lines.found.add({ name, taxonKey, match: this.#matches });
      this.#matches += 1;
      if (taxonKey !== undefined) this.#objects.set(taxonKey, (this.#objects.get(taxonKey) ?? 0) + objects);
    }
  }

  #addClassification(iri: string, title: string, datasetKey?: string): string {
    const key = hashKey(['classification', iri].join('\u001F'));
    this.#add({ key, parentKey: undefined, label: title, kind: 'classification', classificationKey: key, datasetKey });
    return key;
  }

  async #addChecklist({
    dataset,
    entries,
    checklist,
    classificationKey,
  }: {
    readonly dataset: DatasetManifest;
    readonly entries: readonly ReadEntry[];
    readonly checklist: OrderedChecklist;
    readonly classificationKey: string;
  }): Promise<void> {
    const datasetKey = dataset.key;
    const { taxa, implied, loose, vernacular } = checklist;
    const byKey = new Map(entries.map((read) => [read.entry.key, read]));
    const accepted = new Map(taxa.map(({ key, acceptedKey }) => [key.split('#', 1)[0]!, acceptedKey ?? key]));
    const common = new Map<string, VernacularName[]>();
    const addCommon = (key: string | undefined, name: VernacularName): void => {
      if (key === undefined) return;
      const list = common.get(key) ?? [];
      if (list.length < MOST_VERNACULAR && !list.some((other) => other.name === name.name)) list.push(name);
      common.set(key, list);
    };
    const keyOfRow = new Map(entries.map(({ rid, entry }) => [rid, entry.key]));
    for (const { rid, name, language } of await readVernacular(this.#edition, dataset)) {
      const recordKey = keyOfRow.get(rid);
      if (recordKey !== undefined) addCommon(accepted.get(recordKey), { name, language, recordKey });
    }
    for (const { entry, vernacularName: name } of entries)
      if (name !== undefined) addCommon(accepted.get(entry.key), { name, recordKey: entry.key });
    for (const { taxonKey, entryKey, name } of vernacular) addCommon(taxonKey, { name, recordKey: entryKey });
    for (const taxon of taxa) {
      const key = taxon.key.split('#', 1)[0]!;
      const read = byKey.get(key);
      if (read !== undefined) this.#lines.entry.add({ rid: read.rid, taxonKey: taxon.acceptedKey ?? key });
      if (taxon.acceptedKey !== undefined) {
        this.#lines.synonym.add({ ...taxon, key, taxonKey: taxon.acceptedKey, datasetKey });
        this.#addName(taxon.acceptedKey, { kind: 'synonym', name: taxon.canonicalName });
        continue;
      }
      this.#add({
        key,
        parentKey: taxon.parentKey ?? classificationKey,
        label: read?.label ?? taxon.canonicalName,
        kind: implied.has(key) ? 'implied' : 'taxon',
        taxon,
        classificationKey,
        datasetKey,
        identifiers: read === undefined ? [] : [...read.entry.identifiers, ...read.addresses],
        vernacularNames: common.get(key) ?? [],
      });
    }
    for (const usage of loose) this.#lines.synonym.add({ ...usage, datasetKey });
  }

  #classifyRecords(names: readonly RecordName[]): void {
    if (names.length === 0) return;
    const stated = new StatedTaxa(
      names.map((name) => name.stated),
      RECORDS,
    );
    const common = new Map<string, Map<string, number>>();
    for (const { name, stated: row, objects, vernacularNames } of names) {
      const taxonKey = stated.keyOf(row);
      if (taxonKey === undefined) continue;
      this.#lines.found.add({ name, taxonKey });
      this.#objects.set(taxonKey, (this.#objects.get(taxonKey) ?? 0) + objects);
      // What stands on a record of a family is not the family's name.
      if (row.canonicalName === undefined) continue;
      for (const vernacularName of vernacularNames) {
        const counts = common.get(taxonKey) ?? new Map<string, number>();
        common.set(taxonKey, counts.set(vernacularName, (counts.get(vernacularName) ?? 0) + objects));
      }
    }
    const classificationKey = this.#addClassification(RECORDS, RECORDS_TITLE);
    for (const taxon of stated.taxa())
      this.#add({
        key: taxon.key,
        parentKey: taxon.parentKey ?? classificationKey,
        label: taxon.canonicalName,
        kind: 'taxon',
        taxon,
        classificationKey,
        vernacularNames: [...(common.get(taxon.key) ?? [])]
          .toSorted(([left, a], [right, b]) => b - a || (left < right ? -1 : 1))
          .slice(0, MOST_VERNACULAR)
          .map(([name]) => ({ name })),
      });
  }

  #add({ taxon, ...row }: TaxonRow): void {
    if (row.parentKey !== undefined) this.#parents.set(row.key, row.parentKey);
    const { scientificName, canonicalName, authorship, rank, status } = taxon ?? {};
    this.#lines.taxon.add({ scientificName, canonicalName, authorship, rank, status, ...row });
    if (canonicalName !== undefined) this.#addName(row.key, { kind: 'accepted', name: canonicalName });
    for (const { name } of row.vernacularNames ?? []) this.#addName(row.key, { kind: 'vernacular', name });
  }

  #addName(taxonKey: string, { kind, name }: { readonly kind: string; readonly name: string }): void {
    this.#lines.name.add({ folded: fold(name), name, kind, taxonKey });
  }

  /** What stands above each taxon, the objects at or below it, and how many taxa are directly below. */
  #countAll(): void {
    const below = new Map<string, number>();
    const children = new Map<string, number>();
    for (const parent of this.#parents.values()) children.set(parent, (children.get(parent) ?? 0) + 1);
    for (const [key, objects] of this.#objects)
      for (const at of [key, ...this.#lineageOf(key)]) below.set(at, (below.get(at) ?? 0) + objects);
    for (const key of new Set([...this.#parents.keys(), ...children.keys()]))
      this.#lines.count.add({
        key,
        objects: this.#objects.get(key) ?? 0,
        objectsBelow: below.get(key) ?? 0,
        children: children.get(key) ?? 0,
        lineage: this.#lineageOf(key),
      });
  }

  #lineageOf(key: string): readonly string[] {
    const above: string[] = [];
    for (let at = this.#parents.get(key); at !== undefined; at = this.#parents.get(at)) above.push(at);
    return above.toReversed();
  }

  async #write(): Promise<void> {
    const { database } = this.#edition;
    const { taxon, name, synonym, match, found, entry, count } = this.#lines;
    await database.run(`create table counted as select * from ${count.end()}`);
    const write = (table: string, sql: string, rowGroup = ENTITY_ROW_GROUP) =>
      writeLinkedTable(this.#edition, table, { sql, rowGroup });
    await write(
      'taxon',
      `select t.*, c.objects, c.objectsBelow, c.children, c.lineage
       from ${taxon.end()} t join counted c using (key) order by t.key`,
    );
    await write(
      'taxon_child',
      `select * from ${taxon.end()} where parentKey is not null order by parentKey, label, key`,
    );
    await write(
      'taxon_name',
      `select n.*, c.objectsBelow as objects
       from (select distinct * from ${name.end()}) n join counted c on c.key = n.taxonKey
       order by folded, objects desc, taxonKey, kind, name`,
    );
    await write('taxon_synonym', `select * from ${synonym.end()} order by taxonKey, canonicalName, key`);
    // Numbered by taxon, so that both a taxon's matches and a match by number lie together.
    await database.run(
      `create table numbered as select (row_number() over (order by taxonKey, objects desc, name, "match") - 1)::integer as number, *
       from ${match.end()}`,
    );
    await write('taxon_match', 'select * exclude ("match"), number as "match" from numbered order by number');
    await write(
      'taxon_link',
      `select n.rid, f.taxonKey, m.number as "match"
       from record_name n join ${found.end()} f using (name) left join numbered m using ("match")
       union all select rid, taxonKey, null from ${entry.end()} order by rid, taxonKey`,
      LINK_ROW_GROUP,
    );
  }
}
