import { findRank } from '../vocabulary/ranks.ts';

/** What a name of a taxon was read as. */
export interface TaxonName {
  readonly kind: 'name' | 'informal' | 'hybrid' | 'cultivar' | 'virus' | 'identifier' | 'placeholder';
  /** The name without authors, rank markers and doubts; absent for placeholders. */
  readonly canonicalName?: string;
  readonly genus?: string;
  readonly rank?: string;
  readonly authorship?: string;
  /** Whether a "cf." or "?" makes the name uncertain. */
  readonly uncertain: boolean;
}

/** What other columns say about the name; decides where small and capital letters do not. */
export interface NameHints {
  readonly genus?: string | undefined;
  readonly specificEpithet?: string | undefined;
  readonly infraspecificEpithet?: string | undefined;
  readonly kingdom?: string | undefined;
}

const PLACEHOLDER =
  /^\W*(?:un?det(?:ermined)?|unidentified|unidentifiable|unknown|unnamed|indet(?:erminate|erminado|erminada|\.)?|not (?:identified|determined)|no (?:name|identification|disponible|aplica)|none|null|n\/?a|sp{1,2}\.?|genus\??|incertae sedis|not assigned|unassigned|unclassified|\?+ ?unclassed|undescribed(?: genus| species)?|various|mixed|miscellaneous|tobedeleted\d*|delete.*|sin identificar|unbestimmt)\W*$/iu;
const IDENTIFIER = /^(?:BOLD:[A-Z]{3}\d{4,}|SH\d{6,}\.\d{2}FU|urn:lsid:\S+)$/iu;
const VIRUS =
  /(?:\bvirus(?:es)?\b|\p{L}virus(?:es)?\b|\bviroid\b|\b(?:bacterio)?phage\b|viridae\b|virinae\b|virales\b|\bprion\b|\bsatellite\b|\bNPV\b|\btransposon\b)/iu;
const MARKER =
  /^(?:notho)?(?:subsp|ssp|subspec|var|varietas|subvar|f|fo|forma|subf|convar|prol|proles|ab|aberr|morpha|morph|race|pv|subsp\.?var|natio)\.?$/iu;
const INFRAGENERIC = /^(?:subg|subgen|sect|subsect|ser|subser|sg|section|series)\.?$/iu;
const INDETERMINATE =
  /^(?:spp?|spec|species|indet|ssp|gen|nov|cfr?|aff|nr|near|undet|undetermined|indeterminate|undesignated|sp\.?nov)\.?$/iu;
const NOT_EPITHET =
  /^(?:ex|et|and|in|de|du|des|von|van|der|den|da|dos|la|le|bis|sensu|auct|non|nec|emend|apud|and|und|y|sec|s|str|lat|al|nom|f|fil|not|with|ined|ms|comb|nov)\.?$/iu;
const HYBRID = /^[×xX]$/u;
const EPITHET = /^(?:\d{1,2}-)?\p{Ll}[\p{Ll}\p{M}]+(?:-\p{Ll}[\p{Ll}\p{M}]+)*$/u;
const CULTIVAR = /(?:\bcv\.?\s*)?['‘"“]([\p{L}\d][^'’"”]*)['’"”]|\bcv\.?\s+(\p{L}[\p{L} ]*)$/u;

/** Reads a scientific name of any code. Undefined where it is not recognisably one. Never throws. */
export function readTaxonName(text: string, hints: NameHints = {}): TaxonName | undefined {
  const written = text
    .replace(/<[^<>]*>/gu, '')
    .replaceAll('&amp;', '&')
    .replace(/[\s_†]+/gu, ' ')
    .replace(/(?<=^|\s)[xX](?=\p{Lu}\p{Ll})/gu, '× ')
    .replace(/^["“”'\s]+(?=\p{L}{3})|["“”]+$/gu, '')
    .trim();
  if (PLACEHOLDER.test(written) || /\bincertae sedis\b|\btobedeleted/iu.test(written))
    return { kind: 'placeholder', uncertain: true };
  if (IDENTIFIER.test(written))
    return {
      kind: 'identifier',
      canonicalName: written.toUpperCase().replace(/^URN:LSID:/u, 'urn:lsid:'),
      uncertain: false,
    };
  if (VIRUS.test(written)) return { kind: 'virus', canonicalName: written, uncertain: false };
  return new NameReader(written, hints).read();
}

class NameReader {
  private readonly words: readonly string[];
  private readonly hints: NameHints;
  /** Whether the text has capitals only, or none: then authors cannot be told by their capitals. */
  private readonly oneCase: boolean;
  private at = 0;
  private readonly parts: string[] = [];
  private rank: string | undefined;
  private uncertain = false;
  private informal = false;
  private hybrid = false;
  private readonly cultivar: string | undefined;

  constructor(text: string, hints: NameHints) {
    const match = CULTIVAR.exec(text);
    this.cultivar = (match?.[1] ?? match?.[2])?.trim();
    const rest = match === null ? text : text.slice(0, match.index) + text.slice(match.index + match[0].length);
    const spaced = rest.replace(/×\s*/gu, ' × ').replace(/\?/gu, ' ? ').replace(/,/gu, ', ').trim();
    this.oneCase = !/\p{Lu}/u.test(spaced) || (!/\p{Ll}/u.test(spaced) && spaced.length > 3);
    this.words = (this.oneCase ? spaced.toLowerCase() : spaced).split(/\s+/u);
    this.hints = hints;
  }

  read(): TaxonName | undefined {
    while (/^(?:cfr?|aff|un?det|indet|near|\?)\.?$/iu.test(this.word() ?? '') && this.words.length > this.at + 1) {
      this.uncertain = true;
      this.at += 1;
    }
    const hybridGenus = this.takeHybridSign();
    this.skipFamilyPrefix();
    const first = this.word()?.replace(/[,;:]$/u, '');
    if (first === undefined || !this.isUninomial(first)) return undefined;
    const genus = capitalised(first);
    this.at += 1;
    if (/[,;:]$/u.test(this.words[this.at - 1] ?? '') && !/^(?:spp?|indet|cf)\b/iu.test(this.word() ?? ''))
      return this.finish(genus, hybridGenus);
    this.takeInfrageneric();
    const limit = 3;
    while (this.at < this.words.length && this.parts.length < limit && this.takePart());
    return this.finish(genus, hybridGenus);
  }

  private word(): string | undefined {
    return this.words[this.at];
  }

  private isUninomial(word: string): boolean {
    const shape = this.oneCase
      ? /^\p{Ll}[\p{Ll}\p{M}]{2,}(?:-\p{Ll}+)?$/u
      : /^\p{Lu}[\p{Ll}\p{M}]+(?:-\p{L}\p{Ll}+)?$/u;
    const small = !this.oneCase && EPITHET.test(word) && same(word, this.hints.genus);
    return shape.test(word) || small || /^\p{Lu}{4,}$/u.test(word);
  }

  private takeHybridSign(): boolean {
    if (!HYBRID.test(this.word() ?? '') || this.words.length < 2) return false;
    this.at += 1;
    this.hybrid = true;
    return true;
  }

  /** "Podocarpaceae Podocarpus lambertii": the family before the name. */
  private skipFamilyPrefix(): void {
    const second = this.words[this.at + 1];
    if (second === undefined || !/(?:aceae|idae)$/iu.test(this.word() ?? '')) return;
    if (
      same(second, this.hints.genus) ||
      (!this.oneCase && this.isUninomial(second) && EPITHET.test(this.words[this.at + 2] ?? ''))
    )
      this.at += 1;
  }

  private takeInfrageneric(): void {
    const word = this.word() ?? '';
    const bracketed = /^\((\p{L}[\p{Ll}\p{M}-]+)\)$/u.exec(word)?.[1];
    if (
      bracketed !== undefined &&
      (/^\((?:indet|undet|sp)\)$/iu.test(word) || this.oneCase || /^\p{Lu}/u.test(bracketed))
    ) {
      const next = this.words[this.at + 1];
      if (next === undefined || this.isEpithet(next, this.at + 1) || INDETERMINATE.test(next)) {
        this.at += 1;
        if (next === undefined && !INDETERMINATE.test(bracketed)) this.rank = 'subgenus';
      }
    } else if (INFRAGENERIC.test(word) && this.words[this.at + 1] !== undefined) {
      this.rank = findRank(word);
      this.at += 2;
    }
  }

  /** Takes the next epithet, marker or doubt; false where the authors begin. */
  private takePart(): boolean {
    const word = this.word() ?? '';
    if (word === '?') {
      this.uncertain = true;
    } else if (/^cfr?\.?$/iu.test(word)) {
      this.uncertain = true;
    } else if (HYBRID.test(word) && this.words[this.at + 1] !== undefined) {
      this.hybrid = true;
      this.parts.push('×');
    } else if (MARKER.test(word) && this.isEpithet(this.words[this.at + 1] ?? '', this.at + 1) && this.epithets() > 0) {
      this.rank = findRank(word);
    } else if (INDETERMINATE.test(word)) {
      this.informal = true;
      this.uncertain ||= /^(?:aff|nr|near)/iu.test(word);
      return false;
    } else if (this.isEpithet(word, this.at) && this.epithets() < 2) {
      this.parts.push(word.toLowerCase().replace(/[,;]$/u, ''));
    } else {
      return this.skipAuthors();
    }
    this.at += 1;
    return true;
  }

  private epithets(): number {
    return this.parts.filter((part) => part !== '×').length;
  }

  private isEpithet(word: string, at: number): boolean {
    const plain = word.replace(/[,;]$/u, '');
    if (!EPITHET.test(plain) || NOT_EPITHET.test(plain) || INDETERMINATE.test(plain)) return false;
    const hinted = [this.hints.specificEpithet, this.hints.infraspecificEpithet];
    if (hinted.some((hint) => same(plain, hint))) return true;
    if (!this.oneCase) return true;
    if (/[,;]$/u.test(word)) return false;
    const next = this.words[at + 1] ?? '';
    if (/^(?:[(]?1[5-9]|20)\d\d|^(?:ex|et|&|in|de)$/u.test(next)) return false;
    return !hinted.some((hint) => hint !== undefined) || this.epithets() >= 2;
  }

  /** Authors may stand between species and variety: "Hieracium brachiatum Bertol. ssp. villarsii". */
  private skipAuthors(): boolean {
    const later = this.words.findIndex(
      (word, index) =>
        index > this.at &&
        this.epithets() > 0 &&
        MARKER.test(word) &&
        this.isEpithet(this.words[index + 1] ?? '', index + 1),
    );
    const marker = this.words[later];
    const abbreviatesSon =
      marker !== undefined && /^f\.$/iu.test(marker) && /^(?:ex|&|et|\))/u.test(this.words[later + 1] ?? '');
    if (later < 0 || abbreviatesSon || this.words.slice(this.at, later).some((word) => HYBRID.test(word))) return false;
    this.at = later;
    return true;
  }

  private finish(genus: string, hybridGenus: boolean): TaxonName {
    const epithets = this.epithets();
    const shown = `${hybridGenus ? '× ' : ''}${genus}${this.parts.map((part) => ` ${part}`).join('')}`.replace(
      / ×$/u,
      '',
    );
    const authorship = this.words
      .slice(this.at)
      .join(' ')
      .replace(/^[,\s]+|\s*\?\s*/gu, '')
      .trim();
    const sign = this.words.findIndex((word, index) => index >= this.at && HYBRID.test(word));
    if (sign > 0) return this.finishFormula(shown, genus, sign);
    const canonicalName =
      this.cultivar === undefined
        ? shown
        : `${shown} '${this.cultivar.charAt(0).toUpperCase()}${this.cultivar.slice(1)}'`;
    const rank = this.cultivar === undefined ? (this.rank ?? this.rankOf(epithets, genus)) : 'cultivar';
    return {
      kind: this.cultivar === undefined ? (this.hybrid ? 'hybrid' : this.informal ? 'informal' : 'name') : 'cultivar',
      canonicalName,
      uncertain: this.uncertain,
      ...(epithets > 0 || this.informal || rank === 'genus' || same(genus, this.hints.genus) ? { genus } : {}),
      ...(rank === undefined ? {} : { rank }),
      ...(authorship === '' || this.informal ? {} : { authorship }),
    };
  }

  /** A hybrid named by its parents has no rank: "Acer campestre × lobelii". */
  private finishFormula(first: string, genus: string, sign: number): TaxonName {
    const rest = this.words.slice(sign + 1).join(' ');
    const second = readTaxonName(rest)?.canonicalName ?? rest;
    return {
      kind: 'hybrid',
      canonicalName: second === '' ? first : `${first} × ${second}`,
      genus,
      uncertain: this.uncertain,
    };
  }

  private rankOf(epithets: number, uninomial: string): string | undefined {
    if (epithets > 1 && this.parts.includes('×')) return undefined;
    if (epithets === 1) return 'species';
    if (epithets >= 2)
      return this.hints.kingdom === undefined || /^(?:animalia|bacteria|archaea|metazoa)$/iu.test(this.hints.kingdom)
        ? 'subspecies'
        : 'infraspecific name';
    const higher = rankOfEnding(uninomial);
    if (higher !== undefined) return higher;
    return this.informal || this.hybrid || same(uninomial, this.hints.genus) ? 'genus' : undefined;
  }
}

/** The rank that the ending of a name tells, by the codes of nomenclature; genera have none. */
function rankOfEnding(name: string): string | undefined {
  if (/(?:aceae|idae)$/u.test(name)) return 'family';
  if (/(?:oideae|inae)$/u.test(name)) return 'subfamily';
  if (name.endsWith('oidea')) return 'superfamily';
  return /\p{L}{2}ales$/u.test(name) ? 'order' : undefined;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

function same(word: string, hint: string | undefined): boolean {
  return hint !== undefined && word.toLowerCase() === hint.toLowerCase();
}
