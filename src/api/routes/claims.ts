import { z, type OpenAPIHono } from '@hono/zod-openapi';
import { CLAIM_ENTITIES } from '../../desk/desk-claim.ts';
import { Desk } from '../../desk/desk.ts';
import type { LiveEngine } from '../../search/live.ts';
import { listClaims, readClaim, viewOf, type ClaimPage } from '../claim-view.ts';
import { makeClaim, type Statement } from '../claim-writing.ts';
import type { DeskGate } from '../desk-gate.ts';
import type { AppEnv, Services } from '../environment.ts';
import { ApiError } from '../error.ts';
import { NOT_KEPT } from '../freshness.ts';
import { flag, oneOf, shortText, wholeNumber } from '../options.ts';
import { parseOptions, readBody, refuseParameters, valuesOf } from '../query-request.ts';
import { errorContent, errorResponses, notFoundResponse } from '../schemas.ts';

const DEFAULT_LIMIT = 50;

const options = z.object({
  about: shortText().optional().openapi({
    description: 'Only claims about this: the key of a person, group or record, of a gathering, or of a name',
  }),
  entity: oneOf(CLAIM_ENTITIES).optional(),
  holds: flag().optional().openapi({ description: 'Only claims that hold, or only those that were undone' }),
  limit: wholeNumber({ min: 1, max: 200 })
    .optional()
    .openapi({ description: `At most so many; default ${DEFAULT_LIMIT}` }),
  before: shortText().optional().openapi({ description: '`next` of the page before' }),
});

const end = z.object({
  key: z.string().openapi({ description: 'The unit: a name in its context, a name, an agent, or a record' }),
  entityKey: z.string().openapi({ description: 'Whose it was when the claim was made' }),
  name: z.string(),
});

const claimSchema = z
  .object({
    key: z.string(),
    entity: z.enum(CLAIM_ENTITIES),
    kind: z.enum(['same', 'different']),
    subject: end,
    object: end,
    note: z.string().optional(),
    maker: z.string(),
    time: z.string(),
    withdrawn: z
      .object({ by: z.string(), time: z.string(), note: z.string().optional() })
      .optional()
      .openapi({ description: 'Who undid it, and when; absent where it holds' }),
    isPublished: z.boolean().openapi({ description: 'Whether the edition that is served rests on it' }),
  })
  .openapi('Claim');

const claimAnswer = z.object({ edition: z.string(), claim: claimSchema });
const claimContent = { 'application/json': { schema: claimAnswer } };

const reference = z.strictObject({
  key: shortText().openapi({ description: 'The key of a person or group, or of a record' }),
  name: shortText()
    .optional()
    .openapi({ description: 'One of the names of that person or group: all records that have it' }),
});
const note = z.string().max(4000, 'must be a text of at most 4,000 characters').optional();
const saidOfTwo = z.strictObject({ kind: oneOf(['same', 'different']), subject: reference, object: reference, note });
const saidOfClaim = z.strictObject({ kind: oneOf(['accept', 'reject']), claim: shortText(), note });
/** A body that fits neither gets the sentence of the one that its kind names. */
const OF_CLAIM: ReadonlySet<unknown> = new Set(['accept', 'reject']);

export function defineClaims(api: OpenAPIHono<AppEnv>, { live, gate }: Services): void {
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/claims',
    summary: 'What people claim: who is the same, and who is not; the newest first',
    tags: ['Claims'],
    request: { query: options },
    responses: {
      200: {
        description: 'Claims about what is public',
        content: {
          'application/json': {
            schema: z.object({ edition: z.string(), claims: z.array(claimSchema), next: z.string().optional() }),
          },
        },
      },
      ...errorResponses,
    },
  });
  api.get('/claims', async (c) => {
    const asked = parseOptions(valuesOf(new URL(c.req.url).searchParams), options.strict());
    const { about, limit = DEFAULT_LIMIT, ...rest } = withoutUndefined(asked);
    const filter = { ...rest, limit, ...(about === undefined ? {} : { about: [about] }) };
    return live.use(async (lease) => {
      const page = await atDesk<Promise<ClaimPage>>(live, gate, (desk) => listClaims(lease, desk, filter));
      return c.json({ edition: lease.edition.name, ...(page ?? { claims: [] }) }, 200, NOT_KEPT);
    });
  });
  api.openAPIRegistry.registerPath({
    method: 'get',
    path: '/claims/{key}',
    summary: 'A claim: what, of whom, by whom, when, why, and whether it was undone',
    tags: ['Claims'],
    request: { params: z.object({ key: z.string() }) },
    responses: { 200: { description: 'The claim', content: claimContent }, ...errorResponses, ...notFoundResponse },
  });
  api.get('/claims/:key', async (c) => {
    refuseParameters(c);
    const key = c.req.param('key');
    return live.use(async (lease) => {
      const claim = await atDesk(live, gate, (desk) => readClaim(lease, desk, key));
      if (claim === undefined) throw noClaim(key);
      return c.json({ edition: lease.edition.name, claim }, 200, NOT_KEPT);
    });
  });
  if (gate !== undefined) defineWriting(api, live, gate);
}

function defineWriting(api: OpenAPIHono<AppEnv>, live: LiveEngine, gate: DeskGate): void {
  const refusals = {
    401: { description: 'There is a token in force, and this is none', content: errorContent },
    403: { description: 'Not from there', content: errorContent },
    409: { description: 'The opposite holds', content: errorContent },
    429: { description: 'Too often; `Retry-After` says when to ask again', content: errorContent },
  };
  api.openAPIRegistry.registerPath({
    method: 'post',
    path: '/claims',
    summary: 'Claim that two are the same, or are not; accept or reject what a rule claims',
    tags: ['Claims'],
    security: [{ Bearer: [] }],
    request: { body: { content: { 'application/json': { schema: z.union([saidOfTwo, saidOfClaim]) } } } },
    responses: {
      200: { description: 'This was claimed before, and holds', content: claimContent },
      201: { description: 'It is claimed; the next build publishes it', content: claimContent },
      ...errorResponses,
      ...notFoundResponse,
      ...refusals,
    },
  });
  api.post('/claims', async (c) => {
    const maker = gate.admitProgram(c);
    refuseParameters(c);
    const body = readBody(c);
    const isOfClaim = OF_CLAIM.has(body['kind']);
    const statement: Statement = isOfClaim ? parseOptions(body, saidOfClaim) : parseOptions(body, saidOfTwo);
    return live.use(async (lease) => {
      const { claim, isNew } = await makeClaim(lease, gate.desk, { statement, maker });
      const headers = { ...NOT_KEPT, location: `/api/claims/${claim.key}` };
      return c.json({ edition: lease.edition.name, claim: viewOf(lease, claim) }, isNew ? 201 : 200, headers);
    });
  });
  api.openAPIRegistry.registerPath({
    method: 'delete',
    path: '/claims/{key}',
    summary: 'Undo a claim; the next build publishes it without',
    tags: ['Claims'],
    security: [{ Bearer: [] }],
    request: { params: z.object({ key: z.string() }), query: z.object({ note }) },
    responses: {
      200: { description: 'The claim, and who undid it', content: claimContent },
      ...errorResponses,
      ...notFoundResponse,
      ...refusals,
    },
  });
  api.delete('/claims/:key', async (c) => {
    const by = gate.admitProgram(c);
    const { note: why } = parseOptions(valuesOf(new URL(c.req.url).searchParams), z.strictObject({ note }));
    const claim = gate.desk.claims.undo(c.req.param('key'), {
      by,
      time: new Date().toISOString(),
      ...(why === undefined || why.trim() === '' ? {} : { note: why.trim() }),
    });
    return live.use((lease) => c.json({ edition: lease.edition.name, claim: viewOf(lease, claim) }, 200, NOT_KEPT));
  });
  api.openAPIRegistry.registerComponent('securitySchemes', 'Bearer', { type: 'http', scheme: 'bearer' });
}

/** Works at the desk; undefined where nobody has used it yet. */
async function atDesk<T>(
  live: LiveEngine,
  gate: DeskGate | undefined,
  work: (desk: Desk) => T,
): Promise<Awaited<T> | undefined> {
  if (gate !== undefined) return await work(gate.desk);
  using desk = Desk.read(live.paths.desk);
  return desk === undefined ? undefined : await work(desk);
}

function noClaim(key: string): ApiError {
  return new ApiError(404, 'not-found', `There is no claim with the key "${key.slice(0, 80)}".`, {
    hint: 'GET /api/claims lists them.',
  });
}

function withoutUndefined<T extends object>(values: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>;
  };
}
