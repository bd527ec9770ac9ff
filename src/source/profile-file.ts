import { isMap, isPair, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { nearestName } from '../model/nearest-name.ts';
import { CHILD_NAMES, type ChildName } from '../vocabulary/children.ts';
import { KINDS, RECORD_TYPES } from '../vocabulary/kinds.ts';
import { findTerm, TERMS } from '../vocabulary/terms.ts';
import { definedOnly } from './eml.ts';
import { expeditionsSchema } from './expedition.ts';
import type { ChildMapping, ColumnMapping, Profile, ProtectionCondition, ProtectionRule } from './profile.ts';
import { SourceError, type DatasetMetadata } from './source.ts';

const SIZE_LIMIT = 1024 * 1024;

const text = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const texts = z.union([text.transform((value) => [value]), z.array(text)]);

/** A header or path, or one with what stands before each of its values. */
const origin = z.union([
  text.transform((column) => ({ column, prefix: '' })),
  z.strictObject({ column: text, prefix: z.string().min(1) }),
]);

const mappingObject = z.strictObject({
  from: z.union([origin.transform((one) => [one]), z.array(origin)]).optional(),
  value: text.optional(),
  join: z.string().optional(),
  split: z.string().min(1).optional(),
  values: z.record(z.string(), text).optional(),
  otherwise: text.optional(),
});

const mapping = z
  .preprocess(
    (value) => (typeof value === 'string' || typeof value === 'number' ? { from: String(value) } : value),
    mappingObject,
  )
  .transform((value, context): ColumnMapping => {
    const { from, value: constant, join, split, values, otherwise } = value;
    if ((from === undefined) === (constant === undefined)) {
      context.addIssue(
        'a column needs either `from` (where its values come from) or `value` (one value for all records)',
      );
      return z.NEVER;
    }
    if (constant !== undefined) return { kind: 'constant', value: constant };
    if (otherwise !== undefined && values === undefined) {
      context.addIssue('`otherwise` needs `values`');
      return z.NEVER;
    }
    return definedOnly({
      kind: 'from' as const,
      from: (from ?? []).map(({ column }) => column),
      prefixes: from?.some(({ prefix }) => prefix !== '') ? from.map(({ prefix }) => prefix) : undefined,
      join: join ?? ' ',
      split,
      values,
      otherwise,
    });
  });

function unknownTerm(name: string): string {
  const nearest = nearestName(
    name,
    TERMS.map((term) => term.name),
  );
  return `there is no term ${JSON.stringify(name)}${nearest === undefined ? '' : `; did you mean ${nearest}?`}`;
}

/** Terms of the vocabulary as keys, in their own letter case. */
const mappings = z.record(z.string(), mapping).transform((values, context): Readonly<Record<string, ColumnMapping>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const term = findTerm(name);
      if (term === undefined)
        context.addIssue({
          code: 'custom',
          path: [name],
          message: unknownTerm(name),
        });
      return [term?.name ?? name, value];
    }),
  ),
);

const child = z.strictObject({ each: text, split: z.string().min(1).optional(), columns: mappings });

const date = z.iso.date('write a date as 2030-01-31');

const condition = z
  .strictObject({
    term: z.string().optional(),
    header: z.string().optional(),
    in: z.array(text).min(1).optional(),
    is: text.optional(),
    matches: z.string().optional(),
  })
  .transform((value, context): ProtectionCondition => {
    const { term, header, in: values, is, matches } = value;
    const field = term === undefined ? header : findTerm(term)?.name;
    if ((term === undefined) === (header === undefined) || field === undefined) {
      context.addIssue(
        term !== undefined && field === undefined ? unknownTerm(term) : 'a condition needs either `term` or `header`',
      );
      return z.NEVER;
    }
    if ([values, is, matches].filter((each) => each !== undefined).length !== 1) {
      context.addIssue('a condition needs one of `is`, `in` and `matches`');
      return z.NEVER;
    }
    const where = { field: term === undefined ? { header: field } : { term: field } };
    if (matches !== undefined) return { ...where, kind: 'matches', pattern: matches };
    return { ...where, kind: 'in', values: values ?? (is === undefined ? [] : [is]) };
  });

const VERBATIM_FIELD = /^verbatim\["([^"]+)"\]$/u;

const withheld = texts.transform((fields, context) =>
  fields.map((field) => {
    if (field === 'location' || VERBATIM_FIELD.test(field)) return field;
    const term = findTerm(field);
    if (term === undefined) context.addIssue(`${unknownTerm(field)}; for a header write verbatim["header"]`);
    return term?.name ?? field;
  }),
);

const protection = z
  .strictObject({
    reason: text,
    when: condition.optional(),
    until: date.optional(),
    withhold: withheld.optional(),
    generalise: z.strictObject({ grid: z.number().positive().max(90) }).optional(),
  })
  .transform((value, context): ProtectionRule => {
    if (value.withhold === undefined && value.generalise === undefined)
      context.addIssue('a rule needs `withhold` or `generalise`');
    return definedOnly({ ...value, withhold: value.withhold ?? [] });
  });

type Contact = DatasetMetadata['contacts'][number];

const contact = z.union([
  z
    .strictObject({ name: text.optional(), email: text.optional(), role: text.optional() })
    .transform((value): Contact => definedOnly(value)),
  text.transform((value): Contact => (value.includes('@') ? { email: value } : { name: value })),
]);

const schema = z.strictObject({
  title: text.optional(),
  description: text.optional(),
  publisher: text.optional(),
  license: text.optional(),
  language: text.optional(),
  homepage: text.optional(),
  citation: text.optional(),
  contacts: z.array(contact).optional(),
  dayMonthOrder: z.enum(['dmy', 'mdy']).optional(),
  hemisphere: z.enum(['north', 'south']).optional(),
  format: z.enum(['dwca', 'csv', 'json']).optional(),
  csv: z
    .strictObject({
      delimiter: z.string().min(1).optional(),
      quote: z
        .string()
        .max(1)
        .regex(/^\p{ASCII}*$/u, 'the quote is one ASCII character, or empty')
        .optional(),
      encoding: z.string().optional(),
      headerLines: z.number().int().min(0).max(1000).optional(),
    })
    .optional(),
  records: z
    .strictObject({
      type: z.enum(RECORD_TYPES).optional(),
      kind: z.enum(KINDS).optional(),
      identifier: text.optional(),
      at: z.string().optional(),
    })
    .optional(),
  columns: mappings.optional(),
  publish: texts.optional(),
  children: z
    .partialRecord(
      z.enum(CHILD_NAMES as readonly [ChildName, ...ChildName[]]),
      z.union([child.transform((value) => [value]), z.array(child)]),
    )
    .optional(),
  protect: z.array(protection).optional(),
  expeditions: expeditionsSchema.optional(),
});

/**
 * Reads a profile (YAML; docs/guide/profiles.md describes it).
 * Errors: SourceError that names the file, the line, what is wrong and what is allowed.
 */
export function readProfile(source: string, fileName: string): Profile {
  if (source.length > SIZE_LIMIT) throw new SourceError('the profile has more than 1 MB', { file: fileName });
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    throw new SourceError(`not valid YAML (${error.message})`, {
      file: fileName,
      line: lines.linePos(error.pos[0]).line,
    });
  }
  let plain: unknown;
  try {
    plain = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (cause) {
    throw new SourceError(`not valid YAML (${cause instanceof Error ? cause.message : String(cause)})`, {
      file: fileName,
    });
  }
  const result = schema.safeParse(plain);
  if (!result.success) throw toError(result.error, { document, lines, fileName });
  return toProfile(result.data, fileName);
}

type Schema = z.infer<typeof schema>;

function toProfile(data: Schema, fileName: string): Profile {
  const { title, description, publisher, license, language, homepage, citation, contacts, dayMonthOrder, format } =
    data;
  const children = Object.entries(data.children ?? {}).flatMap(([name, list]) =>
    (list ?? []).map((each): ChildMapping => definedOnly({ child: name as ChildName, ...each })),
  );
  const metadata = definedOnly<Partial<DatasetMetadata>>({
    title,
    description,
    publisher,
    license,
    language,
    homepage,
    citation,
    contacts,
  });
  return definedOnly({
    fileName,
    metadata,
    dayMonthOrder,
    hemisphere: data.hemisphere,
    format,
    csv: definedOnly(data.csv ?? {}),
    records: definedOnly(data.records ?? {}),
    columns: data.columns ?? {},
    publish: data.publish ?? [],
    children,
    protect: data.protect ?? [],
    expeditions: data.expeditions ?? [],
  });
}

function toError(
  error: z.ZodError,
  where: { readonly document: Document; readonly lines: LineCounter; readonly fileName: string },
): SourceError {
  const issue = deepest(error.issues[0]!);
  const keys = issue.path.map(String);
  const place = keys.length === 0 ? 'the profile' : keys.join('.');
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const line = lineOf(where, unknown === undefined ? issue.path : [...issue.path, unknown]);
  return new SourceError(`${place}: ${messageOf(issue)}`, {
    file: where.fileName,
    ...(line === undefined ? {} : { line }),
  });
}

type Issue = z.core.$ZodIssue;

/** Within alternatives, the issue that got furthest. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flatMap(([first]) => (first === undefined ? [] : [deepest(first)]));
  const best = inner.toSorted((a, b) => b.path.length - a.path.length)[0];
  return best === undefined ? issue : { ...best, path: [...issue.path, ...best.path] };
}

function messageOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys')
    return `${issue.keys.map((key) => JSON.stringify(key)).join(', ')} is not known here; docs/guide/profiles.md lists what is`;
  if (issue.code === 'invalid_value') return `allowed are ${issue.values.map(String).join(', ')}`;
  return issue.message;
}

function lineOf(
  { document, lines }: { readonly document: Document; readonly lines: LineCounter },
  path: readonly PropertyKey[],
): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find((item) => isPair(item) && String(item.key) === String(key))
      : undefined;
    const node: unknown = pair?.key ?? document.getIn(path.slice(0, length), true);
    const range =
      typeof node === 'object' && node !== null && 'range' in node
        ? (node.range as readonly number[] | undefined)
        : undefined;
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
  }
  return undefined;
}
