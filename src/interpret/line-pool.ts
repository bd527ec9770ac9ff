import { availableParallelism } from 'node:os';
import type { Piscina } from 'piscina';

export interface LineAnswers {
  /** A line of JSON for each line, in order; bytes are UTF-8. */
  readonly text: string | Uint8Array;
  /** How many lines were no JSON that could be read. */
  readonly errors: number;
}

export interface LineWork<Task> {
  /** The address of the module whose default export answers a task. */
  readonly worker: string;
  /** The same function, for lines that are sooner answered than a thread starts. */
  readonly answer: (task: Task) => LineAnswers | Promise<LineAnswers>;
  readonly taskOf: (lines: readonly string[]) => Task;
  /** So few lines of one read are answered at once. */
  readonly few: number;
  /** Lines that a thread gets at a time: answers come soon enough, and threads talk seldom enough. */
  readonly batch: number;
}

/** Answers lines in worker threads, or at once where they are few. Answers come in the order of the lines; memory is bounded. */
export async function* answerLines<Task>(
  { worker, answer, taskOf, few, batch }: LineWork<Task>,
  reads: AsyncIterable<readonly string[]>,
): AsyncGenerator<LineAnswers> {
  const threads = Math.max(1, availableParallelism());
  let pool: Piscina<Task, LineAnswers> | undefined;
  const running: Promise<LineAnswers>[] = [];
  try {
    const input = reads[Symbol.asyncIterator]();
    let next = awaitedLater(input.next());
    for (;;) {
      // Answers that are ready do not wait for more input: who sent the lines may be waiting for them.
      const read = await (running[0] === undefined ? next : Promise.race([next, running[0].then(() => undefined)]));
      if (read === undefined) {
        yield await nextOf(running);
        continue;
      }
      if (read.done === true) break;
      const lines = read.value;
      next = awaitedLater(input.next());
      if (pool === undefined && lines.length <= few) {
        // What comes slowly, as from a keyboard, is answered at once.
        yield await answer(taskOf(lines));
        continue;
      }
      pool ??= await openPool(worker, threads);
      for (let at = 0; at < lines.length; at += batch) {
        running.push(awaitedLater(pool.run(taskOf(lines.slice(at, at + batch)))));
        while (running.length > 2 * threads) yield await nextOf(running);
      }
    }
    while (running.length > 0) yield await nextOf(running);
  } finally {
    await pool?.destroy();
  }
}

/** A failure counts when it is awaited: one that comes before, or after the work was given up, is no unhandled one. */
function awaitedLater<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => undefined);
  return promise;
}

async function nextOf(running: Promise<LineAnswers>[]): Promise<LineAnswers> {
  const answer = await running.shift();
  if (answer === undefined) throw new Error('nothing is running');
  return answer;
}

/** Few lines need no threads, and not what makes them. */
async function openPool<Task>(worker: string, threads: number): Promise<Piscina<Task, LineAnswers>> {
  const { Piscina } = await import('piscina');
  return new Piscina<Task, LineAnswers>({
    filename: worker,
    minThreads: 1,
    maxThreads: threads,
    // Without it a thread ends whenever the input pauses.
    idleTimeout: 5_000,
  });
}
