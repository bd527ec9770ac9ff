/**
 * Ranks of taxa from high to low, as Darwin Core writes them (small letters), each with the abbreviations and the words of other
 * languages that stand in exports and between the parts of a name.
 */
const SPELLINGS: readonly (readonly [rank: string, spellings: string])[] = [
  ['domain', 'dom superkingdom dominio reich'],
  ['kingdom', 'regn regnum reino règne regne king rige rike'],
  ['subkingdom', 'subreg subregnum subreino'],
  ['superphylum', 'superdivision'],
  ['phylum', 'phyl divisao division divisio div filo embranchement stamm abteilung phyllum filum fylum'],
  ['subphylum', 'subphyl subdivision subfilo unterstamm'],
  ['superclass', 'supercl superclase'],
  ['class', 'cl classe clase klasse classis klass'],
  ['subclass', 'subcl subclase subclasse unterklasse'],
  ['infraclass', 'infraclase'],
  ['superorder', 'superord superorden'],
  ['order', 'ord ordo orden ordre ordem ordnung'],
  ['suborder', 'subord suborden unterordnung'],
  ['infraorder', 'infraord'],
  ['parvorder', 'parvord'],
  ['cohort', 'cohors'],
  ['superfamily', 'superfam superfamilia überfamilie'],
  ['family', 'fam familia famille família familie familj'],
  ['subfamily', 'sf subfam subfamilia unterfamilie'],
  ['tribe', 'trib tribus tribu'],
  ['supertribe', 'supertrib'],
  ['subtribe', 'subtrib subtribus'],
  ['genus', 'gen género gênero genre gattung genere släkte slekt'],
  ['subgenus', 'subgen subg sgen subgénero untergattung'],
  ['section', 'sect sectio sección'],
  ['subsection', 'subsect subsectio'],
  ['series', 'ser'],
  ['subseries', 'subser'],
  [
    'species aggregate',
    'agg aggr aggregate agregate coll collspecies group complex species_aggregate speciesaggregate',
  ],
  ['species', 'sp spec spp especies especie espèce espece espécie art specie species. arten'],
  ['infraspecific name', 'infrasp infraspecies infraspecific infraspecific_name infraspecificname'],
  ['subspecies', 'subsp ssp subspec subespecie sousespèce unterart subspp sspp underart'],
  ['convariety', 'convar'],
  ['variety', 'var varietas variedad variété varietät v variedade'],
  ['subvariety', 'subvar'],
  ['form', 'f fo forma forme formae fa'],
  ['subform', 'subf subforma'],
  ['cultivar', 'cv cultivars cultivarietas'],
  ['cultivar group', 'cultivargroup grex'],
  ['race', 'proles natio'],
  ['morph', 'morpha'],
  ['aberration', 'ab aberr'],
  ['pathovar', 'pv'],
  ['biovar', 'bv biotype'],
  ['serovar', 'serotype'],
  ['forma specialis', 'fsp formaspecialis'],
  ['strain', 'str'],
  ['unranked', 'none unknown clade'],
];

/** Every rank, from high to low. */
export const RANKS: readonly string[] = SPELLINGS.map(([rank]) => rank);

const bySpelling = new Map(
  SPELLINGS.flatMap(([rank, spellings]) =>
    [rank, ...spellings.split(' ')].map((word): [string, string] => [key(word), rank]),
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
