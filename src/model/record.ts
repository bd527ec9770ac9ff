import type { ChildName } from '../vocabulary/children.ts';
import type { RecordType } from '../vocabulary/kinds.ts';
import type { Issue } from './issue.ts';

/** A cell as the museum wrote it. */
export interface VerbatimCell {
  /** The column's header in its file; for JSON the path. */
  readonly header: string;
  /** The term to which it is mapped, if it is. */
  readonly term?: string;
  readonly value: string;
}

/** Rows of one extension or nested list, as written. */
export interface VerbatimExtension {
  readonly rowType: string;
  readonly file: string;
  readonly rows: readonly (readonly VerbatimCell[])[];
}

/** A whole record, as the record store returns it: what the museum wrote and, beside it, how it was read. */
export interface CatalogueRecord {
  readonly key: string;
  readonly datasetKey: string;
  readonly recordType: RecordType;
  readonly source: { readonly file: string; readonly line: number };
  /** SHA-256 of the canonical verbatim rows, in hexadecimal. */
  readonly stateHash: string;
  readonly verbatim: readonly VerbatimCell[];
  readonly extensions: readonly VerbatimExtension[];
  /** Interpreted columns of the `record` table (see FIELDS and columnsOf); absent where there is no value. */
  readonly interpreted: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** Interpreted nested rows. */
  readonly children: Readonly<Partial<Record<ChildName, readonly Readonly<Record<string, unknown>>[]>>>;
  readonly issues: readonly Issue[];
}

export interface Dataset {
  readonly key: string;
  /** The dataset's own IRI, minted at `add`. */
  readonly iri: string;
  readonly title: string;
  readonly description?: string;
  readonly publisher?: string;
  readonly contacts: readonly {
    readonly name?: string;
    readonly email?: string;
    readonly role?: string;
  }[];
  readonly license?: string;
  readonly citation?: string;
  readonly language?: string;
  readonly homepage?: string;
}
