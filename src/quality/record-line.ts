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
    const responses = assess(readTerms(record as Readonly<Record<string, unknown>>)).map(
      (response) => `"${response.id}":${writeResponse(response, isQualified)}`,
    );
    return { text: `{${responses.join(',')}}`, isError: false };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { text: JSON.stringify({ error: `not a JSON object of terms: ${message}` }), isError: true };
  }
}

/** Most responses are the same from record to record: their JSON is made once. */
const written = new Map<string, string>();
const MOST_WRITTEN = 10_000;

function writeResponse(response: Response, isQualified: boolean): string {
  const { id, label, status, result, comment } = response;
  if (typeof result === 'object' && result !== null)
    return JSON.stringify({
      id,
      label,
      status,
      result: isQualified ? qualifiedResult(result) : result,
      comment,
      resultText: formatResult(result),
    });
  const key = `${id}\n${status}\n${result ?? ''}\n${comment}`;
  let text = written.get(key);
  if (text === undefined) {
    text = JSON.stringify({ id, label, status, result, comment, resultText: formatResult(result) });
    if (written.size >= MOST_WRITTEN) written.clear();
    written.set(key, text);
  }
  return text;
}

function qualifiedResult(result: Changes): Changes {
  return Object.fromEntries(Object.entries(result).map(([term, value]) => [qualified(term), value]));
}
