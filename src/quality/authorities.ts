import { parseLicence } from '../interpret/licence.ts';
import { findBasisOfRecord } from '../vocabulary/basis-of-record.ts';
import { findRank, RANKS } from '../vocabulary/ranks.ts';
import { findSex } from '../vocabulary/sex.ts';
import { findTypeStatus } from '../vocabulary/type-status.ts';
import type { Authority } from './authority.ts';

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
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
export const DEGREE_OF_ESTABLISHMENT: Authority = {
  name: "Darwin Core's vocabulary of degrees of establishment",
  values: words(`native captive cultivated released failing casual reproducing established colonising invasive
    widespreadInvasive`),
};

/** https://dwc.tdwg.org/em/ */
export const ESTABLISHMENT_MEANS: Authority = {
  name: "Darwin Core's vocabulary of establishment means",
  values: words('native nativeReintroduced introduced introducedAssistedColonisation vagrant uncertain'),
};

/** https://dwc.tdwg.org/pw/ */
export const PATHWAY: Authority = {
  name: "Darwin Core's vocabulary of pathways",
  values: words(`agriculture aquacultureMariculture ballastWater biologicalControl conservationOrWildlifeManagement
    containerBulk contaminantNursery contaminantOnAnimals contaminantOnPlants contaminateBait corridor corridorAndDispersal
    erosionControl escapeFromConfinement farmedAnimals fisheryInTheWild fishingEquipment foodContaminant forestry fur
    hitchhikersAirplane hitchhikersShip horticulture hullFouling hunting intentional landscapeImprovement liveFoodLiveBait
    machineryEquipment naturalDispersal ornamentalNonHorticulture otherEscape otherIntentionalRelease otherTransport
    packingMaterial parasitesOnAnimals parasitesOnPlants people pet publicGardenZooAquaria releaseInNature releasedForUse
    research seedContaminant timberTrade transportContaminant transportStowaway transportationHabitatMaterial
    tunnelsBridges unaided unintentional vehicles waterwaysBasinsSeas`),
};

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
    const sex = findSex(text);
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
  const id = parseLicence(text) ?? '';
  if (id === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/legalcode';
  const parts = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-4\.0$/u.exec(id)?.[1];
  return parts !== undefined && /4(?:\.0|\b)/u.test(text)
    ? `https://creativecommons.org/licenses/${parts.toLowerCase()}/4.0/legalcode`
    : undefined;
}
