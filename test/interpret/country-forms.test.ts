import { describe, expect, test } from 'vitest';
import { interpretCountry } from '../../src/interpret/country-value.ts';

describe('names as fields of countries have them', () => {
  test.each<[string, string]>([
    ['COOKISLANDS', 'CK'],
    ['SouthItaly', 'IT'],
    ['TANZANIAUNITEDREPUBLICOF', 'TZ'],
    ['SAOTOMEANDPRINCIPE', 'ST'],
    ['Nicarag', 'NI'],
    ['Switz.', 'CH'],
    ['Russian Fed.', 'RU'],
    ['Fiji, Pacific Ocean', 'FJ'],
    ['Dead Sea, Israel', 'IL'],
    ['British Indian Ocean Territory', 'IO'],
    ['Bristol UK', 'GB'],
    ['Brit. W. Indies, Grenada I.', 'GD'],
    ['SÃNÃGAL', 'SN'],
    ['MÃ©xico', 'MX'],
    ['Côte dâ€™Ivoire', 'CI'],
    ['So. Africa', 'ZA'],
    ['Orange F. State', 'ZA'],
    ['Bel. Congo', 'CD'],
    ['República Checa', 'CZ'],
    ['New Zeeland', 'NZ'],
  ])('%s', (text, code) => {
    expect(interpretCountry(text).countryCode).toBe(code);
  });

  test.each([
    'Amer.',
    'So. America',
    'South China Sea',
    'Java Sea',
    'South Pacific Ocean and Papua New Guinea',
    'British Africa',
    'India British',
    'Port',
  ])('%s is no single country', (text) => {
    expect(interpretCountry(text).countryCode).toBeNull();
  });
});
