import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chooseLanguage, LANGUAGES, messagesIn } from '../../src/site/messages.ts';
import de from '../../src/site/messages/de.json' with { type: 'json' };
import en from '../../src/site/messages/en.json' with { type: 'json' };
import { FIELDS } from '../../src/vocabulary/fields.ts';
import { ISSUES } from '../../src/vocabulary/issues.ts';
import { KINDS } from '../../src/vocabulary/kinds.ts';
import { issueSentence, issueTitle } from '../../src/site/issue-words.ts';

const site = join(import.meta.dirname, '../../src/site');
const sources = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name))
  .map((name) => readFileSync(join(site, name), 'utf8'))
  .join('\n');

/** Keys that data name, so that no source spells them whole. */
const NAMED_BY_DATA =
  /^(field|kind|kinds|group|activity|relation|role|chip|basisOfRecord|licenseBasis|mediaType|date\.season|record\.mediaLicenceBasis|error|results\.sort|results\.view|nav|map|dataset\.with\w+|person\.kind|place\.kind|browse\.by|rank|hop\.via|continent|archiveLevel|typeStatus|hop\.counts\.entities|entity)\b/u;

/** The names of a message's values. */
function names(text: string): string {
  const found = [...text.matchAll(/\{(\w+)[,}]/gu)].map((match) => String(match[1]));
  return [...new Set(found)].toSorted((a, b) => a.localeCompare(b)).join();
}

describe('message catalogues', () => {
  test('have the same keys', () => {
    expect(Object.keys(de).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  test('hold no message that no page uses', () => {
    const unused = Object.keys(en).filter((key) => !NAMED_BY_DATA.test(key) && !sources.includes(`'${key}'`));
    expect(unused).toEqual([]);
  });

  test('use the same values in every language', () => {
    const different = Object.entries(en).filter(([key, text]) => names(text) !== names(de[key as keyof typeof de]));
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test.each(LANGUAGES)('%s names every field, kind and group', (language) => {
    const { find } = messagesIn(language);
    const keys = [
      ...FIELDS.map(({ name }) => `field.${name}`),
      ...FIELDS.map(({ group }) => `group.${group}`),
      ...KINDS.flatMap((kind) => [`kind.${kind}`, `kinds.${kind}`]),
    ];
    expect(keys.filter((key) => find(key) === undefined)).toEqual([]);
  });

  test.each(LANGUAGES)('%s explains every issue in a sentence of its own', (language) => {
    const messages = messagesIn(language);
    const sentences = Object.keys(ISSUES).map((code) => issueSentence(code, messages));
    expect(sentences.filter((sentence) => !sentence.endsWith('.'))).toEqual([]);
    expect(
      Object.keys(ISSUES)
        .map((code) => issueTitle(code, messages))
        .filter((title) => title.includes('_')),
    ).toEqual([]);
  });
});

test('German sentences are no English ones', () => {
  const english = new Set(Object.values(ISSUES).map(({ sentence }) => sentence));
  const sentences = Object.keys(ISSUES).map((code) => issueSentence(code, messagesIn('de')));
  expect(sentences.filter((sentence) => english.has(sentence))).toEqual([]);
});

describe('the language of a page', () => {
  test.each([
    ['de-CH,de;q=0.9,en;q=0.8', 'de'],
    ['fr,en;q=0.5,de;q=0.7', 'de'],
    ['ja', undefined],
    ['de;q=0, en', 'en'],
    [undefined, undefined],
    [',;;q=x,,', undefined],
  ])('%s is %s', (accepted, language) => {
    expect(chooseLanguage(accepted)).toBe(language);
  });
});
