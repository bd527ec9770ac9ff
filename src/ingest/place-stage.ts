import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Edition } from '../catalogue/edition.ts';
import { PLACE_TABLES } from '../catalogue/place-tables.ts';
import {
  labelOf,
  lineageOf,
  localityKey,
  namesOf,
  PlaceTree,
  type PlaceNames,
  type PlaceNode,
} from '../link/place-tree.ts';
import { listAreas } from '../vocabulary/geography-areas.ts';
import { fold } from '../search/text-fold.ts';
import { writeAliases } from './entity-aliases.ts';
import type { LinkOptions } from './link-entities.ts';
import { LinkLines } from './link-lines.ts';
import { createOpenRecords, LINK_ROW_GROUP, writeLinkedTable } from './linked-table.ts';
import { readTextPlace } from './place-texts.ts';

/** What a record says of where, in the order of PlaceNames. */
const NAMES = [
  'countryCode',
  'historicPlace',
  'continent',
  'stateProvince',
  'county',
  'municipality',
  'island',
  'waterBody',
] as const satisfies readonly (keyof PlaceNames)[];
/** A longer locality, or one with numbers, describes a spot and names no place. */
const LONGEST_LOCALITY = 60;
/** A locality is a place of its own from so many records on, and from more in an edition that has more than this many times as many. */
const LEAST_RECORDS = 2;
const MOST_LOCALITIES = 500_000;
/** Rows between two looks at whether the build was stopped. */
const ROWS_A_TURN = 20_000;
/** Places below another one that stand with it, so that its page asks for no more. */
const MOST_WITHIN = 200;

/**
 * Brings together the places that the records of an edition name, and writes PLACE_TABLES into its folder. What many records say alike is
 * looked at once. The same records give the same keys. Only what the parts hold is read: protected values are in none of them.
 */
export async function linkPlaces(folder: string, options: LinkOptions): Promise<void> {
  const work = join(folder, '.places');
  mkdirSync(work);
  try {
    await using edition = await Edition.open(folder, {
      memoryLimitInMb: options.memoryLimitInMb,
      temporaryFolder: join(work, 'spill'),
    });
    await new PlaceStage(edition, work, options).run();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  await writeAliases('place', folder, options);
}

class PlaceStage {
  readonly #edition: Edition;
  readonly #options: LinkOptions;
  readonly #tree = new PlaceTree();
  readonly #lines;
  #turn = 0;

  constructor(edition: Edition, work: string, options: LinkOptions) {
    this.#edition = edition;
    this.#options = options;
    const lines = (name: string, columns: Readonly<Record<string, string>>) => new LinkLines(join(work, name), columns);
    const { records: _, children: __, within: ___, ...place } = PLACE_TABLES.place;
    this.#lines = {
      place: lines('place', place),
      saying: lines('saying', { saying: 'INTEGER', placeKey: 'VARCHAR', isWithin: 'BOOLEAN' }),
      text: lines('text', { place: 'VARCHAR', placeKey: 'VARCHAR', isWithin: 'BOOLEAN', locality: 'VARCHAR' }),
      locality: lines('locality', { parentKey: 'VARCHAR', locality: 'VARCHAR', key: 'VARCHAR' }),
      localityPlace: lines('locality-place', place),
      above: lines('above', { key: 'VARCHAR', aboveKey: 'VARCHAR' }),
    };
  }

  async run(): Promise<void> {
    try {
      this.#step('places: reading');
      await createOpenRecords(this.#edition, this.#options.withdrawn);
      await this.#readSayings();
      await this.#readTexts();
      this.#step('places: localities');
      await this.#mention();
      await this.#nameLocalities();
      this.#step('places: writing');
      await this.#write();
    } finally {
      for (const each of Object.values(this.#lines)) each[Symbol.dispose]();
    }
  }

  #step(step: string): void {
    this.#options.signal?.throwIfAborted();
    this.#options.onStep?.(step);
  }

  async #pause(): Promise<void> {
    this.#turn += 1;
    if (this.#turn % ROWS_A_TURN !== 0) return;
    await new Promise(setImmediate);
    this.#options.signal?.throwIfAborted();
  }

  /** What records say of where they come from: each distinct saying once, and its places. */
  async #readSayings(): Promise<void> {
    const { database } = this.#edition;
    const { signal } = this.#options;
    await database.run(
      `create table saying as select (row_number() over (order by records desc, ${NAMES.join(', ')}))::integer as saying, * from (
         select ${NAMES.join(', ')}, count(*)::integer as records, avg(decimalLatitude) as latitude,
           case when max(decimalLongitude) - min(decimalLongitude) <= 180 then avg(decimalLongitude) end as longitude
         from open_record where coalesce(${NAMES.join(', ')}) is not null group by ${NAMES.join(', ')})`,
    );
    const sql = `select saying, records, latitude, longitude, ${NAMES.join(', ')} from saying order by saying`;
    for await (const [sayings, records, latitudes, longitudes, ...names] of database.chunks(sql, { signal })) {
      for (const [at, saying] of sayings!.entries()) {
        const said = Object.fromEntries(NAMES.map((name, column) => [name, names[column]![at] as string | null]));
        const places = this.#tree.add(said as unknown as PlaceNames, {
          records: records![at] as number,
          latitude: latitudes![at] as number | null,
          longitude: longitudes![at] as number | null,
        });
        const within = places.find(isLand);
        for (const place of places) this.#lines.saying.add({ saying, placeKey: place.key, isWithin: place === within });
        await this.#pause();
      }
    }
  }

  /** Places where objects were made and which they show, each text once. */
  async #readTexts(): Promise<void> {
    const { database } = this.#edition;
    const { signal } = this.#options;
    await database.run(
      `create table place_text as
       select rid, 'production' as role, unnest(productionPlace) as place from open_record where len(productionPlace) > 0
       union all select rid, 'subject', unnest(subjectPlace) from open_record where len(subjectPlace) > 0`,
    );
    const sql =
      'select place, count(distinct rid)::integer from place_text where place is not null group by place order by 2 desc, place';
    for await (const [texts, counts] of database.chunks(sql, { signal })) {
      for (const [at, text] of texts!.entries()) {
        const read = readTextPlace(String(text));
        if (read === undefined) continue;
        const places = this.#tree.add(read.names, { records: counts![at] as number, latitude: null, longitude: null });
        const within = places.find(isLand);
        for (const place of places)
          this.#lines.text.add({
            place: text,
            placeKey: place.key,
            isWithin: place === within,
            locality: read.locality,
          });
        await this.#pause();
      }
    }
  }

  /** Which record names which place: `mention` (rid, role, placeKey, and the locality where it may be a place within that). */
  async #mention(): Promise<void> {
    const { database } = this.#edition;
    const same = NAMES.map((name) => `r.${name} is not distinct from s.${name}`).join(' and ');
    const isName = (text: string) =>
      `length(${text}) between 2 and ${LONGEST_LOCALITY} and not regexp_matches(${text}, '[0-9]')`;
    await database.run(`create table said_place as select * from ${this.#lines.saying.end()}`);
    await database.run(
      `create table mention as
       select r.rid, 'gathering' as role, p.placeKey, case when p.isWithin and ${isName('r.locality')} then r.locality end as locality
       from open_record r join saying s on ${same} join said_place p using (saying)
       union all
       select t.rid, t.role, p.placeKey, case when p.isWithin and ${isName('p.locality')} then p.locality end
       from place_text t join ${this.#lines.text.end()} p using (place)`,
    );
    for (const table of ['saying', 'said_place', 'place_text']) await database.run(`drop table ${table}`);
  }

  /** Localities that enough records name within the same place. */
  async #nameLocalities(): Promise<void> {
    const { database, manifest } = this.#edition;
    const { signal } = this.#options;
    const least = Math.max(LEAST_RECORDS, Math.ceil(manifest.records / MOST_LOCALITIES));
    const above = new Map([...this.#tree.nodes()].map((node) => [node.key, node]));
    const sql = `select placeKey, locality, records from (
        select *, sum(records) over (partition by placeKey, trim(regexp_replace(lower(strip_accents(locality)), '[^[:alnum:]]+', ' ', 'g'))) as alike
        from (select placeKey, locality, count(*)::integer as records from mention where locality is not null group by placeKey, locality))
      where alike >= ${least} order by placeKey, records desc, locality`;
    for await (const [parents, localities, records] of database.chunks(sql, { signal })) {
      for (const [at, locality] of localities!.entries()) {
        const parentKey = String(parents![at]);
        const name = String(locality);
        const parent = above.get(parentKey);
        const key = parent === undefined ? undefined : localityKey(parent, name);
        if (key === undefined || parent === undefined) continue;
        this.#lines.locality.add({ parentKey, locality: name, key });
        const { countryCode } = parent;
        const names = [{ name, records: records![at] }];
        const line = {
          key,
          parentKey,
          label: name,
          kind: 'locality',
          countryCode,
          names,
          otherNames: [],
          possibleWithin: [],
        };
        this.#lines.localityPlace.add({ ...line, lineage: pathOf(parent), folded: fold(name) });
        await this.#pause();
      }
    }
  }

  #writeNodes(): void {
    const areas = new Map(listAreas().map((area) => [`${area.countryCode} ${area.label}`, area.names]));
    for (const node of this.#tree.nodes()) {
      const { key, parent, kind, countryCode, historic, middle, point, isKnown } = node;
      const [latitude, longitude] = middle ?? point ?? [];
      const label = labelOf(node);
      const names = namesOf(node);
      const known = isKnown && kind === 'stateProvince' ? areas.get(`${countryCode} ${label}`) : historic?.names;
      const otherNames = (known ?? []).filter((name) => !names.some((written) => written.name === name));
      const all = [label, ...names.map(({ name }) => name), ...otherNames];
      this.#lines.place.add({
        key,
        parentKey: parent?.key,
        label,
        kind,
        countryCode,
        names,
        otherNames,
        latitude,
        longitude,
        begin: historic?.begin,
        end: historic?.end,
        certainWithin: historic?.certain,
        possibleWithin: historic?.possible ?? [],
        lineage: parent === undefined ? [] : pathOf(parent),
        folded: fold([...new Set(all)].join('\n')),
      });
      for (const above of lineageOf(node)) this.#lines.above.add({ key, aboveKey: above.key });
    }
  }

  async #write(): Promise<void> {
    const { database } = this.#edition;
    this.#writeNodes();
    const { place, locality, localityPlace, above } = this.#lines;
    await database.run(`create table locality_key as select * from ${locality.end()}`);
    await database.run(
      `create table linked as select distinct m.rid, m.role, coalesce(l.key, m.placeKey) as placeKey, m.placeKey as within
       from mention m left join locality_key l on l.parentKey = m.placeKey and l.locality = m.locality`,
    );
    await database.run('drop table mention');
    // Most records name one place, so that only the others are counted one by one.
    await database.run(`create table several as select rid from linked group by rid having count(*) > 1`);
    await database.run(
      `create table counted as select aboveKey as key, sum(records)::integer as records from (
         select a.aboveKey, l.records from (
           select within, count(*) as records from linked where rid not in (select rid from several) group by within
         ) l join (select * from ${above.end()}) a on a.key = l.within
         union all
         select aboveKey, count(distinct rid) from (select rid, within from linked where rid in (select rid from several)) l
         join (select * from ${above.end()}) a on a.key = l.within group by aboveKey
         union all
         select placeKey, count(distinct rid) from linked where placeKey <> within group by placeKey
       ) group by aboveKey`,
    );
    // Spellings of one locality are one place, called as most records call it.
    await database.run(
      `create table placed as select * from ${place.end()} union all by name
       select key, any_value(parentKey) as parentKey, first(label order by names[1].records desc, label in (upper(label), lower(label)), label) as label, any_value(kind) as kind,
         any_value(countryCode) as countryCode, list(names[1] order by names[1].records desc, names[1].name) as names, [] as otherNames, [] as possibleWithin,
         any_value(lineage) as lineage, string_agg(folded, chr(10) order by folded) as folded
       from ${localityPlace.end()} group by key`,
    );
    const write = (table: keyof typeof PLACE_TABLES, sql: string) =>
      writeLinkedTable(this.#edition, table, { sql, rowGroup: LINK_ROW_GROUP });
    await database.run(
      `create table below as select parentKey as key, count(*) as children,
         list({'key': key, 'kind': kind, 'label': label, 'countryCode': countryCode, 'begin': begin, 'end': "end", 'records': records}
           order by records desc, label, key)[:${MOST_WITHIN}] as within
       from placed join counted using (key) where parentKey is not null group by parentKey`,
    );
    await write(
      'place',
      `select p.*, c.records, coalesce(b.children, 0) as children, coalesce(b.within, []) as within
       from placed p join counted c using (key) left join below b using (key) order by p.key`,
    );
    await write(
      'place_name',
      `select distinct unnest(string_split(folded, chr(10))) as folded, key as placeKey, records
       from placed join counted using (key) order by folded, records desc, placeKey`,
    );
    await write('place_link', 'select rid, placeKey, role from linked order by rid, placeKey, role');
  }
}

/** A locality lies on land, in the narrowest place that is named. */
function isLand({ kind }: PlaceNode): boolean {
  return kind !== 'water';
}

/** A place and all above it in a line each, the widest first. */
function pathOf(place: PlaceNode): readonly object[] {
  return lineageOf(place)
    .map((each) => ({ key: each.key, kind: each.kind, label: labelOf(each), countryCode: each.countryCode }))
    .toReversed();
}
