import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { workerFile } from '../model/worker-file.ts';
import { linkPack, readStatistics, type LinkTask, type LinkTaskResult } from './agent-link-task.ts';

/** Packs that wait for a thread; more would only take memory. */
const AHEAD = 3;

/** Links packs of one edition in threads, or here where they are few. */
export class LinkPool implements AsyncDisposable {
  readonly #pool: Piscina<LinkTask, LinkTaskResult> | undefined;
  readonly #running: Promise<LinkTaskResult>[] = [];
  readonly #results: LinkTaskResult[] = [];
  readonly #signal: AbortSignal | undefined;

  constructor({ isSmall, signal }: { readonly isSmall: boolean; readonly signal?: AbortSignal | undefined }) {
    this.#signal = signal;
    if (!isSmall)
      this.#pool = new Piscina<LinkTask, LinkTaskResult>({
        filename: workerFile(import.meta.url, 'agent-link-task'),
        maxThreads: availableParallelism(),
      });
  }

  /** Begins a task; waits where too many are running. */
  async add(task: LinkTask): Promise<void> {
    this.#signal?.throwIfAborted();
    const result =
      this.#pool === undefined
        ? Promise.resolve(linkPack(task, readStatistics(task.folder)))
        : this.#pool.run(task, this.#signal === undefined ? {} : { signal: this.#signal });
    // It is awaited below; one that fails while an earlier one is waited for must not count as unhandled.
    result.catch(() => undefined);
    this.#running.push(result);
    while (this.#running.length > AHEAD) this.#results.push(await this.#running.shift()!);
  }

  /** What all tasks gave, in the order in which they were added. */
  async end(): Promise<readonly LinkTaskResult[]> {
    for (const result of this.#running.splice(0)) this.#results.push(await result);
    return this.#results;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool?.destroy();
  }
}
