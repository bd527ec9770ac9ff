/** Possessives and "of" between someone unnamed and whom they are known through. */
const POSSESSIVE = /^(.{2,80}?)['’]s?\s+(?:\p{L}+\s+){0,2}\p{Ll}+$/u;
const OF = /^(?:(?:an?|the)\s+)?(?:\p{Ll}+\s+){1,2}(?:of|to|for)\s+(\p{Lu}.{1,80})$/u;

/** Through whom someone unnamed is known: "Wallace's assistant" → "Wallace". Undefined for "native collector". */
export function throughOf(text: string): string | undefined {
  return (POSSESSIVE.exec(text) ?? OF.exec(text))?.[1];
}
