import { quoteIdentifier } from '../catalogue/database.ts';
import { LINKED_TABLES } from '../catalogue/linked-tables.ts';
import type { EntityVia } from './hop-names.ts';
import type { ValueType } from './query-fields.ts';
import type { RowColumns, RowTable } from './row-tables.ts';

/** A field of an entity: a column of its table, or several. */
export interface EntityField {
  readonly name: string;
  readonly type: ValueType;
  readonly columns: RowColumns;
  /** Columns of whole years, of which a date can be made. */
  readonly isYear: boolean;
}

/** Every name that an entity has, in whatever column. */
export const NAME_FIELD = 'name';
const YEARS: ReadonlySet<string> = new Set(['born', 'died', 'activeBegin', 'activeEnd', 'begin', 'end']);
/** What serves the machine alone. */
const HIDDEN: ReadonlySet<string> = new Set(['folded', 'parentKey', 'lineage']);
const NAME_COLUMNS: readonly string[] = ['label', 'scientificName', 'canonicalName'];
const NAME_LISTS: readonly string[] = ['names', 'otherNames'];
const TYPES: Readonly<Record<string, ValueType>> = {
  VARCHAR: 'keyword',
  'VARCHAR[]': 'keyword',
  INTEGER: 'number',
  BIGINT: 'number',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
};
const fieldsByVia = new Map<EntityVia, ReadonlyMap<string, EntityField>>();

/** The fields by which an entity can be asked for, by their names in small letters. */
export function entityFields(via: EntityVia): ReadonlyMap<string, EntityField> {
  let fields = fieldsByVia.get(via);
  if (fields === undefined) {
    fields = new Map(readFields(via).map((field) => [field.name.toLowerCase(), field]));
    fieldsByVia.set(via, fields);
  }
  return fields;
}

/** A column with a `Begin` and an `End` beside it is a span of days. */
function readFields(via: EntityVia): EntityField[] {
  const columns = LINKED_TABLES[via]!;
  const spans = Object.keys(columns).filter((name) => `${name}Begin` in columns && `${name}End` in columns);
  const ends = new Set(spans.flatMap((name) => [`${name}Begin`, `${name}End`]));
  const fields = Object.entries(columns).flatMap(([name, type]): EntityField[] => {
    if (spans.includes(name)) {
      const [begin, end] = [quoteIdentifier(`${name}Begin`), quoteIdentifier(`${name}End`)];
      return [{ name, type: 'span', columns: { begin, end, isList: false }, isYear: false }];
    }
    const valueType = TYPES[type];
    if (valueType === undefined || HIDDEN.has(name) || ends.has(name)) return [];
    const isList = type.endsWith('[]');
    return [{ name, type: valueType, columns: { value: quoteIdentifier(name), isList }, isYear: YEARS.has(name) }];
  });
  return [...fields, { name: NAME_FIELD, type: 'keyword', columns: namesOf(columns), isYear: false }];
}

/** A list of all names; where names are structs, they have the label among them, and a column with all of them folded beside them. */
function namesOf(columns: Readonly<Record<string, string>>): RowColumns {
  if (columns['names']?.startsWith('STRUCT(') === true)
    return { value: 'list_transform(names, lambda n: n.name)', isList: true, folded: 'folded' };
  const single = NAME_COLUMNS.filter((name) => name in columns).map(quoteIdentifier);
  const lists = NAME_LISTS.filter((name) => columns[name] === 'VARCHAR[]').map(quoteIdentifier);
  const value = [`list_value(${single.join(', ')})`, ...lists].reduce(
    (left, right) => `list_concat(${left}, ${right})`,
  );
  return { value, isList: true };
}

/** The table of a via's entities, as `from` names it, with their fields. */
export function entityTable(via: EntityVia, from: string): RowTable {
  return { name: from, columnsOf: ({ name }) => entityFields(via).get(name.toLowerCase())?.columns };
}

/** Tables that hold the names of entities apart: one row a name, folded. */
export const NAME_TABLES: Readonly<Partial<Record<EntityVia, { readonly table: string; readonly key: string }>>> = {
  taxon: { table: 'taxon_name', key: 'taxonKey' },
  place: { table: 'place_name', key: 'placeKey' },
};
