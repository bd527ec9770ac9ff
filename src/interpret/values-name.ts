import { interpretScientificName } from './scientific-name.ts';
import { ofOne, withCodes, type Reading, type ValueReader } from './value-reader.ts';
import { interpretTypeStatus } from './vocabulary-type-status.ts';

function typeStatusOfText(text: string): Reading {
  const { designations, issues } = interpretTypeStatus(text);
  return {
    ...withCodes({ issues }),
    typeStatus: designations.map((designation) => designation.typeStatus),
    designations,
  };
}

export const readers: Readonly<Record<string, ValueReader>> = {
  'scientific-name': ofOne(['scientificName'], (text) => withCodes(interpretScientificName(text))),
  'type-status': ofOne(['typeStatus'], typeStatusOfText),
};
