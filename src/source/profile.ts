import type { ExpeditionDeclaration } from '../model/expedition.ts';
import type { ChildName } from '../vocabulary/children.ts';
import type { RecordType } from '../vocabulary/kinds.ts';
import type { DatasetMetadata, SourceFormat } from './source.ts';

/** Where a term's values come from. `from` are headers (CSV, Darwin Core) or paths (JSON); several are joined by `join`. */
export type ColumnMapping =
  | { readonly kind: 'constant'; readonly value: string }
  | {
      readonly kind: 'from';
      readonly from: readonly string[];
      /** What stands before each value of the header or path at the same place in `from`; empty: nothing. */
      readonly prefixes?: readonly string[];
      /** Between the values of several columns. Default: a space. */
      readonly join: string;
      /** Where one value is to be divided; the parts are joined again with ' | '. */
      readonly split?: string;
      /** Replacements of whole values; letter case matters. */
      readonly values?: Readonly<Record<string, string>>;
      /** What stands where `values` has no replacement; absent: the value itself. */
      readonly otherwise?: string;
    };

/** Nested rows: elements of a JSON array, or parts of a CSV cell. */
export interface ChildMapping {
  readonly child: ChildName;
  /** The path of the elements ("images[]"), or the header of the cell. */
  readonly each: string;
  /** CSV: where the cell is divided; absent: the whole cell is one element. */
  readonly split?: string;
  /** Term to mapping. Paths are relative to the element; "." is the element itself. */
  readonly columns: Readonly<Record<string, ColumnMapping>>;
}

/** What a protection rule looks at; without a condition it applies to all records. */
export type ProtectionCondition = { readonly field: { readonly term: string } | { readonly header: string } } & (
  | { readonly kind: 'in'; readonly values: readonly string[] }
  /** * any characters, ? one; letter case does not matter. */
  | { readonly kind: 'matches'; readonly pattern: string }
);

export interface ProtectionRule {
  readonly reason: string;
  readonly when?: ProtectionCondition;
  /** ISO date: the rule holds before this day. */
  readonly until?: string;
  /** Terms, `verbatim["header"]`, or 'location' for all terms of place. */
  readonly withhold: readonly string[];
  /** Coordinates are rounded down to the grid, and location terms below stateProvince withheld. Degrees. */
  readonly generalise?: { readonly grid: number };
}

interface ProfileDialect {
  readonly delimiter?: string;
  /** Empty: no quotes. */
  readonly quote?: string;
  readonly encoding?: string;
  readonly headerLines?: number;
}

/** A museum's profile: what its export means and what of it is public. */
export interface Profile {
  readonly fileName: string;
  readonly metadata: Partial<DatasetMetadata>;
  readonly dayMonthOrder?: 'dmy' | 'mdy';
  /** Where the seasons of its dates are those of. */
  readonly hemisphere?: 'north' | 'south';
  readonly format?: SourceFormat;
  readonly csv: ProfileDialect;
  readonly records: {
    readonly type?: RecordType;
    /** A kind from KINDS, for all records. */
    readonly kind?: string;
    readonly identifier?: string;
    /** JSON: where the records lie in a file. */
    readonly at?: string;
  };
  readonly columns: Readonly<Record<string, ColumnMapping>>;
  /** Headers or paths made public without a term; '*' is every column of a CSV. */
  readonly publish: readonly string[];
  readonly children: readonly ChildMapping[];
  readonly protect: readonly ProtectionRule[];
  /** Expeditions of which the source has something. */
  readonly expeditions: readonly ExpeditionDeclaration[];
}
