import { quoteIdentifier } from '../catalogue/database.ts';
import { ISSUE_TABLE } from '../catalogue/edition.ts';
import { FIELDS, LINK_COLUMNS, type Field } from '../vocabulary/fields.ts';
import type { DictionaryKind } from './index-file.ts';

/** The least and greatest day: an open begin or end. */
export const OPEN_BEGIN = -2_147_483_648;
export const OPEN_END = 2_147_483_647;

/** Between the items of a list that is packed as one text. */
export const ITEM_SEPARATOR = '\u0001';
const ITEM_SQL = 'chr(1)';

/** A column of the index: where its values come from. */
export interface ColumnSource {
  readonly name: string;
  readonly dictionary: DictionaryKind;
  readonly many: boolean;
  /** The table; one with several rows a record gives it several values. */
  readonly table: string;
  /**
   * Text of a row's value: texts, numbers, `begin,end,basis` or `latitude,longitude`; items of lists with ITEM_SEPARATOR
   * between. Empty or null where there is none.
   */
  readonly value: string;
  /** The table with the hierarchy to which its values belong. */
  readonly tree?: string;
}

/** Coordinates in microdegrees, as a column of its own, since maps count places and not latitudes. */
export const POINT_COLUMN = 'point';
/** The codes of `country` that are certain, one a row at most. */
export const CERTAIN_COUNTRY = 'country/certain';
/** Where they come from. */
export const CERTAIN_COUNTRY_SOURCE: ColumnSource = {
  name: CERTAIN_COUNTRY,
  dictionary: 'text',
  many: false,
  table: 'record',
  value: 'countryCode',
};

/** The first letter of a name's last word, since family names come last. */
const INITIAL = `upper(strip_accents(regexp_extract(name, '(\\p{L})[^\\s]*\\s*$', 1)))`;

export const INDEX_COLUMNS: readonly ColumnSource[] = [
  ...FIELDS.filter(({ indexed }) => indexed).map(columnSource),
  {
    name: POINT_COLUMN,
    dictionary: 'point',
    many: false,
    table: 'record',
    value: `case when decimalLatitude between -90 and 90 and decimalLongitude between -180 and 180
      then round(decimalLatitude * 1e6)::integer || ',' || round(decimalLongitude * 1e6)::integer end`,
  },
];

function columnSource({ name, many, type, tree }: Field): ColumnSource {
  const column = quoteIdentifier(name);
  switch (type) {
    case 'span': {
      const table = name === 'date' ? 'activity' : 'record';
      return { name, dictionary: 'span', many, table, value: spanSql(name) };
    }
    case 'number': {
      // Adding nothing makes the negative zero a zero.
      const value = `case when isfinite(${column}) then (${column} + 0)::varchar end`;
      return { name, dictionary: 'number', many, table: 'record', value };
    }
    case 'boolean':
      return { name, dictionary: 'text', many, table: 'record', value: `${column}::varchar` };
    case 'country': {
      const value = `concat_ws(${ITEM_SQL}, array_to_string(possibleCountryCodes, ${ITEM_SQL}), countryCode)`;
      return { name, dictionary: 'text', many: true, table: 'record', value };
    }
    default:
      if (name === 'agent') return { name, dictionary: 'text', many, table: 'participation', value: 'agent' };
      if (name in LINK_COLUMNS) {
        const [table, value] = LINK_COLUMNS[name]!;
        return { name, dictionary: 'text', many, table, value, ...(tree === undefined ? {} : { tree }) };
      }
      if (name === 'issue') return { name, dictionary: 'text', many, table: ISSUE_TABLE, value: listSql(name) };
      if (name === 'agentRole')
        return { name, dictionary: 'text', many, table: 'agent_link', value: `role || ':' || agentKey` };
      if (name === 'agentInitial') return { name, dictionary: 'text', many, table: 'agent_link', value: INITIAL };
      return { name, dictionary: 'text', many, table: 'record', value: many ? listSql(name) : column };
  }
}

/** A list's items as one text. */
export function listSql(name: string): string {
  return `array_to_string(${quoteIdentifier(name)}, ${ITEM_SQL})`;
}

function spanSql(name: string): string {
  const [begin, end, basis] = ['Begin', 'End', 'Basis'].map((part) => quoteIdentifier(name + part));
  return `case when ${begin} is not null or ${end} is not null then
      coalesce(${begin}, ${OPEN_BEGIN}) || ',' || coalesce(${end}, ${OPEN_END}) || ',' ||
      case when ${basis} = 'inferred' then 1 else 0 end end`;
}
