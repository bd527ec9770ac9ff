import { CodedColumn } from './coded-column.ts';
import { TextDictionary, type PointDictionary, type SpanDictionary } from './dictionaries.ts';
import { CERTAIN_COUNTRY, POINT_COLUMN } from './index-columns.ts';
import { IndexFileReader, type Codes, type DictionaryKind } from './index-file.ts';
import { KeyTable } from './key-table.ts';
import { cellsOfPoints, type PointCells } from './point-cells.ts';
import { Recent } from './recent.ts';
import { RowSet } from './row-set.ts';
import { TextIndex } from './text-index.ts';
import { TreeColumn } from './tree-column.ts';

/** Memory for the cells of places. */
const MOST_CELL_BYTES = 64 * 2 ** 20;

/** An edition's index, opened; each part is read when first used. */
export class EmbeddedIndex {
  readonly records: number;
  readonly keys: KeyTable;
  readonly text: TextIndex;
  readonly #reader: IndexFileReader;
  readonly #columns = new Map<string, CodedColumn>();
  readonly #texts = new Map<string, TextDictionary>();
  readonly #trees = new Map<string, TreeColumn>();
  readonly #cells = new Recent<number, PointCells>(MOST_CELL_BYTES);
  #doubtfulCountries: RowSet | undefined;

  constructor(folder: string) {
    this.#reader = new IndexFileReader(folder);
    this.records = this.#reader.directory.records;
    this.keys = new KeyTable(this.#reader);
    this.text = new TextIndex(this.#reader);
  }

  hasColumn(name: string): boolean {
    return name in this.#reader.directory.columns;
  }

  /** What the values of a column are. */
  dictionaryOf(name: string): DictionaryKind {
    return this.#reader.directory.columns[name]!.dictionary;
  }

  column(name: string): CodedColumn {
    let column = this.#columns.get(name);
    if (column === undefined) {
      column = new CodedColumn(this.#reader, name, this.#reader.directory.columns[name]!);
      this.#columns.set(name, column);
    }
    return column;
  }

  texts(name: string): TextDictionary {
    let texts = this.#texts.get(name);
    if (texts === undefined) {
      texts = new TextDictionary(this.#reader, name);
      this.#texts.set(name, texts);
    }
    return texts;
  }

  /** The hierarchy of a column whose field has one. */
  tree(name: string): TreeColumn {
    let tree = this.#trees.get(name);
    if (tree === undefined) {
      tree = new TreeColumn(this.#reader, name);
      this.#trees.set(name, tree);
    }
    return tree;
  }

  numbers(name: string): Float64Array {
    return this.#reader.load(`${name}/numbers`, 'f64');
  }

  spans(name: string): SpanDictionary {
    return {
      begins: this.#reader.load(`${name}/begins`, 'i32'),
      ends: this.#reader.load(`${name}/ends`, 'i32'),
      bases: this.#reader.load(`${name}/bases`, 'u8'),
    };
  }

  points(): PointDictionary {
    return {
      latitudes: this.#reader.load(`${POINT_COLUMN}/latitudes`, 'i32'),
      longitudes: this.#reader.load(`${POINT_COLUMN}/longitudes`, 'i32'),
    };
  }

  /** The country of each row that is certain, as a code of `country`; 0 where none is. */
  certainCountries(): Codes {
    return this.#reader.loadCodes(CERTAIN_COUNTRY);
  }

  /** The rows with several possible countries, or with one that is in doubt. */
  doubtfulCountries(): RowSet {
    if (this.#doubtfulCountries === undefined) {
      const { offsets, codes } = this.column('country');
      const certain = this.certainCountries();
      const rows: number[] = [];
      for (let row = 0; row < this.records; row++) {
        const [from, to] = [offsets![row]!, offsets![row + 1]!];
        if (to > from && (to - from > 1 || codes[from] !== certain[row])) rows.push(row);
      }
      this.#doubtfulCountries = RowSet.ofSorted(this.records, Uint32Array.from(rows));
    }
    return this.#doubtfulCountries;
  }

  /** Which cell of a grid each place lies in. */
  cells(columns: number): PointCells {
    let cells = this.#cells.get(columns);
    if (cells === undefined) {
      cells = cellsOfPoints(this.points(), columns);
      this.#cells.set(columns, cells, cells.byCode.byteLength);
    }
    return cells;
  }

  close(): void {
    this.#reader.close();
    this.#columns.clear();
    this.#texts.clear();
    this.#trees.clear();
  }
}
