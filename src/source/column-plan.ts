import type { ColumnMapping } from './profile.ts';
import type { SourceColumn } from './source.ts';

/** A way to a value of a row or record: the cells or elements found there. */
export interface Access<Source> {
  readonly header: string;
  /** The position of the cell in its row; -1 where there is none. */
  readonly index: number;
  readonly readAll: (source: Source) => readonly string[];
}

/** A public column and how to get its value. */
export interface PlannedColumn<Source> {
  readonly column: SourceColumn;
  /** The cell that is taken as it stands; -1: `read` computes the value. */
  readonly index: number;
  readonly read: (source: Source) => string;
}

export interface ColumnPlan<Source> {
  readonly columns: readonly PlannedColumn<Source>[];
  /** Term to value. */
  readonly constants: Readonly<Record<string, string>>;
}

/** Between several values of one cell. */
const LIST_SEPARATOR = ' | ';

function joinList(values: readonly string[]): string {
  return values.length === 1 ? values[0]! : values.filter((value) => value.trim() !== '').join(LIST_SEPARATOR);
}

/**
 * Turns the mappings of a profile into public columns. Where a value is computed, the columns that it is computed from
 * stand before it as they were written. `access` finds a header or path, or throws.
 */
export function planColumns<Source>(options: {
  readonly mappings: Readonly<Record<string, ColumnMapping>>;
  readonly publish: readonly string[];
  readonly access: (header: string) => Access<Source>;
}): ColumnPlan<Source> {
  const columns: PlannedColumn<Source>[] = [];
  const constants: Record<string, string> = {};
  const raw = new Set<string>();
  const addRaw = (found: Access<Source>): void => {
    if (raw.has(found.header)) return;
    raw.add(found.header);
    columns.push(direct(found, { header: found.header }));
  };
  for (const [term, mapping] of Object.entries(options.mappings)) {
    if (mapping.kind === 'constant') {
      constants[term] = mapping.value;
      continue;
    }
    const sources = mapping.from.map(options.access);
    const [first] = sources;
    const { split, values, prefixes } = mapping;
    const isDirect = sources.length === 1 && split === undefined && values === undefined && prefixes === undefined;
    if (first !== undefined && isDirect) {
      raw.add(first.header);
      columns.push(direct(first, { header: first.header, term }));
      continue;
    }
    for (const source of sources) addRaw(source);
    const header = `${sources.map((source) => source.header).join(' + ')} → ${term}`;
    columns.push({ column: { header, term }, index: -1, read: (source) => compute(sources, mapping, source) });
  }
  for (const header of options.publish) addRaw(options.access(header));
  return { columns, constants };
}

function direct<Source>({ index, readAll }: Access<Source>, column: SourceColumn): PlannedColumn<Source> {
  return { column, index, read: (source) => joinList(readAll(source)) };
}

/** The value of a mapping for one row or record; empty where there is none. */
export function valueOf<Source>(
  mapping: ColumnMapping,
  access: (header: string) => Access<Source>,
): (source: Source) => string {
  if (mapping.kind === 'constant') return () => mapping.value;
  const sources = mapping.from.map(access);
  return (source) => compute(sources, mapping, source);
}

function compute<Source>(
  sources: readonly Access<Source>[],
  mapping: Extract<ColumnMapping, { kind: 'from' }>,
  source: Source,
): string {
  const { split, values: replacements, otherwise, prefixes } = mapping;
  const [first] = sources;
  let values: readonly string[] =
    sources.length === 1 && first !== undefined
      ? first.readAll(source)
      : [
          sources
            .map((each, at) => prefixed(joinList(each.readAll(source)).trim(), prefixes?.[at]))
            .filter((value) => value !== '')
            .join(mapping.join),
        ];
  if (split !== undefined) values = values.flatMap((value) => value.split(split).map((part) => part.trim()));
  values = values.filter((value) => value.trim() !== '');
  if (replacements !== undefined) {
    if (values.length === 0) return otherwise ?? '';
    values = values.map((value) =>
      Object.hasOwn(replacements, value.trim()) ? replacements[value.trim()]! : (otherwise ?? value),
    );
  }
  return joinList(sources.length === 1 ? values.map((value) => prefixed(value.trim(), prefixes?.[0])) : values);
}

function prefixed(value: string, prefix = ''): string {
  return value === '' ? '' : prefix + value;
}
