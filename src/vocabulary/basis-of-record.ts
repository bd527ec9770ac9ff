/** What a record of an organism rests on, under GBIF's names (https://rs.gbif.org/vocabulary/dwc/basis_of_record.xml). */
const BASES_OF_RECORD = [
  'PRESERVED_SPECIMEN',
  'FOSSIL_SPECIMEN',
  'LIVING_SPECIMEN',
  'MATERIAL_SAMPLE',
  'MATERIAL_ENTITY',
  'MATERIAL_CITATION',
  'HUMAN_OBSERVATION',
  'MACHINE_OBSERVATION',
  'OBSERVATION',
  'OCCURRENCE',
] as const;

export type BasisOfRecord = (typeof BASES_OF_RECORD)[number];

/** Other words for them, without spaces and marks. */
const SYNONYMS: Readonly<Record<BasisOfRecord, string>> = {
  PRESERVED_SPECIMEN: `specimen specimens s p ps voucher vouchered voucherspecimen vouchercollection collection collected herbarium herbariumsheet
    herbariumspecimen pinned pinnedspecimen dried driedspecimen preserved museumspecimen skin skull skeleton slide alcohol ejemplar
    especimenpreservado ejemplarpreservado especimepreservado especimenespreservados specimenpreserve specimenconserve praeparat beleg
    herbarbeleg especimen exsiccata sheet physicalobject sp accession drysample label objekt ecimen`,
  FOSSIL_SPECIMEN: 'fossil fossils f fs fosil fossile fossilien especimenfosil specimenfossile paleontology fossii',
  LIVING_SPECIMEN:
    'living l ls livingcollection livingplant culture livingorganism livingmaterial germplasm seedbank especimenvivo specimenvivant liveplant liveplantcollection livespecimen germoplasm',
  MATERIAL_SAMPLE:
    'sample tissue dna dnaextract tissuesample environmentalsample genomicdna muestra materialdemuestra edna echantillon watersample soilsample environmentsample',
  MATERIAL_ENTITY: 'material',
  MATERIAL_CITATION:
    'literature literatur citation publication published bibliography treatment literaturerecord literatureobservation literaturangabe lit book journal publishedreport unpublishedreport report',
  HUMAN_OBSERVATION: `ho humanobservationrecord field fieldobservation visual visualobservation fieldnotes
    observacionhumana observationhumaine beobachtung human seen`,
  MACHINE_OBSERVATION:
    'mo machine cameratrap camera sensor tracking observacionautomatica observacionconmaquina observacionconmaquinas',
  OBSERVATION:
    'o obs observed observe observational observacion observacao observado observasjon sighting sight photograph photo foto image imagen stillimage drawing audio sound audiorecording soundrecording videorecording multimediaobject fieldsurvey so',
  OCCURRENCE: 'occurrences taxon event unknown',
};

const byKey = new Map(
  BASES_OF_RECORD.flatMap((basis) =>
    [basis.replaceAll('_', '').toLowerCase(), ...SYNONYMS[basis].split(/\s+/u)].map((word): [string, BasisOfRecord] => [
      word,
      basis,
    ]),
  ),
);

/** Parts of words that still tell the basis: "driedpressedspecimen", "Preserved Specimen (alcohol)", "preservedspeci". */
const PARTS: readonly (readonly [part: RegExp, basis: BasisOfRecord])[] = [
  [/fossil|subfossil/u, 'FOSSIL_SPECIMEN'],
  [/machineobs|cameratrap/u, 'MACHINE_OBSERVATION'],
  [/humanobs/u, 'HUMAN_OBSERVATION'],
  [/observ|sighting|sightrecord/u, 'OBSERVATION'],
  [/materialcitation|literature|publication/u, 'MATERIAL_CITATION'],
  [/seedsample|fishpreparation|prokarya/u, 'PRESERVED_SPECIMEN'],
  [
    /^living|liveplant|germo?plasm|sownbut|cultivatedyes|livingspec|culture|germplasm|botanicalgarden/u,
    'LIVING_SPECIMEN',
  ],
  [/^materialsample|tissue|^dna|environmental/u, 'MATERIAL_SAMPLE'],
  [/preserv|specim|especim|voucher|herbar|pinned|mounted|papered|alcohol|skeleton|^skin/u, 'PRESERVED_SPECIMEN'],
];

/** The basis that a value means, whatever its case, spacing or namespace ("dwc:PreservedSpecimen"); undefined where it means none. */
export function findBasisOfRecord(text: string): BasisOfRecord | undefined {
  const local = text.replace(/^.*[/#:]/u, '');
  const key = local
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
  return byKey.get(key) ?? PARTS.find(([part]) => part.test(key))?.[1];
}
