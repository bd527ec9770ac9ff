/** A name as it was read from a list of people and groups. What `interpret` calls an agent's name can be given as it is. */
export interface PersonName {
  /** As it is shown: honorifics, given names or initials, family name, suffix. */
  readonly name: string;
  readonly type: 'person' | 'group' | 'unnamed';
  readonly family?: string | undefined;
  readonly given?: string | undefined;
}

/** Years, both inclusive; absent where not known. */
export interface YearSpan {
  readonly begin?: number | undefined;
  readonly end?: number | undefined;
}

/** `name`: a name that several people may bear and that nothing gives to one of them. */
export type AgentKind = 'person' | 'group' | 'unnamed' | 'name';

/** Someone who gathered, made, named, wrote or owned something, as far as the records and claims say. */
export interface Agent {
  readonly key: string;
  readonly kind: AgentKind;
  /** The fullest form of the name. */
  readonly label: string;
  readonly family?: string;
  readonly given?: string;
  readonly life: YearSpan;
  /** First and last year of what they took part in. */
  readonly active: YearSpan;
  readonly identifiers: readonly string[];
  /** How many times they take part in an activity. */
  readonly records: number;
  /** The names under which they stand, the most frequent first. */
  readonly names: readonly AgentVariant[];
  /** For someone known only through another: that other's name. */
  readonly through?: string;
}

export interface AgentVariant {
  readonly nameKey: string;
  readonly name: string;
  readonly records: number;
}
