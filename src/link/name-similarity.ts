import type { PersonName } from '../model/agent.ts';
import { compareGivenNames, type Finding } from './given-names.ts';
import { foldFamily, foldName, givenTokens, isWithinOneEdit, type FoldedFamily } from './name-fold.ts';

/** How far two names can be one person's. */
export interface NameComparison {
  /** 0 to 1: 1 for equal names, less for each thing that one leaves out or writes in another way; 0 with a conflict. */
  readonly score: number;
  /** 0 to 1: how ordinary it is that one person stands under both: 1 where one only leaves out or shortens given names. */
  readonly plausibility: number;
  /** Why they cannot be one person's. */
  readonly conflict?: string;
  /** What agrees and what is missing, in words. */
  readonly reasons: readonly string[];
}

const SUFFIX = /(?:^|[\s,])(jr|jnr|junior|sr|snr|senior|ii|iii|iv|the elder|the younger)\.?$/iu;
const GENERATIONS: Readonly<Record<string, string>> = {
  jr: 'junior',
  jnr: 'junior',
  junior: 'junior',
  'the younger': 'junior',
  sr: 'senior',
  snr: 'senior',
  senior: 'senior',
  'the elder': 'senior',
  ii: 'second',
  iii: 'third',
  iv: 'fourth',
};
const MARRIED = /^(?:mrs|mme|madame|frau|señora|signora|doña)(?![\p{L}])/iu;
const MALE = /^(?:mr|sir|lord|herr|father|fr|brother|bro|rev|capt|père|abbé|frère|padre)(?![\p{L}])\.?/iu;

/** The generation that a name's suffix gives: junior, senior, second, third, fourth. */
export function generationOf({ name }: PersonName): string | undefined {
  const suffix = SUFFIX.exec(name)?.[1];
  return suffix === undefined ? undefined : GENERATIONS[suffix.toLowerCase()];
}

/**
 * Compares two names of people as far as names alone can say: initials with names, short forms, transliterations, particles, double names,
 * given names left out or in another order, East Asian order. Groups and unnamed people are the same only in the same words.
 * `compareNames(Bill Smith, W. A. Smith)` → 0.71, "Bill is a form of the name that W. begins; only one has A."
 */
export function compareNames(left: PersonName, right: PersonName): NameComparison {
  if (left.type !== right.type)
    return { score: 0, plausibility: 0, conflict: `a ${left.type} and a ${right.type}`, reasons: [] };
  if (left.type !== 'person' || left.family === undefined || right.family === undefined) {
    const swapped = left.type === 'person' && areTurned(left, right);
    if (swapped) return { score: 0.8, plausibility: 0.3, reasons: ['the same words in another order'] };
    return foldName(left.name) === foldName(right.name)
      ? { score: 1, plausibility: 1, reasons: ['the same name'] }
      : { score: 0, plausibility: 0, conflict: 'different names', reasons: [] };
  }
  const findings = [
    compareFamilies(left.family, right.family),
    compareGivenNames(left.given, right.given),
    compareGenerations(left, right),
    compareAddress(left, right),
  ];
  const conflicts = findings.flatMap((finding) => ('conflict' in finding ? [finding.conflict] : []));
  if (conflicts.length > 0) {
    if (areTurned(left, right))
      return { score: 0.8, plausibility: 0.3, reasons: ['family name and given name in the other order'] };
    return { score: 0, plausibility: 0, conflict: conflicts.join('; '), reasons: [] };
  }
  let score = 1;
  let plausibility = 1;
  const reasons: string[] = [];
  for (const finding of findings) {
    if ('conflict' in finding) continue;
    score *= finding.factor;
    plausibility *= finding.plausibility ?? 1;
    if (finding.reason !== undefined) reasons.push(finding.reason);
  }
  return { score, plausibility, reasons: reasons.length === 0 ? ['the same name'] : reasons };
}

/** "Wang Wei" and "Wei Wang": two whole words each, exchanged. */
function areTurned(left: PersonName, right: PersonName): boolean {
  const words = (name: PersonName) => foldName(name.name).split(' ');
  const [first, second, ...rest] = words(left);
  const [other, another, ...others] = words(right);
  return (
    rest.length === 0 &&
    others.length === 0 &&
    first !== undefined &&
    second !== undefined &&
    first.length > 1 &&
    second.length > 1 &&
    first === another &&
    second === other
  );
}

function compareFamilies(left: string, right: string): Finding {
  const a = foldFamily(left);
  const b = foldFamily(right);
  if (a.stem === b.stem) return compareParticles(a, b, foldName(left) === foldName(right));
  if (a.words.length !== b.words.length && (isPartOf(a.words, b.words) || isPartOf(b.words, a.words)))
    return {
      factor: 0.55,
      plausibility: 0.1,
      reason: `${left} and ${right} share a family name; one is a double name`,
    };
  if (Math.min(a.stem.length, b.stem.length) >= 6 && isWithinOneEdit(a.stem, b.stem))
    return { factor: 0.6, plausibility: 0.05, reason: `${left} and ${right} differ by one letter` };
  return { conflict: `different family names ${left} and ${right}` };
}

function isPartOf(words: readonly string[], others: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => word.length > 2 && others.includes(word));
}

function compareParticles(a: FoldedFamily, b: FoldedFamily, isSameSpelling: boolean): Finding {
  if (a.particles === b.particles)
    return isSameSpelling
      ? { factor: 1 }
      : { factor: 0.97, plausibility: 0.7, reason: 'the family name in another transliteration' };
  if (a.particles === '' || b.particles === '')
    return { factor: 0.6, plausibility: 0.1, reason: `only one has ${a.particles}${b.particles}` };
  return { conflict: `${a.particles} and ${b.particles} before the family name` };
}

function compareGenerations(left: PersonName, right: PersonName): Finding {
  const a = generationOf(left);
  const b = generationOf(right);
  if (a === b) return { factor: 1 };
  if (a === undefined || b === undefined)
    return { factor: 0.85, plausibility: 0.5, reason: `only one is ${a ?? b ?? ''}` };
  return { conflict: `${a} and ${b}` };
}

function compareAddress(left: PersonName, right: PersonName): Finding {
  const a = MARRIED.test(left.name);
  const b = MARRIED.test(right.name);
  if (a === b) return { factor: 1 };
  // Under her husband's initials "Mrs. W. A. Murrill" is not W. A. Murrill.
  if (MALE.test(a ? right.name : left.name)) return { conflict: 'Mrs. and a man' };
  const [married, other] = a ? [left, right] : [right, left];
  const areInitials = givenTokens(married.given).every((token) => token.length === 1);
  if (areInitials && givenTokens(other.given).length > 0)
    return { conflict: 'Mrs. before initials may be those of the husband' };
  return { factor: 0.8, plausibility: 0.3, reason: 'only one is called Mrs.' };
}
