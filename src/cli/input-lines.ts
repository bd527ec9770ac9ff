import type { Readable } from 'node:stream';

/** A line that is longer is no value of a museum's; what feeds it is not text. */
const LONGEST_LINE = 16 * 1024 * 1024;

/** The lines of each read, without their ends; the last line need not have one. */
export async function* inputLines(input: Readable): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input as AsyncIterable<Buffer | string>) {
    const text = rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    const lines = text.split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new Error('A line is longer than 16 MiB: is this text, with a value a line?');
    if (lines.length > 0) yield lines.map(withoutReturn);
  }
  const last = rest + decoder.decode();
  if (last !== '') yield [withoutReturn(last)];
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
