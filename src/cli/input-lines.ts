import { addAbortSignal, type Readable } from 'node:stream';
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';

/** A line that is longer is no value of a museum's; what feeds it is not text. */
const LONGEST_LINE = 16 * 1024 * 1024;
/** A batch of so many characters is large enough, however few its lines. */
const LARGEST_BATCH = 4 * 1024 * 1024;
/** A shorter read after a pause is a line that was typed, or a program that waits for its answer. */
const SHORT_READ = 4096;
/** So long a fast pipe may be silent; when it is longer, what came so far is given. */
const PAUSE_MS = 5;

export interface LinesOptions {
  /** How many lines are given at a time while they come fast; one, unless it is said. */
  readonly batch?: number;
  readonly signal?: AbortSignal;
}

/**
 * Lines without their ends; the last need not have one. What comes fast comes in batches of `batch` lines or more, what comes
 * slowly as soon as it is there.
 */
export async function* inputLines(
  input: Readable,
  { batch = 1, signal }: LinesOptions = {},
): AsyncGenerator<readonly string[]> {
  const reads = readsOf(signal === undefined ? input : addAbortSignal(signal, input));
  const splitter = new LineSplitter();
  let held: string[] = [];
  let size = 0;
  try {
    let next = reads();
    for (;;) {
      const read = held.length === 0 ? await next : await Promise.race([next, pause()]);
      const isShort = read?.value !== undefined && held.length === 0 && read.value.length < SHORT_READ;
      if (read?.done === true) break;
      if (read !== undefined) {
        for (const line of splitter.add(read.value)) held.push(line);
        size += read.value.length;
        next = reads();
      }
      if (held.length > 0 && (read === undefined || isShort || held.length >= batch || size >= LARGEST_BATCH)) {
        yield held;
        held = [];
        size = 0;
      }
    }
    held.push(...splitter.end());
    if (held.length > 0) yield held;
  } finally {
    input.destroy();
  }
}

/** Reads one chunk after the other. A failure counts when it is awaited, not while earlier lines are answered. */
function readsOf(input: Readable): () => Promise<IteratorResult<Buffer | string, undefined>> {
  const chunks = input[Symbol.asyncIterator]() as AsyncIterator<Buffer | string, undefined>;
  return () => {
    const next = chunks.next();
    next.catch(() => undefined);
    return next;
  };
}

/** What was ready while this thread was busy is read in the turn after the timer. */
async function pause(): Promise<undefined> {
  await delay(PAUSE_MS);
  await turn();
}

class LineSplitter {
  readonly #decoder = new TextDecoder();
  #rest = '';

  add(chunk: Buffer | string): string[] {
    const text = typeof chunk === 'string' ? chunk : this.#decoder.decode(chunk, { stream: true });
    const lines = text.split('\n');
    lines[0] = this.#rest + (lines[0] ?? '');
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > LONGEST_LINE)
      throw new Error('A line is longer than 16 MiB: is this text, with a value a line?');
    return lines.map(withoutReturn);
  }

  end(): string[] {
    const last = this.#rest + this.#decoder.decode();
    return last === '' ? [] : [withoutReturn(last)];
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
