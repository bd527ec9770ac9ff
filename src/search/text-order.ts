const collator = new Intl.Collator('und', { numeric: true });

/** The order of texts in lists and dictionaries: that of the Unicode root collation with numbers by value; total. */
export function compareText(a: string, b: string): number {
  const order = collator.compare(a, b);
  if (order !== 0) return order;
  return a < b ? -1 : a > b ? 1 : 0;
}
