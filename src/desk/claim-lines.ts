import { DeskError } from './desk-error.ts';
import { deskClaimSchema, type DeskClaim } from './desk-claim.ts';

/** Claims as JSON Lines, as another node reads them. */
export function* formatClaimLines(claims: Iterable<DeskClaim>): Generator<string> {
  for (const claim of claims) yield `${JSON.stringify(claim)}\n`;
}

/** Reads a line of claims. Throws DeskError that says which line and what is wrong with it. */
export function parseClaimLine(line: string, number: number): DeskClaim {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new DeskError('invalid', `Line ${number} is not JSON: ${(error as Error).message}`);
  }
  const result = deskClaimSchema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DeskError(
    'invalid',
    `Line ${number} is not a claim: ${[issue?.path.join('.'), issue?.message].filter(Boolean).join(' ')}. Lines come from \`collectome claim export\`.`,
  );
}
