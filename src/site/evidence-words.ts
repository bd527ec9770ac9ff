import { countryCodeOf } from './country-names.ts';
import german from './messages/evidence-de.json' with { type: 'json' };
import { messagesIn, type Language } from './messages.ts';

const PLACE = /\{(\w+)\}/gu;

/** Numbers with their years: `7 in 1945`, or the first and the last, `7 in 1945 to 90 in 1979`. */
const SERIES = /^\d+ in \d+(?: to \d+ in \d+)?$/u;
const SERIES_TO: Readonly<Record<Language, string>> = { en: ' to ', de: ' bis ' };

interface Sentence {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly words: string;
}

/** What rules say of a link, as they say it, `{name}` for what differs; English is the rules' own. */
const SENTENCES: Readonly<Record<Language, readonly Sentence[]>> = {
  en: [],
  de: Object.entries(german).map(([template, words]) => toSentence(template, words)),
};

/** A reason in the reader's language, or as the rule says it, in English. */
export interface EvidenceWords {
  readonly text: string;
  readonly language: Language;
}

/** The reasons of a rule, each in the reader's language where it is one of the sentences that rules make. */
export function evidenceWords(evidence: readonly string[], language: Language): readonly EvidenceWords[] {
  return evidence.map((reason) => {
    if (language === 'en') return { text: reason, language };
    const whole = translate(reason, language);
    if (whole !== undefined) return { text: whole, language };
    // Reasons about one part of a name are one text.
    const parts = reason.split('; ').map((part) => translate(part, language));
    return parts.includes(undefined) ? { text: reason, language: 'en' as const } : { text: parts.join('; '), language };
  });
}

function translate(reason: string, language: Language): string | undefined {
  for (const { pattern, names, words } of SENTENCES[language]) {
    const match = pattern.exec(reason);
    if (match === null) continue;
    const values = new Map(
      names.map((name, index) => {
        const value = match[index + 1] ?? '';
        return [name, valueWords({ name, value, language })];
      }),
    );
    return words.replaceAll(PLACE, (_, name: string) => values.get(name) ?? '');
  }
  return undefined;
}

interface ValueIn {
  readonly name: string;
  readonly value: string;
  readonly language: Language;
}

/** What stands in the place of a name of a template, where rules write it in English. */
function valueWords({ name, value, language }: ValueIn): string {
  if (name === 'place') return placeWords(value, language);
  return SERIES.test(value) ? value.replaceAll(/ in (\d+)/gu, ' ($1)').replace(' to ', SERIES_TO[language]) : value;
}

/** `Bahia, Brazil`: rules say the country in English. */
function placeWords(place: string, language: Language): string {
  const comma = place.lastIndexOf(', ');
  const code = countryCodeOf(comma < 0 ? place : place.slice(comma + 2));
  if (code === undefined) return place;
  const country = messagesIn(language).country(code);
  return comma < 0 ? country : `${place.slice(0, comma)}, ${country}`;
}

function toSentence(template: string, words: string): Sentence {
  const pattern = template
    .split(PLACE)
    .map((part, index) => (index % 2 === 0 ? part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`) : '([^;]+)'))
    .join('');
  return {
    pattern: new RegExp(`^${pattern}$`, 'u'),
    names: [...template.matchAll(PLACE)].map(([, name = '']) => name),
    words,
  };
}
