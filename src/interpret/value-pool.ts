import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import interpretLines, { type ValueAnswer, type ValueTask } from './value-worker.ts';

/** So few lines are read sooner than a thread starts. */
const FEW = 2_000;
/** Lines that a thread gets at a time: answers come soon enough, and threads talk seldom enough. */
const BATCH = 4_000;

/** Interprets lines in worker threads, or at once where they are few. Answers come in the order of the lines; memory is bounded. */
export async function* interpretValues(
  kind: string,
  lines: AsyncIterable<readonly string[]>,
): AsyncGenerator<ValueAnswer> {
  const threads = Math.max(1, availableParallelism());
  let pool: Piscina<ValueTask, ValueAnswer> | undefined;
  const running: Promise<ValueAnswer>[] = [];
  try {
    for await (const read of lines) {
      if (pool === undefined && read.length <= FEW) {
        // What comes slowly, as from a keyboard, is answered at once.
        yield interpretLines({ kind, lines: read });
        continue;
      }
      pool ??= openPool(threads);
      for (let at = 0; at < read.length; at += BATCH) {
        running.push(pool.run({ kind, lines: read.slice(at, at + BATCH) }));
        while (running.length > 2 * threads) yield await nextOf(running);
      }
    }
    while (running.length > 0) yield await nextOf(running);
  } finally {
    await pool?.destroy();
  }
}

async function nextOf(running: Promise<ValueAnswer>[]): Promise<ValueAnswer> {
  const answer = await running.shift();
  if (answer === undefined) throw new Error('nothing is running');
  return answer;
}

function openPool(threads: number): Piscina<ValueTask, ValueAnswer> {
  // Compiled files load a compiled worker, sources (under the test runner) a source.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new Piscina<ValueTask, ValueAnswer>({
    filename: new URL(`./value-worker.${extension}`, import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    // Without it a thread ends whenever the input pauses.
    idleTimeout: 5_000,
  });
}
