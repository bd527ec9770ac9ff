import { move } from 'piscina';
import type { InterpretContext } from './interpreter.ts';
import { INTERPRETERS } from './registry.ts';

/** Tuples as columns: UTF-8 texts with NUL between them, empty where there is no value. */
export interface TupleBatch {
  /** The tuples' numbers. */
  readonly ids: Int32Array;
  /** One for each input of the interpreter; undefined where the source has no such column. */
  readonly columns: readonly (Uint8Array | undefined)[];
}

export interface WorkerTask extends TupleBatch {
  readonly name: string;
  readonly target: string;
  readonly context: InterpretContext;
}

const byName = new Map(INTERPRETERS.map((interpreter) => [`${interpreter.target}/${interpreter.name}`, interpreter]));

/** Interprets a batch of tuples; one line of JSON each, in order: `id`, the output's columns and `issues`. UTF-8. */
export function interpretBatch({ name, target, context, ids, columns }: WorkerTask): Uint8Array {
  const interpreter = byName.get(`${target}/${name}`);
  if (interpreter === undefined) throw new Error(`no interpreter is called ${target}/${name}`);
  const texts = columns.map((bytes) =>
    bytes === undefined
      ? undefined
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8').split('\0'),
  );
  let lines = '';
  for (let index = 0; index < ids.length; index++) {
    const values = texts.map((list) => {
      const text = list?.[index];
      return text === undefined || text === '' ? null : text;
    });
    lines += interpretOne(values, ids[index]!);
  }
  return Buffer.from(lines);

  function interpretOne(values: readonly (string | null)[], id: number): string {
    try {
      const { output, issues } = interpreter!.interpret(values, context);
      return `${JSON.stringify({ id, issues, ...output })}\n`;
    } catch (error) {
      // Interpreters never throw by contract; a bug in one must cost its value only, not the build.
      const detail = `${name}: ${error instanceof Error ? error.message : String(error)}: ${JSON.stringify(values).slice(0, 200)}`;
      return `${JSON.stringify({ id, issues: [{ code: 'INTERPRETATION_ERROR', detail }] })}\n`;
    }
  }
}

/** The same in a worker thread: the lines' memory is handed over, not copied. */
export default function interpretInThread(task: WorkerTask): Uint8Array {
  const lines = interpretBatch(task);
  // What is pooled cannot be handed over.
  const own = lines.byteLength === lines.buffer.byteLength ? lines : new Uint8Array(lines);
  return move(own) as Uint8Array;
}
