import { formatDay } from '../model/day.ts';
import type { Issue } from '../model/issue.ts';
import { productionAgents } from './agents.ts';
import { interpretAgents } from './agent-structure.ts';
import { interpretCoordinates } from './coordinate-value.ts';
import { interpretCountry } from './country-value.ts';
import { interpretDate } from './date-value.ts';
import { eventDate } from './event-date.ts';
import { interpretGeologicalTime } from './geological-time.ts';
import { interpretIdentifier } from './identifier.ts';
import { readInscriptions } from './inscription-text.ts';
import type { Interpreter } from './interpreter.ts';
import { kind } from './kind.ts';
import { productionPlaces } from './made.ts';
import { readMaterials } from './material-text.ts';
import { licence } from './licence.ts';
import { interpretMeasurement } from './measurement.ts';
import { place } from './place.ts';
import { interpretScientificName } from './scientific-name.ts';
import { VOCABULARY_INTERPRETERS } from './vocabulary-terms.ts';
import { interpretTypeStatus } from './vocabulary-type-status.ts';
import {
  interpretEstablishmentMeans,
  interpretMediaType,
  interpretObjectType,
  interpretOccurrenceStatus,
  interpretRank,
  type InterpretedValue,
} from './vocabulary-values.ts';
import { findPreservations } from '../vocabulary/preservation.ts';

/** The terms of a record, by their local names, as written. */
export type ValueTerms = Readonly<Record<string, string>>;

type Reading = Readonly<Record<string, unknown>>;

/** A kind of value that `collectome interpret` reads. Every answer has every key; null stands where there is no value. */
export interface ValueKind {
  readonly summary: string;
  readonly ofText: (text: string) => Reading;
  readonly ofTerms: (terms: ValueTerms) => Reading;
}

interface Pick {
  readonly interpreter: Interpreter;
  /** The term that a value alone stands in. */
  readonly term: string;
  /** The columns of the answer; `[]` after a name: a list, empty where there is none. */
  readonly columns: readonly string[];
  /** Only issues that begin so; absent: all. */
  readonly issues?: RegExp;
}

/** The answer of an interpreter of the import, with these of its columns. */
function picked({ interpreter, term, columns, issues: wanted }: Pick): Omit<ValueKind, 'summary'> {
  const ofTerms = (terms: ValueTerms): Reading => {
    const values = interpreter.inputs.map((input) => terms[input]?.trim() || null);
    const { output, issues } = interpreter.interpret(values, {});
    const found = output as Reading;
    return {
      ...Object.fromEntries(
        columns.map((column) => {
          const name = column.replace('[]', '');
          return [name, found[name] ?? (column === name ? null : [])];
        }),
      ),
      issues: issues.flatMap(({ code }) => (wanted?.test(code) === false ? [] : [code])),
    };
  };
  return { ofTerms, ofText: (text) => ofTerms({ [term]: text }) };
}

/** A reader of one text; of a record, it reads the first of these terms that is there. */
function ofOne(terms: readonly string[], ofText: (text: string) => Reading): Omit<ValueKind, 'summary'> {
  return { ofText, ofTerms: (record) => ofText(terms.map((term) => record[term]).find(Boolean) ?? '') };
}

function vocabulary(term: string): Omit<ValueKind, 'summary'> {
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

/** The date of gathering that the terms of a record agree on. */
function dateOfTerms(terms: ValueTerms): Reading {
  const values = eventDate.inputs.map((input) => terms[input]?.trim() || null);
  const { output, issues } = eventDate.interpret(values, {});
  const found = output as Reading;
  const edtf = typeof found['eventDate'] === 'string' ? found['eventDate'] : undefined;
  const day = (column: string): string | null => {
    const number = found[column];
    return typeof number === 'number' ? formatDay(number) : null;
  };
  return {
    begin: day('eventDateBegin'),
    end: day('eventDateEnd'),
    edtf: edtf ?? null,
    precision: edtf === undefined ? null : interpretDate(edtf).precision,
    issues: issues.map(({ code }) => code),
  };
}

/** Issues as their codes: the answer stands beside its own input. */
function withCodes({ issues, ...reading }: { readonly issues: readonly Issue[] }): Reading {
  return { ...reading, issues: issues.map(({ code }) => code) };
}

const GEOLOGICAL_TERMS = [
  'earliestAgeOrLowestStage',
  'earliestEpochOrLowestSeries',
  'earliestPeriodOrLowestSystem',
  'earliestEraOrLowestErathem',
  'earliestEonOrLowestEonothem',
];

function typeStatusOfText(text: string): Reading {
  const { designations, issues } = interpretTypeStatus(text);
  return {
    ...withCodes({ issues }),
    typeStatus: designations.map((designation) => designation.typeStatus),
    designations,
  };
}

/** An answer with one value under a term. */
function valueOf(term: string, interpret: (text: string) => InterpretedValue): (text: string) => Reading {
  return (text) => {
    const { value, issues } = interpret(text);
    return { [term]: value, issues: issues.map(({ code }) => code) };
  };
}

function measurementsOfText(text: string): Reading {
  const { measurements, issues } = interpretMeasurement(text);
  const whole = measurements.map((one) => ({
    ...one,
    to: one.to ?? null,
    part: one.part ?? null,
    qualifier: one.qualifier ?? null,
  }));
  return { measurements: whole, ...withCodes({ issues }) };
}

function materialsOfText(text: string): Reading {
  const { materials, techniques } = readMaterials(text);
  const whole = materials.map(({ name, part = null, states, doubt = null }) => ({ name, part, states, doubt }));
  return { materials: whole, techniques, issues: [] };
}

function inscriptionsOfText(text: string): Reading {
  const inscriptions = readInscriptions(text).map(({ kind: of, position = null, text: words = null }) => ({
    kind: of,
    position,
    text: words,
  }));
  return { inscriptions, issues: [] };
}

/** Who made it, as the import reads it, and where. */
function productionOfTerms(terms: ValueTerms): Reading {
  const valuesOf = ({ inputs }: Interpreter): readonly (string | null)[] =>
    inputs.map((input) => terms[input]?.trim() || null);
  const makers = productionAgents.interpret(valuesOf(productionAgents), {});
  const places = productionPlaces.interpret(valuesOf(productionPlaces), {});
  const { participationRows = [] } = makers.output as { readonly participationRows?: readonly Reading[] };
  const { productionPlace = [] } = places.output as { readonly productionPlace?: readonly string[] };
  return {
    makers: participationRows.map(({ agent, agentType, family = null, given = null, role, qualifier = null }) => ({
      name: agent,
      kind: agentType === 'unnamed' ? 'unknown' : agentType,
      family,
      given,
      role,
      qualifier,
    })),
    productionPlace,
    issues: makers.issues.map(({ code }) => code),
  };
}

/** What `collectome interpret` reads, by the names of its kinds. */
export const VALUE_KINDS: Readonly<Record<string, ValueKind>> = {
  date: {
    summary:
      'dates as museums write them; of a record: eventDate, year, month, day, verbatimEventDate and days of the year',
    ofText: (text) => ({ ...interpretDate(text) }),
    ofTerms: dateOfTerms,
  },
  coordinates: {
    summary: 'coordinates in decimals or degrees; of a record: with its datum, uncertainty and country',
    ofText: (text) => withCodes(interpretCoordinates(text)),
    ofTerms: (terms) => withCodes(interpretCoordinates(terms)),
  },
  country: {
    summary: 'names and codes of countries, of today and of the past',
    ofText: (text) => withCodes(interpretCountry(text)),
    ofTerms: picked({
      interpreter: place,
      term: 'country',
      columns: ['countryCode', 'possibleCountryCodes[]'],
      issues: /^(?:COUNTRY|HISTORIC|POSSIBLE)/u,
    }).ofTerms,
  },
  agents: {
    summary: 'lists of people, groups and institutions',
    ...ofOne(['recordedBy', 'identifiedBy', 'creator'], (text) => withCodes(interpretAgents(text))),
  },
  'scientific-name': {
    summary: 'names of taxa of any code, with their authors',
    ...ofOne(['scientificName'], (text) => withCodes(interpretScientificName(text))),
  },
  measurement: {
    summary: 'dimensions and weights',
    ...ofOne(['dimensions', 'extent', 'measurementValue'], measurementsOfText),
  },
  material: {
    summary: 'materials with their parts and states, and ways of making',
    ...ofOne(['material', 'medium'], materialsOfText),
  },
  inscription: { summary: 'what is written on an object, and where', ...ofOne(['inscription'], inscriptionsOfText) },
  production: {
    summary: 'makers with their roles and attributions, and places of making',
    ofText: (text) => productionOfTerms({ maker: text }),
    ofTerms: productionOfTerms,
  },
  'type-status': {
    summary: 'statuses of type specimens, with the names whose types they are',
    ...ofOne(['typeStatus'], typeStatusOfText),
  },
  'basis-of-record': {
    summary: 'what a record of an organism rests on',
    ...picked({ interpreter: kind, term: 'basisOfRecord', columns: ['basisOfRecord'], issues: /^BASIS/u }),
  },
  sex: { summary: 'sexes', ...vocabulary('sex') },
  'life-stage': { summary: 'life stages', ...vocabulary('lifeStage') },
  licence: {
    summary: 'licences and rights statements',
    ...picked({ interpreter: licence, term: 'license', columns: ['license'] }),
  },
  'geological-time': {
    summary: 'geological periods, epochs and ages, as spans in Ma',
    ...ofOne(GEOLOGICAL_TERMS, (text) => withCodes(interpretGeologicalTime(text))),
  },
  rank: { summary: 'ranks of taxa', ...ofOne(['taxonRank', 'verbatimTaxonRank'], valueOf('taxonRank', interpretRank)) },
  'occurrence-status': {
    summary: 'whether it was there or not',
    ...ofOne(['occurrenceStatus'], valueOf('occurrenceStatus', interpretOccurrenceStatus)),
  },
  'establishment-means': {
    summary: 'how an organism came to its place',
    ...ofOne(['establishmentMeans'], valueOf('establishmentMeans', interpretEstablishmentMeans)),
  },
  preparations: {
    summary: 'how specimens are prepared and kept',
    ...ofOne(['preparations'], (text) => ({ preparations: findPreservations(text), issues: [] })),
  },
  'media-type': { summary: 'types of media', ...ofOne(['type', 'format'], valueOf('type', interpretMediaType)) },
  'object-type': { summary: 'kinds of object', ...ofOne(['objectType'], valueOf('kind', interpretObjectType)) },
  identifier: {
    summary: 'identifiers of people, names, institutions and objects',
    ...ofOne(['recordedByID', 'identifiedByID', 'identifier'], (text) => ({
      ...(interpretIdentifier(text) ?? { scheme: null, id: null, iri: null }),
      issues: [],
    })),
  },
};
