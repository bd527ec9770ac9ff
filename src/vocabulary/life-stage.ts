/** Stages in the life of an organism, from early to late, each with the words that mean it. */
const WORDS: readonly (readonly [stage: string, words: string])[] = [
  ['gamete', 'gametes sperm ovum'],
  ['spore', 'spores'],
  ['pollen', 'polen'],
  ['seed', 'seeds samen semilla'],
  ['cyst', 'cysts'],
  ['egg', 'eggs ei eier huevo huevos œuf oeuf oeufs ovo clutch'],
  ['embryo', 'embryos embrión embryon fetus foetus'],
  ['zoea', 'zoeae'],
  [
    'larva',
    'larvae larvas larve larven larvae tadpole tadpoles têtard caterpillar raupe nauplius veliger ammocoete leptocephalus megalopa metanauplius cyprid furcilia calyptopis calyptopsis renacuajo oruga',
  ],
  ['nymph', 'nymphs ninfa nymphe nymphen nimfo deutonymph deutonymphs naiad'],
  ['pupa', 'pupae puppe pupas chrysalis nymphose'],
  ['seedling', 'seedlings keimling sapling plántula'],
  ['vegetative', 'vegetativo vegetativ sterile'],
  ['flowering', 'flower flowers floración blühend inflor fl'],
  ['fruiting', 'fruit fruits fructificación fruchtend fr'],
  ['medusa', 'medusae'],
  ['polyp', 'polyps'],
  ['gametophyte', 'gametophytes'],
  ['sporophyte', 'sporophytes'],
  [
    'juvenile',
    'juveniles juv juvenil juvénile jungtier young immature immatures inmaduro nestling chick pullus fledgling calf pup cub unge hatchling neonate eft juvinile',
  ],
  ['subadult', 'subadults subad sub-adult subadulto'],
  [
    'adult',
    'adults ad adulto adultos adulte adultes imago imagines imagos erwachsen alate worker workers queen mature volwassen voksen fertile alates',
  ],
];

const LIFE_STAGES: readonly string[] = WORDS.map(([stage]) => stage);

const byWord = new Map(
  WORDS.flatMap(([stage, words]) => [stage, ...words.split(' ')].map((word): [string, string] => [word, stage])),
);

/** The stages that a text names, early first, each once: "2 adults, 1 juv." names two. */
export function findLifeStages(text: string): readonly string[] {
  const found = new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{M}-]+/u)
      .map((word) => byWord.get(word)),
  );
  return LIFE_STAGES.filter((stage) => found.has(stage));
}
