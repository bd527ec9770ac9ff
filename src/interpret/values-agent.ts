import { interpretAgents } from './agent-structure.ts';
import { productionAgents } from './agents.ts';
import type { Interpreter } from './interpreter.ts';
import { productionPlaces } from './made.ts';
import { ofOne, withCodes, type Reading, type ValueReader, type ValueTerms } from './value-reader.ts';

/** Who made it, as the import reads it, and where. */
function productionOfTerms(terms: ValueTerms): Reading {
  const valuesOf = ({ inputs }: Interpreter): readonly (string | null)[] =>
    inputs.map((input) => terms[input]?.trim() || null);
  const makers = productionAgents.interpret(valuesOf(productionAgents), {});
  const places = productionPlaces.interpret(valuesOf(productionPlaces), {});
  const { participationRows = [] } = makers.output as { readonly participationRows?: readonly Reading[] };
  const { productionPlace = [] } = places.output as { readonly productionPlace?: readonly string[] };
  return {
    makers: participationRows.map(({ agent, agentType, family = null, given = null, role, qualifier = null }) => ({
      name: agent,
      kind: agentType === 'unnamed' ? 'unknown' : agentType,
      family,
      given,
      role,
      qualifier,
    })),
    productionPlace,
    issues: makers.issues.map(({ code }) => code),
  };
}

export const readers: Readonly<Record<string, ValueReader>> = {
  agents: ofOne(['recordedBy', 'identifiedBy', 'creator'], (text) => withCodes(interpretAgents(text))),
  production: { ofText: (text) => productionOfTerms({ maker: text }), ofTerms: productionOfTerms },
};
