import { CONTINENTS, findCountry, foldCountryName, type Continent } from '../vocabulary/countries.ts';
import type { PlaceIssues } from './place-issues.ts';

const CONTINENT_WORDS: Readonly<Record<string, Continent>> = {
  africa: 'AFRICA',
  afrika: 'AFRICA',
  afrique: 'AFRICA',
  antarctica: 'ANTARCTICA',
  antarctic: 'ANTARCTICA',
  antarktis: 'ANTARCTICA',
  asia: 'ASIA',
  asien: 'ASIA',
  asie: 'ASIA',
  europe: 'EUROPE',
  europa: 'EUROPE',
  'north america': 'NORTH_AMERICA',
  nordamerika: 'NORTH_AMERICA',
  'amerique du nord': 'NORTH_AMERICA',
  'america del norte': 'NORTH_AMERICA',
  'central america': 'NORTH_AMERICA',
  'middle america': 'NORTH_AMERICA',
  oceania: 'OCEANIA',
  ozeanien: 'OCEANIA',
  oceanie: 'OCEANIA',
  australia: 'OCEANIA',
  australasia: 'OCEANIA',
  'south america': 'SOUTH_AMERICA',
  sudamerika: 'SOUTH_AMERICA',
  'amerique du sud': 'SOUTH_AMERICA',
  'america del sur': 'SOUTH_AMERICA',
  'america do sul': 'SOUTH_AMERICA',
};
/** Words for oceans stand in this field often and are no mistake. */
const OCEAN = /ocean|\bsea\b|atlantic|pacific|indian|arctic/u;
/** Countries on two continents, and those with far islands, agree with either. */
const ON_SEVERAL = new Set('RU TR EG KZ ID US FR GB NL ES PT GE AZ CY AM'.split(' '));

interface ContinentTerms {
  readonly continent: string | null;
  /** The countries in which the place may lie. */
  readonly possible: readonly string[];
  /** The country on whose land the point lies. */
  readonly there: string | undefined;
  /** Whether the country was found from the point. */
  readonly isFromPoint: boolean;
}

/** The continent as stated, or that of the country. Issues: those about the continent. */
export function readContinent(
  { continent, possible, there, isFromPoint }: ContinentTerms,
  issues: PlaceIssues,
): string | undefined {
  const of = new Set(possible.flatMap((code) => findCountry(code)?.continent ?? []));
  const [only] = of;
  const own = of.size === 1 ? only : undefined;
  if (continent === null) {
    if (own !== undefined)
      issues.add(isFromPoint ? 'CONTINENT_DERIVED_FROM_COORDINATES' : 'CONTINENT_DERIVED_FROM_COUNTRY', 'continent');
    return own;
  }
  const folded = foldCountryName(continent);
  const stated = CONTINENT_WORDS[folded] ?? CONTINENTS.find((name) => foldCountryName(name) === folded);
  if (stated === undefined) {
    if (!OCEAN.test(folded)) issues.add('CONTINENT_INVALID', 'continent', continent);
    return own;
  }
  if (!isFromPoint && own !== undefined && own !== stated && !possible.some((code) => ON_SEVERAL.has(code)))
    issues.add('CONTINENT_COUNTRY_MISMATCH', 'continent', `${continent} / ${own}`);
  const under = there === undefined || ON_SEVERAL.has(there) ? undefined : findCountry(there)?.continent;
  if (under !== undefined && under !== stated)
    issues.add('CONTINENT_COORDINATE_MISMATCH', 'continent', `${continent} / ${under}`);
  return stated;
}
