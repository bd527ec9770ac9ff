/** How a record came into its gathering, the surest first. */
export const GATHERING_RULES = ['claim', 'event', 'stated', 'number', 'place', 'name'] as const;

/**
 * `claim`: a person says so; `event`: the museum gave one eventID; `stated`: a record names the other as of the same gathering;
 * `number`: the collector's number; `place`: the collector's day and place; `name`: day and number or place under a name that is
 * not sure to be one person's.
 */
export type GatheringRule = (typeof GATHERING_RULES)[number];

/** What the records of a gathering, or of a group of duplicates, agree on, or in what they differ. */
export interface GatheringFact {
  readonly kind: GatheringFactKind;
  /** An agent's name, a number, a date in EDTF, a place, kilometres, a taxon's name. */
  readonly value: string;
}

export type GatheringFactKind =
  | 'event'
  | 'collector'
  | 'recordNumber'
  | 'fieldNumber'
  | 'date'
  | 'place'
  | 'coordinates'
  | 'taxon'
  /** Each a name under which one of the records is identified, where they are not identified alike. */
  | 'otherTaxon'
  /** Each a spelling of the list of collectors, where they are not written alike. */
  | 'otherSpelling';

/** Records of one gathering that have the same number, or that may be parts of one thing because they are of the same taxon. */
export interface Duplicates {
  readonly kind: 'number' | 'taxon';
  /** The number as it is first written, or the taxon's name. */
  readonly value: string;
  /** accepted: the same number says it; proposed: the same taxon lets it be. */
  readonly status: 'accepted' | 'proposed';
  /** 0 to 1. */
  readonly score: number;
  readonly facts: readonly GatheringFact[];
  /** Keys of the records, in their order; of many only the first. */
  readonly keys: readonly string[];
  readonly records: number;
  readonly datasets: number;
}

/** One collecting event that several records come from. */
export interface Gathering {
  readonly key: string;
  /** Collector, date and place. */
  readonly label: string;
  /** People and groups who are collectors of all its records. */
  readonly agentKeys: readonly string[];
  /** First and last day, as day numbers. */
  readonly begin: number | undefined;
  readonly end: number | undefined;
  /** The same in EDTF. */
  readonly date: string | undefined;
  readonly place: string | undefined;
  readonly countryCode: string | undefined;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
  readonly records: number;
  readonly datasets: number;
  readonly facts: readonly GatheringFact[];
  readonly duplicates: readonly Duplicates[];
}

const SENTENCES: Readonly<Record<GatheringFactKind, string>> = {
  event: 'the same event',
  collector: 'the same collector',
  recordNumber: 'the same number',
  fieldNumber: 'the same field number',
  date: 'the same date',
  place: 'the same place',
  coordinates: 'coordinates at most so many kilometres apart',
  taxon: 'the same taxon',
  otherTaxon: 'identified as',
  otherSpelling: 'collectors written',
};

/** A fact in words: "the same number: 112". */
export function sayFact({ kind, value }: GatheringFact): string {
  return `${SENTENCES[kind]}: ${value}`;
}
