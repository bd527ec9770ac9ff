const SEXES = ['female', 'male', 'hermaphrodite', 'mixed', 'indeterminate'] as const;
export type Sex = (typeof SEXES)[number];

const WORDS: Readonly<Record<Exclude<Sex, 'mixed'>, RegExp>> = {
  female:
    /♀|(?<!\p{L})(?:f|fem|females?|femella|famale|feminine|femelles?|femenin[oa]|femeas?|hembras?|hona|honor|hunn|weibchen|weiblich|vrouwelijk|vrouw|naaras|woman|women|girl|queens?|dronning|frau|workers?|femminil[ei]|femmina|w)(?!\p{L})/u,
  male: /♂|(?<!\p{L})(?:m|males?|masculine?|masculin[oa]|machos?|mascle|hane|hann|mannchen|mannlich|mannelijk|mann?|men|boy|koiras|mares?|maschio|maschile|drones?)(?!\p{L})/u,
  hermaphrodite:
    /⚥|⚨|(?<!\p{L})(?:hermaphrodit(?:e|es|ic)?|hermafrodit[ao]?s?|bisexual|monoecious|gynandromorph|intersex|zwitter)(?!\p{L})/u,
  indeterminate:
    /^\W*(?:u|unk|unknown|indet|indeterminad[oa]|indeterminate|indetermine|undetermined|unbekannt|unbestimmt|unsexed|not (?:determined|recorded|known|sexed)|undet|none|no (?:aplica|disponible|data|determinado)|n\/?a|desconocido|desconhecido|\?+|-+)\W*$/u,
};

/** The sex that a text states; 'mixed' where it states both. Undefined where it states none. */
export function findSex(text: string): Sex | undefined {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (WORDS.indeterminate.test(plain)) return 'indeterminate';
  if (WORDS.hermaphrodite.test(plain) || plain.includes('♂♀')) return 'hermaphrodite';
  const female = WORDS.female.test(plain);
  const male = WORDS.male.test(plain);
  if (female && male) return 'mixed';
  if (female) return 'female';
  return male ? 'male' : undefined;
}
