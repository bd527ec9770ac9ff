import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { wholeBody } from './body.ts';
import { parseReference } from './claim-references.ts';
import { makeClaim, type Statement } from './claim-writing.ts';
import type { DeskGate } from './desk-gate.ts';
import type { AppEnv, Services } from './environment.ts';
import { ApiError } from './error.ts';
import { NOT_KEPT } from './freshness.ts';

/** Addresses of our own pages only: nobody is led elsewhere by a form. */
const OWN_PAGE = /^\/(?![/\\])[^\\\s]{0,2000}$/u;

const text = z.string().max(4000);
const head = { form: text, back: text };
const claimForm = z.union([
  z.object({ ...head, kind: z.enum(['accept', 'reject']), claim: text, note: text.optional() }),
  z.object({
    ...head,
    kind: z.enum(['same', 'different']),
    subject: text,
    subjectName: text.optional(),
    object: text,
    note: text.optional(),
  }),
  z.object({ ...head, kind: z.literal('undo'), claim: text, note: text.optional() }),
]);
const signInForm = z.object({ ...head, token: text });
const signOutForm = z.object(head);

/** What the forms of the pages are sent to, at /desk. Each leads back to the page on which it stood. */
export function createDeskForms({ live }: Services, gate: DeskGate): Hono<AppEnv> {
  const forms = new Hono<AppEnv>();
  forms.use(wholeBody());
  forms.post('/claims', async (c) => {
    const form = readForm(c, claimForm);
    const maker = gate.admitForm(c, form.form);
    if (form.kind === 'undo') {
      gate.desk.claims.undo(form.claim, { by: maker, time: new Date().toISOString() });
    } else {
      const statement: Statement =
        'claim' in form
          ? form
          : {
              kind: form.kind,
              note: form.note,
              subject: { key: form.subject, name: form.subjectName },
              object: parseReference(form.object),
            };
      await live.use((lease) => makeClaim(lease, gate.desk, { statement, maker }));
    }
    return leadBack(c, `${form.back}#claims`);
  });
  forms.post('/sign-in', (c) => {
    const form = readForm(c, signInForm);
    gate.signIn(c, { formKey: form.form, token: form.token.trim() });
    return leadBack(c, form.back);
  });
  forms.post('/sign-out', (c) => {
    const form = readForm(c, signOutForm);
    gate.signOut(c, form.form);
    return leadBack(c, form.back);
  });
  return forms;
}

function readForm<Schema extends z.ZodType>(c: Context<AppEnv>, schema: Schema): z.output<Schema> {
  const isForm = /^application\/x-www-form-urlencoded\b/iu.test(c.req.header('content-type') ?? '');
  const result = schema.safeParse(isForm ? Object.fromEntries(new URLSearchParams(c.get('body'))) : undefined);
  if (result.success) return result.data;
  throw new ApiError(400, 'bad-parameter', 'This is not one of the forms of these pages.');
}

function leadBack(c: Context<AppEnv>, back: string): Response {
  c.header('cache-control', NOT_KEPT['cache-control']);
  return c.redirect(OWN_PAGE.test(back) ? back : '/', 303);
}
