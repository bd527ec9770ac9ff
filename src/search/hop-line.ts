import { ALL, type HopComparison, type HopEnd, type HopQuery, type HopVia, type Query } from '../model/query.ts';
import { NAME_FIELD } from './hop-fields.ts';
import { ANY, HOP_VIAS, isEntityVia, isRelationType, normaliseName } from './hop-names.ts';
import type { LineScanner } from './line-scanner.ts';
import { entityScope, escapeQuoted, isNamedEntity, type Scope } from './query-fields.ts';

/** Words of a role or of a type of relation. */
const NAME = /[\p{L}\p{N}][\p{L}\p{N}_-]*(?: +[\p{L}\p{N}][\p{L}\p{N}_-]*)*/uy;
const PLAIN = /^\p{L}[\p{L}\p{N}_-]*(?: [\p{L}\p{N}][\p{L}\p{N}_-]*)*$/u;
const INVERSE = 'inverse ';

const FIELD = String.raw`([\p{L}][\p{L}\p{N}_.]*)`;
const ENDS = String.raw`\s*(?=[,)])`;
const ORDER = new RegExp(String.raw`${FIELD}\s+(before|after)\s+${FIELD}${ENDS}`, 'iuy');
const TIME = new RegExp(
  String.raw`${FIELD}\s+within\s+(\d{1,9})\s*(days?|weeks?|years?)\s+of\s+${FIELD}${ENDS}`,
  'iuy',
);
const DISTANCE = new RegExp(
  String.raw`within\s+(\d+(?:\.\d+)?(?:e\+?\d+)?)\s*(m|km|mi)(\s+of\s+entity)?${ENDS}`,
  'iuy',
);
const EQUALITY = new RegExp(String.raw`(same|different)\s+${FIELD}${ENDS}`, 'iuy');
const ENTITY = /^entity\./iu;
const METERS: Readonly<Record<string, number>> = { m: 1, km: 1000, mi: 1609.344 };

/** What the parser of a line lends for the conditions within a hop. */
export interface HopParser {
  readonly scanner: LineScanner;
  /** Conditions up to a closing parenthesis; undefined where there are none. */
  readonly conditions: (scope: Scope) => Query | undefined;
}

/** What follows `hop(`, and the closing parenthesis: `maker (born:..1800) > author, comparison, conditions`. */
export function parseHop(parser: HopParser, start: number): HopQuery {
  const { scanner } = parser;
  scanner.skipSpace();
  const first = scanner.locate(scanner.position, () => parseStart(scanner));
  const scope = isEntityVia(first.via) ? entityScope(first.via) : undefined;
  let entity = parseGroup(parser, scope);
  let to = parseEnd(parser);
  scanner.skipSpace();
  // A relation has nothing that could be asked for but the record at its other end.
  if (first.via === 'relation' && entity !== undefined) [entity, to] = [undefined, { query: entity }];
  const compare: HopComparison[] = [];
  while (scanner.take(',')) {
    scanner.skipSpace();
    const comparison = parseComparison(scanner);
    if (comparison !== undefined) {
      compare.push(comparison);
      scanner.skipSpace();
      continue;
    }
    const leadsOn = to !== undefined || scope === undefined;
    const query = parser.conditions(leadsOn ? undefined : scope);
    if (query === undefined) throw scanner.error('Nothing follows the comma.', 'Remove it, or write a condition.');
    if (leadsOn) to = { ...to, query: allOf(to?.query, query) };
    else entity = allOf(entity, query);
    break;
  }
  scanner.skipSpace();
  if (!scanner.take(')')) {
    if (scanner.atEnd()) throw scanner.unclosed(start);
    throw scanner.error(
      'This cannot be read as part of a hop.',
      'First over what it leads, then comparisons, then conditions: hop(maker > collector, same country, year:1850..1860).',
    );
  }
  return {
    kind: 'hop',
    ...first,
    ...(entity === undefined ? {} : { entity }),
    ...(to === undefined ? {} : { to }),
    ...(compare.length === 0 ? {} : { compare }),
  };
}

function allOf(first: Query | undefined, second: Query): Query {
  return first === undefined || first.kind === 'all' ? second : { kind: 'and', of: [first, second] };
}

/** A role, a via, or a type of relation; `agent:"…"` and `relation:"…"` for those that could be something else. */
function parseStart(scanner: LineScanner): Pick<HopQuery, 'via' | 'role' | 'inverse'> {
  if (scanner.peek() === '"') return { via: 'agent', role: scanner.quoted() };
  const words = normaliseName(scanner.match(NAME)?.[0] ?? '');
  if (words === '') {
    throw scanner.error(
      'A hop needs to be told over what it leads.',
      'A role, as maker or collector; gathering, expedition, taxon, place; or a relation, as part of.',
    );
  }
  const isInverse = words.startsWith(INVERSE);
  const name = isInverse ? words.slice(INVERSE.length) : words;
  const inverse = isInverse ? ({ inverse: true } as const) : {};
  if (scanner.take(':')) {
    if (name !== 'agent' && name !== 'relation') {
      throw scanner.error(
        `A hop does not lead over "${name.slice(0, 80)}:".`,
        'Conditions follow a comma: hop(maker, born:..1800). An unusual role is written agent:"role".',
      );
    }
    const role = scanner.peek() === '"' ? scanner.quoted() : (scanner.match(NAME)?.[0] ?? '');
    return { via: name, role, ...inverse };
  }
  if (HOP_VIAS.some((via) => via === name)) return { via: name as HopVia, ...inverse };
  if (isRelationType(name)) return { via: 'relation', role: name, ...inverse };
  return { via: 'agent', role: name, ...inverse };
}

function parseGroup({ scanner, conditions }: HopParser, scope: Scope): Query | undefined {
  scanner.skipSpace();
  const start = scanner.position;
  if (!scanner.take('(')) return undefined;
  const query = conditions(scope);
  if (!scanner.take(')')) throw scanner.unclosed(start);
  return query ?? ALL;
}

/** `> author (conditions)`; without a role, or with `any`, in whatever role. */
function parseEnd(parser: HopParser): HopEnd | undefined {
  const { scanner } = parser;
  scanner.skipSpace();
  if (!scanner.take('>')) return undefined;
  scanner.skipSpace();
  const isQuoted = scanner.peek() === '"';
  const role = isQuoted ? scanner.quoted() : normaliseName(scanner.match(NAME)?.[0] ?? '');
  const query = parseGroup(parser, undefined) ?? ALL;
  return (role === '' || role === ANY) && !isQuoted ? { query } : { role, query };
}

function parseComparison(scanner: LineScanner): HopComparison | undefined {
  const order = scanner.match(ORDER);
  if (order !== null) {
    const [, here, kind, there] = order as unknown as [string, string, string, string];
    return { kind: kind.toLowerCase() as 'before' | 'after', here, ...otherEnd(there) };
  }
  const time = scanner.match(TIME);
  if (time !== null) {
    const [, here, amount, unit, there] = time as unknown as [string, string, string, string, string];
    return { kind: 'within', here, ...otherEnd(there), ...timeOf(Number(amount), unit.toLowerCase()) };
  }
  const distance = scanner.match(DISTANCE);
  if (distance !== null) {
    const radiusInMeters = Number(distance[1]) * METERS[distance[2]!.toLowerCase()]!;
    return { kind: 'near', radiusInMeters, ...(distance[3] === undefined ? {} : { of: 'entity' }) };
  }
  const equality = scanner.match(EQUALITY);
  if (equality === null) return undefined;
  return { kind: equality[1]!.toLowerCase() as 'same' | 'different', field: equality[2]! };
}

/** `entity.died` is the entity's, even where the hop leads on to another record. */
function otherEnd(field: string): { readonly there: string; readonly of?: 'entity' } {
  return ENTITY.test(field) ? { there: field.replace(ENTITY, ''), of: 'entity' } : { there: field };
}

function timeOf(amount: number, unit: string): { readonly amount: number; readonly unit: 'days' | 'years' } {
  if (unit.startsWith('year')) return { amount, unit: 'years' };
  return { amount: unit.startsWith('week') ? amount * 7 : amount, unit: 'days' };
}

/** The line of a canonical hop; `format` gives that of a query in it. */
export function formatHop(query: HopQuery, format: (query: Query, scope: Scope) => string): string {
  const { via, entity, to, compare = [] } = query;
  const scope = isEntityVia(via) ? entityScope(via) : undefined;
  const inEntity = entity === undefined || entity.kind === 'all' ? '' : format(entity, scope);
  const named = isNamedEntity(via) && to === undefined && compare.length === 0 && entity?.kind !== 'exists';
  if (named && entity !== undefined && 'field' in entity && entity.field === NAME_FIELD)
    return via + inEntity.slice(NAME_FIELD.length);
  const parts = [formatStart(query)];
  if (to !== undefined) {
    if (inEntity !== '') parts[0] += ` (${inEntity})`;
    parts[0] += ` > ${to.role === undefined ? ANY : formatName(to.role)}`;
  }
  parts.push(...compare.map(formatComparison));
  const conditions = to === undefined ? inEntity : to.query.kind === 'all' ? '' : format(to.query, undefined);
  if (conditions !== '') parts.push(isComparison(conditions) ? `(${conditions})` : conditions);
  return `hop(${parts.join(', ')})`;
}

function formatStart({ via, role, inverse }: HopQuery): string {
  if (role === undefined) return via;
  const isRelation = isRelationType(role);
  if (via === 'relation') {
    if (isRelation) return role;
    return `${inverse === true ? INVERSE : ''}relation:${quote(role)}`;
  }
  return PLAIN.test(role) && !isRelation ? formatName(role) : `agent:${quote(role)}`;
}

function formatName(role: string): string {
  const isOther = role === ANY || HOP_VIAS.some((via) => via === role) || role.startsWith(INVERSE);
  return PLAIN.test(role) && !isOther ? role : quote(role);
}

function quote(text: string): string {
  return `"${escapeQuoted(text)}"`;
}

function formatComparison(comparison: HopComparison): string {
  const there = 'there' in comparison ? `${comparison.of === 'entity' ? 'entity.' : ''}${comparison.there}` : '';
  switch (comparison.kind) {
    case 'before':
    case 'after':
      return `${comparison.here} ${comparison.kind} ${there}`;
    case 'within': {
      const { amount, unit, here } = comparison;
      return `${here} within ${amount} ${unit} of ${there}`;
    }
    case 'near':
      return `within ${formatDistance(comparison.radiusInMeters)}${comparison.of === 'entity' ? ' of entity' : ''}`;
    case 'same':
    case 'different':
      return `${comparison.kind} ${comparison.field}`;
  }
}

/** `50km`, `750m`. */
export function formatDistance(meters: number): string {
  return meters % 1000 === 0 ? `${meters / 1000}km` : `${meters}m`;
}

/** Whether conditions begin with words that would be read as a comparison. */
function isComparison(conditions: string): boolean {
  return [ORDER, TIME, DISTANCE, EQUALITY].some((expression) => {
    expression.lastIndex = 0;
    return expression.test(`${conditions})`);
  });
}
