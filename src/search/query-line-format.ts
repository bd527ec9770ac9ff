import type { Query, Uncertain } from '../model/query.ts';
import { formatDistance, formatHop } from './hop-line.ts';
import { escapeQuoted, type Scope } from './query-fields.ts';
import { normaliseQuery } from './query-normal.ts';

/** Words and phrases that mean themselves where they stand in a line. */
const ITEM = String.raw`(?:(?!(?:and|or|not)(?: |$))[\p{L}\p{N}][^\s()":]*|"[^"\\]*")`;
const ITEMS = new RegExp(`^${ITEM}(?: ${ITEM})*$`, 'iu');
const ONE_ITEM = new RegExp(`^${ITEM}$`, 'iu');
const BARE_VALUE = /^(?!.*\.\.)[\p{L}\p{N}_][^\s,()"*?]*(?<!\.)$/u;

/** The line of a query, as a person might type it; `parseQueryLine(formatQueryLine(q))` is the canonical form of q. */
export function formatQueryLine(query: Query): string {
  const normal = normaliseQuery(query);
  return normal.kind === 'all' ? '' : format(normal, undefined);
}

function format(query: Query, scope: Scope): string {
  switch (query.kind) {
    case 'all':
      return '*';
    case 'and':
      return formatAnd(query.of, scope);
    case 'or':
      return query.of
        .map((part) => (part.kind === 'and' ? `(${format(part, scope)})` : format(part, scope)))
        .join(' or ');
    case 'not':
      return `-${isCompound(query.of) ? `(${format(query.of, scope)})` : format(query.of, scope)}`;
    case 'text':
      if (query.whole !== true && ITEMS.test(query.value)) return query.value;
      return `text${query.whole === true ? '!' : ''}:${quote(query.value)}`;
    case 'is':
      return `${query.field}${flags(query)}:${formatValue(query.value)}`;
    case 'in':
      return `${query.field}${flags(query)}:${query.values.map(formatValue).join(',')}`;
    case 'range':
      return `${query.field}${flags(query)}:${formatEnd(query.from)}..${formatEnd(query.to)}`;
    case 'like':
      return `${query.field}~:${quote(query.value)}`;
    case 'exists':
      return query.field.includes('[') ? `${query.field}:*` : `has:${query.field}`;
    case 'within':
      return `within(${typeof query.geometry === 'string' ? query.geometry : JSON.stringify(query.geometry)})`;
    case 'near':
      return `near(${query.latitude},${query.longitude},${formatDistance(query.radiusInMeters)})`;
    case 'some':
      if (query.query.kind === 'all' && !query.child.startsWith('ext[')) return `has:${query.child}`;
      return `some(${query.child}, ${format(query.query, query.child)})`;
    case 'hop':
      return formatHop(query, format);
  }
}

/** Two texts beside each other would be read as one: all but the first stand in parentheses. */
function formatAnd(parts: readonly Query[], scope: Scope): string {
  return parts
    .map((part, index) => {
      const afterText = part.kind === 'text' && parts[index - 1]?.kind === 'text';
      return part.kind === 'or' || afterText ? `(${format(part, scope)})` : format(part, scope);
    })
    .join(' ');
}

function isCompound(query: Query): boolean {
  if (query.kind === 'text') return query.whole !== true && ITEMS.test(query.value) && !ONE_ITEM.test(query.value);
  return query.kind === 'and' || query.kind === 'or';
}

function flags({ match, basis }: Uncertain): string {
  return `${match === 'certain' ? '!' : ''}${basis === undefined || basis === 'recorded' ? '' : `@${basis}`}`;
}

function quote(text: string): string {
  return `"${escapeQuoted(text)}"`;
}

function formatValue(value: string | number | boolean): string {
  return typeof value === 'string' && !BARE_VALUE.test(value) ? quote(value) : String(value);
}

function formatEnd(end: string | number | undefined): string {
  return end === undefined ? '' : formatValue(end);
}
