const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

let codes: ReadonlyMap<string, string> | undefined;

/** The code of a country by its English name, as rules say it in their reasons; undefined where it is none. */
export function countryCodeOf(englishName: string): string | undefined {
  codes ??= codesByName();
  return codes.get(englishName);
}

function codesByName(): ReadonlyMap<string, string> {
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const found = new Map<string, string>();
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const name = english.of(first + second);
      // Codes of the past come after those of today that have the same name.
      if (name !== undefined && !found.has(name)) found.set(name, first + second);
    }
  return found;
}
