import { nearestName } from '../model/nearest-name.ts';
import { CHILDREN, CHILD_NAMES, type ChildName } from '../vocabulary/children.ts';
import { FIELDS, findField, type Field } from '../vocabulary/fields.ts';
import { entityFields } from './hop-fields.ts';
import { withArticle, type EntityVia } from './hop-names.ts';
import { QueryError } from './query-error.ts';

/** How the values of a field are written in a query and compared. A `cell` is a verbatim value: text, or number where it is one. */
export type ValueType = 'keyword' | 'number' | 'span' | 'boolean' | 'country' | 'cell';

/** What a field name in a query refers to; `name` is its canonical spelling. */
export type FieldReference =
  | { readonly kind: 'field'; readonly name: string; readonly type: ValueType; readonly field: Field }
  | { readonly kind: 'child'; readonly name: string; readonly type: ValueType; readonly child: ChildName }
  | { readonly kind: 'verbatim'; readonly name: string; readonly type: 'cell'; readonly header: string }
  | {
      readonly kind: 'extension';
      readonly name: string;
      readonly type: 'cell';
      readonly rowType: string;
      readonly term: string;
    }
  | { readonly kind: 'entity'; readonly name: string; readonly type: ValueType; readonly via: EntityVia }
  /** A taxon or place by its name: in canonical queries a hop. */
  | { readonly kind: 'named'; readonly name: NamedEntity; readonly type: 'keyword' };

/** Entities that are asked for by name as if they were a field of the record. */
export type NamedEntity = 'taxon' | 'place';

/** Inside `some`, the child or extension whose rows the names are about; inside a hop, the entity. */
export type Scope = ChildName | `ext["${string}"]` | EntityScope | undefined;
export type EntityScope = `@${EntityVia}`;

export function entityScope(via: EntityVia): EntityScope {
  return `@${via}`;
}

/** The entity that the names are about, where it is one. */
function entityOf(scope: Scope): EntityVia | undefined {
  return scope?.startsWith('@') === true ? (scope.slice(1) as EntityVia) : undefined;
}

export function isNamedEntity(name: string): name is NamedEntity {
  return name === 'taxon' || name === 'place';
}

const VERBATIM = /^verbatim\["((?:[^"\\]|\\.)*)"\]$/u;
const EXTENSION = /^ext\["((?:[^"\\]|\\.)*)"\](?:\.(?:\["((?:[^"\\]|\\.)*)"\]|([^\s"]+)))?$/su;
const CELL = /^\["((?:[^"\\]|\\.)*)"\]$/su;
const PLAIN = /^\p{L}[\p{L}\p{N}_-]*$/u;

function unescape(text: string): string {
  return text.replace(/\\(.)/gsu, '$1');
}

/** With a backslash before quotation marks and backslashes. */
export function escapeQuoted(text: string): string {
  return text.replace(/["\\]/gu, '\\$&');
}

/** The row type of `ext["rowType"]`, or undefined. */
export function extensionRowType(child: string): string | undefined {
  const match = EXTENSION.exec(child);
  return match === null || (match[2] ?? match[3]) !== undefined ? undefined : unescape(match[1]!);
}

/** The reference of a name as it stands in a query; throws QueryError with the nearest name where there is none. */
export function resolveField(name: string, scope?: Scope): FieldReference {
  if (scope === undefined) return resolveRecordField(name);
  const via = entityOf(scope);
  if (via !== undefined) return resolveEntityField(name, via);
  const rowType = extensionRowType(scope);
  if (rowType !== undefined) return resolveCell(name, rowType);
  const child = scope as ChildName;
  const columns: Readonly<Record<string, string>> = CHILDREN[child];
  const column = Object.keys(columns).find((column) => column.toLowerCase() === name.toLowerCase());
  if (column === undefined) throw unknownField(name, Object.keys(columns), `A row of ${child}`);
  return { kind: 'child', name: column, type: childType(columns[column]!), child };
}

function resolveRecordField(name: string): FieldReference {
  const header = VERBATIM.exec(name)?.[1];
  if (header !== undefined) {
    const text = unescape(header);
    return { kind: 'verbatim', name: `verbatim["${escapeQuoted(text)}"]`, type: 'cell', header: text };
  }
  const extension = EXTENSION.exec(name);
  const term = extension?.[3] ?? (extension?.[2] === undefined ? undefined : unescape(extension[2]));
  if (extension !== null && term !== undefined) {
    const rowType = unescape(extension[1]!);
    return { ...resolveCell(term, rowType), name: `ext["${escapeQuoted(rowType)}"].${cellName(term)}` };
  }
  const lower = name.toLowerCase();
  if (isNamedEntity(lower)) return { kind: 'named', name: lower, type: 'keyword' };
  const field = findField(name);
  if (field === undefined) throw unknownField(name, fieldNames(), 'A record');
  return { kind: 'field', name: field.name, type: field.type === 'text' ? 'keyword' : field.type, field };
}

function resolveEntityField(name: string, via: EntityVia): FieldReference {
  const fields = entityFields(via);
  const field = fields.get(name.toLowerCase());
  if (field === undefined) {
    const names = [...fields.values()].map(({ name }) => name);
    throw unknownField(name, names, withArticle(via).replace(/^a/u, 'A'));
  }
  return { kind: 'entity', name: field.name, type: field.type, via };
}

/** A column of an extension: `term`, or `["any header"]`. */
function resolveCell(name: string, rowType: string): Extract<FieldReference, { kind: 'extension' }> {
  const header = CELL.exec(name)?.[1];
  const term = header === undefined ? name : unescape(header);
  return { kind: 'extension', name: cellName(term), type: 'cell', rowType, term };
}

function cellName(term: string): string {
  return PLAIN.test(term) ? term : `["${escapeQuoted(term)}"]`;
}

function childType(column: string): ValueType {
  switch (column) {
    case 'SPAN':
      return 'span';
    case 'DOUBLE':
    case 'INTEGER':
      return 'number';
    case 'BOOLEAN':
      return 'boolean';
    default:
      return 'keyword';
  }
}

function fieldNames(): string[] {
  return [...FIELDS.flatMap(({ name, aliases }) => [name, ...aliases]), 'taxon', 'place'];
}

function unknownField(name: string, names: readonly string[], owner: string): QueryError {
  const nearest = nearestName(name, names);
  return new QueryError(`${owner} has no field "${name.slice(0, 80)}".`, {
    hint:
      nearest === undefined
        ? 'The fields are listed in the reference of the query language. To search for the words themselves, put them in quotation marks.'
        : `Did you mean ${nearest}? To search for the words themselves, put them in quotation marks.`,
  });
}

/** The child of this name, whatever its case, or `ext["…"]` in its canonical spelling; throws QueryError. */
export function resolveChild(name: string): ChildName | `ext["${string}"]` {
  const rowType = extensionRowType(name);
  if (rowType !== undefined) return `ext["${escapeQuoted(rowType)}"]`;
  const child = CHILD_NAMES.find((child) => child.toLowerCase() === name.toLowerCase());
  if (child !== undefined) return child;
  throw new QueryError(`Records have no nested rows called "${name.slice(0, 80)}".`, {
    hint: `Nested rows are ${CHILD_NAMES.join(', ')}, and ext["row type"].`,
  });
}
