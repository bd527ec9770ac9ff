import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Notice, Rejection } from './source.ts';

const REJECTIONS_KEPT = 100;
const BUFFER_LENGTH = 64 * 1024;

/** Keeps account of what could not be read: every rejection in `rejected.tsv`, notices of one kind counted together. */
export class Ledger {
  readonly #descriptor: number;
  readonly #rejections: Rejection[] = [];
  readonly #notices = new Map<string, { readonly notice: Notice; count: number }>();
  #pending = 'file\tline\treason\texcerpt\n';

  constructor(workFolder: string) {
    this.#descriptor = openSync(join(workFolder, 'rejected.tsv'), 'w');
  }

  get rejections(): readonly Rejection[] {
    return this.#rejections;
  }

  get notices(): readonly Notice[] {
    return Array.from(this.#notices.values(), ({ notice, count }) => (count > 1 ? { ...notice, count } : notice));
  }

  reject(rejection: Rejection): void {
    if (this.#rejections.length < REJECTIONS_KEPT) this.#rejections.push(rejection);
    const { file, line, reason, excerpt } = rejection;
    this.#pending += `${[file, String(line), reason, excerpt].map((cell) => cell.replaceAll(/\s+/gu, ' ')).join('\t')}\n`;
    if (this.#pending.length > BUFFER_LENGTH) this.#flush();
  }

  /** Adds a notice; the same message about the same file is counted, with the line of the first. */
  notice(notice: Notice): void {
    const key = `${notice.file}\n${notice.message}`;
    const known = this.#notices.get(key);
    if (known === undefined) this.#notices.set(key, { notice, count: notice.count ?? 1 });
    else known.count += notice.count ?? 1;
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    writeSync(this.#descriptor, this.#pending);
    this.#pending = '';
  }
}
