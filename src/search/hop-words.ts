import type { HopComparison, HopQuery, HopVia, Query } from '../model/query.ts';
import { NAME_FIELD } from './hop-fields.ts';
import { formatDistance } from './hop-line.ts';

/** The words of hops; each gets words that are already in the reader's language. */
export interface HopWords {
  /** Over what a hop leads where no role or type says it. */
  readonly via: (via: HopVia) => string;
  readonly role: (role: string) => string;
  readonly relation: (type: string) => string;
  /** The type of a relation as the other end says it. */
  readonly inverse: (type: string) => string;
  /** A field of records, or of what is led over. */
  readonly field: (name: string, via?: HopVia) => string;
  readonly not: (condition: string) => string;
  readonly all: (conditions: readonly string[]) => string;
  readonly anyOf: (conditions: readonly string[]) => string;
  readonly certainly: (condition: string) => string;
  /** Another record, and what is true of it. */
  readonly record: (conditions: string | undefined) => string;
  /** The same of what an agent did there. */
  readonly also: (role: string, record: string) => string;
  readonly before: (here: string, there: string) => string;
  readonly after: (here: string, there: string) => string;
  readonly within: (time: {
    readonly here: string;
    readonly there: string;
    readonly amount: number;
    readonly unit: 'days' | 'years';
  }) => string;
  readonly near: (distance: string) => string;
  readonly same: (field: string) => string;
  readonly different: (field: string) => string;
  /** A date there, told from the same of this record. */
  readonly there: (field: string) => string;
}

function join(parts: readonly string[]): string {
  return parts.join(', ');
}

export const ENGLISH_HOPS: HopWords = {
  via: (via) => (via === 'agent' ? 'person or group' : via),
  role: (role) => role,
  relation: (type) => type,
  inverse: (type) => `“${type}” said by the other`,
  field: (name) => name,
  not: (condition) => `not ${condition}`,
  all: join,
  anyOf: (conditions) => conditions.join(' or '),
  certainly: (condition) => `${condition} for certain`,
  record: (conditions) => (conditions === undefined ? 'another record' : `a record with ${conditions}`),
  also: (role, record) => `also ${role} of ${record}`,
  before: (here, there) => `${here} before ${there}`,
  after: (here, there) => `${here} after ${there}`,
  within: ({ here, there, amount, unit }) => `${here} within ${amount} ${unit} of ${there}`,
  near: (distance) => `at most ${distance} apart`,
  same: (field) => `the same ${field}`,
  different: (field) => `another ${field}`,
  there: (field) => `${field} there`,
};

/** What the words of queries lend for the conditions within a hop. */
export interface HopContext {
  readonly words: HopWords;
  readonly any: string;
  /** One condition that is neither a list of conditions nor a hop, as label and value. */
  labelled(query: Query): { readonly label: string; readonly value: string };
}

/** A hop in words: over what it leads, and what is true of that and of the other record. */
export function hopInWords(hop: HopQuery, context: HopContext): { readonly label: string; readonly value: string } {
  const { words, any } = context;
  const { via, role, inverse, entity, to, compare = [] } = hop;
  const label =
    role === undefined
      ? words.via(via)
      : via === 'agent'
        ? words.role(role)
        : inverse === true
          ? words.inverse(role)
          : words.relation(role);
  const parts: string[] = [];
  if (entity !== undefined) parts.push(inWords(entity, context, via));
  if (to !== undefined) {
    const record = words.record(to.query.kind === 'all' ? undefined : inWords(to.query, context));
    parts.push(to.role === undefined ? record : words.also(words.role(to.role), record));
  }
  parts.push(...compare.map((comparison) => comparisonInWords(comparison, { hop, words })));
  return { label, value: parts.length === 0 ? any : words.all(parts) };
}

function inWords(query: Query, context: HopContext, via?: HopVia): string {
  const { words } = context;
  switch (query.kind) {
    case 'and':
      return words.all(query.of.map((part) => inWords(part, context, via)));
    case 'or':
      return words.anyOf(query.of.map((part) => inWords(part, context, via)));
    case 'not':
      return words.not(inWords(query.of, context, via));
    case 'hop': {
      const { label, value } = hopInWords(query, context);
      return `${label} (${value})`;
    }
    case 'text':
      return `“${query.value}”`;
    default: {
      const { label, value } = context.labelled(query);
      const said = isName(query, via)
        ? partOfName(query, value)
        : label === ''
          ? value
          : `${words.field(label, via)}: ${value}`;
      return 'match' in query && query.match === 'certain' ? words.certainly(said) : said;
    }
  }
}

/** What is led over is called by its name; that this is its name goes without saying. */
function isName(query: Query, via: HopVia | undefined): boolean {
  return via !== undefined && 'field' in query && query.field === NAME_FIELD && query.kind !== 'exists';
}

function partOfName(query: Query, value: string): string {
  const word = /^\*([^*?]+)\*$/u.exec(value)?.[1];
  return query.kind === 'like' && word !== undefined ? `“${word}”` : value;
}

function comparisonInWords(
  comparison: HopComparison,
  { hop, words }: { readonly hop: HopQuery; readonly words: HopWords },
): string {
  const ofEntity = hop.to === undefined || comparison.of === 'entity';
  const there = (name: string) => (ofEntity ? words.field(name, hop.via) : words.there(words.field(name)));
  switch (comparison.kind) {
    case 'before':
    case 'after':
      return words[comparison.kind](words.field(comparison.here), there(comparison.there));
    case 'within': {
      const { amount, unit } = comparison;
      return words.within({ here: words.field(comparison.here), there: there(comparison.there), amount, unit });
    }
    case 'near':
      return words.near(formatDistance(comparison.radiusInMeters));
    case 'same':
    case 'different':
      return words[comparison.kind](words.field(comparison.field));
  }
}
