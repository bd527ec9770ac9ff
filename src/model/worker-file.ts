/** The address of a worker's module beside the module `base`: compiled files load a compiled worker, sources (under the test runner) a source. */
export function workerFile(base: string, name: string): string {
  return new URL(`./${name}.${base.endsWith('.ts') ? 'ts' : 'js'}`, base).href;
}
