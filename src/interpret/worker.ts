import { INTERPRETERS } from './registry.ts';
import type { InterpretContext } from './interpreter.ts';

export interface WorkerTask {
  readonly name: string;
  readonly target: string;
  readonly context: InterpretContext;
  readonly tuples: readonly (readonly (string | null)[])[];
}

const byName = new Map(INTERPRETERS.map((interpreter) => [`${interpreter.target}/${interpreter.name}`, interpreter]));

/** Interprets a batch of tuples; one line of JSON each, in order: the output's columns and `issues`. */
export default function interpretBatch({ name, target, context, tuples }: WorkerTask): string {
  const interpreter = byName.get(`${target}/${name}`);
  if (interpreter === undefined) throw new Error(`no interpreter is called ${target}/${name}`);
  const lines = tuples.map((values) => {
    try {
      const { output, issues } = interpreter.interpret(values, context);
      return JSON.stringify({ issues, ...output });
    } catch (error) {
      // Interpreters never throw by contract; a bug in one must cost its value only, not the build.
      const detail = `${name}: ${error instanceof Error ? error.message : String(error)}: ${JSON.stringify(values).slice(0, 200)}`;
      return JSON.stringify({ issues: [{ code: 'INTERPRETATION_ERROR', detail }] });
    }
  });
  return lines.join('\n');
}
