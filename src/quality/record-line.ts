import { assess, formatResult, type Response } from './assess.ts';
import { qualified, readTerms } from './terms.ts';
import type { Changes } from './answer.ts';

export interface LineAnswer {
  /** A line of JSON. */
  readonly text: string;
  readonly isError: boolean;
}

/**
 * The responses of all tests, under their GUIDs, to one line of JSON: an object of Darwin Core terms. Each is `{id, label, status,
 * result, comment, resultText}`; terms in a result have a namespace where those of the record have one; `resultText` is the result as the standard writes it.
 */
export function assessLine(line: string): LineAnswer {
  try {
    const record = JSON.parse(line) as unknown;
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      throw new Error('not an object of terms');
    const isQualified = Object.keys(record).some((name) => /^(?:dwc|dcterms|dc):/u.test(name));
    const responses = assess(readTerms(record as Readonly<Record<string, unknown>>)).map((response) =>
      writeResponse(response, isQualified),
    );
    return { text: `{${responses.join(',')}}`, isError: false };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { text: JSON.stringify({ error: `not a JSON object of terms: ${message}` }), isError: true };
  }
}

/** A response that is likely to come again, and its JSON under its GUID. */
interface Written {
  readonly status: string;
  readonly result: string | null;
  readonly comment: string;
  readonly text: string;
}

/** Most responses are the same from record to record: their JSON is made once. Those of one test, the latest first. */
const written = new Map<string, Written[]>();
const MOST_WRITTEN = 12;

function writeResponse({ id, label, status, result, comment }: Response, isQualified: boolean): string {
  if (typeof result === 'object' && result !== null) {
    const shown = isQualified ? qualifiedResult(result) : result;
    return `"${id}":${JSON.stringify({ id, label, status, result: shown, comment, resultText: formatResult(result) })}`;
  }
  let list = written.get(id);
  if (list === undefined) {
    list = [];
    written.set(id, list);
  }
  for (const known of list)
    if (known.comment === comment && known.status === status && known.result === result) return known.text;
  const text = `"${id}":${JSON.stringify({ id, label, status, result, comment, resultText: formatResult(result) })}`;
  if (list.length >= MOST_WRITTEN) list.pop();
  list.unshift({ status, result, comment, text });
  return text;
}

function qualifiedResult(result: Changes): Changes {
  return Object.fromEntries(Object.entries(result).map(([term, value]) => [qualified(term), value]));
}
