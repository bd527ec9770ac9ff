import type { Edition } from '../catalogue/edition.ts';
import { entityIri, type EntityKind } from '../model/iri.ts';
import type { SearchEngine } from '../search/engine.ts';

/** Where the entities stand to which a record was linked. */
export interface LinkSource {
  readonly engine: Pick<SearchEngine, 'find' | 'valuesOf' | 'isTouched'>;
  readonly edition: Pick<Edition, 'entities'>;
  /** The node's base IRI. */
  readonly base: string;
}

/** A person or group to whom names of a record were linked. */
export interface LinkedAgent {
  readonly iri: string;
  /** collector, identifier, maker, … */
  readonly roles: readonly string[];
  /** Left out where a record on which they rest was withdrawn since. */
  readonly label?: string;
  /** ORCIDs, Wikidata items and the like, from authorities and from other records. */
  readonly identifiers?: readonly string[];
}

/** The entities to which a record was linked, by IRI. All of it is inferred: none of these IRIs is the museum's. */
export interface RecordLinks {
  readonly basis: 'inferred';
  readonly agents: readonly LinkedAgent[];
  readonly gatherings: readonly string[];
  readonly expeditions: readonly string[];
  readonly taxa: readonly string[];
  readonly places: readonly string[];
}

/** What a record was linked to, from the index and the entity store; undefined where it was linked to nothing. */
export function linksOfRecord({ engine, edition, base }: LinkSource, key: string): RecordLinks | undefined {
  const rid = engine.find(key);
  if (rid === undefined) return undefined;
  const { entities } = edition;
  const irisOf = (kind: EntityKind, keys: readonly (string | null | undefined)[]) =>
    [...new Set(keys)].flatMap((each) => (typeof each === 'string' ? [entityIri(base, kind, each)] : []));
  const taxa = (entities.links('taxon_link', rid) ?? []).map(([taxonKey, match]) =>
    match === null ? taxonKey : entities.read('taxon_match', [match])?.[0]?.taxonKey,
  );
  const links: RecordLinks = {
    basis: 'inferred',
    agents: agentsOf({ engine, edition, base }, rid),
    gatherings: irisOf('gathering', engine.valuesOf('gatheringKey', rid)),
    expeditions: irisOf('expedition', engine.valuesOf('expeditionKey', rid)),
    taxa: irisOf('taxon', taxa),
    places: irisOf(
      'place',
      (entities.links('place_link', rid) ?? []).map(([placeKey]) => placeKey),
    ),
  };
  return Object.values(links).some((value) => Array.isArray(value) && value.length > 0) ? links : undefined;
}

function agentsOf({ engine, edition, base }: LinkSource, rid: number): readonly LinkedAgent[] {
  const roles = engine.valuesOf('agentRole', rid).map((value) => {
    const colon = value.lastIndexOf(':');
    return { role: value.slice(0, colon), key: value.slice(colon + 1) };
  });
  return engine.valuesOf('agentKey', rid).map((key): LinkedAgent => {
    const linked = {
      iri: entityIri(base, 'person', key),
      roles: roles.filter((each) => each.key === key).map(({ role }) => role),
    };
    // What it is called and by what it is known may be what the withdrawn record alone said.
    const [agent] = engine.isTouched('agentKey', key) ? [] : (edition.entities.read('agent', [key]) ?? []);
    return agent === undefined ? linked : { ...linked, label: agent.label, identifiers: agent.identifiers };
  });
}
