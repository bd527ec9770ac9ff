import { hash as digest } from 'node:crypto';

const CHUNKS = [0, 1, 2, 3, 4] as const;

/** The first 100 bits of the text's SHA-256, as 20 characters 0–9, a–v. */
export function hashKey(text: string): string {
  const hash = digest('sha256', text, 'hex');
  return CHUNKS.map((chunk) =>
    Number.parseInt(hash.slice(chunk * 5, chunk * 5 + 5), 16)
      .toString(32)
      .padStart(4, '0'),
  ).join('');
}
