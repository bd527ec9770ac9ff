import type { ExpeditionDeclaration } from '../model/expedition.ts';
import type { Dataset } from '../model/record.ts';

/** One source file group of a dataset in an edition: where its rows lie and which columns they have. */
export interface SourceManifest {
  /** Number of this source in the edition, from 0; the table is `verbatim_<source>`. */
  readonly source: number;
  readonly datasetKey: string;
  readonly role: 'core' | 'extension';
  readonly rowType: string;
  readonly files: readonly string[];
  /** `c0`…`cn` in order. */
  readonly columns: readonly {
    readonly header: string;
    readonly iri?: string;
    readonly term?: string;
  }[];
  readonly rowsRead: number;
  readonly rowsImported: number;
  readonly rowsRejected: number;
}

/** A dataset's share of an edition. */
export interface DatasetManifest extends Dataset {
  /** Hash of the part: of the source's bytes, profile, vocabulary and software that made it. */
  readonly part: string;
  readonly source: {
    readonly path: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly format: string;
  };
  /** Its records have row numbers first … first + records − 1 in the edition. */
  readonly first: number;
  readonly records: number;
  readonly recordsByType: Readonly<Record<string, number>>;
  readonly rejected: readonly {
    readonly file: string;
    readonly line: number;
    readonly reason: string;
  }[];
  readonly notices: readonly string[];
  /** How many records have withheld or generalised values, and a hash of the rules that say so. */
  readonly protectedRecords: number;
  readonly protection: string;
}

/** edition.json */
export interface EditionManifest {
  /** Date and sequence: 2026-11-21.1 */
  readonly name: string;
  readonly created: string;
  readonly software: string;
  /** The version of the edition's file format: another version is rebuilt, not read. */
  readonly format: number;
  readonly node: { readonly name: string; readonly base: string };
  readonly datasets: readonly DatasetManifest[];
  readonly sources: readonly SourceManifest[];
  readonly records: number;
  readonly objects: number;
  /** Whether the people and groups of all records were linked; absent in editions from before that. */
  readonly agents?: 'linked' | 'turned off' | 'too many records';
  /** Hash of all that it was made of but people's claims; absent in editions from before there were any. */
  readonly basis?: string;
  /** How many claims of people it rests on, and a hash of their keys. */
  readonly claims?: { readonly count: number; readonly hash: string };
  /** Expeditions that collectome.yaml and the sources' profiles declare; absent where there are none. */
  readonly expeditions?: readonly ExpeditionDeclaration[];
  /** Stage → seconds, as measured while building. */
  readonly seconds: Readonly<Record<string, number>>;
}
