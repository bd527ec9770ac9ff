/** Statuses of type specimens, as Darwin Core data write them (small letters). 'type' is a type of unstated status. */
const PREFIXES =
  `allolecto alloneo allo co epi exepi exholo exiso exlecto exneo expara exsyn ex genero hapanto holo hypo icono isoepi isolecto
  isoneo isopara isosyn iso lectoallo lecto neo paralecto paraneo para plastoholo plastolecto plastopara plastoneo plastosyn plasto plesio
  pseudo secondary syn topo schizo ergato gynetype merotype`
    .split(/\s+/u)
    .filter((prefix) => !prefix.endsWith('type'));

const TYPE_STATUSES: readonly string[] = [...PREFIXES.map((prefix) => `${prefix}type`), 'original material', 'type'];

const known = new Set(TYPE_STATUSES);

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ht: 'holotype',
  holo: 'holotype',
  it: 'isotype',
  iso: 'isotype',
  lt: 'lectotype',
  lecto: 'lectotype',
  nt: 'neotype',
  pt: 'paratype',
  para: 'paratype',
  st: 'syntype',
  syn: 'syntype',
  paratopotype: 'paratype',
};

/** The status that one word means in Latin, English or a Romance or Germanic language: "Holotypus", "isótipo", "para-type(s)". */
export function findTypeStatus(word: string): string | undefined {
  const plain = word
    .normalize('NFD')
    .replace(/[\p{M}\s._()-]/gu, '')
    .toLowerCase()
    .replace(/sin(?=tip)/u, 'syn')
    .replace(/^hipo(?=tip)/u, 'hypo')
    .replace(/(?:types|typus|typi|typen|tipos?|typed?|tips?)$/u, 'type');
  return known.has(plain) ? plain : ABBREVIATIONS[plain];
}
