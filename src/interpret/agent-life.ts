import type { LifeYears } from './person-name.ts';

const YEAR = String.raw`(?:1[0-9]\d\d|20[0-2]\d)`;
const CIRCA = String.raw`(?:circa|about|um|vers|ca?\.|ca(?=\s))\s*`;
const ACTIVE = String.raw`(?:[Aa]ctive|act\.|floruit|flor\.|fl\.|working|worked|tätig|nachweisbar|actif|attivo|activo)\s*(?:in\s+)?`;
const BORN = String.raw`(?:[Bb]orn|[Gg]eb\.|geboren|née? en|b\.|\*)\s*(?:in\s+)?`;
const DIED = String.raw`(?:[Dd]ied|gest\.|gestorben|d\.|†)\s*(?:in\s+)?`;
/** A place beside a year, and the other end of a range: only within brackets, where nothing else stands between years. */
const PLACE = String.raw`(?:\p{Lu}[\p{L}.'’]{1,25}(?:[ -][\p{L}.'’]{1,25}){0,3}[, ]\s*)?`;
const PLACE_BEHIND = String.raw`(?:,?\s\p{Lu}[\p{L}.'’]{1,25}(?:[ -][\p{L}.'’]{1,25}){0,3}\s*)?`;
const DASH = String.raw`\s*[-–—]\s*`;

const RANGE = new RegExp(
  String.raw`(?<![\p{L}\d])(${ACTIVE})?(?:${BORN})?(${CIRCA})?(${YEAR})(\?|\/\d{1,4})?${DASH}(?:${DIED})?(${CIRCA})?(${YEAR})(\?|\/\d{1,4})?(?![\d/-])`,
  'giu',
);
const PLACED_RANGE = new RegExp(
  String.raw`(?<=\()\s*${PLACE}(${YEAR})${PLACE_BEHIND}${DASH}${PLACE}(${YEAR})${PLACE_BEHIND}(?=\))`,
  'gu',
);
/** "1941–", "1941–present": of someone who lives. */
const OPEN = new RegExp(
  String.raw`(?<=[,(]\s*)(${YEAR})\s*(?:[-–—]\s*(?=$|[),;|])|[-–—]\s*(?:present|heute|today|living)(?!\p{L}))`,
  'giu',
);
const ENDS = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${ACTIVE}(${YEAR})|${BORN}${PLACE}(${YEAR})(?:\s*[,;]\s*${DIED}${PLACE}(${YEAR}))?|${DIED}${PLACE}(${YEAR}))(?![\d/-])`,
  // A capital "B." before a number is an initial.
  'gu',
);

/** Years between which nobody lived long enough to collect or to make, or too long: then they are another span. */
const SHORTEST = 15;
const LONGEST = 115;

/** Takes what stands of a life out of a text of names, by `take` with what was read: nothing of it where it is only about. */
export function takeLives(text: string, take: (written: string, life: LifeYears) => string): string {
  if (!/\d{4}/u.test(text)) return text;
  return text
    .replace(RANGE, (written: string, ...found: (string | undefined)[]) => {
      const [active, circaBegin, begin, doubtBegin, circaEnd, end, doubtEnd] = found;
      const years = Number(end) - Number(begin);
      if (years < SHORTEST || years > LONGEST) return written;
      if (active !== undefined) return take(written, {});
      return take(written, {
        ...(circaBegin === undefined && doubtBegin === undefined ? { begin: Number(begin) } : {}),
        ...(circaEnd === undefined && doubtEnd === undefined ? { end: Number(end) } : {}),
      });
    })
    .replace(PLACED_RANGE, (written: string, begin: string, end: string) => {
      const years = Number(end) - Number(begin);
      return years < SHORTEST || years > LONGEST ? written : take(written, { begin: Number(begin), end: Number(end) });
    })
    .replace(OPEN, (written: string, begin: string) => take(written, { begin: Number(begin) }))
    .replace(ENDS, (written: string, ...found: (string | undefined)[]) => {
      const [, born, thenDied, died] = found;
      const end = thenDied ?? died;
      return take(written, {
        ...(born === undefined ? {} : { begin: Number(born) }),
        ...(end === undefined ? {} : { end: Number(end) }),
      });
    });
}
