import type { Issue } from '../model/issue.ts';
import type { Interpreter } from './interpreter.ts';
import { parseNumber } from './number.ts';

interface CountColumns {
  readonly occurrenceStatus?: 'PRESENT' | 'ABSENT';
  readonly individualCount?: number;
}

const ABSENT =
  /^\W*(?:absent|absence|ausente|ausencia|fehlend|none|no|0|false|extinct|extirpated|(?:not|non|no) (?:present|found|detected|seen|observed|observé|presente))\W*$/iu;
/** How plentiful, how it came there or how it was noticed: whoever says one of these says that it was there. */
const PRESENT =
  /^\W*(?:p|yes|true|1|pair)\W*$|present|présent|vorhanden|common|comun|común|rar[eoa]|abundan|frequen|occasional|native|alien|introduced|adventive|casual|established|ephemeral|endemic|breeding|nesting|extant|collected|found|detected|seen|observed|dominant|plentiful|irregular|infested|outbreak|stocked|attacked|presence|reported|vagrant|episodic|treated|growing|planted|visual|heard|saw|song|vorkommend|präsent|aanwezig|tilstede|присутств|визуальн/iu;
const SPECIMEN = /^(?:preserved|fossil|living)[\s_]*specimen$/iu;
const DENIED = /\b(?:not|no|non|doubtful|uncertain|formerly|probably)\b|\?/iu;

/** Whether a text says that it was there; undefined where it says neither. */
export function findOccurrenceStatus(text: string): 'PRESENT' | 'ABSENT' | undefined {
  if (ABSENT.test(text)) return 'ABSENT';
  return PRESENT.test(text) && !DENIED.test(text) ? 'PRESENT' : undefined;
}

/**
 * How many individuals, and whether present or absent. Counts are whole numbers from 0; a count of 0 means absent where no status is
 * stated, and contradicts "present". Without either, a specimen was present where it was found.
 */
export const counts: Interpreter<CountColumns> = {
  name: 'counts',
  version: 3,
  target: 'record',
  inputs: ['individualCount', 'occurrenceStatus', 'basisOfRecord'],
  outputs: { individualCount: 'DOUBLE', occurrenceStatus: 'VARCHAR' },
  interpret([countText = null, statusText = null, basisText = null]) {
    const issues: Issue[] = [];
    const number = countText === null ? undefined : parseNumber(countText);
    const count = number !== undefined && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
    if (countText !== null && count === undefined)
      issues.push({ code: 'INDIVIDUAL_COUNT_INVALID', term: 'individualCount', detail: countText.slice(0, 200) });
    const stated = statusText === null ? undefined : findOccurrenceStatus(statusText);
    if (statusText !== null && stated === undefined)
      issues.push({ code: 'OCCURRENCE_STATUS_UNPARSABLE', term: 'occurrenceStatus', detail: statusText.slice(0, 200) });
    const contradicts = count !== undefined && stated !== undefined && (count === 0) !== (stated === 'ABSENT');
    if (contradicts)
      issues.push({ code: 'INDIVIDUAL_COUNT_CONFLICTS_WITH_OCCURRENCE_STATUS', term: 'individualCount' });
    const inferred = stated === undefined && count === 0 ? 'ABSENT' : undefined;
    if (inferred !== undefined)
      issues.push({ code: 'OCCURRENCE_STATUS_INFERRED_FROM_INDIVIDUAL_COUNT', term: 'occurrenceStatus' });
    const isSpecimen = countText === null && statusText === null && SPECIMEN.test(basisText ?? '');
    if (isSpecimen) issues.push({ code: 'OCCURRENCE_STATUS_INFERRED_FROM_BASIS_OF_RECORD', term: 'occurrenceStatus' });
    const occurrenceStatus = stated ?? inferred ?? (isSpecimen ? 'PRESENT' : undefined);
    return {
      output: {
        ...(count === undefined ? {} : { individualCount: count }),
        ...(occurrenceStatus === undefined ? {} : { occurrenceStatus }),
      },
      issues,
    };
  },
};
