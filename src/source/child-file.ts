import type { ChildPlan } from './child-plan.ts';
import { CleanFile, TOO_LONG } from './clean-file.ts';
import type { Rejection, SourceTable } from './source.ts';

/** The clean file of the nested rows that a profile takes out of its records. */
export class ChildFile<Source> {
  readonly #plan: ChildPlan<Source>;
  readonly #clean: CleanFile;
  #rejected = 0;

  constructor(plan: ChildPlan<Source>, path: string) {
    this.#plan = plan;
    this.#clean = new CleanFile(path);
  }

  /** Writes the nested rows of one record. */
  write(
    source: Source,
    record: {
      readonly line: number;
      readonly file: number;
      readonly repairs: readonly string[];
      readonly identifier: string;
    },
    reject: (rejection: Omit<Rejection, 'file'>) => void,
  ): void {
    for (const cells of this.#plan.rows(source)) {
      if (this.#clean.writeTexts({ ...record, cells })) continue;
      this.#rejected++;
      reject({ line: record.line, reason: `${this.#plan.child}: ${TOO_LONG}`, excerpt: '' });
    }
  }

  close(): void {
    this.#clean.close();
  }

  table(files: readonly string[]): SourceTable {
    const { child, columns, constants } = this.#plan;
    const { path, rows } = this.#clean;
    return {
      role: 'extension',
      rowType: child,
      child,
      files,
      columns,
      constants,
      cleanFile: path,
      rowsRead: rows + this.#rejected,
      rowsImported: rows,
      rowsRejected: this.#rejected,
    };
  }
}
