/** Splits a list as exports write it, trims its items and drops empty and repeated ones. `separator` defaults to |. */
export function splitList(text: string, separator: RegExp = /\s*\|\s*/u): readonly string[] {
  const items = text.split(separator).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== '' && item.toLowerCase() !== 'null'))];
}
