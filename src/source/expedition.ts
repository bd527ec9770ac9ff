import { z } from 'zod';
import { parseDateSpan } from '../model/day.ts';
import type { ExpeditionDeclaration } from '../model/expedition.ts';

const name = z.string().trim().min(1).max(300);
const date = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => parseDateSpan(text) !== undefined, 'a day, month or year, such as 1768-08-26, 1768-08 or 1768');

interface Period {
  readonly begin?: string | undefined;
  readonly end?: string | undefined;
}

const IN_ORDER = { message: 'it ends before it begins', path: ['end'] };

function isInOrder({ begin, end }: Period): boolean {
  const [from, to] = [begin, end].map((text) => (text === undefined ? undefined : parseDateSpan(text)));
  return from === undefined || to === undefined || from.begin <= to.end;
}

const person = z.union([
  name.transform((own) => ({ name: own })),
  z
    .strictObject({ name, identifier: z.url().optional(), begin: date.optional(), end: date.optional() })
    .refine(isInOrder, IN_ORDER),
]);

const expedition = z
  .strictObject({
    name,
    otherNames: z.array(name).default([]),
    begin: date.optional(),
    end: date.optional(),
    people: z.array(person).default([]),
    ships: z.array(name).default([]),
    places: z.array(name).default([]),
    description: z.string().max(2000).optional(),
    source: z.string().max(2000).optional(),
  })
  .refine(isInOrder, IN_ORDER);

/** What may stand under `expeditions` in collectome.yaml and in a profile. */
export const expeditionsSchema = z.array(expedition) satisfies z.ZodType<readonly ExpeditionDeclaration[]>;
