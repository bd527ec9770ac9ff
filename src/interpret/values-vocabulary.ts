import { findPreservations } from '../vocabulary/preservation.ts';
import { interpretGeologicalTime } from './geological-time.ts';
import { interpretIdentifier } from './identifier.ts';
import { kind } from './kind.ts';
import { licence } from './licence.ts';
import { ofOne, picked, withCodes, type Reading, type ValueReader, type ValueTerms } from './value-reader.ts';
import { VOCABULARY_INTERPRETERS } from './vocabulary-terms.ts';
import {
  interpretEstablishmentMeans,
  interpretMediaType,
  interpretObjectType,
  interpretOccurrenceStatus,
  interpretRank,
  type InterpretedValue,
} from './vocabulary-values.ts';

function vocabulary(term: string): ValueReader {
  const interpreter = VOCABULARY_INTERPRETERS.find(({ name }) => name === term);
  if (interpreter === undefined) throw new Error(`no interpreter reads ${term}`);
  const { ofTerms } = picked({ interpreter, term, columns: [term] });
  // A record keeps a word that the vocabulary lacks, with an issue; here it is no value.
  const known = (terms: ValueTerms): Reading => {
    const reading = ofTerms(terms);
    return {
      ...reading,
      ...(Array.isArray(reading['issues']) && reading['issues'].length > 0 ? { [term]: null } : {}),
    };
  };
  return { ofTerms: known, ofText: (text) => known({ [term]: text }) };
}

const GEOLOGICAL_TERMS = [
  'earliestAgeOrLowestStage',
  'earliestEpochOrLowestSeries',
  'earliestPeriodOrLowestSystem',
  'earliestEraOrLowestErathem',
  'earliestEonOrLowestEonothem',
];

/** An answer with one value under a term. */
function valueOf(term: string, interpret: (text: string) => InterpretedValue): (text: string) => Reading {
  return (text) => {
    const { value, issues } = interpret(text);
    return { [term]: value, issues: issues.map(({ code }) => code) };
  };
}

export const readers: Readonly<Record<string, ValueReader>> = {
  'basis-of-record': picked({
    interpreter: kind,
    term: 'basisOfRecord',
    columns: ['basisOfRecord'],
    issues: /^BASIS/u,
  }),
  sex: vocabulary('sex'),
  'life-stage': vocabulary('lifeStage'),
  licence: picked({ interpreter: licence, term: 'license', columns: ['license'] }),
  'geological-time': ofOne(GEOLOGICAL_TERMS, (text) => withCodes(interpretGeologicalTime(text))),
  rank: ofOne(['taxonRank', 'verbatimTaxonRank'], valueOf('taxonRank', interpretRank)),
  'occurrence-status': ofOne(['occurrenceStatus'], valueOf('occurrenceStatus', interpretOccurrenceStatus)),
  'establishment-means': ofOne(['establishmentMeans'], valueOf('establishmentMeans', interpretEstablishmentMeans)),
  preparations: ofOne(['preparations'], (text) => ({ preparations: findPreservations(text), issues: [] })),
  'media-type': ofOne(['type', 'format'], valueOf('type', interpretMediaType)),
  'object-type': ofOne(['objectType'], valueOf('kind', interpretObjectType)),
  identifier: ofOne(['recordedByID', 'identifiedByID', 'identifier'], (text) => ({
    ...(interpretIdentifier(text) ?? { scheme: null, id: null, iri: null }),
    issues: [],
  })),
};
