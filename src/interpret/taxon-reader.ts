import {
  infragenericRank,
  infraspecificRank,
  isAuthorParticle,
  isConnective,
  isIndeterminate,
  isOddBinominal,
  isQualifier,
  isSureMark,
  supragenericRank,
} from './taxon-markers.ts';
import type { NameHints } from './taxon-name.ts';
import { prepareName, type PreparedName } from './taxon-text.ts';
import {
  authorsInPrint,
  capitalised,
  endsAsEpithet,
  endsAsGenus,
  isEpithet,
  isEpithetShape,
  isUninomial,
} from './taxon-words.ts';

export interface ReadEpithet {
  readonly text: string;
  readonly hybrid: boolean;
  /** A mark of its rank stands before it. */
  readonly marked: boolean;
  readonly qualifier: string | undefined;
}

/** A name taken apart, its authors still as written. */
export interface ReadParts {
  readonly genus: string;
  readonly genericHybrid: boolean;
  /** A graft chimaera: +Crataegomespilus. */
  readonly graft: boolean;
  readonly candidatus: boolean;
  readonly infrageneric: string | undefined;
  readonly infragenericMarked: boolean;
  readonly epithets: readonly ReadEpithet[];
  /** The rank that a mark tells. */
  readonly rank: string | undefined;
  readonly informal: boolean;
  /** What leaves the name open: "sp.", "var.". */
  readonly openMark: string | undefined;
  readonly uncertain: boolean;
  readonly cultivar: string | undefined;
  readonly cultivarGroup: boolean;
  readonly authors: string;
  /** What stands behind the sign of a hybrid that is named by its parents. */
  readonly formula: string | undefined;
}

const AGGREGATE = /^(?:aggr?|gr|aggregate|complex|group|species-group|coll)\.?$/u;
const YEAR = /^\(?(?:1[789]|20)\d\d\b/u;
const STRAIN = /^(?:strain|str|serotype|isolate|clone|clade|culture|genotype|substr)\.?$/iu;
const CODE_WORD = /^(?:[a-z]{0,3}-?\d{1,4}[a-z]?|[A-Z]{1,3}-?\d{1,4}[a-z]?)$/u;

/** Reads one name of mixed, small or capital letters from left to right. */
export class NameReader {
  private readonly text: PreparedName;
  private readonly words: readonly string[];
  private readonly hints: NameHints;
  /** Whether the text has capitals only, or none: then authors cannot be told by their capitals. */
  private readonly oneCase: boolean;
  private at = 0;
  private genus = '';
  private genericHybrid = false;
  private graft = false;
  private smallAuthor = false;
  private infrageneric: string | undefined;
  private infragenericMarked = false;
  private readonly epithets: ReadEpithet[] = [];
  private rank: string | undefined;
  private informal = false;
  private openMark: string | undefined;
  private uncertain: boolean;
  private qualifier: string | undefined;
  private formulaAt: number | undefined;

  constructor(written: string, hints: NameHints) {
    this.text = prepareName(written);
    this.words = this.text.words;
    this.oneCase = this.text.oneCase;
    this.uncertain = this.text.uncertain;
    this.informal = this.text.informal;
    this.hints = hints;
  }

  read(): ReadParts | undefined {
    while ((isQualifier(this.word(0)) || isIndeterminate(this.word(0))) && this.words.length > this.at + 1) {
      this.uncertain = true;
      this.informal = true;
      this.at += 1;
    }
    this.graft = this.word(0).startsWith('+');
    if (this.word(0) === '×' || (this.word(0) === '+' && this.words.length > 1)) {
      this.genericHybrid = true;
      this.at += 1;
    } else if (/^[×+]\p{L}/u.test(this.word(0))) this.genericHybrid = true;
    this.takeLeadingMark();
    this.skipFamilyPrefix();
    if (!this.takeGenus()) return undefined;
    if (/[,;:]$/u.test(this.word(-1)) && !isIndeterminate(this.word(0))) return this.parts();
    this.takeInfrageneric();
    this.takeCapitalEpithet();
    while (this.at < this.words.length && this.takePart());
    const open = CODE_WORD.test(this.word(0)) || isIndeterminate(this.words.at(-1) ?? '');
    if (this.epithets.length === 0 && this.infrageneric === undefined && this.words.length > 1 && open) {
      this.informal = true;
      this.openMark = 'sp.';
    }
    return this.parts();
  }

  private word(offset: number): string {
    return this.words[this.at + offset] ?? '';
  }

  private takeGenus(): boolean {
    const written = this.word(0).replace(/^[×+(]/u, '');
    const word = written.replace(/[,;:]$/u, '');
    const small = /^\p{Ll}[\p{Ll}\p{M}]{2,}(?:-\p{Ll}+)?$/u.test(word);
    const abbreviated = /^\p{Lu}\p{Ll}{0,2}\.$/u.test(word) && isEpithet(this.word(1), this.word(2));
    const second = this.word(1);
    const named = this.oneCase
      ? small && !isConnective(word) && !/^(?:not|of|and|with|in)$/u.test(second)
      : isUninomial(word) || (small && (same(word, this.hints.genus) || isEpithet(second, this.word(2))));
    if (!named && !abbreviated) return false;
    if (abbreviated || (!this.oneCase && small)) this.uncertain = true;
    this.genus = abbreviated ? word : capitalised(word);
    this.at += 1;
    return true;
  }

  /** "subgen. Trematostoma": a name below the genus without its genus. */
  private takeLeadingMark(): void {
    const rank = infragenericRank(this.word(0));
    if (rank === undefined || !isUninomial(this.word(1))) return;
    this.rank = rank;
    this.at += 1;
  }

  /** "Podocarpaceae Podocarpus lambertii", "Poaceae subtrib. Scolochloinae": the family before the name. */
  private skipFamilyPrefix(): void {
    const second = this.words[this.at + 1];
    if (second === undefined || !/(?:aceae|idae|oideae|inae|eae)$/iu.test(this.word(0))) return;
    const rank = supragenericRank(second);
    if (rank !== undefined && isUninomial(this.word(2))) {
      this.rank = rank;
      this.at += 2;
    } else if (
      same(second, this.hints.genus) ||
      (!this.oneCase && isUninomial(second) && isEpithet(this.word(2), this.word(3)))
    )
      this.at += 1;
  }

  private takeInfrageneric(): void {
    const later = this.isEpithetAt(0)
      ? -1
      : this.words.findIndex(
          (word, index) =>
            index > this.at && infragenericRank(word) !== undefined && isUninomial(this.words[index + 1] ?? ''),
        );
    if (later > 0) this.at = later;
    const word = this.word(0);
    const rank = infragenericRank(word);
    const next = this.word(1);
    if (rank !== undefined && next !== '' && (isUninomial(next) || this.oneCase)) {
      this.rank = rank;
      this.infrageneric = capitalised(next);
      this.infragenericMarked = true;
      this.at += 2;
      if (this.isEpithetAt(0)) this.rank = undefined;
      return;
    }
    const bracketed = /^\((\p{L}[\p{Ll}\p{M}-]+)\)$/u.exec(word)?.[1];
    if (bracketed === undefined) return;
    const before =
      next === '' ||
      /^(?:1[5-9]|20)\d\d/u.test(next) ||
      /^\p{Lu}\p{Ll}+,$/u.test(next) ||
      // No author is called so: "Abies (Ferox) Mill."
      /(?:ox|ops|opsis|ella|ium)$/u.test(bracketed);
    const followed = this.isEpithetAt(1) || isIndeterminate(next) || isQualifier(next) || next.startsWith('×');
    if (!followed && !(before && endsAsGenus(bracketed) && (this.oneCase || isUninomial(bracketed)))) return;
    this.at += 1;
    if (isIndeterminate(bracketed)) return;
    this.infrageneric = capitalised(bracketed);
    if (!followed) this.rank = 'subgenus';
  }

  /** "Quercus Robur L.": older authors wrote epithets that were names with a capital. */
  private takeCapitalEpithet(): void {
    const next = this.word(1);
    const epithet = this.word(0).toLowerCase();
    if (
      (next !== 'L.' && !next.startsWith('(')) ||
      !/^\p{Lu}\p{Ll}{3,}$/u.test(this.word(0)) ||
      !endsAsEpithet(epithet)
    )
      return;
    this.uncertain = true;
    this.push(epithet, false, false);
  }

  /** Takes the next epithet, mark or doubt; false where the authors begin. */
  private takePart(): boolean {
    const word = this.word(0);
    if (word.startsWith('×')) return this.takeHybrid(word);
    if (isQualifier(word) && this.at + 1 < this.words.length && this.epithets.length < 2) {
      this.qualifier = word.toLowerCase();
      if (/^\p{Lu}\p{Ll}?\.$/u.test(this.word(1)) && this.isEpithetAt(2)) this.at += 1;
      this.uncertain = true;
      this.informal = true;
      this.at += 1;
      return true;
    }
    const rank = this.epithets.length > 0 ? infraspecificRank(word) : undefined;
    if (rank !== undefined && (isSureMark(word) || this.isEpithetAt(1)) && this.takeMarked(rank)) return true;
    if (rank !== undefined && this.openMark !== undefined) return false;
    if (this.epithets.length > 0 && /^spp\.?$/u.test(word) && this.isEpithetAt(1) && this.takeMarked('subspecies'))
      return true;
    if (this.epithets.length === 0 && this.isMicrobe(word)) {
      this.informal = true;
      this.openMark = word;
      return false;
    }
    if (STRAIN.test(word) && this.at + 1 < this.words.length) {
      this.informal = true;
      return false;
    }
    const open =
      isIndeterminate(word) ||
      (/^(?:n|gen)\.?$/u.test(word) && isIndeterminate(this.word(1))) ||
      (infraspecificRank(word) !== undefined && this.at + 1 >= this.words.length);
    if (this.epithets.length === 0 && open) {
      this.informal = true;
      this.openMark = 'sp.';
      return false;
    }
    const isOfSpecies = /^sp(?:ecies|\.)?$/u.test(word) && AGGREGATE.test(this.word(1));
    if (this.epithets.length > 0 && (AGGREGATE.test(word) || isOfSpecies)) {
      this.rank = 'species aggregate';
      this.at += isOfSpecies ? 2 : 1;
      return true;
    }
    if (/^hybrids?$/u.test(word) && this.at + 1 === this.words.length) {
      this.informal = true;
      if (this.epithets.length === 0) this.openMark = 'sp.';
      return false;
    }
    // "Aus bus smith, 1900"
    if (this.epithets.length === 1 && !this.oneCase && /^\p{Ll}{3,},$/u.test(word) && YEAR.test(this.word(1))) {
      this.smallAuthor = true;
      return false;
    }
    const isOneMore = this.epithets.length === 2 && !this.oneCase && this.epithets[1]?.marked === false;
    if ((this.epithets.length < 2 || isOneMore) && (this.isEpithetAt(0) || isOddBinominal(this.genus, word))) {
      this.push(word, false, false);
      return !/[,;]$/u.test(word) || infraspecificRank(this.word(0)) !== undefined;
    }
    if (this.epithets.length === 0 && /^\p{Ll}{5,}\.$/u.test(word) && infraspecificRank(word) === undefined) {
      this.uncertain = true;
      this.push(word.slice(0, -1), false, false);
      return false;
    }
    return this.skipAuthors();
  }

  /** "Acidimicrobiales bacterium JGI 01": a culture without a name. */
  private isMicrobe(word: string): boolean {
    return /^(?:cyano)?bacterium$|^archaeon$|^(?:endo)?symbiont$/u.test(word) && !/^\p{Lu}\p{Ll}/u.test(this.word(1));
  }

  private push(word: string, hybrid: boolean, marked: boolean): void {
    const text = word
      .toLowerCase()
      .replaceAll(/^×|[,;]$/gu, '')
      .replace(/^st\.-/u, 'st-')
      .replace(/^(\d+)\./u, '$1-');
    const epithet = { text, hybrid, marked, qualifier: this.qualifier };
    if (this.epithets.length === 2) this.epithets[1] = epithet;
    else this.epithets.push(epithet);
    this.qualifier = undefined;
    this.at += 1;
  }

  private takeHybrid(word: string): boolean {
    if (word !== '×' && isEpithetShape(word.slice(1))) {
      this.push(word, true, false);
      return true;
    }
    if (word === '×' && this.epithets.length === 0 && isEpithetShape(this.word(1))) {
      this.at += 1;
      this.push(this.word(0), true, false);
      return true;
    }
    this.formulaAt = this.at;
    return false;
  }

  /** A mark of rank and its epithet; a mark without one leaves the name open. */
  private takeMarked(rank: string): boolean {
    const hybrid = this.word(1) === '×' || /^n(?:otho|var|ssp|subsp|f\.)/iu.test(this.word(0));
    const skipped = /^(?:×|n\.|\p{Script=Greek}\.?|ß\.?)$/u.test(this.word(1)) && isEpithetShape(this.word(2));
    const offset = skipped ? 2 : 1;
    const next = this.word(offset).replaceAll(/^×|[,;]$/gu, '');
    // "subsp. cf. alpina"
    if (isQualifier(next) && this.isEpithetAt(offset + 1)) {
      this.qualifier = `${this.word(0)} ${next.toLowerCase()}`;
      this.uncertain = true;
      this.informal = true;
      this.rank = rank;
      this.at += offset + 1;
      this.push(this.word(0), false, false);
      return true;
    }
    if (isEpithet(next, this.words[this.at + offset + 1]) && !(this.oneCase && isConnective(next))) {
      this.rank = rank;
      this.at += offset;
      this.push(this.word(0), hybrid || this.word(0).startsWith('×'), true);
      return true;
    }
    const open =
      next === '' ||
      (/^\p{Lu}$/u.test(next) && this.at + 2 === this.words.length) ||
      /^[\p{Ll}\p{Script=Greek}ß\d]{1,2}[.)]?$/u.test(next) ||
      isIndeterminate(next);
    if (!open || /^f\.?$|^m\.?$/u.test(this.word(0))) return false;
    this.informal = true;
    this.rank = rank;
    this.openMark = this.word(0);
    return false;
  }

  private isEpithetAt(offset: number): boolean {
    const word = this.word(offset);
    const plain = word.replace(/[,;]$/u, '');
    const next = this.words[this.at + offset + 1];
    if (!isEpithet(plain, next)) return false;
    const hinted = [this.hints.specificEpithet, this.hints.infraspecificEpithet];
    if (hinted.some((hint) => same(plain, hint))) return true;
    if (!this.oneCase) return true;
    if (/[,;]$/u.test(word) || /^(?:\(?1[5-9]|20)\d\d|^(?:ex|et|&|in|de|and)$/u.test(next ?? '')) return false;
    if (this.epithets.length === 0) return true;
    return hinted.every((hint) => hint === undefined) && endsAsEpithet(plain);
  }

  /** Authors may stand between species and variety: "Hieracium brachiatum Bertol. ssp. villarsii". */
  private skipAuthors(): boolean {
    if (this.epithets.length === 0) return false;
    for (let index = this.at + 1; index < this.words.length; index += 1) {
      const word = this.words[index] ?? '';
      if (word.startsWith('×') || word.startsWith('[')) return false;
      const rank = infraspecificRank(word);
      if (rank === undefined || !isSureMark(word)) continue;
      const next = this.words[index + 1] ?? '';
      const son =
        /^f\.?$/iu.test(word) &&
        (isConnective(next) || isAuthorParticle(next) || !isEpithetShape(next.replace(/^×/u, '')));
      const open = word !== 'm.' && this.words[index - 1] !== 'orth.' && !son && index + 1 >= this.words.length;
      if (
        son ||
        (!open &&
          !isEpithet(next.replaceAll(/^×|[,;]$/gu, ''), this.words[index + 2]) &&
          !/^[\p{Ll}ßα-ω]\.?$/u.test(next))
      )
        continue;
      this.at = index;
      return true;
    }
    return false;
  }

  private parts(): ReadParts {
    const rest = this.words.slice(this.at).join(' ');
    const sign = rest.indexOf('× ');
    const formulaAt = this.formulaAt ?? (sign >= 0 && !this.informal ? this.at : undefined);
    const formula = formulaAt === undefined ? undefined : rest.slice(rest.indexOf('×') + 1).trim();
    const unread = this.informal && this.epithets.every(({ qualifier }) => qualifier === undefined);
    const authors = unread ? '' : this.oneCase || this.smallAuthor ? authorsInPrint(rest) : rest;
    return {
      genus: this.genus,
      genericHybrid: this.genericHybrid,
      graft: this.graft,
      candidatus: this.text.candidatus,
      infrageneric: this.infrageneric,
      infragenericMarked: this.infragenericMarked,
      epithets: this.epithets,
      rank: this.rank,
      informal: this.informal,
      openMark: this.openMark,
      uncertain: this.uncertain,
      cultivar: this.text.cultivar,
      cultivarGroup: this.text.cultivarGroup,
      authors,
      formula,
    };
  }
}

function same(word: string, hint: string | undefined): boolean {
  return hint !== undefined && word.toLowerCase() === hint.toLowerCase();
}
