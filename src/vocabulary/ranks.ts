/**
 * Ranks of taxa from high to low, as Darwin Core writes them (small letters), each with the abbreviations and the words of other
 * languages that stand in exports and between the parts of a name.
 */
const SPELLINGS: readonly (readonly [rank: string, spellings: string])[] = [
  ['domain', 'dom dominio empire'],
  ['superkingdom', 'superregnum'],
  ['kingdom', 'reg k kd reich imperium regn regnum reino règne regne king rige rike'],
  ['subkingdom', 'subreg subregn subregnum subreino'],
  ['infrakingdom', 'infraregnum'],
  ['superphylum', 'superphyl superdivision'],
  ['phylum', 'phyl divisao division divisio div filo embranchement stamm abteilung phyllum filum fylum abt p ph'],
  ['subphylum', 'subphyl subdivision subdivisio subdiv subfilo unterstamm unterabteilung'],
  ['infraphylum', ''],
  ['superclass', 'supercl superclase superclassis'],
  ['class', 'cl classe clase klasse classis klass c kl'],
  ['subclass', 'subcl subclase subclasse subclassis sousclasse unterklasse'],
  ['infraclass', 'infraclase infraclassis'],
  ['legion', 'legio'],
  ['magnorder', 'megaorder'],
  ['grandorder', 'grandordo'],
  ['superorder', 'superord superorden superordo'],
  ['order', 'ord ordo orden ordre ordem ordnung o or'],
  ['suborder', 'subord suborden subordo unterordnung'],
  ['infraorder', 'infraord infraordo'],
  ['parvorder', 'parvord'],
  ['cohort', 'cohors'],
  ['superfamily', 'superfam superfamilia überfamilie'],
  ['family', 'fam familia famille família familie familj'],
  ['subfamily', 'sf subfam subfamilia unterfamilie'],
  ['tribe', 'trib tribus tribu tribo'],
  ['infratribe', 'infratribus'],
  ['supertribe', 'supertrib'],
  ['subtribe', 'subtrib subtribus'],
  ['suprageneric name', 'suprageneric suprageneric_name highertaxon'],
  ['genus', 'gen género gênero genre gattung genere släkte slekt gat gn g'],
  ['subgenus', 'subgen subg sgen subgénero untergattung'],
  ['infragenus', 'infragen'],
  [
    'infrageneric name',
    'infrageneric infrageneric_name infragenerictaxon infragenunranked tinfgen taxinfragen microgen',
  ],
  ['supersection', 'supersect'],
  ['section', 'sect sectio sección sec'],
  ['subsection', 'subsect subsectio'],
  ['superseries', 'superser'],
  ['series', 'ser serie'],
  ['subseries', 'subser'],
  [
    'species aggregate',
    'agg aggr aggregate agregate agglom coll collspecies group groupspecies complex species_aggregate speciesaggregate speciesagg speciesaggr speciescomplex speciesgroup speciessubgroup superspecies',
  ],
  [
    'species',
    'sp spec spp especies especie espèce espece espécie art specie species. arten spe es agamosp agamospecies s',
  ],
  [
    'infraspecific name',
    'infrasp infraspecies infraspecific infraspecific_name infraspecificname infraspecifictaxon infraspunranked tinfr * ** *** alpha beta gamma',
  ],
  ['subspecies', 'subsp ssp subspec subespecie sousespèce unterart subspp sspp underart sses sousespece subsp ss'],
  ['convariety', 'convar'],
  ['variety', 'var varietas variedad variété varietät v variedade agamovar'],
  ['subvariety', 'subvar subvarietas'],
  ['form', 'f fo forma forme formae fa fma fm'],
  ['subform', 'subf subforma'],
  ['cultivar', 'cv cultivars cultivarietas'],
  ['cultivar group', 'cultivargroup'],
  ['grex', 'gx'],
  ['race', 'rasse raza razza'],
  ['proles', 'prol prole prolata'],
  ['natio', 'nat'],
  ['mutatio', 'mut mutation'],
  ['lusus', 'lus'],
  ['infrasubspecific name', 'infrasubspecific infrasubspecific_name infrasubspecificname'],
  ['morph', 'morpha m'],
  ['aberration', 'ab aberr abber aberratio abberation'],
  ['pathovar', 'pv pathotype'],
  ['biovar', 'bv biotype'],
  ['chemoform', 'chemotype chemovar'],
  ['morphovar', 'morphotype'],
  ['phagovar', 'phagotype lysotype'],
  ['serovar', 'serotype'],
  ['forma specialis', 'fsp formaspecialis specialform'],
  ['strain', 'str'],
  ['unranked', 'none unknown clade norank nothotaxon node root stirps unrankedclade ? ?? ???'],
];

/** Every rank, from high to low. */
export const RANKS: readonly string[] = SPELLINGS.map(([rank]) => rank);

const bySpelling = new Map(
  SPELLINGS.flatMap(([rank, spellings]) =>
    [rank, ...spellings.split(' ').filter((spelling) => spelling !== '')].map((word): [string, string] => [
      key(word),
      rank,
    ]),
  ),
);

function key(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}\s._-]+/gu, '')
    .toLowerCase()
    .replace(/^notho/u, '');
}

/** The rank that a word or an abbreviation means ("ssp.", "Varietas", "nothosubsp."); undefined where it means none. */
export function findRank(text: string): string | undefined {
  return text === '' ? undefined : bySpelling.get(key(text));
}
