/**
 * Reads a number as people write it: 1,250.5 · 1.250,5 · 11 1/2 · ½ · 3e-5. Undefined where the whole text is not one number.
 * A lone comma before three digits separates thousands ("1,250"); after a lone zero ("0,125")
 * or before any other count it is a decimal comma.
 */
export function parseNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .replaceAll('\u{2212}', '-')
    .replace(/[½¼¾⅓⅔⅛⅜⅝⅞]/gu, (sign) => ` ${sign.normalize('NFKD').replace('\u{2044}', '/')}`)
    .trim();
  const mixed = /^(-?)(?:(\d+)(?:\s+|-))?(\d+)\s*\/\s*(\d+)$/u.exec(plain);
  if (mixed !== null) {
    const [, sign, whole = '0', above, below] = mixed;
    const value = Number(whole) + Number(above) / Number(below);
    return Number.isFinite(value) ? (sign === '-' ? -value : value) : undefined;
  }
  const decimal = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u.test(plain)
    ? plain.replaceAll(',', '')
    : /^-?\d{1,3}(?:\.\d{3})+,\d+$/u.test(plain)
      ? plain.replaceAll('.', '').replace(',', '.')
      : plain.replace(/^(-?\d+),(\d+)$/u, '$1.$2');
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d{1,3})?$/iu.test(decimal)) return undefined;
  const value = Number(decimal);
  return Number.isFinite(value) ? value : undefined;
}
