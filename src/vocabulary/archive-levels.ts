/** Levels of archival description (ISAD(G) 3.1.4), from the whole to the single piece, with the words of English, German, French and Dutch finding aids. */
const WORDS: readonly (readonly [level: string, words: string])[] = [
  ['fonds', 'fond bestand collection recordgroup archief archive nachlass papers corpus'],
  ['subfonds', 'sub-fonds subfond sousfonds teilbestand subgroup'],
  ['series', 'serie série serien reeks klassifikation'],
  ['subseries', 'sub-series subserie sousserie sousséries unterserie sub-sub-series'],
  ['file', 'files akte dossier folder bundle vorgang dossiers bestanddeel volume album unit'],
  ['item', 'items piece einzelstück pièce piece dokument document stuk letter object'],
  ['part', 'page leaf blatt feuillet'],
];

const byWord = new Map(
  WORDS.flatMap(([level, words]) =>
    [level, ...words.split(' ')].map((word): [string, string] => [word.replaceAll('-', ''), level]),
  ),
);

/** The level that a value means ("Sub-series", "Akte"); undefined where it means none. */
export function findArchiveLevel(text: string): string | undefined {
  return byWord.get(text.toLowerCase().replace(/[\s_-]+/gu, ''));
}
