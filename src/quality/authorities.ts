import { parseLicence } from '../interpret/licence.ts';
import { findBasisOfRecord } from '../vocabulary/basis-of-record.ts';
import { findRank, RANKS } from '../vocabulary/ranks.ts';
import { findSex } from '../vocabulary/sex.ts';
import { findTypeStatus } from '../vocabulary/type-status.ts';
import type { Authority } from './authority.ts';

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}

/** Terms that Darwin Core numbers (e001, e002 …), so that the last part of a term's address is its number, and labels that GBIF's vocabularies give them. */
function numbered(options: {
  readonly name: string;
  readonly letter: string;
  readonly values: string;
  readonly labels?: Readonly<Record<string, string>>;
}): Authority {
  const values = words(options.values);
  const byLabel = new Map(
    Array.from(values, (value, index) => [`${options.letter}${String(index + 1).padStart(3, '0')}`, value]),
  );
  for (const [value, labels] of Object.entries(options.labels ?? {}))
    for (const label of words(labels)) byLabel.set(label, value);
  return {
    name: options.name,
    values,
    find: (text) =>
      byLabel.get(
        text
          .toLowerCase()
          .replace(/^https?:\/\/\S*[/#]|\s*\((?:including|excluding|except|in) .*$/gu, '')
          .replaceAll(/[^\p{L}\d]/gu, ''),
      ),
  };
}

/** The classes of Darwin Core (https://dwc.tdwg.org/terms/), with those of GBIF's vocabulary of bases of record. */
export const BASIS_OF_RECORD: Authority = {
  name: 'the classes of Darwin Core',
  values:
    words(`PreservedSpecimen FossilSpecimen LivingSpecimen MaterialSample MaterialEntity MaterialCitation HumanObservation
    MachineObservation Occurrence Organism Event Location GeologicalContext Identification Taxon MeasurementOrFact
    ResourceRelationship`),
  find(text) {
    // "Specimen" and "Observation" leave open of which kind.
    if (/^\W*(?:specimens?|observations?|obs\.?|unknown|.{0,2})\W*$/iu.test(text)) return undefined;
    const basis = findBasisOfRecord(text);
    if (basis === undefined || basis === 'OBSERVATION' || basis === 'OCCURRENCE') return undefined;
    return basis.toLowerCase().replaceAll(/(?:^|_)([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  },
};

/** https://www.dublincore.org/specifications/dublin-core/dcmi-type-vocabulary/ */
export const DCMI_TYPE: Authority = {
  name: 'the DCMI Type Vocabulary',
  values: words(
    'Collection Dataset Event Image InteractiveResource MovingImage PhysicalObject Service Software Sound StillImage Text',
  ),
};

/** https://dwc.tdwg.org/doe/ */
export const DEGREE_OF_ESTABLISHMENT: Authority = numbered({
  name: "Darwin Core's vocabulary of degrees of establishment",
  letter: 'd',
  values: `native captive cultivated released failing casual reproducing established colonising invasive widespreadInvasive`,
});

/** https://dwc.tdwg.org/em/ */
export const ESTABLISHMENT_MEANS: Authority = numbered({
  name: "Darwin Core's vocabulary of establishment means",
  letter: 'e',
  values: 'native nativeReintroduced introduced introducedAssistedColonisation vagrant uncertain',
  labels: {
    native: 'indigenous endemic natural autóctona nativa endémica',
    nativeReintroduced: 'reintroduced reintroducida',
    introduced: `alien exotic nonnative nonindigenous introducida introducido nonativa exótica naturalised naturalized
      naturalizada invasive invasora invasor`,
    introducedAssistedColonisation: 'assistedcolonisation assistedcolonization colonizaciónasistida',
    vagrant: 'casual transitoria',
    uncertain: 'unknown cryptogenic incierto desconocido',
  },
});

/** https://dwc.tdwg.org/pw/ */
export const PATHWAY: Authority = numbered({
  name: "Darwin Core's vocabulary of pathways",
  letter: 'p',
  values: `biologicalControl erosionControl fisheryInTheWild hunting landscapeImprovement conservationOrWildlifeManagement
    releasedForUse otherIntentionalRelease agriculture aquacultureMariculture publicGardenZooAquaria pet farmedAnimals forestry
    fur horticulture ornamentalNonHorticulture research liveFoodLiveBait otherEscape contaminantNursery contaminateBait
    foodContaminant contaminantOnAnimals parasitesOnAnimals contaminantOnPlants parasitesOnPlants seedContaminant timberTrade
    transportationHabitatMaterial fishingEquipment containerBulk hitchhikersAirplane hitchhikersShip machineryEquipment people
    packingMaterial ballastWater hullFouling vehicles otherTransport waterwaysBasinsSeas tunnelsBridges naturalDispersal
    releaseInNature escapeFromConfinement transportContaminant transportStowaway corridor unaided intentional unintentional
    corridorAndDispersal`,
  labels: {
    otherTransport: 'othermeansoftransport',
    hullFouling: 'shipboathullfouling',
    ballastWater: 'shipboatballastwater',
    people: 'peopleandtheirluggageequipment',
    hitchhikersShip: 'hitchhikersonshipboat',
    hitchhikersAirplane: 'hitchhikersinoronairplane',
    fishingEquipment: 'anglingfishingequipment',
    contaminateBait: 'contaminatedbait',
    contaminantNursery: 'contaminantnurserymaterial',
    otherEscape: 'otherescapefromconfinement',
    liveFoodLiveBait: 'livefoodandlivebait',
    research: 'researchandexsitubreeding',
    ornamentalNonHorticulture: 'ornamentalpurposeotherthanhorticulture',
    fur: 'furfarms',
    pet: 'petaquariumterrariumspecies',
    publicGardenZooAquaria: 'botanicgardenzooaquaria',
    tunnelsBridges: 'tunnelsandlandbridges',
    waterwaysBasinsSeas: 'interconnectedwaterwaysbasinsseas',
  },
});

const SEXES: Readonly<Record<string, string>> = {
  female: 'Female',
  male: 'Male',
  mixed: 'Mixed',
  indeterminate: 'Indeterminate',
  hermaphrodite: 'Other',
};

/** https://registry.gbif.org/vocabulary/Sex */
export const SEX: Authority = {
  name: "GBIF's vocabulary of sexes",
  values: words('Female Male Mixed Indeterminate Other'),
  find(text) {
    // Doubt, and one reading corrected by another, leave no one sex for certain.
    if (/=|\b(?:or|likely|probabl[ey]|possibl[ey]|perhaps|uncertain)\b/iu.test(text)) return undefined;
    const sex = findSex(text);
    if (sex === 'mixed' && /[([]/u.test(text)) return undefined;
    return sex === undefined ? undefined : SEXES[sex];
  },
};

/** The ranks of https://registry.gbif.org/vocabulary/TaxonRank, in small letters as Darwin Core writes them. */
export const TAXON_RANK: Authority = {
  name: "GBIF's vocabulary of ranks",
  values: new Set([
    ...RANKS.filter((rank) => !rank.includes(' ')),
    ...words(
      'superkingdom infrakingdom infraphylum subterclass infrafamily infratribe infragenus suprageneric subsection',
    ),
  ]),
  find: (text) => findRank(text),
};

/** https://registry.gbif.org/vocabulary/TypeStatus */
export const TYPE_STATUS: Authority = {
  name: "GBIF's vocabulary of type statuses",
  values: words(`Allolectotype Alloneotype Allotype Clonotype Cotype Epitype Exepitype Exholotype Exisotype Exlectotype
    Exneotype Exparatype Exsyntype Extype Hapantotype Holotype Homeotype Hypotype Iconotype Isoepitype Isolectotype
    Isoneotype Isoparatype Isosyntype Isotype Lectotype Metatype Neotype NotAType OriginalMaterial Paralectotype
    Paraneotype Paratopotype Paratype Plastoholotype Plastoisotype Plastolectotype Plastoneotype Plastoparatype
    Plastosyntype Plastotype Plesiotype SecondaryType SupplementaryType Syntype Topotype Type TypeGenus TypeSeries
    TypeSpecies TypeStrain`),
  find: (text) => findTypeStatus(text),
};

/** The two that Darwin Core knows, as its regular expression has them. */
export const OCCURRENCE_STATUS: Authority = {
  name: 'present and absent',
  values: words('present absent'),
  find(text) {
    if (/^(?:1|presence|p|presente|présente?|observed|collected|recorded|confirmed present)$/iu.test(text))
      return 'present';
    return /^(?:0|absence|a|ausente|absente|not (?:present|found|observed|detected)|undetected)$/iu.test(text)
      ? 'absent'
      : undefined;
  },
};

/** The languages into which Creative Commons' deeds and codes are translated, as the standard's expression lists them. */
const LANGUAGES =
  'id|eu|da|de|en|es|fr|fy|hr|it|lv|lt|mi|ni|no|pl|pt|ro|si|fi|sv|tr|cs|el|ru|uk|ar|jp|zh-hans|zh-hant|ko';
const CREATIVE_COMMONS = new RegExp(
  `^https?://creativecommons\\.org/(?:licenses/(?:by|by-sa|by-nc|by-nc-sa|by-nd|by-nc-nd)/4\\.0|publicdomain/zero/1\\.0)/(?:(?:deed|legalcode)(?:\\.(?:${LANGUAGES}))?)?$`,
  'u',
);

/** Whether a statement is the address of a licence of Creative Commons in version 4.0, or of CC0. */
export function isLicenceAddress(text: string): boolean {
  return text.length < 200 && CREATIVE_COMMONS.test(text);
}

/** The address of the legal code that a statement names for certain: with its version, where there are several. */
export function licenceAddress(text: string): string | undefined {
  const id = parseLicence(text.replaceAll('_', ' ').replace(/ (\d) (\d)$/u, ' $1.$2')) ?? '';
  if (id === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/legalcode';
  const parts = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-4\.0$/u.exec(id)?.[1];
  return parts !== undefined && /4(?:[._]0|\b)/u.test(text)
    ? `https://creativecommons.org/licenses/${parts.toLowerCase()}/4.0/legalcode`
    : undefined;
}
