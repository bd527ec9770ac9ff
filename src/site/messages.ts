import { IntlMessageFormat } from 'intl-messageformat';
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];
export type MessageKey = keyof typeof en;
type Values = Readonly<Record<string, string | number>>;

/** The locale in which a language's dates are written: as British museums do, day before month. */
export const DATE_LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de' };

/** The language of a page: its messages, numbers and names. */
export interface Messages {
  readonly language: Language;
  /** The message, filled. */
  readonly t: (key: MessageKey, values?: Values) => string;
  /** The message of a key that data names, or undefined where the catalogue has none. */
  readonly find: (key: string, values?: Values) => string | undefined;
  readonly number: (value: number) => string;
  /** The name of a country code; the code itself where it is none. */
  readonly country: (code: string) => string;
  /** A day of an ISO time, in words. */
  readonly day: (iso: string) => string;
}

export function isLanguage(text: string | undefined): text is Language {
  return LANGUAGES.some((language) => language === text);
}

function createMessages(language: Language, catalogue: Readonly<Record<string, string>>): Messages {
  const formats = new Map<string, IntlMessageFormat>();
  /** Messages without values are the same each time, and a page has a hundred of them. */
  const plain = new Map<string, string>();
  const countries = new Map<string, string>();
  const numbers = new Intl.NumberFormat(language);
  const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' });
  const days = new Intl.DateTimeFormat(DATE_LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' });
  const find = (key: string, values?: Values): string | undefined => {
    const ready = values === undefined ? plain.get(key) : undefined;
    if (ready !== undefined) return ready;
    const text = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    if (text === undefined) return undefined;
    let format = formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    const filled = String(format.format(values));
    if (values === undefined) plain.set(key, filled);
    return filled;
  };
  const country = (code: string): string => {
    if (!/^[A-Z]{2}$/u.test(code)) return code;
    const name = countries.get(code) ?? regions.of(code) ?? code;
    countries.set(code, name);
    return name;
  };
  return {
    language,
    find,
    country,
    t: (key, values) => find(key, values) ?? key,
    number: (value) => numbers.format(value),
    day: (iso) => {
      const date = new Date(iso);
      return Number.isNaN(date.valueOf()) ? iso : days.format(date);
    },
  };
}

const catalogues: Readonly<Record<Language, Messages>> = { en: createMessages('en', en), de: createMessages('de', de) };

export function messagesIn(language: Language): Messages {
  return catalogues[language];
}

/** The first of the accepted languages (an Accept-Language header) in which there are messages. */
export function chooseLanguage(accepted: string | undefined): Language | undefined {
  const wanted = (accepted ?? '')
    .split(',')
    .slice(0, 32)
    .map((item) => {
      const [tag = '', ...parameters] = item.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality.trim().slice(2)) };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  return wanted.map(({ tag }) => tag).find(isLanguage);
}
