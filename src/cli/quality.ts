import { writeAnswers } from './answer-lines.ts';
import { badUse, type Invocation } from './command.ts';
import { inputLines } from './input-lines.ts';

/** So many records are worth a thread's while. */
const RECORDS_AT_A_TIME = 100;

export async function run(invocation: Invocation): Promise<number | void> {
  if (!invocation.flag('records')) {
    const { reportQuality } = await import('./quality-report.ts');
    return reportQuality(invocation);
  }
  if (invocation.operands.length > 0 || invocation.text('output') !== undefined)
    throw badUse('`--records` reads from the standard input and takes neither a dataset nor `--output`', 'quality');
  const { assessRecords } = await import('../quality/record-pool.ts');
  const lines = inputLines(invocation.terminal.stdin, { batch: RECORDS_AT_A_TIME, signal: invocation.signal });
  return writeAnswers(invocation, assessRecords(lines));
}
