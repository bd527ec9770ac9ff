import { badUse, type Invocation } from './command.ts';

export async function run(invocation: Invocation): Promise<number | void> {
  if (!invocation.flag('records')) {
    const { reportQuality } = await import('./quality-report.ts');
    return reportQuality(invocation);
  }
  if (invocation.operands.length > 0 || invocation.text('output') !== undefined)
    throw badUse('`--records` reads from the standard input and takes neither a dataset nor `--output`', 'quality');
  const { assessLines } = await import('./quality-lines.ts');
  return assessLines(invocation);
}
