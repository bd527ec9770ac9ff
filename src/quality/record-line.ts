import { assess, formatResult, type Response } from './assess.ts';
import type { Changes } from './answer.ts';
import type { ByteWriter } from './byte-writer.ts';
import { qualified, readTerms } from './terms.ts';

/**
 * Writes the responses of all tests, under their GUIDs, to one line of JSON: an object of Darwin Core terms. Each is `{id, label, status,
 * result, comment, resultText}`; terms in a result have a namespace where those of the record have one; `resultText` is the result as the
 * standard writes it. False, and the error written, where the line is no such object.
 */
export function assessLine(line: string, out: ByteWriter): boolean {
  const begin = out.length;
  try {
    const record = JSON.parse(line) as unknown;
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      throw new Error('not an object of terms');
    const isQualified = Object.keys(record).some((name) => /^(?:dwc|dcterms|dc):/u.test(name));
    const responses = assess(readTerms(record as Readonly<Record<string, unknown>>));
    out.text('{');
    for (const response of responses) writeResponse(response, { isQualified, out });
    // In the place of the last comma.
    out.cutTo(out.length - 1);
    out.text('}\n');
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    out.cutTo(begin);
    out.text(`${JSON.stringify({ error: `not a JSON object of terms: ${message}` })}\n`);
    return false;
  }
}

/** A response that is likely to come again, and its JSON under its GUID with a comma after it. */
interface Written {
  readonly status: string;
  readonly result: string | null;
  readonly comment: string;
  readonly bytes: Uint8Array;
}

/** Most responses are the same from record to record: their JSON is made once. Those of one test, the latest first. */
const written = new Map<string, Written[]>();
const MOST_WRITTEN = 12;

function writeResponse(
  { id, label, status, result, comment }: Response,
  { isQualified, out }: { readonly isQualified: boolean; readonly out: ByteWriter },
): void {
  if (typeof result === 'object' && result !== null) {
    const shown = isQualified ? qualifiedResult(result) : result;
    const resultText = formatResult(result);
    out.text(`"${id}":${JSON.stringify({ id, label, status, result: shown, comment, resultText })},`);
    return;
  }
  let list = written.get(id);
  if (list === undefined) {
    list = [];
    written.set(id, list);
  }
  for (const known of list)
    if (known.comment === comment && known.status === status && known.result === result) {
      out.bytes(known.bytes);
      return;
    }
  const text = `"${id}":${JSON.stringify({ id, label, status, result, comment, resultText: formatResult(result) })},`;
  const bytes = Buffer.from(text);
  out.bytes(bytes);
  if (list.length >= MOST_WRITTEN) list.pop();
  list.unshift({ status, result, comment, bytes });
}

function qualifiedResult(result: Changes): Changes {
  return Object.fromEntries(Object.entries(result).map(([term, value]) => [qualified(term), value]));
}
