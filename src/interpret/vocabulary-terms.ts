import type { Issue } from '../model/issue.ts';
import { findArchiveLevel } from '../vocabulary/archive-levels.ts';
import { findEstablishmentMeans } from '../vocabulary/establishment-means.ts';
import type { IssueCode } from '../vocabulary/issues.ts';
import { findLanguage } from '../vocabulary/languages.ts';
import { findSex } from '../vocabulary/sex.ts';
import type { Interpreter } from './interpreter.ts';
import { splitList } from './value-list.ts';
import { findLifeStage, saysNothing } from './vocabulary-values.ts';

interface VocabularyColumn {
  readonly term: string;
  readonly find: (text: string) => string | undefined;
  readonly code: IssueCode;
}

/** An interpreter of one term with one value of a vocabulary. What the vocabulary lacks is kept as written and flagged. */
function vocabularyInterpreter({ term, find, code }: VocabularyColumn): Interpreter {
  return {
    name: term,
    version: 2,
    target: 'record',
    inputs: [term],
    outputs: { [term]: 'VARCHAR' },
    interpret([text = null]) {
      if (text === null) return { output: {}, issues: [] };
      const value = find(text);
      if (value !== undefined) return { output: { [term]: value }, issues: [] };
      if (saysNothing(text)) return { output: {}, issues: [] };
      return { output: { [term]: text }, issues: [{ code, term, detail: text.slice(0, 200) }] };
    },
  };
}

export const VOCABULARY_INTERPRETERS: readonly Interpreter[] = [
  vocabularyInterpreter({ term: 'sex', find: findSex, code: 'SEX_INVALID' }),
  vocabularyInterpreter({ term: 'lifeStage', find: findLifeStage, code: 'LIFE_STAGE_INVALID' }),
  vocabularyInterpreter({
    term: 'establishmentMeans',
    find: findEstablishmentMeans,
    code: 'ESTABLISHMENT_MEANS_INVALID',
  }),
  vocabularyInterpreter({ term: 'archiveLevel', find: findArchiveLevel, code: 'ARCHIVE_LEVEL_INVALID' }),
];

/** Languages as BCP 47 tags; what is none is kept as written and flagged. */
export const language: Interpreter = {
  name: 'language',
  version: 1,
  target: 'record',
  inputs: ['language'],
  outputs: { language: 'VARCHAR[]' },
  interpret([text = null]) {
    const items = splitList(text ?? '', /\s*[|;,/]\s*/u);
    const unknown = items.find((item) => findLanguage(item) === undefined);
    const issues: readonly Issue[] =
      unknown === undefined ? [] : [{ code: 'LANGUAGE_INVALID', term: 'language', detail: unknown.slice(0, 200) }];
    return {
      output: items.length === 0 ? {} : { language: [...new Set(items.map((item) => findLanguage(item) ?? item))] },
      issues,
    };
  },
};
