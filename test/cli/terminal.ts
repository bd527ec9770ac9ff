import { resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { runProgram } from '../../src/cli/program.ts';

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, as from the folder, and keeps what it writes. */
export async function runInFolder(
  folder: string,
  arguments_: readonly string[],
  options: { readonly isInteractive?: boolean; readonly signal?: AbortSignal; readonly input?: string } = {},
): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const stdout = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.stdout += chunk.toString();
      done();
    },
  });
  const code = await runProgram(arguments_, {
    signal: options.signal ?? new AbortController().signal,
    terminal: {
      stdin: Readable.from([options.input ?? '']),
      stdout,
      isInteractive: options.isInteractive ?? false,
      columns: 80,
      out: (text) => void (written.stdout += text),
      error: (text) => void (written.stderr += text),
      resolve: (path) => resolve(folder, path),
    },
  });
  return { code, ...written };
}
