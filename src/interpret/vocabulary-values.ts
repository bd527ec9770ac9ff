import type { Issue } from '../model/issue.ts';
import { findBasisOfRecord } from '../vocabulary/basis-of-record.ts';
import { findEstablishmentMeans } from '../vocabulary/establishment-means.ts';
import type { IssueCode } from '../vocabulary/issues.ts';
import { findLifeStages } from '../vocabulary/life-stage.ts';
import { findMediaType } from '../vocabulary/media-types.ts';
import { findPreservations } from '../vocabulary/preservation.ts';
import { findRank } from '../vocabulary/ranks.ts';
import { findSex } from '../vocabulary/sex.ts';
import { findKindOfType } from './kind.ts';
import { parseLicence } from './licence.ts';
import { findOccurrenceStatus } from './vocabulary-counts.ts';

/** The value of a controlled vocabulary that a text means; null where it means none, with an issue where it says something else. */
export interface InterpretedValue {
  readonly value: string | null;
  readonly issues: readonly Issue[];
}

/** Words that say that there is no value; they raise no issue. */
const NOTHING =
  /^\W*(?:none|null|n\/?a|nd|not (?:applicable|recorded|provided|available|stated|determined)|no (?:aplica|disponible|data)|unknown|unspecified|undetermined|indet\.?)?\W*$/iu;

/** Whether a text says that there is no value. */
export function saysNothing(text: string): boolean {
  return NOTHING.test(text);
}

interface Vocabulary {
  readonly term: string;
  readonly code: IssueCode;
  readonly find: (text: string) => string | undefined;
}

function valueReader({ term, code, find }: Vocabulary): (text: string) => InterpretedValue {
  return (text) => {
    const value = text.trim() === '' ? undefined : find(text);
    if (value !== undefined) return { value, issues: [] };
    return { value: null, issues: saysNothing(text) ? [] : [{ code, term, detail: text.slice(0, 200) }] };
  };
}

/** One stage, or 'mixed' where a text names several. */
export function findLifeStage(text: string): string | undefined {
  const stages = findLifeStages(text);
  return stages.length > 1 ? 'mixed' : stages[0];
}

/** A sex: female, male, hermaphrodite, mixed, indeterminate. */
export const interpretSex = valueReader({ term: 'sex', code: 'SEX_INVALID', find: findSex });

/** A stage of life. */
export const interpretLifeStage = valueReader({ term: 'lifeStage', code: 'LIFE_STAGE_INVALID', find: findLifeStage });

/** What a record rests on, under GBIF's names: PRESERVED_SPECIMEN. */
export const interpretBasisOfRecord = valueReader({
  term: 'basisOfRecord',
  code: 'BASIS_OF_RECORD_INVALID',
  find: findBasisOfRecord,
});

/** PRESENT or ABSENT. */
export const interpretOccurrenceStatus = valueReader({
  term: 'occurrenceStatus',
  code: 'OCCURRENCE_STATUS_UNPARSABLE',
  find: findOccurrenceStatus,
});

/** How an organism came to its place: native, introduced, managed. */
export const interpretEstablishmentMeans = valueReader({
  term: 'establishmentMeans',
  code: 'ESTABLISHMENT_MEANS_INVALID',
  find: findEstablishmentMeans,
});

/** A rank of taxa, in small letters. */
export const interpretRank = valueReader({ term: 'taxonRank', code: 'TAXON_RANK_INVALID', find: findRank });

/** An identifier of LICENCES: CC-BY-4.0. */
export const interpretLicence = valueReader({ term: 'license', code: 'LICENSE_UNREADABLE', find: parseLicence });

/** A type of media: StillImage. */
export const interpretMediaType = valueReader({
  term: 'type',
  code: 'MULTIMEDIA_TYPE_UNKNOWN',
  find: findMediaType,
});

/** The kind of object that a type of object means: "oil painting" is an artwork. */
export const interpretObjectType = valueReader({ term: 'objectType', code: 'KIND_UNCERTAIN', find: findKindOfType });

/** The ways in which a specimen is prepared and kept: "skin; skull; EtOH 70%" is dried, skeletonized and in fluid. */
export function interpretPreparations(text: string): {
  readonly values: readonly string[];
  readonly issues: readonly Issue[];
} {
  return { values: findPreservations(text), issues: [] };
}
