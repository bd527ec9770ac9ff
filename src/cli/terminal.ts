import { resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** Where a command writes and from where paths count. */
export interface Terminal {
  readonly stdin: Readable;
  readonly stdout: Writable;
  /** Whether people watch stderr: progress bars are drawn only then. */
  readonly isInteractive: boolean;
  readonly columns: number;
  out(text: string): void;
  error(text: string): void;
  /** A path as seen from the folder in which the command was called. */
  resolve(path: string): string;
}

export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  return {
    stdin,
    stdout,
    isInteractive: stderr.isTTY && process.env['TERM'] !== 'dumb',
    columns: stderr.columns ?? 80,
    out: (text) => void stdout.write(text),
    error: (text) => void stderr.write(text),
    resolve: (path) => resolve(process.cwd(), path),
  };
}
