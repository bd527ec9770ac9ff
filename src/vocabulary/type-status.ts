/** Statuses of type specimens, as Darwin Core data write them (small letters). 'type' is a type of unstated status. */
const PREFIXES =
  `allolecto alloneo allo co epi exepi exholo exiso exlecto exneo expara exsyn ex genero hapanto holo hypo icono isoepi isolecto
  isoneo isopara isosyn iso lectoallo lecto neo paralecto paraneo para plastoholo plastolecto plastopara plastoneo plastosyn plasto plesio
  pseudo secondary syn topo schizo ergato meta clono homeo homoeo isotopo phototype`
    .split(/\s+/u)
    .filter((prefix) => !prefix.endsWith('type'));

const TYPE_STATUSES: readonly string[] = [
  ...PREFIXES.map((prefix) => `${prefix}type`),
  'paratopotype',
  'original material',
  'type series',
  'type species',
  'type genus',
  'type strain',
  'supplementary type',
  'type',
];

const known = new Map(TYPE_STATUSES.map((status): [string, string] => [status.replaceAll(' ', ''), status]));

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
  phototype: 'iconotype',
  typematerial: 'type',
  materialtype: 'type',
  unspecifiedkindoftype: 'type',
  typestatusunknown: 'type',
  homoeotype: 'homeotype',
  secondarytype: 'secondary type',
  typeseries: 'type series',
  typuss: 'type',
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
  const found = known.get(plain) ?? ABBREVIATIONS[plain];
  if (found !== undefined || plain.length < 6) return found;
  const core = plain.replace(
    /^(?:possible|probable|presumed|potential|drawingof|photoof|photograph(?:of)?|cast of|f(?=holo))|proparte$|pp$/gu,
    '',
  );
  return core === plain ? undefined : (known.get(core) ?? ABBREVIATIONS[core]);
}
