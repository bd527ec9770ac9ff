import type { PersonName } from '../model/agent.ts';
import { compareGivenNames, type Finding } from './given-names.ts';
import { foldFamily, foldName, givenTokens, isWithinOneEdit, type FoldedFamily } from './name-fold.ts';

/** How far two names can be one person's. */
export interface NameComparison {
  /** 0 to 1: 1 for equal names, less for each thing that one leaves out or writes in another way; 0 with a conflict. */
  readonly score: number;
  /** 0 to 1: how ordinary it is that one person stands under both: 1 where one only leaves out or shortens given names. */
  readonly plausibility: number;
  /** How many given names one of them has where it leaves out the later ones of the other; how ordinary that is, a collection tells. */
  readonly kept?: number;
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
const MALE = /^(?:mr|sir|lord|herr|father|fr|brother|bro|rev|capt|pere|abbe|frere|padre) /u;

/** A name with everything that comparing needs; names come back in every comparison of their block. */
interface FoldedPerson {
  readonly words: readonly string[];
  readonly whole: string;
  readonly family: FoldedFamily;
  readonly spelling: string;
  readonly tokens: readonly string[];
  readonly generation: string | undefined;
  readonly isMarried: boolean;
}

const foldedPeople = new WeakMap<PersonName, FoldedPerson>();

function foldPerson(person: PersonName): FoldedPerson {
  const known = foldedPeople.get(person);
  if (known !== undefined) return known;
  const { name, family = '', given } = person;
  const whole = foldName(name);
  const suffix = SUFFIX.exec(name)?.[1];
  const folded: FoldedPerson = {
    words: whole.split(' '),
    whole,
    family: foldFamily(family),
    spelling: foldName(family),
    tokens: givenTokens(given),
    generation: suffix === undefined ? undefined : GENERATIONS[suffix.toLowerCase()],
    isMarried: MARRIED.test(name),
  };
  foldedPeople.set(person, folded);
  return folded;
}

function conflicting(conflict: string): NameComparison {
  return { score: 0, plausibility: 0, conflict, reasons: [] };
}

/**
 * Compares two names of people as far as names alone can say: initials with names, short forms, transliterations, particles, double names,
 * given names left out or in another order, East Asian order. Groups and unnamed people are the same only in the same words.
 * `compareNames(Bill Smith, W. Smith)` → 0.75, "Bill is a form of a name that W. begins"
 */
export function compareNames(left: PersonName, right: PersonName): NameComparison {
  if (left.type !== right.type) return conflicting(`a ${left.type} and a ${right.type}`);
  const a = foldPerson(left);
  const b = foldPerson(right);
  if (left.type !== 'person' || left.family === undefined || right.family === undefined) {
    if (a.whole === b.whole) return { score: 1, plausibility: 1, reasons: ['the same name'] };
    return left.type === 'person' && areTurned(a, b) ? TURNED : conflicting('different names');
  }
  let score = 1;
  let plausibility = 1;
  let kept: number | undefined;
  const reasons: string[] = [];
  for (const compare of PARTS) {
    const finding = compare(a, b);
    if ('conflict' in finding) return areTurned(a, b) ? TURNED : conflicting(finding.conflict);
    score *= finding.factor;
    plausibility *= finding.plausibility ?? 1;
    kept ??= finding.kept;
    if (finding.reason !== undefined) reasons.push(finding.reason);
  }
  return {
    score,
    plausibility,
    ...(kept === undefined ? {} : { kept }),
    reasons: reasons.length === 0 ? ['the same name'] : reasons,
  };
}

const PARTS: readonly ((left: FoldedPerson, right: FoldedPerson) => Finding)[] = [
  compareFamilies,
  (left, right) => compareGivenNames(left.tokens, right.tokens),
  compareGenerations,
  compareAddress,
];
const TURNED: NameComparison = {
  score: 0.8,
  plausibility: 0.3,
  reasons: ['family name and given name in the other order'],
};

/** "Wang Wei" and "Wei Wang": two whole words each, exchanged. */
function areTurned({ words: left }: FoldedPerson, { words: right }: FoldedPerson): boolean {
  const [first, second] = left;
  return (
    left.length === 2 &&
    right.length === 2 &&
    first !== undefined &&
    second !== undefined &&
    first.length > 1 &&
    second.length > 1 &&
    first === right[1] &&
    second === right[0]
  );
}

function compareFamilies(left: FoldedPerson, right: FoldedPerson): Finding {
  const { family: a } = left;
  const { family: b } = right;
  if (a.stem === b.stem) return compareParticles(left, right);
  if (a.words.length !== b.words.length && (isPartOf(a.words, b.words) || isPartOf(b.words, a.words)))
    return { factor: 0.55, plausibility: 0.1, reason: 'they share a family name; one is a double name' };
  if (Math.min(a.stem.length, b.stem.length) >= 6 && isWithinOneEdit(a.stem, b.stem))
    return { factor: 0.6, plausibility: 0.05, reason: 'the family names differ by one letter' };
  return { conflict: 'different family names' };
}

function isPartOf(words: readonly string[], others: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => word.length > 2 && others.includes(word));
}

function compareParticles(left: FoldedPerson, right: FoldedPerson): Finding {
  const [a, b] = [left.family.particles, right.family.particles];
  if (a === b) return left.spelling === right.spelling ? { factor: 1 } : TRANSLITERATED;
  if (a === '' || b === '') {
    // "Werff" for "van der Werff" is an index's habit; "Berg" for "van Berg" mostly another family.
    const isLong = `${a}${b}`.includes(' ');
    return { factor: 0.6, plausibility: isLong ? 0.03 : 0.002, reason: `only one has ${a}${b}` };
  }
  return { conflict: `${a} and ${b} before the family name` };
}

const TRANSLITERATED: Finding = {
  factor: 0.97,
  plausibility: 0.7,
  reason: 'the family name in another transliteration',
};

function compareGenerations({ generation: a }: FoldedPerson, { generation: b }: FoldedPerson): Finding {
  if (a === b) return { factor: 1 };
  if (a === undefined || b === undefined)
    return { factor: 0.85, plausibility: 0.5, reason: `only one is ${a ?? b ?? ''}` };
  return { conflict: `${a} and ${b}` };
}

/** Under her husband's initials "Mrs. W. A. Murrill" is not W. A. Murrill. */
function compareAddress(left: FoldedPerson, right: FoldedPerson): Finding {
  if (left.isMarried === right.isMarried) return { factor: 1 };
  const [married, other] = left.isMarried ? [left, right] : [right, left];
  if (MALE.test(other.whole)) return { conflict: 'Mrs. and a man' };
  if (married.tokens.every((token) => token.length === 1) && other.tokens.length > 0)
    return { conflict: 'Mrs. before initials may be those of the husband' };
  return { factor: 0.8, plausibility: 0.3, reason: 'only one is called Mrs.' };
}
