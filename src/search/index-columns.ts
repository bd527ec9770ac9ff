import { quoteIdentifier } from '../catalogue/database.ts';
import { FIELDS, type Field } from '../vocabulary/fields.ts';
import type { DictionaryKind } from './index-file.ts';

/** The least and greatest day: an open begin or end. */
export const OPEN_BEGIN = -2_147_483_648;
export const OPEN_END = 2_147_483_647;

/** A column of the index: where its values come from. */
export interface ColumnSource {
  readonly name: string;
  readonly dictionary: DictionaryKind;
  readonly many: boolean;
  /** Selects rid and value; a list where several; texts, numbers, or `begin,end,basis` and `latitude,longitude`. */
  readonly sql: string;
}

/** Coordinates in microdegrees, as a column of its own, since maps count places and not latitudes. */
export const POINT_COLUMN = 'point';
/** The codes of `country` that are certain, one a row at most. */
export const CERTAIN_COUNTRY = 'country/certain';

export const INDEX_COLUMNS: readonly ColumnSource[] = [
  ...FIELDS.filter(({ indexed }) => indexed).map(columnSource),
  {
    name: POINT_COLUMN,
    dictionary: 'point',
    many: false,
    sql: `select rid, round(decimalLatitude * 1e6)::integer || ',' || round(decimalLongitude * 1e6)::integer as value
      from record where decimalLatitude between -90 and 90 and decimalLongitude between -180 and 180`,
  },
];

function columnSource(field: Field): ColumnSource {
  const { name, many, type } = field;
  const column = quoteIdentifier(name);
  switch (type) {
    case 'span':
      return {
        name,
        dictionary: 'span',
        many,
        sql: name === 'date' ? spanSql('activity', 'date') : spanSql('record', name),
      };
    case 'number':
      return {
        name,
        dictionary: 'number',
        many,
        sql: `select rid, ${column} + 0 as value from record where ${column} is not null and isfinite(${column})`,
      };
    case 'boolean':
      return {
        name,
        dictionary: 'text',
        many,
        sql: `select rid, ${column}::varchar as value from record where ${column} is not null`,
      };
    case 'country':
      return {
        name,
        dictionary: 'text',
        many: true,
        sql: `select rid, list_distinct(list_append(coalesce(possibleCountryCodes, []), countryCode)) as value from record
          where countryCode is not null or len(possibleCountryCodes) > 0`,
      };
    default:
      if (name === 'agent') {
        return {
          name,
          dictionary: 'text',
          many,
          sql: `select rid, agent as value from participation where agent is not null`,
        };
      }
      return {
        name,
        dictionary: 'text',
        many,
        sql: `select rid, ${column} as value from record where ${column} is not null`,
      };
  }
}

function spanSql(table: string, name: string): string {
  const [begin, end, basis] = ['Begin', 'End', 'Basis'].map((part) => quoteIdentifier(name + part));
  return `select rid, coalesce(${begin}, ${OPEN_BEGIN}) || ',' || coalesce(${end}, ${OPEN_END}) || ',' ||
      case when ${basis} = 'inferred' then 1 else 0 end as value
    from ${table} where ${begin} is not null or ${end} is not null`;
}
