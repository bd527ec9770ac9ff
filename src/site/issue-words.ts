import { ISSUES } from '../vocabulary/issues.ts';
import german from './messages/issues-de.json' with { type: 'json' };
import type { Language, Messages } from './messages.ts';

/** English is the vocabulary's own. */
const SENTENCES: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  en: new Map(Object.entries(ISSUES).map(([code, { sentence }]) => [code, sentence])),
  de: new Map(Object.entries(german)),
};

/** What an issue is, in a few words: English has its code as words, other languages what their sentence begins with. */
export function issueTitle(code: string, { language }: Pick<Messages, 'language'>): string {
  const words = code.replaceAll('_', ' ').toLowerCase().replace('wgs84', 'WGS 84');
  const plain = words.charAt(0).toUpperCase() + words.slice(1);
  if (language === 'en') return plain;
  return SENTENCES[language].get(code)?.split(/[.:](?=\s|$)/u)[0] ?? plain;
}

/** The sentence that explains an issue and says what was done about it. */
export function issueSentence(code: string, messages: Pick<Messages, 'language'>): string {
  return SENTENCES[messages.language].get(code) ?? issueTitle(code, messages);
}
