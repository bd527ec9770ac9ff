import { mix, Random, Weighted, zipf } from './random.ts';
import { WORLD } from './settings.ts';

/** Kingdom, phylum, class, orders, ending of families, share of the names. */
const GROUPS: readonly (readonly [
  kingdom: string,
  phylum: string,
  taxonClass: string,
  orders: readonly string[],
  ending: string,
  weight: number,
])[] = [
  [
    'Animalia',
    'Arthropoda',
    'Insecta',
    ['Coleoptera', 'Lepidoptera', 'Diptera', 'Hymenoptera', 'Hemiptera', 'Orthoptera'],
    'idae',
    45,
  ],
  [
    'Plantae',
    'Tracheophyta',
    'Magnoliopsida',
    ['Asterales', 'Fabales', 'Lamiales', 'Rosales', 'Gentianales'],
    'aceae',
    22,
  ],
  ['Plantae', 'Tracheophyta', 'Liliopsida', ['Poales', 'Asparagales'], 'aceae', 8],
  ['Animalia', 'Mollusca', 'Gastropoda', ['Stylommatophora', 'Littorinimorpha'], 'idae', 8],
  ['Animalia', 'Chordata', 'Aves', ['Passeriformes', 'Charadriiformes'], 'idae', 5],
  ['Animalia', 'Chordata', 'Mammalia', ['Rodentia', 'Chiroptera'], 'idae', 3],
  ['Animalia', 'Arthropoda', 'Arachnida', ['Araneae', 'Opiliones'], 'idae', 5],
  ['Fungi', 'Basidiomycota', 'Agaricomycetes', ['Agaricales', 'Polyporales'], 'aceae', 4],
];
const STEMS = [
  'Acan',
  'Bel',
  'Cal',
  'Chlor',
  'Crypt',
  'Den',
  'Drac',
  'Eu',
  'Fer',
  'Gal',
  'Gymn',
  'Hel',
  'Hyp',
  'Ixo',
  'Lept',
  'Lyc',
  'Mel',
  'Mic',
  'Nem',
  'Odon',
  'Orth',
  'Pach',
  'Phyl',
  'Plat',
  'Pter',
  'Rhod',
  'Sal',
  'Sten',
  'Taen',
  'Trich',
  'Ur',
  'Xan',
  'Zyg',
];
const MIDDLES = [
  'a',
  'o',
  'i',
  'alo',
  'ano',
  'ero',
  'ico',
  'ino',
  'odo',
  'opho',
  'oro',
  'oste',
  'ulo',
  'ythe',
  'ario',
  'omo',
  'ela',
];
const GENUS_LINKS = ['', 'no', 'ri'];
const GENUS_ENDS = [
  'ptera',
  'soma',
  'carpus',
  'myia',
  'nthus',
  'derma',
  'stoma',
  'phora',
  'dendron',
  'mys',
  'cera',
  'gaster',
  'lepis',
  'chilus',
  'ria',
  'lia',
  'nia',
  'tis',
  'pus',
  'xis',
];
const EPITHET_STEMS = [
  'alb',
  'rubr',
  'nigr',
  'vir',
  'aur',
  'pall',
  'austral',
  'bore',
  'mont',
  'littor',
  'silv',
  'pratens',
  'lacust',
  'aren',
  'saxat',
  'hirsut',
  'glabr',
  'macul',
  'striat',
  'punctat',
  'longip',
  'brev',
  'grand',
  'minut',
  'gracil',
  'robust',
  'elegan',
  'vulgar',
  'officin',
  'orient',
  'occident',
  'tropic',
  'capens',
  'japon',
  'peruv',
  'java',
  'borne',
  'guian',
  'afric',
  'europ',
];
const EPITHET_MIDDLES = [
  '',
  'an',
  'at',
  'ell',
  'esc',
  'ic',
  'id',
  'in',
  'ol',
  'ul',
  'ost',
  'ipet',
  'icorn',
  'iflor',
  'ifoli',
  'icaud',
];
const EPITHET_ENDS = [
  'us',
  'a',
  'um',
  'is',
  'e',
  'ensis',
  'oides',
  'inus',
  'ina',
  'alis',
  'ata',
  'atus',
  'osa',
  'osus',
];
const AUTHORS = [
  'L.',
  'Linnaeus',
  'Fabricius',
  'Hook.f.',
  'DC.',
  'Walker',
  'Kunth',
  'Lam.',
  'Gray',
  'Smith',
  'Müller',
  'Benth.',
  'Martens',
  'Lindl.',
  'Herbst',
  'Olivier',
  'Schaum',
  'Reiche',
  'Willd.',
  'Burm.f.',
];

export interface Taxon {
  readonly kingdom: string;
  readonly phylum: string;
  readonly taxonClass: string;
  readonly order: string;
  readonly family: string;
  readonly genus: string;
  readonly specificEpithet: string;
  readonly authorship: string;
  /** Canonical name and author. */
  readonly scientificName: string;
}

interface Genus {
  readonly name: string;
  readonly family: number;
}

/** Some 300,000 made names of species in genera and families, drawn with a skew; each is made when it is first asked for. */
export class Taxa {
  readonly #seed: number;
  readonly #weights = new Weighted(zipf(WORLD.scientificNames, 0.9, 20));
  readonly #genusOf = new Weighted(zipf(WORLD.genera, 0.6, 5));
  readonly #groups = new Weighted(GROUPS.map(([, , , , , weight]) => weight));
  readonly #made: (Taxon | undefined)[] = [];
  readonly #genera: (Genus | undefined)[] = [];

  constructor(seed: number) {
    this.#seed = seed;
  }

  draw(random: Random): number {
    return this.#weights.draw(random);
  }

  get(index: number): Taxon {
    return (this.#made[index] ??= this.#make(index));
  }

  #make(index: number): Taxon {
    const random = new Random(this.#seed, 0x74617861, index);
    const genus = this.#genus(this.#genusOf.draw(random));
    const group = GROUPS[this.#groups.draw(new Random(this.#seed, 0x66616d, genus.family))]!;
    const [kingdom, phylum, taxonClass, orders, ending] = group;
    const specificEpithet = random.pick(EPITHET_STEMS) + random.pick(EPITHET_MIDDLES) + random.pick(EPITHET_ENDS);
    const author = random.pick(AUTHORS);
    const year = random.between(1758, 1990);
    const authorship = kingdom === 'Animalia' ? `${author}, ${year}` : author;
    const written = kingdom === 'Animalia' && random.chance(0.4) ? `(${authorship})` : authorship;
    return {
      kingdom,
      phylum,
      taxonClass,
      order: orders[mix(this.#seed, genus.family) % orders.length]!,
      family: combine(genus.family, [STEMS, MIDDLES]) + ending,
      genus: genus.name,
      specificEpithet,
      authorship: written,
      scientificName: `${genus.name} ${specificEpithet} ${written}`,
    };
  }

  #genus(index: number): Genus {
    return (this.#genera[index] ??= {
      name: combine(index, [STEMS, MIDDLES, GENUS_LINKS, GENUS_ENDS]),
      family: mix(this.#seed, 0x67656e, index) % WORLD.families,
    });
  }
}

/** A word for a number, another one for each number below the product of the lists' lengths. */
function combine(index: number, lists: readonly (readonly string[])[]): string {
  let rest = index;
  return lists
    .map((list) => {
      const part = list[rest % list.length]!;
      rest = Math.floor(rest / list.length);
      return part;
    })
    .join('');
}
