const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
const HAN_DIGITS = '〇一二三四五六七八九';

/** The number of a Roman numeral in small letters. */
export function romanNumber(letters: string): number {
  let sum = 0;
  for (let at = 0; at < letters.length; at += 1) {
    const value = ROMAN[letters[at] ?? ''] ?? 0;
    sum += value < (ROMAN[letters[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}

/** The number that Chinese and Japanese characters write, up to 99, or digit by digit: 二十三, 一九三〇. */
export function hanNumber(characters: string): number {
  const digits = (text: string): number =>
    Array.from(text).reduce((sum, digit) => sum * 10 + HAN_DIGITS.indexOf(digit), 0);
  const at = characters.indexOf('十');
  if (at < 0) return digits(characters);
  return (at === 0 ? 10 : digits(characters.slice(0, at)) * 10) + digits(characters.slice(at + 1));
}
