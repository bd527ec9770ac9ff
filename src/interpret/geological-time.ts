import type { Issue } from '../model/issue.ts';
import { findGeologicalUnit, findPartOfUnit, parentsOf, type GeologicalUnit } from '../vocabulary/geological-time.ts';

/** What a text says of geological time. */
export interface InterpretedGeologicalTime {
  /** The unit, or the units from old to young: "Upper Cretaceous", "Oligocene – Miocene". */
  readonly value: string | null;
  readonly rank: string | null;
  /** The oldest and the youngest age in millions of years before present (Ma), of all units together. */
  readonly begin: number | null;
  readonly end: number | null;
  readonly units: readonly string[];
  /** The units in which all of it lies, the eon first. */
  readonly parents: readonly string[];
  /** Whether the text doubts it: "Miocene?", "probably Eocene". */
  readonly uncertain: boolean;
  readonly issues: readonly Issue[];
}

const NOTHING =
  /^\W*(?:none|null|n\/?a|unknown|unrecorded|unplaced|unspecified|indet\.?|not recorded|undetermined|undefined|no data|\?)?\W*$/iu;
const AGES =
  /(?<![\d.,])(\d{1,4}(?:[.,]\d+)?)(?:\s*(?:-|–|to|bis|à)\s*(\d{1,4}(?:[.,]\d+)?))?\s*(?:±\s*[\d.,]+\s*)?(ma|mya|myr|ka|kya|ga|bya|mio\.? j|m\.?y\.?)(?!\p{L})/iu;
const SCALE: Readonly<Record<string, number>> = { k: 0.001, g: 1000, b: 1000 };

/** Letters without marks, small. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/gu, 'ss').toLowerCase();
}

/** The units that a text names, in its order; of a part without a name of its own ("late Maastrichtian") the whole. Words of a part (early, upper, moyen) stand before a unit or behind it. */
function unitsIn(text: string): readonly GeologicalUnit[] {
  const words = folded(text)
    .replace(
      /\b(mio|plio|eo|oligo|permo|jura|pennsylvano|siluro|cambro)-(?=\p{L})/gu,
      (_, prefix: string) => `${PREFIXES[prefix] ?? prefix} - `,
    )
    .replace(
      /(ober|unter|mittel|spat|fruh)(?=(?:kreide|jura|trias|perm|karbon|devon|silur|miozan|eozan|pliozan|oligozan|palaozan|pleistozan|kambrium|ordovizium))/gu,
      '$1 ',
    )
    .replace(
      /(?<=\p{L}[ -])(?:stage|series|stufe|etage|piso|serie) ?(\d+)\b/gu,
      (whole, number: string) => `${whole.startsWith('seri') ? 'series' : 'stage'}_${number}`,
    )
    .split(/[^\p{L}\d_]+|(?<=\p{L})(?=\.)/u)
    .filter((word) => word !== '');
  const found: GeologicalUnit[] = [];
  const used = new Set<number>();
  for (const [index, word] of words.entries()) {
    const numbered = /^(?:stage|series)_\d+$/u.test(words[index + 1] ?? '')
      ? findGeologicalUnit(`${word} ${(words[index + 1] ?? '').replace('_', ' ')}`)
      : undefined;
    const unit = numbered ?? findGeologicalUnit(word);
    if (unit === undefined) continue;
    const before = findPartOfUnit(words[index - 1] ?? '');
    const after = findPartOfUnit(words[index + 1] ?? '');
    const behind = after !== undefined && findGeologicalUnit(words[index + 2] ?? '') === undefined ? after : undefined;
    const part = before !== undefined && !used.has(index - 1) ? before : behind;
    if (part !== undefined && part === behind && part !== before) used.add(index + 1);
    const named = part === undefined ? undefined : findGeologicalUnit(`${part} ${unit.name.toLowerCase()}`);
    found.push(named ?? unit);
    const second = findPartOfUnit(words[index - 3] ?? '');
    if (
      second !== undefined &&
      part !== undefined &&
      findPartOfUnit(words[index - 1] ?? '') !== undefined &&
      words[index - 2] === 'to'
    ) {
      const other = findGeologicalUnit(`${second} ${unit.name.toLowerCase()}`);
      if (other !== undefined) found.push(other);
    }
  }
  return found;
}

const PREFIXES: Readonly<Record<string, string>> = {
  mio: 'miocene',
  plio: 'pliocene',
  eo: 'eocene',
  oligo: 'oligocene',
  permo: 'permian',
  jura: 'jurassic',
  pennsylvano: 'pennsylvanian',
  siluro: 'silurian',
  cambro: 'cambrian',
};

/** The units that a text names, each once, from old to young; of units within each other the narrower. */
export function findGeologicalUnits(text: string): readonly GeologicalUnit[] {
  const all = unitsIn(text.slice(0, 500));
  const narrow = all.filter((unit) => !all.some((other) => contains(unit, other)));
  return [...new Set(narrow)].toSorted((left, right) => right.begin - left.begin);
}

function contains(outer: GeologicalUnit, inner: GeologicalUnit): boolean {
  return outer !== inner && outer.begin >= inner.begin && outer.end <= inner.end;
}

/**
 * Reads a period, epoch or age, or several, in English, French, German, Spanish, Italian or Dutch, or ages in Ma. Of units within each
 * other the narrower counts ("Cretaceous, Maastrichtian"); several apart are a span. What names no unit is flagged.
 */
export function interpretGeologicalTime(text: string): InterpretedGeologicalTime {
  const none = { value: null, rank: null, begin: null, end: null, units: [], parents: [], uncertain: false };
  if (NOTHING.test(text)) return { ...none, issues: [] };
  const written = text.slice(0, 500);
  const units = findGeologicalUnits(written);
  const uncertain = /\?|\b(?:probabl|possibl|cf|doubt)/iu.test(written);
  if (units.length === 0) {
    const ages = agesIn(written);
    if (ages !== undefined)
      return { ...none, ...ages, parents: parentNames({ ...ages, name: '', rank: 'age' }), issues: [] };
    return {
      ...none,
      issues: [
        { code: 'GEOLOGICAL_PERIOD_INVALID', term: 'earliestPeriodOrLowestSystem', detail: written.slice(0, 200) },
      ],
    };
  }
  const begin = Math.max(...units.map((unit) => unit.begin));
  const end = Math.min(...units.map((unit) => unit.end));
  const ranks = new Set(units.map(({ rank }) => rank));
  return {
    value: units.map(({ name }) => name).join(' – '),
    rank: ranks.size === 1 ? (units[0]?.rank ?? null) : null,
    begin,
    end,
    units: units.map(({ name }) => name),
    parents: parentNames(
      units.length === 1 && units[0] !== undefined ? units[0] : { name: '', rank: 'age', begin, end },
    ),
    uncertain,
    issues: [],
  };
}

function parentNames(unit: GeologicalUnit): readonly string[] {
  return parentsOf(unit).map(({ name }) => name);
}

function agesIn(text: string): { readonly begin: number; readonly end: number } | undefined {
  const match = AGES.exec(text);
  if (match === null) return undefined;
  const scale = SCALE[match[3]?.charAt(0).toLowerCase() ?? ''] ?? 1;
  const [first, second] = [match[1], match[2] ?? match[1]].map((number) => Number(number?.replace(',', '.')) * scale);
  if (first === undefined || second === undefined) return undefined;
  return { begin: Math.max(first, second), end: Math.min(first, second) };
}
