import type { Interpreter } from './interpreter.ts';

/** Every interpreter. Ingest runs those that are listed here. */
export const INTERPRETERS: readonly Interpreter[] = [];
