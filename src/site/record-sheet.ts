import { FIELDS, type Field, type FieldGroup } from '../vocabulary/fields.ts';
import type { Issue } from '../model/issue.ts';
import type { CatalogueRecord, VerbatimCell } from '../model/record.ts';
import { SHOWN_FIELDS, termsOfField } from './field-terms.ts';

/** One line of a record's card: a field as it was read, and what the museum wrote for it. */
export interface SheetRow {
  readonly field: Field;
  /** Empty where nothing could be read. */
  readonly values: readonly string[];
  readonly inferred: boolean;
  readonly wrote: readonly VerbatimCell[];
  readonly issues: readonly Issue[];
}

export interface SheetGroup {
  readonly group: FieldGroup;
  readonly rows: readonly SheetRow[];
}

/** A record, laid out: every verbatim cell and every issue stands in exactly one place. */
export interface Sheet {
  readonly groups: readonly SheetGroup[];
  /** Cells that belong to no field. */
  readonly unmapped: readonly VerbatimCell[];
  /** Issues whose term has no row. */
  readonly issues: readonly Issue[];
}

/** The interpreted value of a column as text; empty where there is none. */
export function valuesOf(record: CatalogueRecord, column: string): readonly string[] {
  const value = record.interpreted[column];
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}

/** The first value of a column. */
export function firstOf(record: CatalogueRecord, column: string): string | undefined {
  return valuesOf(record, column)[0];
}

function fieldValues(record: CatalogueRecord, field: Field): readonly string[] {
  // That there is no medium goes without saying.
  if (field.name === 'mediaCount' && record.interpreted['mediaCount'] === 0) return [];
  if (field.type !== 'country') return valuesOf(record, field.name);
  const certain = valuesOf(record, 'countryCode');
  if (certain.length > 0) return certain;
  const possible = valuesOf(record, 'possibleCountryCodes');
  return possible.length > 0 ? possible : valuesOf(record, 'country');
}

export function toSheet(record: CatalogueRecord): Sheet {
  const cells = new Map<string, VerbatimCell[]>();
  const unmapped: VerbatimCell[] = [];
  for (const cell of record.verbatim) {
    if (cell.value.trim() === '') continue;
    if (cell.term === undefined) unmapped.push(cell);
    else cells.set(cell.term, [...(cells.get(cell.term) ?? []), cell]);
  }
  const issues = new Set(record.issues);
  const take = (terms: readonly string[]): VerbatimCell[] =>
    terms.flatMap((term) => {
      const found = cells.get(term) ?? [];
      cells.delete(term);
      return found;
    });
  const rows = SHOWN_FIELDS.flatMap((field): SheetRow[] => {
    const terms = termsOfField(field);
    const values = fieldValues(record, field);
    const wrote = take(terms);
    if (values.length === 0 && wrote.length === 0) return [];
    const raised = [...issues].filter(({ term }) => term !== undefined && terms.includes(term));
    for (const issue of raised) issues.delete(issue);
    return [{ field, values, inferred: isInferred(record, field), wrote, issues: raised }];
  });
  const groups = [...new Set(FIELDS.map(({ group }) => group))].flatMap((group): SheetGroup[] => {
    const own = rows.filter(({ field }) => field.group === group);
    return own.length === 0 ? [] : [{ group, rows: own }];
  });
  return { groups, unmapped: [...[...cells.values()].flat(), ...unmapped], issues: [...issues] };
}

/** Whether a value does not stand in the record, but was found from others. */
function isInferred(record: CatalogueRecord, { name, inferred }: Field): boolean {
  return inferred === true || record.interpreted[`${name}Basis`] === 'inferred';
}
