/*
 * 110 statements of materials: of the distinct values of `medium` of Tate's artworks, those with the smallest SHA-256 of
 * `collectome 1|tate|<value>`, by turns open and frozen. Labelled by hand before anything read them: the materials, each once, and the
 * ways of making. Numbers, colours and formats ("5 photographs, black and white") are neither; `-` is none.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMaterials } from '../../src/interpret/material-text.ts';
import type { Score } from './score.ts';

interface Labelled {
  readonly half: string;
  readonly text: string;
  readonly materials: string;
  readonly techniques: string;
}

function readLabelled(): readonly Labelled[] {
  const lines = readFileSync(join(import.meta.dirname, 'materials.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  return lines.map((line) => {
    const [half = '', text = '', materials = '', techniques = ''] = line.split('\t');
    return { half, text, materials: listed(materials.split(';')), techniques: listed(techniques.split(';')) };
  });
}

/** In one order, each once, in small letters; ways of making in the singular. */
function listed(items: readonly string[]): string {
  const plain = items.filter((item) => item !== '-').map((item) => item.toLowerCase());
  return [...new Set(plain)].toSorted().join('; ');
}

function singular(item: string): string {
  return item.replace(/(?<=photograph|projection|drawing|screenprint)s$/u, '');
}

/** A statement is right when the lists are the same. */
export function evaluate(): Promise<Score[]> {
  const labelled = readLabelled();
  const scores = ['open', 'frozen'].flatMap((half): Score[] => {
    const chosen = labelled.filter((row) => row.half === half);
    const read = chosen.map((row) => ({ ...row, found: readMaterials(row.text) }));
    const missedMaterials = read.filter(
      ({ materials, found }) => listed(found.materials.map(({ name }) => name)) !== materials,
    );
    const missedTechniques = read.filter(
      ({ techniques, found }) =>
        listed(found.techniques.map((item) => singular(item.toLowerCase()))) !==
        listed(
          techniques
            .split('; ')
            .filter((item) => item !== '')
            .map(singular),
        ),
    );
    return [
      { measure: 'materials', missed: missedMaterials },
      { measure: 'ways of making', missed: missedTechniques },
    ].map(({ measure, missed }) => ({
      set: `materials, ${half} half`,
      measure,
      right: chosen.length - missed.length,
      total: chosen.length,
      ...(half === 'open' ? { missed: missed.map(({ text }) => text) } : {}),
    }));
  });
  return Promise.resolve(scores);
}
