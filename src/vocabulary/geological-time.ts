/** A unit of geological time. Ages in millions of years before present (Ma). */
export interface GeologicalUnit {
  readonly name: string;
  readonly rank: 'eon' | 'era' | 'period' | 'epoch' | 'subepoch' | 'age' | 'informal';
  readonly begin: number;
  readonly end: number;
}

/**
 * Ages of the International Chronostratigraphic Chart (https://stratigraphy.org/chart, 2023/09), one rank a block: name, begin and
 * end in Ma, then other words in small letters without marks. Words of stages in other languages (-ien, -ium, -iense) are found by their
 * stem. Informal units are those of older literature and of regions.
 */
const CHART: Readonly<Record<GeologicalUnit['rank'], string>> = {
  eon: `Phanerozoic 538.8 0 phanerozoikum phanerozoique fanerozoico
    Proterozoic 2500 538.8 proterozoikum proterozoique proterozoico
    Archean 4031 2500 archaean archaikum archeen arcaico
    Hadean 4567 4031 hadaikum hadeen`,
  era: `Cenozoic 66 0 cainozoic caenozoic kanozoikum cenozoique cenozoico
    Mesozoic 251.902 66 mesozoikum mesozoique mesozoico
    Paleozoic 538.8 251.902 palaeozoic palaozoikum paleozoique paleozoico
    Neoproterozoic 1000 538.8
    Mesoproterozoic 1600 1000
    Paleoproterozoic 2500 1600 palaeoproterozoic
    Neoarchean 2800 2500 neoarchaean
    Mesoarchean 3200 2800 mesoarchaean
    Paleoarchean 3600 3200 palaeoarchean
    Eoarchean 4031 3600 eoarchaean`,
  period: `Quaternary 2.58 0 quaternaire quaternario quartar cuaternario kwartair kvartar
    Neogene 23.03 2.58 neogen neogeno neogeen
    Paleogene 66 23.03 palaeogene palaogen paleogeno paleogeen paleogen
    Cretaceous 145 66 cretace kreide cretacico cretaceo krijt krita creta cretacique
    Jurassic 201.4 145 jurassique jura jurasico jurrasic jurassico giurassico
    Triassic 251.902 201.4 trias triasico triassico triasique
    Permian 298.9 251.902 permien perm permico permiano
    Carboniferous 358.9 298.9 carbonifere karbon carbonifero carboon
    Devonian 419.2 358.9 devonien devon devonico devoniano devoon
    Silurian 443.8 419.2 silurien silur silurico siluriano siluur
    Ordovician 485.4 443.8 ordovicien ordovizium ordovicico ordoviciano
    Cambrian 538.8 485.4 cambrien kambrium cambrico cambriano
    Ediacaran 635 538.8 ediacarien ediacarium ediacarico vendian
    Cryogenian 720 635
    Tonian 1000 720
    Stenian 1200 1000
    Ectasian 1400 1200
    Calymmian 1600 1400
    Statherian 1800 1600
    Orosirian 2050 1800
    Rhyacian 2300 2050
    Siderian 2500 2300`,
  epoch: `Holocene 0.0117 0 holozan holoceno holoceen recent
    Pleistocene 2.58 0.0117 pleistozan pleistoceno pleistoceen diluvium
    Pliocene 5.333 2.58 pliozan plioceno plioceen
    Miocene 23.03 5.333 miozan mioceno mioceen
    Oligocene 33.9 23.03 oligozan oligoceno oligoceen
    Eocene 56 33.9 eozan eoceno eoceen
    Paleocene 66 56 palaeocene palaozan paleoceno paleoceen
    Upper_Cretaceous 100.5 66
    Lower_Cretaceous 145 100.5
    Upper_Jurassic 161.5 145 malm
    Middle_Jurassic 174.7 161.5 dogger
    Lower_Jurassic 201.4 174.7 lias liassic
    Upper_Triassic 237 201.4 keuper
    Middle_Triassic 247.2 237 muschelkalk
    Lower_Triassic 251.902 247.2 buntsandstein bunter
    Lopingian 259.51 251.902 zechstein upper_permian
    Guadalupian 273.01 259.51 middle_permian
    Cisuralian 298.9 273.01 rotliegend rotliegendes lower_permian
    Pennsylvanian 323.2 298.9 pennsylvanien upper_carboniferous
    Mississippian 358.9 323.2 mississippien lower_carboniferous
    Upper_Devonian 382.7 358.9
    Middle_Devonian 393.3 382.7
    Lower_Devonian 419.2 393.3
    Pridoli 423 419.2 pridolian
    Ludlow 427.4 423 ludlovian
    Wenlock 433.4 427.4 wenlockian
    Llandovery 443.8 433.4 llandoverian
    Upper_Ordovician 458.4 443.8
    Middle_Ordovician 470 458.4
    Lower_Ordovician 485.4 470
    Furongian 497 485.4 upper_cambrian
    Miaolingian 509 497 middle_cambrian
    Cambrian_Series_2 521 509
    Terreneuvian 538.8 521`,
  subepoch: `Upper_Pleistocene 0.129 0.0117 tarantian
    Middle_Pleistocene 0.774 0.129
    Lower_Pleistocene 2.58 0.774
    Upper_Pliocene 3.6 2.58
    Lower_Pliocene 5.333 3.6
    Upper_Miocene 11.63 5.333
    Middle_Miocene 15.98 11.63
    Lower_Miocene 23.03 15.98
    Upper_Oligocene 27.82 23.03
    Lower_Oligocene 33.9 27.82
    Upper_Eocene 37.71 33.9
    Middle_Eocene 47.8 37.71
    Lower_Eocene 56 47.8
    Upper_Paleocene 59.2 56
    Middle_Paleocene 61.6 59.2
    Lower_Paleocene 66 61.6
    Upper_Pennsylvanian 307 298.9
    Middle_Pennsylvanian 315.2 307
    Lower_Pennsylvanian 323.2 315.2
    Upper_Mississippian 330.9 323.2
    Middle_Mississippian 346.7 330.9
    Lower_Mississippian 358.9 346.7
    Upper_Silurian 427.4 419.2
    Lower_Silurian 443.8 427.4
    Lower_Cambrian 538.8 509`,
  age: `Meghalayan 0.0042 0
    Northgrippian 0.0082 0.0042
    Greenlandian 0.0117 0.0082
    Chibanian 0.774 0.129 ionian
    Calabrian 1.8 0.774
    Gelasian 2.58 1.8
    Piacenzian 3.6 2.58
    Zanclean 5.333 3.6 zancleen zanclium zanclayense zancleano
    Messinian 7.246 5.333
    Tortonian 11.63 7.246
    Serravallian 13.82 11.63
    Langhian 15.98 13.82
    Burdigalian 20.44 15.98
    Aquitanian 23.03 20.44
    Chattian 27.82 23.03
    Rupelian 33.9 27.82 stampian
    Priabonian 37.71 33.9
    Bartonian 41.2 37.71
    Lutetian 47.8 41.2
    Ypresian 56 47.8
    Thanetian 59.2 56
    Selandian 61.6 59.2
    Danian 66 61.6
    Maastrichtian 72.1 66 maestrichtian
    Campanian 83.6 72.1
    Santonian 86.3 83.6
    Coniacian 89.8 86.3
    Turonian 93.9 89.8
    Cenomanian 100.5 93.9
    Albian 113 100.5
    Aptian 121.4 113
    Barremian 125.77 121.4
    Hauterivian 132.6 125.77
    Valanginian 139.8 132.6
    Berriasian 145 139.8
    Tithonian 149.2 145
    Kimmeridgian 154.8 149.2
    Oxfordian 161.5 154.8
    Callovian 165.3 161.5
    Bathonian 168.2 165.3
    Bajocian 170.9 168.2
    Aalenian 174.7 170.9
    Toarcian 184.2 174.7
    Pliensbachian 192.9 184.2
    Sinemurian 199.5 192.9
    Hettangian 201.4 199.5
    Rhaetian 208.5 201.4 rhatium rhetien
    Norian 227 208.5
    Carnian 237 227 karnium
    Ladinian 242 237
    Anisian 247.2 242
    Olenekian 251.2 247.2
    Induan 251.902 251.2
    Changhsingian 254.14 251.902
    Wuchiapingian 259.51 254.14
    Capitanian 264.28 259.51
    Wordian 266.9 264.28
    Roadian 273.01 266.9
    Kungurian 283.5 273.01
    Artinskian 290.1 283.5
    Sakmarian 293.51 290.1
    Asselian 298.9 293.51
    Gzhelian 303.7 298.9
    Kasimovian 307 303.7
    Moscovian 315.2 307
    Bashkirian 323.2 315.2
    Serpukhovian 330.9 323.2
    Visean 346.7 330.9 viseen
    Tournaisian 358.9 346.7
    Famennian 372.2 358.9
    Frasnian 382.7 372.2
    Givetian 387.7 382.7
    Eifelian 393.3 387.7
    Emsian 407.6 393.3
    Pragian 410.8 407.6
    Lochkovian 419.2 410.8
    Ludfordian 425.6 423
    Gorstian 427.4 425.6
    Homerian 430.5 427.4
    Sheinwoodian 433.4 430.5
    Telychian 438.5 433.4
    Aeronian 440.8 438.5
    Rhuddanian 443.8 440.8
    Hirnantian 445.2 443.8
    Katian 453 445.2
    Sandbian 458.4 453
    Darriwilian 467.3 458.4
    Dapingian 470 467.3
    Floian 477.7 470
    Tremadocian 485.4 477.7 tremadoc
    Cambrian_Stage_10 489.5 485.4
    Jiangshanian 494 489.5
    Paibian 497 494
    Guzhangian 500.5 497
    Drumian 504.5 500.5
    Wuliuan 509 504.5
    Cambrian_Stage_4 514 509
    Cambrian_Stage_3 521 514
    Cambrian_Stage_2 529 521
    Fortunian 538.8 529`,
  informal: `Precambrian 4567 538.8 prakambrium precambrien precambrico
    Tertiary 66 2.58 tertiaire tertiar terciario
    Senonian 89.8 66
    Neocomian 145 125.77
    Gallic 125.77 89.8`,
};

/** Words of a part of a unit, by the word that the chart uses. */
const PARTS: Readonly<Record<string, string>> = {
  lower:
    'lower early lowermost earliest basal inf inferior inferieur inferieure unter unteres untere unterer fruh fruhes fruhe temprano inferiore onder',
  middle: 'middle mid medium moyen moyenne mittel mittleres mittlere medio media medial midden',
  upper:
    'upper late uppermost latest sup superior superieur superieure ober oberes obere oberer spat spates spate tardio superiore boven',
};

const units: readonly GeologicalUnit[] = Object.entries(CHART).flatMap(([rank, lines]) =>
  lines.split('\n').map((line): GeologicalUnit => {
    const [name = '', begin, end] = line.trim().split(' ');
    return {
      name: name.replaceAll('_', ' '),
      rank: rank as GeologicalUnit['rank'],
      begin: Number(begin),
      end: Number(end),
    };
  }),
);

/** Every unit of the chart, the longest ranks first, each from young to old. */
export const GEOLOGICAL_UNITS: readonly GeologicalUnit[] = units;

const byName = new Map<string, GeologicalUnit>();
const byStem = new Map<string, GeologicalUnit>();
const partOf = new Map<string, string>();
const lines = Object.values(CHART).flatMap((block) =>
  block.split('\n').map((line) => line.trim().toLowerCase().split(' ')),
);
for (const [index, [name = '', , , ...others]] of lines.entries()) {
  const unit = units[index];
  if (unit === undefined) continue;
  for (const word of [name, ...others]) byName.set(word.replaceAll('_', ' '), unit);
  if (stem(name) !== name) byStem.set(stem(name), unit);
}
for (const [part, words] of Object.entries(PARTS)) for (const word of words.split(' ')) partOf.set(word, part);

/** The word without the ending that English, French, German, Spanish, Italian or Dutch give a stage. */
function stem(word: string): string {
  return word.replace(
    /(?:ian|iano|ianno|iana|ien|ienne|ium|iense|iaan|iyan|oic|oico|oikum|oicum|oique|archean|arcaico|archeano|archaikum|archaicum|archeen)$/u,
    '',
  );
}

/** The unit of this name in small letters without marks; undefined where there is none. */
export function findGeologicalUnit(name: string): GeologicalUnit | undefined {
  const exact = byName.get(name);
  if (exact !== undefined) return exact;
  const root = stem(name);
  return root === name ? undefined : byStem.get(root);
}

/** lower, middle or upper, for a word that means one of them ("Late", "obere", "moyen"); undefined for others. */
export function findPartOfUnit(word: string): string | undefined {
  return partOf.get(word);
}

/** The units in which a unit lies, the eon first. Informal ones are not among them. */
export function parentsOf(unit: GeologicalUnit): readonly GeologicalUnit[] {
  return units.filter(
    ({ name, rank, begin, end }) =>
      rank !== 'informal' &&
      rank !== 'subepoch' &&
      name !== unit.name &&
      begin >= unit.begin &&
      end <= unit.end &&
      begin - end > unit.begin - unit.end,
  );
}
