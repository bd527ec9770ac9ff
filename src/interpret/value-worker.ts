import type { LineAnswers } from './line-pool.ts';
import { loadReader } from './value-kinds.ts';
import type { ValueReader, ValueTerms } from './value-reader.ts';

export interface ValueTask {
  readonly kind: string;
  /** Lines of input, without their ends. */
  readonly lines: readonly string[];
}

/** Collections repeat their values: what was read lately is not read again. Bounds some 50 MB in each thread. */
const answered = new Map<string, string>();
const MOST_KEPT = 50_000;
const LONGEST_KEPT = 200;

/** Reads each line: a value, or an object of terms. A line that cannot be read answers with its error in its place. */
export default async function interpretLines({ kind, lines }: ValueTask): Promise<LineAnswers> {
  const reader = await loadReader(kind);
  let errors = 0;
  const answers = lines.map((line) => {
    const known = answered.get(`${kind}\n${line}`);
    if (known !== undefined) return known;
    try {
      const answer = JSON.stringify(answerOf(line, reader));
      if (line.length <= LONGEST_KEPT) {
        if (answered.size >= MOST_KEPT) answered.clear();
        answered.set(`${kind}\n${line}`, answer);
      }
      return answer;
    } catch (error) {
      errors += 1;
      return JSON.stringify({ error: error instanceof Error ? error.message : String(error) });
    }
  });
  return { text: `${answers.join('\n')}\n`, errors };
}

function answerOf(line: string, reader: ValueReader): object {
  if (!line.trimStart().startsWith('{')) return reader.ofText(line.trim());
  return reader.ofTerms(termsOf(line));
}

function termsOf(line: string): ValueTerms {
  const record = parseObject(line);
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]): [string, string][] => {
      const text = typeof value === 'number' ? String(value) : value;
      return typeof text === 'string' ? [[name.replace(/^.*[:/#]/u, ''), text]] : [];
    }),
  );
}

function parseObject(line: string): object {
  try {
    return JSON.parse(line) as object;
  } catch (error) {
    // The engine's own words name the place of the fault.
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`not a JSON object of terms: ${message}`, { cause: error });
  }
}
