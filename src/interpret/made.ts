import { childRowsType } from './child-rows.ts';
import { readInscriptions } from './inscription-text.ts';
import type { Interpreter } from './interpreter.ts';
import { readProductionStatement } from './maker-text.ts';
import { readMaterials, type Material } from './material-text.ts';
import { splitList } from './value-list.ts';

/** Without regard to capitals, the first spelling stays. */
function distinct(items: readonly string[]): readonly string[] {
  const byFolded = new Map<string, string>();
  for (const item of items) if (!byFolded.has(item.toLowerCase())) byFolded.set(item.toLowerCase(), item);
  return [...byFolded.values()];
}

function hasDetail({ part, states, doubt }: Material): boolean {
  return part !== undefined || states.length > 0 || doubt !== undefined;
}

/**
 * What it is made of: `material`, one value for each; a part, a state or a doubt goes to a row of the child table `measurement`
 * whose type is "material", as its remarks: "case; painted; possibly".
 */
export const materials: Interpreter = {
  name: 'materials',
  version: 3,
  target: 'record',
  inputs: ['material', 'medium'],
  outputs: { material: 'VARCHAR[]', measurementRows: childRowsType('measurement') },
  interpret([material = null, medium = null], { language }) {
    const text = material ?? medium;
    if (text === null) return { output: {}, issues: [] };
    const read = readMaterials(text, language).materials;
    const rows = read.filter(hasDetail).map(({ name, part, states, doubt }) => ({
      measurementType: 'material',
      measurementValue: name,
      measurementRemarks: [part, ...states, doubt].filter((remark) => remark !== undefined).join('; '),
    }));
    return {
      output: {
        ...(read.length === 0 ? {} : { material: distinct(read.map(({ name }) => name)) }),
        ...(rows.length === 0 ? {} : { measurementRows: rows }),
      },
      issues: [],
    };
  },
};

/** How it was made: `technique`, and the ways of making that stand among the materials ("Etching on paper"). */
export const techniques: Interpreter = {
  name: 'techniques',
  version: 3,
  target: 'record',
  inputs: ['technique', 'material', 'medium'],
  outputs: { technique: 'VARCHAR[]' },
  interpret([technique = null, material = null, medium = null], { language }) {
    const stated = splitList(technique ?? '', /\s*[|;]\s*/u);
    const found = readMaterials(material ?? medium ?? '', language).techniques;
    const list = distinct([...stated, ...found]);
    return { output: list.length === 0 ? {} : { technique: list }, issues: [] };
  },
};

/** "made in Leiden", "Place made: London", "London (made)". A place that is doubtful stays as written. */
function plainPlace(place: string): string {
  return place
    .replace(
      /^(?:place )?(?:made|produced|printed|published|manufactured|hergestellt|gedruckt|fabriqué|imprimé)\s?(?:in|at|à|:)\s+/iu,
      '',
    )
    .replace(/\s*\((?:made|produced|printed|published|manufactured|designed|hergestellt|entworfen)\)$/iu, '');
}

/** Where it was made: its own term, else what a statement of its makers says ("London: made by J. Smith, 1851"). */
export const productionPlaces: Interpreter = {
  name: 'production-places',
  version: 2,
  target: 'record',
  inputs: ['productionPlace', 'maker'],
  outputs: { productionPlace: 'VARCHAR[]' },
  interpret([place = null, maker = null]) {
    const stated = splitList(place ?? '', /\s*[|;]\s*/u).map(plainPlace);
    const list =
      stated.length > 0
        ? stated
        : splitList(maker ?? '', /\s*[|;\n]\s*/u).flatMap((entry) => readProductionStatement(entry).place ?? []);
    return { output: list.length === 0 ? {} : { productionPlace: distinct(list) }, issues: [] };
  },
};

/**
 * The kind and the position of what is written on it, where the statement says them ("signed lower right: J. Smith"): rows of the
 * child table `measurement`, whose type is the kind and whose remarks are the position. The field `inscription` keeps the whole text.
 */
export const inscriptions: Interpreter = {
  name: 'inscriptions',
  version: 1,
  target: 'record',
  inputs: ['inscription'],
  outputs: { measurementRows: childRowsType('measurement') },
  interpret([text = null]) {
    const rows = readInscriptions(text ?? '')
      .filter(({ kind, position }) => kind !== 'inscription' || position !== undefined)
      .map(({ kind, position, text: words }) => ({
        measurementType: kind,
        ...(words === undefined ? {} : { measurementValue: words }),
        ...(position === undefined ? {} : { measurementRemarks: position }),
      }));
    return { output: rows.length === 0 ? {} : { measurementRows: rows }, issues: [] };
  },
};
