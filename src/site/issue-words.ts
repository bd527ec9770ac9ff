import type { Messages } from './messages.ts';

/** An issue's name as words: RECORDED_DATE_INVALID is “Recorded date invalid”. */
export function issueTitle(code: string, messages: Messages): string {
  const words = code.replaceAll('_', ' ').toLowerCase();
  return messages.find(`issue.${code}`) ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** The sentence that explains an issue. */
export function issueSentence(code: string, messages: Messages): string {
  return messages.find(`issue.${code}`) ?? issueTitle(code, messages);
}
