import { DIMENSIONS, UNITS, type Unit } from '../vocabulary/measurement-words.ts';
import { parseNumber } from './number.ts';

/** One measured length, weight, duration … as an object's dimensions state it. */
export interface Dimension {
  /** height, width, depth, length, diameter, weight, duration …; `dimension` where nothing says what was measured. */
  readonly dimension: string;
  /** As it was written: 11 1/2. A duration is in seconds. */
  readonly written: string;
  readonly value: number;
  /** The upper end of a range whose lower end is `value`. */
  readonly maximum?: number;
  readonly unit?: string;
  readonly qualifier?: 'about' | 'at least' | 'at most';
  /** The part of the object that was measured: frame, sheet, "support, each". */
  readonly part?: string;
}

export interface ReadDimensions {
  readonly dimensions: readonly Dimension[];
  /** Whether the same dimensions in another unit, in brackets, say something else. */
  readonly twinDiffers: boolean;
}

type Token =
  | { readonly kind: 'number'; readonly text: string; readonly value: number }
  | { readonly kind: 'word' | 'sign'; readonly text: string };

interface Quantity {
  readonly written: string;
  readonly value: number;
  readonly maximum?: number;
  readonly unit?: Unit;
}

interface Item extends Quantity {
  readonly dimension?: string;
  /** What the label before it says is measured. */
  readonly named: readonly string[];
  readonly part: string;
  readonly qualifier?: Dimension['qualifier'];
}

const FRACTIONS = '½¼¾⅓⅔⅛⅜⅝⅞';
const TOKEN = new RegExp(
  `(?<number>\\d+(?:[.,]\\d+)*(?:[\\s-]+\\d+\\s*[/⁄]\\s*\\d+(?!\\d)|\\s*[/⁄]\\s*(?:2|3|4|5|6|8|10|12|16|32|64)(?!\\d)|\\s?[${FRACTIONS}])?|[${FRACTIONS}])|(?<word>(?:[cm]?m|sq)2(?!\\d)|[\\p{L}²µμ⌀]+(?:['’](?=\\p{L})\\p{L}+)?)|(?<sign>''|’’|[^\\s\\p{L}\\d])`,
  'gu',
);
const PRODUCT_SIGN = /^[x×*]$/iu;
const ABOUT = /^(?:approx|approximately|circa|ca|about|etwa|ungefähr|env|environ|vers|around|~|±)$/iu;
const AT_LEAST = /^(?:over|at least|min|mindestens|>|≥)$/iu;
const AT_MOST = /^(?:under|maximum|max|maximal|<|≤)$/iu;
const FILLER = /^(?:is|are|measures?|each component is|and|und|et|e|y|of|by|weighs?)$/iu;
/** A label before a colon. It holds no measure itself: "support 1:", "Transit Frames x 2 (one for each panel):". */
const LABEL = /^\s*([^:]{1,120}):(?!\d{2}(?!\d))\s*/u;
const NO_LABEL = /^\s*\d+\s*(?:,|$)|\d\s*(?:[x×]\s*\d|(?:mm|cm|m|km|in|ft|kg|g|lbs?|oz|min|sec|s)(?!\p{L})|["″'′])/iu;
/** Words, numbers and signs beyond which a bracket is no twin and no remark. */
const LONGEST_BRACKET = 60;
const IN_ORDER = ['height', 'width', 'depth'] as const;

/**
 * Reads dimensions as museums write them: "support: 394 × 419 mm", "11 1/2 x 9 in. (29.2 x 22.9 cm)", "H. 23 cm; Diam. 5 cm",
 * "6 ft 2 in", "19 min, 29 sec". Two or three numbers that nothing names are height, width and depth in that order. The same dimensions
 * in another unit, in brackets, are checked and left out. Numbers that measure nothing ("1 folder") are left out.
 */
export function parseDimensions(text: string): ReadDimensions {
  const plain = text
    .slice(0, 4000)
    .replace(/\r\n?/gu, '\n')
    .replace(/(\d)[^\S\n]*\n\s*(?=(?:mm|cm|m|km|kg|g|in|ft)\.?(?:\s|$))/gu, '$1 ')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/(\d)\s?x(?=\p{Lu}\s?\d)/gu, '$1 x ')
    .replace(/(?<!\p{L})(?:up to|less than|no more than|bis zu|jusqu'à)(?= \d)/giu, '<')
    .replace(/(?<!\p{L})(?:at least|more than|mehr als|plus de)(?= \d)/giu, '>');
  const dimensions: Dimension[] = [];
  let twinDiffers = false;
  for (const group of plain.split(/\n|;|(?<=[\p{L}\d)]{2})\.\s+(?=\p{Lu})/u)) {
    const reader = new GroupReader(group);
    dimensions.push(...reader.read());
    twinDiffers ||= reader.twinDiffers;
  }
  return { dimensions, twinDiffers };
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].flatMap(({ groups = {} }): readonly Token[] => {
    const { number, word, sign } = groups;
    if (number !== undefined) {
      const decimal = number.replace(/^0,(?=\d)/u, '0.').replace('⁄', '/');
      const value = parseNumber(decimal);
      return [value === undefined ? { kind: 'word', text: number } : { kind: 'number', text: number, value }];
    }
    return [word === undefined ? { kind: 'sign', text: sign ?? '' } : { kind: 'word', text: word }];
  });
}

function dimensionOf(word: string): string | undefined {
  return DIMENSIONS.get(word.toLowerCase());
}

/** Reads what stands between two line breaks or semicolons. */
class GroupReader {
  twinDiffers = false;
  private readonly tokens: readonly Token[];
  private at = 0;
  private part = '';
  /** What the label says is measured: one dimension for all, or one for each number of a product. */
  private named: readonly string[] = [];
  private readonly items: Item[] = [];
  private readonly products: Item[][] = [];
  private words: string[] = [];
  private pending: string | undefined;
  private qualifier: Dimension['qualifier'];

  constructor(group: string | readonly Token[]) {
    if (typeof group !== 'string') {
      this.tokens = group;
      return;
    }
    let rest = group;
    let label = LABEL.exec(rest);
    while (label !== null && /\p{L}|#/u.test(label[1] ?? '') && !NO_LABEL.test(label[1] ?? '')) {
      this.readLabel(label[1] ?? '');
      rest = rest.slice(label[0].length);
      label = LABEL.exec(rest);
    }
    this.tokens = tokensOf(rest);
  }

  /** The first product alone, as it stands. */
  readProduct(): readonly Item[] {
    while (this.at < this.tokens.length) this.step();
    return this.products[0] ?? [];
  }

  read(): readonly Dimension[] {
    while (this.at < this.tokens.length) this.step();
    return this.products.flatMap((product) => this.nameProduct(product));
  }

  private peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead];
  }

  private readLabel(label: string): void {
    const beside = /\(([^()]*)\)/u.exec(label)?.[1] ?? '';
    const names = label
      .replace(/\s*\([^()]*\)/gu, '')
      .trim()
      .split(/\s*[x×*/]\s*|\s+by\s+/iu);
    const dimensions = names.map((name) => dimensionOf(name.replace(/\.$/u, '')));
    if (dimensions.every((dimension) => dimension !== undefined)) {
      this.named = dimensions;
      if (beside !== '' && this.part === '') this.part = beside;
      return;
    }
    const [, before = '', last = ''] = /^(?:(.*)\s)?(\S+)$/u.exec(label.trim()) ?? [];
    const dimension = last.length > 1 ? dimensionOf(last) : undefined;
    const named = (dimension === undefined ? label : before).trim().replace(/^[,.\s]+/u, '');
    this.named = dimension === undefined ? [] : [dimension];
    this.part = this.part === '' || this.items.length > 0 ? named : `${this.part}: ${named}`;
  }

  private step(): void {
    const token = this.peek();
    if (token === undefined) return;
    if (token.kind === 'number') this.readNumber();
    else if (token.text === '(' || token.text === '[') this.readBracket();
    else {
      this.at += 1;
      this.readWord(token.text);
    }
  }

  private readWord(text: string): void {
    if (text === ':') {
      if (this.words.length > 0) this.readLabel(this.words.join(' ').replace(/ ,/gu, ','));
      else if (this.pending !== undefined) this.named = [];
      this.words = [];
      return;
    }
    if (ABOUT.test(text)) this.qualifier = 'about';
    else if (AT_LEAST.test(text)) this.qualifier = 'at least';
    else if (AT_MOST.test(text)) this.qualifier = 'at most';
    else if (dimensionOf(text) !== undefined && this.namesNext(text)) this.pending = dimensionOf(text);
    else if (text === ',' && this.words.length > 0) this.words.push(text);
    else if (/[\p{L}#]/u.test(text) && !FILLER.test(text) && !PRODUCT_SIGN.test(text)) this.words.push(text);
  }

  /** A letter names what is measured only before a number; a word also before a sign or an "of". */
  private namesNext(word: string): boolean {
    let ahead = 0;
    while (/^[.:=]$/u.test(this.peek(ahead)?.text ?? '')) ahead += 1;
    const next = this.peek(ahead);
    return next?.kind === 'number' || (word.length > 1 && (next === undefined || ABOUT.test(next.text)));
  }

  /** A number with its unit, and with what follows in smaller units: 6 ft 2 in, 19 min, 29 sec. */
  private readQuantity(): Quantity | undefined {
    const token = this.peek();
    if (token?.kind !== 'number') return undefined;
    this.at += 1;
    const unit = this.readUnit();
    let quantity: Quantity = {
      written: token.text.trim(),
      value: token.value,
      ...(unit === undefined ? {} : { unit }),
    };
    if (unit === undefined) return quantity;
    let smallest = unit;
    for (;;) {
      const next = this.peek(/^,$/u.test(this.peek()?.text ?? '') && unit.quantity === 'duration' ? 1 : 0);
      const skipped = next === this.peek() ? 0 : 1;
      if (next?.kind !== 'number') break;
      const start = this.at;
      this.at += skipped + 1;
      const smaller = this.readUnit();
      const joins =
        smaller !== undefined &&
        smaller.quantity === unit.quantity &&
        smaller.factor < smallest.factor &&
        (unit.quantity === 'duration' || /^(?:ft|lb)$/u.test(unit.symbol));
      if (!joins) {
        this.at = start;
        break;
      }
      const value = (quantity.value * smallest.factor) / smaller.factor + next.value;
      quantity = {
        written: `${quantity.written} ${smallest.symbol} ${next.text}`,
        value: rounded(value),
        unit: smaller,
      };
      smallest = smaller;
    }
    if (smallest.quantity !== 'duration') return quantity;
    const seconds = quantity.value * smallest.factor;
    return { written: String(seconds), value: seconds, unit: UNITS.get('s') ?? smallest };
  }

  private readUnit(): Unit | undefined {
    const token = this.peek();
    if (token === undefined || token.kind === 'number') return undefined;
    const double = `${token.text} ${this.peek(1)?.text ?? ''}`.toLowerCase();
    const isDieAxis = this.pending === 'die axis' || this.named[0] === 'die axis';
    if (isDieAxis && token.text === 'h') {
      this.at += 1;
      return { symbol: 'h', quantity: 'angle', factor: 30 };
    }
    const unit = UNITS.get(double) ?? UNITS.get(token.text.toLowerCase());
    if (unit === undefined) return undefined;
    const isLength = /^[lt]$/u.test(token.text) && this.isNamedByLetters();
    if (isLength) return undefined;
    this.at += UNITS.has(double) ? 2 : 1;
    if (this.peek()?.text === '.') this.at += 1;
    return unit;
  }

  /** In "30 h x 40 l" the l is no litre. */
  private isNamedByLetters(): boolean {
    return this.tokens.some(({ text }) => /^[hwdb]$/iu.test(text));
  }

  private readNumber(): void {
    const start = this.at;
    const first = this.readQuantity();
    if (first === undefined) return;
    let item: Item = {
      ...first,
      part: this.part,
      named: this.named,
      ...(this.qualifier === undefined ? {} : { qualifier: this.qualifier }),
    };
    if (/^[-–—]$/u.test(this.peek()?.text ?? '') && this.peek(1)?.kind === 'number') {
      this.at += 1;
      const second = this.readQuantity();
      if (second !== undefined) {
        const unit = second.unit ?? first.unit;
        item = {
          ...item,
          written: `${first.written}–${second.written}`,
          maximum: second.value,
          ...(unit === undefined ? {} : { unit }),
        };
      }
    }
    const dimension = this.pending ?? this.dimensionBehind();
    if (this.pending !== undefined) this.dimensionBehind();
    const follows = PRODUCT_SIGN.test(this.peek()?.text ?? '') || /^by$/iu.test(this.peek()?.text ?? '');
    const continues = this.inProduct(start);
    if (item.unit === undefined && dimension === undefined && this.named.length === 0 && !follows && !continues) {
      this.words.push(item.written);
      this.qualifier = undefined;
      return;
    }
    if (!continues) this.startProduct();
    const placed: Item = {
      ...item,
      part: this.part,
      named: this.named,
      ...(dimension === undefined ? {} : { dimension }),
    };
    this.items.push(placed);
    this.products.at(-1)?.push(placed);
    this.pending = undefined;
    this.qualifier = undefined;
    if (follows) this.at += 1;
  }

  private inProduct(start: number): boolean {
    let before = start - 1;
    while (
      /^[(.]$/u.test(this.tokens[before]?.text ?? '') ||
      dimensionOf(this.tokens[before]?.text ?? '') !== undefined
    )
      before -= 1;
    const text = this.tokens[before]?.text ?? '';
    return this.products.length > 0 && before >= 0 && (PRODUCT_SIGN.test(text) || /^by$/iu.test(text));
  }

  /** Words before a number that no colon closes name a new part: "integral base 50 x 940 mm". */
  private startProduct(): void {
    const words = this.words.filter((word) => word !== ',');
    const names = words.filter((word) => dimensionOf(word) === undefined);
    const hasDimension = words.findLast((word) => word.length > 1 && dimensionOf(word) !== undefined);
    if (names.length > 0 && !/^(?:loop|variable|each)$/iu.test(names.join(' '))) this.part = names.join(' ');
    if (this.pending === undefined && hasDimension !== undefined) this.pending = dimensionOf(hasDimension);
    this.words = [];
    this.products.push([]);
  }

  /** "30 cm high", "30 cm (h)", "30cm h". */
  private dimensionBehind(): string | undefined {
    const bracketed = this.peek()?.text === '(' && this.peek(2)?.text === ')';
    const word = this.peek(bracketed ? 1 : 0);
    const dimension = word?.kind === 'word' ? dimensionOf(word.text) : undefined;
    if (dimension === undefined) return undefined;
    const next = this.peek(1);
    const namesNext = !bracketed && (next?.kind === 'number' || /^[:=]$/u.test(next?.text ?? ''));
    if (namesNext) return undefined;
    this.at += bracketed ? 3 : 1;
    return dimension;
  }

  /** A bracket holds the same in another unit, a number that was estimated, or a remark. */
  private readBracket(): void {
    const length = this.tokens
      .slice(this.at, this.at + LONGEST_BRACKET)
      .findIndex(({ text }) => text === ')' || text === ']');
    if (length < 0) {
      this.at += 1;
      return;
    }
    const close = this.at + length;
    const inside = this.tokens.slice(this.at + 1, close);
    const [only] = inside;
    if (inside.length === 1 && only?.kind === 'number' && this.inProduct(this.at)) {
      this.qualifier = 'about';
      this.at += 1;
      this.readNumber();
      this.at += 1;
      const unit = this.readUnit();
      const last = this.products.at(-1)?.pop();
      if (last !== undefined) this.products.at(-1)?.push(unit === undefined ? last : { ...last, unit });
      return;
    }
    this.at = close + 1;
    if (inside.some(({ text }) => ABOUT.test(text)) && !inside.some(({ kind }) => kind === 'number')) {
      const last = this.products.at(-1)?.pop();
      if (last !== undefined) this.products.at(-1)?.push({ ...last, qualifier: 'about' });
    } else if (inside.some(({ kind }) => kind === 'number')) this.compareTwin(inside);
    else if (this.named.length > 1 && this.items.length > 0 && this.part === '' && only?.kind === 'word') {
      const part = inside.map(({ text }) => text).join(' ');
      const product = this.products.pop() ?? [];
      this.products.push(product.map((item) => ({ ...item, part })));
    } else if (this.items.length === 0) this.words.push(`(${inside.map(({ text }) => text).join(' ')})`);
  }

  private compareTwin(inside: readonly Token[]): void {
    const product = this.products.at(-1) ?? [];
    const twins = new GroupReader(inside).readProduct();
    const comparable =
      product.length > 0 &&
      twins.length === product.length &&
      unitOfProduct(twins)?.symbol !== unitOfProduct(product)?.symbol &&
      unitOfProduct(twins)?.quantity === unitOfProduct(product)?.quantity;
    if (!comparable) return;
    this.twinDiffers ||= twins.some((item, index) => !agrees(item, product[index] ?? item, { twins, product }));
  }

  private nameProduct(product: readonly Item[]): readonly Dimension[] {
    const shared = unitOfProduct(product);
    let unnamed = 0;
    return product.map((item, index): Dimension => {
      const unit = item.unit ?? shared ?? this.laterUnit(item);
      const { named } = item;
      const single = named.length === 1 ? named[0] : undefined;
      const qualifier = item.qualifier ?? product[0]?.qualifier;
      const byUnit = dimensionOfUnit(unit);
      const inOrder = product.length === 1 || product.length > 3 ? undefined : IN_ORDER[unnamed];
      const dimension =
        item.dimension ??
        byUnit ??
        (named.length > 1 ? named[index] : undefined) ??
        (single !== undefined && dimensionOfUnit(unit) === undefined && !/^(?:weight|duration)$/u.test(single)
          ? product.length === 1
            ? single
            : inOrder
          : undefined) ??
        (unit === undefined ? single : undefined) ??
        inOrder ??
        'dimension';
      if (item.dimension === undefined) unnamed += 1;
      return {
        dimension,
        written: item.written,
        value: item.value,
        ...(item.maximum === undefined ? {} : { maximum: item.maximum }),
        ...(unit === undefined ? {} : { unit: unit.symbol }),
        ...(qualifier === undefined ? {} : { qualifier }),
        ...(item.part === '' ? {} : { part: item.part }),
      };
    });
  }

  /** "H: 30, W: 40, D: 5 cm": the unit of all stands with the last. */
  private laterUnit(item: Item): Unit | undefined {
    if (item.dimension === undefined && item.named.length === 0) return undefined;
    const later = this.products.flat();
    return later.slice(later.indexOf(item) + 1).find(({ unit }) => unit?.quantity === 'length')?.unit;
  }
}

function unitOfProduct(product: readonly Item[]): Unit | undefined {
  return product.findLast(({ unit }) => unit !== undefined)?.unit;
}

function dimensionOfUnit(unit: Unit | undefined): string | undefined {
  if (unit === undefined || unit.quantity === 'length' || unit.quantity === 'angle') return undefined;
  return unit.quantity === 'mass' ? 'weight' : unit.quantity === 'share' ? undefined : unit.quantity;
}

/** Whether two measures of the same are equal but for rounding: a fiftieth, or one and a half of the last digit. */
function agrees(
  twin: Item,
  item: Item,
  { twins, product }: { readonly twins: readonly Item[]; readonly product: readonly Item[] },
): boolean {
  const left = inBase(twin, twins);
  const right = inBase(item, product);
  const tolerance = Math.max(lastDigit(twin) * inBase({ ...twin, value: 1 }, twins), 0.02 * right);
  return Math.abs(left - right) <= 1.5 * tolerance;
}

function inBase(item: Item, product: readonly Item[]): number {
  return item.value * ((item.unit ?? unitOfProduct(product))?.factor ?? 1);
}

function lastDigit({ written }: Item): number {
  const decimals = /[.,](\d+)$/u.exec(written)?.[1]?.length ?? 0;
  return /[/⁄½¼¾⅓⅔⅛⅜⅝⅞]/u.test(written) ? 0.125 : 10 ** -decimals;
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
