import { z } from '@hono/zod-openapi';

/** A whole number within limits, both inclusive; as a number or, in an address, as text. */
export function wholeNumber({ min, max }: { readonly min: number; readonly max: number }) {
  const sentence = `must be a whole number from ${min} to ${max}`;
  return z
    .union([z.number(), z.string()], { error: sentence })
    .transform((given, context) => {
      const value = typeof given === 'number' ? given : /^\d{1,15}$/u.test(given) ? Number(given) : Number.NaN;
      if (Number.isInteger(value) && value >= min && value <= max) return value;
      context.addIssue({ code: 'custom', message: sentence });
      return z.NEVER;
    })
    .openapi({ type: 'integer', minimum: min, maximum: max });
}

/** Yes or no; in an address `true`, `1` and the bare name are yes. */
export function flag() {
  return z
    .union(
      [z.boolean(), z.enum(['true', '1', '']).transform(() => true), z.enum(['false', '0']).transform(() => false)],
      { error: 'must be true or false' },
    )
    .openapi({ type: 'boolean' });
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `must be one of ${words.join(', ')}` });
}

/** A short text. */
export function shortText(what = 'must be a text of at most 1,000 characters') {
  return z.string({ error: what }).max(1000, what);
}

/** One or several names; in an address the parameter is repeated. At most 50. */
export function names() {
  const name = shortText('must be a name');
  return z
    .union([name.transform((value) => [value]), z.array(name).max(50)], {
      error: 'must be one name or a list of at most 50',
    })
    .openapi({ type: 'array', items: { type: 'string' }, maxItems: 50 });
}
