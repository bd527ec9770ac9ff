import { Random, Weighted, zipf } from './random.ts';
import { NAME_NOISE, WORLD } from './settings.ts';

/** Given and family names that are common in several languages; put together at random, they mean nobody. */
const GIVEN =
  `John William Henry James Charles Mary Elizabeth Anna Margaret Alice Karl Friedrich Johann Hans Wilhelm Heinrich Greta Ingrid Lars
  Nils Erik Astrid Pierre Jean Louis Marie Camille Émile Juan José Carlos María Luis Ana Giovanni Giuseppe Paolo Lucia Ivan Olga Nikolai
  Vladimir Jan Pieter Willem Johanna Kenji Hiroshi Yuki Haruko Wei Ming Li Arjun Priya Ravi Kwame Amina Tendai João Paulo Rita Ahmed Fatima
  Omar Edward George Thomas Frances Grace Otto Paul Robert Ernst Clara Emma`.split(/\s+/u);
const FAMILY =
  `Smith Jones Brown Taylor Walker Wright Green Hall Wood Harris Müller Schmidt Weber Fischer Becker Schulz Hoffmann Koch Richter Wolf
  Andersson Johansson Larsson Hansen Nielsen Lindqvist Berg Dubois Moreau Laurent Lefèvre Girard Rousseau Mercier García Rodríguez Fernández
  López Morales Ortega Rossi Bianchi Ferrari Romano Colombo Ivanov Petrov Sokolov Volkov Kuznetsov Visser Bakker Smit Dekker Tanaka Suzuki
  Watanabe Yamamoto Kobayashi Wang Chen Zhang Liu Singh Sharma Patel Gupta Mensah Okafor Dlamini Moyo Silva Santos Oliveira Costa Hassan
  Ibrahim Novák Dvořák Kowalski Nowak Horváth Szabó Popescu Virtanen Korhonen Nieminen O'Brien Murphy MacDonald Campbell`.split(
    /\s+/u,
  );
const COMPOUND = ['', '', '', '', '', '', '', '', '', 'van ', 'de ', 'von '];

export interface Collector {
  readonly id: string;
  readonly given: readonly string[];
  readonly family: string;
  readonly birthYear: number;
  readonly deathYear: number;
  /** First and last year of collecting, both inclusive. */
  readonly from: number;
  readonly to: number;
  /** The country in which most was collected, as a number of the list of places. */
  readonly homeCountry: number;
}

/** A cell of `recordedBy` and who is meant. */
export interface Company {
  readonly text: string;
  readonly members: readonly Collector[];
}

type Form = keyof typeof NAME_NOISE.forms;
const FORMS = Object.keys(NAME_NOISE.forms) as readonly Form[];

/** 20,000 made collectors and up to 480,000 cells in which one or several of them are written. */
export class People {
  readonly #seed: number;
  readonly #countries: Weighted;
  readonly #collectorWeights = new Weighted(zipf(WORLD.collectors, 0.95, 10));
  readonly #spellingWeights = new Weighted(zipf(WORLD.spellingsPerCollector, 0.8));
  readonly #forms = new Weighted(FORMS.map((form) => NAME_NOISE.forms[form]));
  readonly #companySize = new Weighted(NAME_NOISE.company);
  readonly #collectors: (Collector | undefined)[] = [];
  readonly #companies: (Company | undefined)[] = [];

  constructor(seed: number, countries: Weighted) {
    this.#seed = seed;
    this.#countries = countries;
  }

  drawCompany(random: Random): Company {
    const collector = this.#collectorWeights.draw(random);
    const index = collector * WORLD.spellingsPerCollector + this.#spellingWeights.draw(random);
    return (this.#companies[index] ??= this.#makeCompany(collector, index));
  }

  collector(index: number): Collector {
    return (this.#collectors[index] ??= this.#makeCollector(index));
  }

  #makeCollector(index: number): Collector {
    const random = new Random(this.#seed, 0x70656f70, index);
    const birthYear = random.between(WORLD.firstYear - 20, WORLD.lastYear - 24);
    const deathYear = birthYear + random.between(35, 90);
    const from = Math.max(WORLD.firstYear, birthYear + random.between(18, 30));
    const to = Math.min(WORLD.lastYear, deathYear, from + random.between(2, 40));
    return {
      id: `C${String(index + 1).padStart(5, '0')}`,
      given: Array.from({ length: random.pick([1, 2, 2, 3]) }, () => random.pick(GIVEN)),
      family:
        random.pick(COMPOUND) +
        (random.chance(0.08) ? `${random.pick(FAMILY)}-${random.pick(FAMILY)}` : random.pick(FAMILY)),
      birthYear,
      deathYear,
      from,
      to,
      homeCountry: this.#countries.draw(random),
    };
  }

  #makeCompany(leader: number, index: number): Company {
    const random = new Random(this.#seed, 0x74656d, index);
    const first = this.collector(leader);
    const members = [first];
    const size = this.#companySize.draw(random) + 1;
    // Companions are of the same time, so that a date can be narrowed by all of them.
    for (let tries = 0; members.length < size && tries < 40; tries += 1) {
      const other = this.collector(random.below(WORLD.collectors));
      if (!members.includes(other) && other.from <= first.to && other.to >= first.from) members.push(other);
    }
    const separator = random.pick(NAME_NOISE.separators);
    const canHaveComma = separator !== ', ';
    const names = members.map((member) => this.#spell(member, random, canHaveComma));
    const text = names.join(separator);
    return { text: random.chance(NAME_NOISE.capitals) ? text.toUpperCase() : text, members };
  }

  #spell({ given, family }: Collector, random: Random, canHaveComma: boolean): string {
    const form = FORMS[this.#forms.draw(random)]!;
    const initials = given.map((name) => `${name.charAt(0)}.`);
    const name = write(canHaveComma ? form : 'initialsFirst', { given, family, initials });
    return random.chance(NAME_NOISE.withoutMarks) ? name.normalize('NFD').replaceAll(/\p{M}/gu, '') : name;
  }
}

function write(
  form: Form,
  {
    given,
    family,
    initials,
  }: { readonly given: readonly string[]; readonly family: string; readonly initials: readonly string[] },
): string {
  switch (form) {
    case 'initialsFirst':
      return `${initials.join(' ')} ${family}`;
    case 'familyFirst':
      return `${family}, ${initials.join('')}`;
    case 'fullName':
      return `${given.join(' ')} ${family}`;
    case 'familyInitialsTight':
      return `${family} ${initials.join('').replaceAll('.', '')}`;
    case 'firstInitialOnly':
      return `${initials[0]} ${family}`;
    case 'familyAlone':
      return family;
    case 'givenAndInitial':
      return `${[given[0], ...initials.slice(1)].join(' ')} ${family}`;
    case 'titled':
      return `Dr. ${initials.join('')} ${family}`;
  }
}
