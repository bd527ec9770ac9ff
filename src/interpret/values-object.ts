import { readInscriptions } from './inscription-text.ts';
import { readMaterials } from './material-text.ts';
import { interpretMeasurement } from './measurement.ts';
import { ofOne, withCodes, type Reading, type ValueReader } from './value-reader.ts';

function measurementsOfText(text: string): Reading {
  const { measurements, issues } = interpretMeasurement(text);
  const whole = measurements.map((one) => ({
    ...one,
    to: one.to ?? null,
    part: one.part ?? null,
    qualifier: one.qualifier ?? null,
  }));
  return { measurements: whole, ...withCodes({ issues }) };
}

function materialsOfText(text: string): Reading {
  const { materials, techniques } = readMaterials(text);
  const whole = materials.map(({ name, part = null, states, doubt = null }) => ({ name, part, states, doubt }));
  return { materials: whole, techniques, issues: [] };
}

function inscriptionsOfText(text: string): Reading {
  const inscriptions = readInscriptions(text).map(({ kind: of, position = null, text: words = null }) => ({
    kind: of,
    position,
    text: words,
  }));
  return { inscriptions, issues: [] };
}

export const readers: Readonly<Record<string, ValueReader>> = {
  measurement: ofOne(['dimensions', 'extent', 'measurementValue'], measurementsOfText),
  material: ofOne(['material', 'medium'], materialsOfText),
  inscription: ofOne(['inscription'], inscriptionsOfText),
};
