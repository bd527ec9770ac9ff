const MOST = 5_000;
/** Longer texts seldom come again. */
const LONGEST = 100;

/** The same function of a text, which keeps what it said of texts of late: collections repeat their values. */
export function remembered<Result>(find: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    if (text.length > LONGEST) return find(text);
    const kept = known.get(text);
    if (kept !== undefined || known.has(text)) return kept as Result;
    if (known.size >= MOST) known.clear();
    const result = find(text);
    known.set(text, result);
    return result;
  };
}
