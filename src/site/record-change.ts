import type { CatalogueRecord } from '../model/record.ts';

/** A value before and after; either may be absent. */
export interface Change {
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

/** What differs between two states of a record. */
export interface RecordChange {
  /** What the museum wrote otherwise. */
  readonly written: readonly Change[];
  /** What was read otherwise although the museum wrote the same. */
  readonly read: readonly Change[];
}

export function compareRecords(before: CatalogueRecord, after: CatalogueRecord): RecordChange {
  const written = [
    ...compareTexts(cellsOf(before), cellsOf(after)),
    ...compareTexts(extensionsOf(before), extensionsOf(after)),
  ];
  const read = written.length > 0 ? [] : compareTexts(readOf(before), readOf(after));
  return { written, read };
}

type Texts = ReadonlyMap<string, string>;

function compareTexts(before: Texts, after: Texts): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name): Change[] => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was === is) return [];
    return [{ name, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}

function cellsOf({ verbatim }: CatalogueRecord): Texts {
  return gather(verbatim.map(({ header, value }) => [header, value]));
}

function extensionsOf({ extensions }: CatalogueRecord): Texts {
  return gather(
    extensions.flatMap(({ file, rows }) =>
      rows.flatMap((row, index) =>
        row.map(({ header, value }): [string, string] => [`${file} ${index + 1}: ${header}`, value]),
      ),
    ),
  );
}

function readOf({ interpreted }: CatalogueRecord): Texts {
  return gather(
    Object.entries(interpreted).map(([name, value]) => [
      name,
      typeof value === 'object' ? value.join('; ') : String(value),
    ]),
  );
}

/** Values by name; those of a repeated name one below the other. */
function gather(pairs: readonly (readonly [name: string, value: string])[]): Texts {
  const texts = new Map<string, string>();
  for (const [name, value] of pairs) {
    const held = texts.get(name);
    texts.set(name, held === undefined ? value : `${held}\n${value}`);
  }
  return texts;
}
