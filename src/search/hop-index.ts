import { existsSync } from 'node:fs';
import type { Database } from '../catalogue/database.ts';
import { linkedFile, positionedSql } from '../catalogue/linked-tables.ts';
import { dayNumber } from '../model/day.ts';
import { findField } from '../vocabulary/fields.ts';
import type { EmbeddedIndex } from './embedded-index.ts';
import { entityFields } from './hop-fields.ts';
import { KEY_FIELDS, MAKER, NOT_MAKERS, type EntityVia } from './hop-names.ts';
import { Turns } from './turns.ts';

/** Steps between two looks at the clock. */
const STEP = 4096;
/** No day, since it is none of the calendar. */
export const NO_DAY = -2_147_483_647;
const PRODUCTION = 'production';

/** The entities of a via, numbered from 1: by the code of their key, those of a hierarchy by their node + 1. */
export interface Entities {
  readonly size: number;
  /** The entity of each position in the via's table; 0 where no record stands in it. */
  readonly byPosition: Uint32Array;
  /** By entity: whether it is a name that several people may bear. */
  readonly isAmbiguous: Uint8Array | undefined;
}

/** What stands in the column `agentRole`, by code. */
export interface Roles {
  readonly names: readonly string[];
  /** An index into `names`. */
  readonly roles: Uint16Array;
  readonly agents: Uint32Array;
  /** Roles of those who took part in the making. */
  readonly makers: ReadonlySet<string>;
}

/** Relations between records, both ways: `types` are indices into `names`. */
export interface Relations {
  readonly names: readonly string[];
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly types: Uint16Array;
}

/** First and last day by entity; NO_DAY in both where there is none. */
export interface EntitySpans {
  readonly begins: Int32Array;
  readonly ends: Int32Array;
}

/** Degrees by entity; NaN where it is not known. */
export interface EntityPoints {
  readonly latitudes: Float64Array;
  readonly longitudes: Float64Array;
}

/** What hops need of an edition beside its index: made when first asked for, and kept. */
export class HopIndex {
  readonly #index: EmbeddedIndex;
  readonly #database: Database;
  readonly #folder: string;
  readonly #kept = new Map<string, Promise<unknown>>();

  constructor(options: { readonly index: EmbeddedIndex; readonly database: Database; readonly folder: string }) {
    this.#index = options.index;
    this.#database = options.database;
    this.#folder = options.folder;
  }

  /** Others may wait for it as well: whoever asked first cannot stop it. What failed is tried again. */
  #keep<Value>(name: string, make: (turns: Turns) => Promise<Value>): Promise<Value> {
    let value = this.#kept.get(name) as Promise<Value> | undefined;
    if (value === undefined) {
      value = make(new Turns(undefined));
      this.#kept.set(name, value);
      value.catch(() => this.#kept.delete(name));
    }
    return value;
  }

  /** Whether records of this edition stand in any; one that was made before there were such entities has none. */
  has(via: EntityVia): boolean {
    return this.#index.hasColumn(KEY_FIELDS[via]) && existsSync(linkedFile(this.#folder, via));
  }

  /** The via's table, for SQL; it has `file_row_number`, its position. */
  tableSql(via: EntityVia): string {
    return positionedSql(this.#folder, via);
  }

  entities(via: EntityVia): Promise<Entities> {
    return this.#keep(`entities ${via}`, (turns) => this.#readEntities(via, turns));
  }

  async #readEntities(via: EntityVia, turns: Turns): Promise<Entities> {
    const find = this.finder(via);
    const size = this.#sizeOf(via);
    const isAgent = via === 'agent';
    const ambiguous = new Uint8Array(isAgent ? size + 1 : 0);
    const [counted] = await this.#database.query<{ rows: number | null }>(
      `select max(file_row_number) + 1 as rows from ${this.tableSql(via)}`,
    );
    const byPosition = new Uint32Array(counted?.rows ?? 0);
    const kind = isAgent ? `kind = 'name'` : 'false';
    const sql = `select file_row_number, key, ${kind} from ${this.tableSql(via)}`;
    for await (const [positions, keys, names] of this.#database.chunks(sql)) {
      for (const [at, key] of keys!.entries()) {
        const entity = find(String(key));
        byPosition[positions![at] as number] = entity;
        if (isAgent && names![at] === true) ambiguous[entity] = 1;
      }
      await turns.take();
    }
    ambiguous[0] = 0;
    return { size, byPosition, isAmbiguous: isAgent ? ambiguous : undefined };
  }

  #sizeOf(via: EntityVia): number {
    const name = KEY_FIELDS[via];
    return isTree(via) ? this.#index.tree(name).size : this.#index.column(name).distinct;
  }

  /** The entity of a key; 0 where no record stands in it. */
  finder(via: EntityVia): (key: string) => number {
    const name = KEY_FIELDS[via];
    return isTree(via) ? this.#index.tree(name).finder() : this.#index.texts(name).finder();
  }

  /** The entity of each code of the via's column of keys. */
  byCode(via: EntityVia): Promise<Uint32Array> {
    return this.#keep(`codes ${via}`, async () => {
      const name = KEY_FIELDS[via];
      const { distinct } = this.#index.column(name);
      if (!isTree(via)) return Uint32Array.from({ length: distinct + 1 }, (_, code) => code);
      return Uint32Array.from(this.#index.tree(name).nodesByCode(distinct), (node) => node + 1);
    });
  }

  roles(): Promise<Roles> {
    return this.#keep('roles', (turns) => this.#readRoles(turns));
  }

  async #readRoles(turns: Turns): Promise<Roles> {
    const texts = this.#index.texts('agentRole');
    const find = this.finder('agent');
    const numbers = new Map<string, number>();
    const roles = new Uint16Array(texts.size + 1);
    const agents = new Uint32Array(texts.size + 1);
    for (let code = 1; code <= texts.size; code++) {
      if (code % STEP === 0) await turns.take();
      const text = texts.get(code);
      const end = text.lastIndexOf(':');
      const role = text.slice(0, end);
      if (!numbers.has(role)) numbers.set(role, numbers.size);
      roles[code] = numbers.get(role)!;
      agents[code] = find(text.slice(end + 1));
    }
    const rows = await this.#database.query<{ role: string }>(
      'select distinct role from agent_link where activity = ? and role is not null',
      [PRODUCTION],
    );
    const makers = new Set(rows.map(({ role }) => role).filter((role) => !NOT_MAKERS.has(role)));
    return { names: [...numbers.keys()], roles, agents, makers: makers.add(MAKER) };
  }

  relations(): Promise<Relations> {
    return this.#keep('relations', async () => {
      const numbers = new Map<string, number>();
      const chunks: (readonly [from: Uint32Array, to: Uint32Array, types: Uint16Array])[] = [];
      let length = 0;
      for await (const [rids, types, others] of this.#database.chunks(
        'select rid, type, otherRid from relation_link',
      )) {
        const coded = types!.map((type) => {
          const name = String(type);
          if (!numbers.has(name)) numbers.set(name, numbers.size);
          return numbers.get(name)!;
        });
        chunks.push([
          Uint32Array.from(rids as readonly number[]),
          Uint32Array.from(others as readonly number[]),
          Uint16Array.from(coded),
        ]);
        length += rids!.length;
      }
      const [from, to, types] = [new Uint32Array(length), new Uint32Array(length), new Uint16Array(length)];
      let at = 0;
      for (const chunk of chunks) {
        from.set(chunk[0], at);
        to.set(chunk[1], at);
        types.set(chunk[2], at);
        at += chunk[0].length;
      }
      return { names: [...numbers.keys()], from, to, types };
    });
  }

  /** The days of a field that is a span, or whole years. */
  spans(via: EntityVia, name: string): Promise<EntitySpans> {
    return this.#keep(`spans ${via} ${name}`, async (turns) => {
      const field = entityFields(via).get(name.toLowerCase())!;
      const { begin = field.columns.value, end = field.columns.value } = field.columns;
      const { size, byPosition } = await this.entities(via);
      const begins = new Int32Array(size + 1).fill(NO_DAY);
      const ends = new Int32Array(size + 1).fill(NO_DAY);
      const sql = `select file_row_number, ${begin}, ${end} from ${this.tableSql(via)}
        where ${begin} is not null and ${end} is not null`;
      for await (const [positions, firsts, lasts] of this.#database.chunks(sql)) {
        for (const [at, position] of positions!.entries()) {
          const entity = byPosition[position as number]!;
          const [first, last] = [firsts![at] as number, lasts![at] as number];
          begins[entity] = field.isYear ? dayNumber(first, 1, 1) : first;
          ends[entity] = field.isYear ? dayNumber(last, 12, 31) : last;
        }
        await turns.take();
      }
      return { begins, ends };
    });
  }

  points(via: EntityVia): Promise<EntityPoints> {
    return this.#keep(`points ${via}`, async (turns) => {
      const { size, byPosition } = await this.entities(via);
      const latitudes = new Float64Array(size + 1).fill(Number.NaN);
      const longitudes = new Float64Array(size + 1).fill(Number.NaN);
      const sql = `select file_row_number, latitude, longitude from ${this.tableSql(via)}
        where latitude is not null and longitude is not null`;
      for await (const [positions, norths, easts] of this.#database.chunks(sql)) {
        for (const [at, position] of positions!.entries()) {
          const entity = byPosition[position as number]!;
          latitudes[entity] = norths![at] as number;
          longitudes[entity] = easts![at] as number;
        }
        await turns.take();
      }
      return { latitudes, longitudes };
    });
  }
}

/** Whether a via's entities stand in a hierarchy. */
export function isTree(via: EntityVia): boolean {
  return findField(KEY_FIELDS[via])?.tree !== undefined;
}
