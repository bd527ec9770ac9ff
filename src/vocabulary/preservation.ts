/**
 * Ways in which specimens are prepared and kept, each with the parts of words that mean it, in small letters without marks. The values
 * are those of GBIF's vocabulary PreservationType without its prefix (https://registry.gbif.org/vocabulary/PreservationType).
 */
const WORDS: readonly (readonly [preservation: string, pattern: RegExp])[] = [
  ['pinned', /\bpin(?:s|ned|ning)?\b|\bpoint(?:ed)?\b|\bgenadelt|\bepingl|\bmontado en alfiler|\balfiler/u],
  [
    'fluidPreserved',
    /\betoh\b|\bethanol|\balco(?:h|o)l|\bspirits?\b|\bwet\b|\bfluid|\bformali[nd]|\bformol\b|\bisoprop|\bglycerin|\bdmso\b|\brnalater|\bjars?\b|\bvials?\b|\bnass|\bliquid(?! ?n)|\bsprit\b|\bflussig/u,
  ],
  ['slideMount', /\bslides?\b|\bmicroslide|\bpraparat|\bpermount|\bcanada balsam|\bwhole ?mount|\bsem stub|\bstub\b/u],
  ['pressed', /\bpress(?:ed|ing)\b|\bsheets?\b|\bherbari|\bexsiccat|\bpliego|\bgepresst|\bbogen\b|\bplanche/u],
  [
    'skeletonized',
    /\bskel|\bskull|\bcrani|\bbones?\b|\bmandib|\bskelett|\bcraneo|\bhueso|\bosteo|\bschadel|\bsquelette/u,
  ],
  [
    'dried',
    /\bdr(?:y|ied)\b|\bskins?\b|\bpelts?\b|\bhides?\b|\bstudy skin|\bshells?\b|\bpacket|\bcapsule|\benvelope|\bpapered|\bbalg|\bpiel\b|\bpeau\b|\btrocken|\bseco\b|\bsec\b|\bnests?\b|\begg ?shell|\bgetrocknet/u,
  ],
  ['tanned', /\btann(?:ed|ing)|\bleather/u],
  ['mounted', /\bmount(?:ed|s)?\b(?! ?slide)|\btaxiderm|\bstuffed|\bmontad|\bnaturalis/u],
  ['embedded', /\bembedded|\bresin\b|\bamber\b|\bepoxy/u],
  ['waxBlock', /\bwax\b|\bparaffin/u],
  ['freezeDried', /\bfreeze[ -]?dr|\blyophil/u],
  ['surfaceCoated', /\b(?:gold|surface|carbon|sputter)[ -]?coat/u],
  ['cryopreserved', /\bcryo|\bliquid n|\bln2\b|-(?:1\d\d)\s*°?\s*c?\b|\bnitrogen/u],
  ['frozen', /\bfrozen|\bfreezer|-\s?[28]0\s*°?\s*c?\b|\bcongelad|\bgefroren|\bcongele/u],
  ['dnaExtract', /\bdna\b|\brna\b|\bextracts?\b|\baliquot/u],
  ['tissue', /\btissues?\b|\bmuscle|\bliver\b|\bheart\b|\bkidney|\bblood\b|\bgewebe|\btejido|\btissu\b|\bbiops/u],
  ['cast', /\bcasts?\b|\breplica|\bplaster|\bmou?lds?\b|\babguss/u],
  ['thinSection', /\bthin[ -]?sections?\b|\bdunnschliff|\bpolished section/u],
  ['culture', /\bculture|\bliving\b|\bagar\b/u],
];

/** Every way that a text names, in the order above: "skin; skull" is dried and skeletonized. */
export function findPreservations(text: string): readonly string[] {
  const plain = text.slice(0, 1000).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase();
  return WORDS.filter(([, pattern]) => pattern.test(plain)).map(([preservation]) => preservation);
}
