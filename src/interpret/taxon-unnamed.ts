/** Names that name no taxon by the rules of a code of nomenclature, or none at all. */
export type Unnamed =
  | { readonly kind: 'virus'; readonly shown: string }
  | { readonly kind: 'otu'; readonly shown: string }
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'no name' };

const PLACEHOLDER =
  /^\W*(?:un?det(?:ermined)?|unident(?:ified)?(?:[ -]\w{1,12})?|unidentifiable|unknown|unnamed|un-?named|indet(?:erminate|erminado|erminada|\.)?(?: [a-z]+)?|not (?:identified|determined|assigned|available)|no (?:name|species|identification|disponible|aplica)|none|null|n\/?a|sp{1,2}\.?|genus\??|incertae sedis|unassigned|unallocated|unplaced|unaccepted|unclassified|uncertain|\?+ ?unclassed|undescribed(?: genus| species)?|various|mixed|missing|miscellaneous|dummy(?: name)?|temp(?: dummy(?: name)?)?|awaiting allocation|tobedeleted\d*|sin identificar|unbestimmt|unidentified \p{L}+|uncultured .*|unknown .*|unidentified .*|undetermined .*|unassigned .*|not assigned .*|environmental samples?)\W*$/iu;
const PLACEHOLDER_WITHIN =
  /(?:^|[\s,([])(?:incertae sedis|not assigned|unassigned|tobedeleted|unallocated|awaiting allocation|inc\. ?sed\.|delete(?:d|\])?)(?=\W|\d|$)/iu;
const OTU = /(?:^|[\s,])(BOLD:? ?[A-Z]{3}\d{4,}|SH\d{6,}\.\d{2}FU)(?=$|[\s,])|^(urn:lsid:\S+)$/iu;
const VIRUS =
  /(?:\bvirus(?:es)?\b|[\p{L}\d]virus(?:es)?\b|\bviroids?\b|\b(?:\p{L}*o)?phages?\b|\p{Ll}(?:phage|viroid|vir(?:idae|inae|ales))\b|\bvirophages?\b|\bprions?\b|\b(?:alpha|beta|delta|gamma)?satellites?\b|\bS?M?NPV\b|\bnucleopolyhedrovirus|\b(?:retro)?transposon\b|\b(?:killer|A-type|A) ?-?particles?\b|\b[A-Z][A-Za-z]?[MS]?NPV\b|\breplicon\b|\b(?:expression|cloning) vector\b|\bplasmids?\b|\bictv\b)/iu;
/** Parts of words without which the longer patterns cannot match; they are quick to look for. */
const OTU_SIGNS = /bold|\.\d\dfu|urn:/iu;
const VIRUS_SIGNS = /vir|phage|satellite|prion|npv|nucleopoly|transposon|particle|replicon|vector|plasmid|ictv/iu;
const NO_NAME =
  /^[^\p{L}]*$|\bphytoplasmas?$|\bRNAi\b|^\P{L}*\p{Ll}{1,3}\P{L}*$|[@♠♣{}\\^~]|^\p{L}{1,2}\d|^\d(?!\d{0,3}[.)]?\s\p{Lu}\p{Ll}+ \p{Ll})/u;

/** What a text is where it is no name to be taken apart; undefined where it may be one. */
export function findUnnamed(text: string): Unnamed | undefined {
  const otu = OTU_SIGNS.test(text) ? OTU.exec(text) : null;
  if (otu !== null) {
    const code = otu[1]?.replace(/\s/gu, '').toUpperCase() ?? `urn:lsid:${otu[2]?.slice(9) ?? ''}`;
    return { kind: 'otu', shown: code };
  }
  if (PLACEHOLDER.test(text) || PLACEHOLDER_WITHIN.test(text)) return { kind: 'placeholder' };
  if (VIRUS_SIGNS.test(text) && VIRUS.test(text)) return { kind: 'virus', shown: text };
  return NO_NAME.test(text) ? { kind: 'no name' } : undefined;
}
