import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder for what the files of one run share. */
    readonly shelf: string;
  }
}

export default function setUp({ provide }: TestProject): () => void {
  const shelf = mkdtempSync(join(tmpdir(), 'collectome-shelf-'));
  provide('shelf', shelf);
  return () => rmSync(shelf, { recursive: true, force: true });
}
