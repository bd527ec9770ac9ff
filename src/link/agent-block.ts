import type { PersonName, YearSpan } from '../model/agent.ts';
import { hashKey } from '../model/key.ts';
import type { NumberedYear } from './agent-series.ts';
import { foldFamily, foldName } from './name-fold.ts';

/** A name as a record states it, with what stands beside it of whom it means. */
export interface StatedName extends PersonName {
  /** Years of birth and death. */
  readonly born?: number | undefined;
  readonly died?: number | undefined;
  /** An identifier of the person or group as an IRI. */
  readonly identifier?: string | undefined;
}

/** A distinct name of a collection. */
export interface NamedAgent extends StatedName {
  /** See nameKeyOf. */
  readonly nameKey: string;
}

/** Where, when and with whom a name stands in records: rows of agentQueries.mentions, or the like. */
export interface Mention {
  /** The name's place in the block's list. */
  readonly name: number;
  /** A number for the names that stand together in one list; undefined where the name stands alone. */
  readonly company?: number | undefined;
  /** `BR`, or `BR/Bahia`; empty where not known. */
  readonly place: string;
  readonly dataset: string;
  /** Years in which the activity fell; absent where not known or where the role says nothing of a life (owner, subject). */
  readonly years?: { readonly begin: number; readonly end: number } | undefined;
  readonly records: number;
  /** Numbers that the collector gave, the least and the greatest of these records; only of the first name of a list, whose series it mostly is. */
  readonly numbers?: readonly NumberedYear[] | undefined;
}

/** A person or group of an authority, a museum's list of makers, or any record of type agent. */
export interface KnownAgent {
  /** The record's key. */
  readonly key: string;
  /** The list that it is of; none lists a person twice, so two of one list are two people. Absent: not known to be so. */
  readonly authority?: string | undefined;
  /** The preferred name first. */
  readonly names: readonly PersonName[];
  readonly life?: YearSpan;
  readonly active?: YearSpan;
  readonly places?: readonly string[];
  /** Identifiers as IRIs: two known agents with the same one are the same. */
  readonly identifiers?: readonly string[];
}

/** All that can be one person: the names whose family names fold to one stem, where they stand, and who is known by them. */
export interface AgentBlock {
  readonly key: string;
  readonly names: readonly NamedAgent[];
  readonly mentions: readonly Mention[];
  readonly known: readonly KnownAgent[];
  /** The companions (see companionOf) in a company, the name itself among them. */
  readonly companions: (company: number) => readonly string[];
}

/** The block of a name: linked together, and linked again when a claim on one of its names changes. */
export function blockOf(name: PersonName): string {
  if (name.type !== 'person') return `${name.type} ${foldName(name.name)}`;
  return foldFamily(name.family ?? name.name).stem;
}

/** What stands for a name in keys: type, folded family and given names, and the folded whole for titles and suffixes. */
export function nameKeyOf({ type, name, family, given }: PersonName): string {
  return `${type}|${foldName(family ?? '')}|${foldName(given ?? '')}|${foldName(name)}`;
}

/** What a name states beyond itself, as text; empty where that is nothing. */
export function statedOf({ born, died, identifier }: StatedName): string {
  return born === undefined && died === undefined && identifier === undefined
    ? ''
    : `${born ?? ''}-${died ?? ''} ${identifier ?? ''}`;
}

/** What stands for a name where people point at it: all units that bear it. Of a name that is not divided it is the unit's key too. */
export function nameClaimKey(nameKey: string): string {
  return hashKey(nameKey);
}

/** The key of the agent that stands for all that a name may be. */
export function ambiguousKey(nameKey: string): string {
  return hashKey(`name\u001F${nameKey}`);
}

/** The key of an agent that has an identifier of an authority. */
export function identifierKey(identifier: string): string {
  return hashKey(identifier);
}
