import { ISSUES } from '../vocabulary/issues.ts';
import type { Messages } from './messages.ts';

/** An issue's name as words: RECORDED_DATE_INVALID is “Recorded date invalid”. */
export function issueTitle(code: string, messages: Messages): string {
  const words = code.replaceAll('_', ' ').toLowerCase();
  return messages.find(`issueTitle.${code}`) ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const sentences: Readonly<Record<string, { readonly sentence: string }>> = ISSUES;

/** The sentence that explains an issue; English is the vocabulary's own, other languages stand in their catalogues. */
export function issueSentence(code: string, messages: Messages): string {
  const own = Object.hasOwn(sentences, code) ? sentences[code]?.sentence : undefined;
  return messages.find(`issue.${code}`) ?? own ?? issueTitle(code, messages);
}
