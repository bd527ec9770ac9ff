import { z } from 'zod';
import type { Query } from '../model/query.ts';
import { QueryError } from './query-error.ts';
import { HOP_VIAS } from './hop-names.ts';
import { MAX_BYTES, MAX_DEPTH } from './query-budget.ts';
import { normaliseQuery } from './query-normal.ts';

const text = z.string().max(100_000);
const scalar = z.union([text, z.number()]);
const uncertain = {
  match: z.enum(['certain', 'possible']).optional(),
  basis: z.enum(['recorded', 'inferred', 'any']).optional(),
};

const of = z.literal('entity').optional();
const comparison = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(['before', 'after']), here: text, there: text, of }),
  z.strictObject({
    kind: z.literal('within'),
    here: text,
    there: text,
    amount: z.number(),
    unit: z.enum(['days', 'years']),
    of,
  }),
  z.strictObject({ kind: z.literal('near'), radiusInMeters: z.number(), of }),
  z.strictObject({ kind: z.literal(['same', 'different']), field: text, of }),
]);

/** The JSON spelling of a query (see src/model/query.ts); unknown properties are refused. */
export const queryJsonSchema: z.ZodType<Query> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.literal('and'), of: z.array(queryJsonSchema).min(1) }),
    z.strictObject({ kind: z.literal('or'), of: z.array(queryJsonSchema).min(1) }),
    z.strictObject({ kind: z.literal('not'), of: queryJsonSchema }),
    z.strictObject({ kind: z.literal('text'), value: text, whole: z.boolean().optional() }),
    z.strictObject({ kind: z.literal('is'), field: text, value: z.union([scalar, z.boolean()]), ...uncertain }),
    z.strictObject({ kind: z.literal('in'), field: text, values: z.array(scalar).min(1), ...uncertain }),
    z.strictObject({
      kind: z.literal('range'),
      field: text,
      from: scalar.optional(),
      to: scalar.optional(),
      ...uncertain,
    }),
    z.strictObject({ kind: z.literal('like'), field: text, value: text }),
    z.strictObject({ kind: z.literal('exists'), field: text }),
    z.strictObject({
      kind: z.literal('within'),
      geometry: z.union([
        z.string().max(MAX_BYTES),
        z.strictObject({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) }),
      ]),
    }),
    z.strictObject({
      kind: z.literal('near'),
      latitude: z.number(),
      longitude: z.number(),
      radiusInMeters: z.number(),
    }),
    z.strictObject({ kind: z.literal('some'), child: text, query: queryJsonSchema }),
    z.strictObject({
      kind: z.literal('hop'),
      via: z.enum(HOP_VIAS),
      role: text.optional(),
      inverse: z.literal(true).optional(),
      entity: queryJsonSchema.optional(),
      to: z.strictObject({ role: text.optional(), query: queryJsonSchema }).optional(),
      compare: z.array(comparison).optional(),
    }),
  ]),
) as unknown as z.ZodType<Query>;

/** The query of parsed JSON, canonical. Throws QueryError where it is not one or exceeds the limits. */
export function parseQueryJson(value: unknown): Query {
  measure(value);
  const parsed = queryJsonSchema.safeParse(value);
  if (parsed.success) return normaliseQuery(parsed.data);
  const [issue] = parsed.error.issues;
  throw new QueryError(`This is not a query: ${describeIssue(issue)}.`, {
    hint: 'The reference of the query language lists every kind of condition.',
  });
}

/** The JSON spelling of a query: its canonical form. */
export function toQueryJson(query: Query): Query {
  return normaliseQuery(query);
}

function describeIssue(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return 'nothing in it can be read';
  const path = issue.path.length === 0 ? 'the whole' : `"${issue.path.map(String).join('.').slice(0, 200)}"`;
  return `${path}: ${issue.message.slice(0, 200)}`;
}

/** Refuses what is too large or too deep before anything recursive looks at it. */
function measure(value: unknown): void {
  const stack: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  let bytes = 0;
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { value, depth } = entry;
    bytes += typeof value === 'string' ? Buffer.byteLength(value) : 8;
    if (bytes > MAX_BYTES) {
      throw new QueryError('The query is larger than 1 MB.', { hint: 'Simplify its shapes or divide it.' });
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth > 64 * MAX_DEPTH) throw new QueryError('The query is nested too deep.');
    for (const part of Object.values(value)) stack.push({ value: part, depth: depth + 1 });
  }
}
