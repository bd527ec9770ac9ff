import { parseDateSpan } from '../model/day.ts';
import type { ExpeditionDeclaration } from '../model/expedition.ts';
import { hashKey } from '../model/key.ts';
import type { Span } from '../model/span.ts';
import { foldName } from './name-fold.ts';

/** An expedition, declared or only named, and the names that are its own. */
export interface NamedExpedition {
  readonly key: string;
  readonly label: string;
  /** As records or declarations write it, without the label. */
  readonly otherNames: readonly string[];
  /** Days, where they are declared or stand in the name. */
  readonly span: Span | undefined;
  readonly declaration: ExpeditionDeclaration | undefined;
}

interface FoldedExpedition {
  /** The words without years and articles. */
  readonly words: string;
  readonly years: Span | undefined;
}

const YEARS = /\(?\b(1[4-9]\d\d|20\d\d)(?:\s*[-–—/]\s*(1[4-9]\d\d|20\d\d|\d\d))?\b\)?/u;
const ARTICLES = /^(?:the|die|der|das|la|le|les|el) /u;
const SHIP = /^(?:h ?m ?s|hms|r ?v|rv|s ?s|ss|u ?s ?s|uss|r ?r ?s|fs|f ?s) /u;

/** A name without its years: "Voyage of the Endeavour, 1768–1771" → voyage of the endeavour, 1768 to 1771. */
export function foldExpedition(name: string): FoldedExpedition {
  const found = YEARS.exec(name);
  const words = foldName(found === null ? name : name.replace(found[0], ' '))
    .replace(ARTICLES, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const [, first, last] = found ?? [];
  if (first === undefined) return { words, years: undefined };
  const end = last === undefined ? first : last.length === 2 ? first.slice(0, 2) + last : last;
  const [from, to] = [parseDateSpan(first), parseDateSpan(end)];
  return { words, years: from === undefined || to === undefined ? undefined : { begin: from.begin, end: to.end } };
}

/** The days of a declaration; open ends are the other's year. */
export function spanOf({ begin, end }: Pick<ExpeditionDeclaration, 'begin' | 'end'>): Span | undefined {
  const [from, to] = [begin ?? end, end ?? begin].map((text) => (text === undefined ? undefined : parseDateSpan(text)));
  return from === undefined || to === undefined ? undefined : { begin: from.begin, end: to.end };
}

/** Which expedition is meant by a name on a record. */
export class ExpeditionNames {
  readonly expeditions: readonly NamedExpedition[];
  readonly #byWords = new Map<string, NamedExpedition[]>();
  readonly #byShip = new Map<string, NamedExpedition[]>();

  /** Of declarations, and of names that stand on records. Two declarations with a name in common are one expedition. */
  constructor(declarations: readonly ExpeditionDeclaration[], stated: readonly string[]) {
    const expeditions: NamedExpedition[] = [];
    for (const declaration of unite(declarations)) {
      const expedition: NamedExpedition = {
        key: keyOf(foldExpedition(declaration.name)),
        label: declaration.name,
        otherNames: declaration.otherNames,
        span: spanOf(declaration) ?? foldExpedition(declaration.name).years,
        declaration,
      };
      expeditions.push(expedition);
      for (const name of [declaration.name, ...declaration.otherNames])
        add(this.#byWords, foldExpedition(name).words, expedition);
      for (const ship of declaration.ships) add(this.#byShip, shipOf(ship), expedition);
    }
    // Names with years come first, so that one without them can be one of these.
    const folded = stated.map((name) => ({ name, ...foldExpedition(name) }));
    for (const { name, words, years } of folded.toSorted(
      (a, b) => Number(a.years === undefined) - Number(b.years === undefined) || (a.name < b.name ? -1 : 1),
    )) {
      if (words === '' || this.find(name) !== undefined) continue;
      const expedition: NamedExpedition = {
        key: keyOf({ words, years }),
        label: name,
        otherNames: [],
        span: years,
        declaration: undefined,
      };
      expeditions.push(expedition);
      add(this.#byWords, words, expedition);
    }
    this.expeditions = expeditions;
  }

  /** The one expedition that the name can be: by its words, where the years do not contradict; else by its ship. */
  find(name: string): NamedExpedition | undefined {
    const { words, years } = foldExpedition(name);
    const fits = ({ span }: NamedExpedition) =>
      years === undefined || span === undefined || (years.begin <= span.end && span.begin <= years.end);
    const named = (this.#byWords.get(words) ?? []).filter(fits);
    if (named.length > 0) {
      const same = named.filter(({ span }) => span?.begin === years?.begin && span?.end === years?.end);
      const meant = same.length > 0 ? same : named;
      return meant.length === 1 ? meant[0] : undefined;
    }
    const ships = (this.#byShip.get(shipOf(name)) ?? []).filter(fits);
    return ships.length === 1 ? ships[0] : undefined;
  }
}

function shipOf(name: string): string {
  return foldExpedition(name).words.replace(SHIP, '');
}

function add(map: Map<string, NamedExpedition[]>, key: string, expedition: NamedExpedition): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [expedition]);
  else if (!known.includes(expedition)) known.push(expedition);
}

function keyOf({ words, years }: FoldedExpedition): string {
  return hashKey(['expedition', words, ...(years === undefined ? [] : [years.begin, years.end])].join('\u001F'));
}

/** Declarations of one expedition together; the first says what is said once. */
function unite(declarations: readonly ExpeditionDeclaration[]): readonly ExpeditionDeclaration[] {
  const united: ExpeditionDeclaration[] = [];
  for (const declaration of declarations) {
    const names = new Set(namesOf(declaration));
    const at = united.findIndex(
      (other) => namesOf(other).some((name) => names.has(name)) && overlap(other, declaration),
    );
    if (at < 0) united.push(declaration);
    else united[at] = together(united[at]!, declaration);
  }
  return united;
}

function namesOf({ name, otherNames }: ExpeditionDeclaration): readonly string[] {
  return [name, ...otherNames].map((own) => foldExpedition(own).words);
}

function overlap(a: ExpeditionDeclaration, b: ExpeditionDeclaration): boolean {
  const [one, other] = [spanOf(a), spanOf(b)];
  return one === undefined || other === undefined || (one.begin <= other.end && other.begin <= one.end);
}

function together(first: ExpeditionDeclaration, second: ExpeditionDeclaration): ExpeditionDeclaration {
  const once = (texts: readonly string[]) => [...new Map(texts.map((text) => [foldName(text), text])).values()];
  const known = new Set(first.people.map(({ name }) => foldName(name)));
  return {
    name: first.name,
    otherNames: once([...first.otherNames, second.name, ...second.otherNames]).filter((name) => name !== first.name),
    begin: first.begin ?? second.begin,
    end: first.end ?? second.end,
    people: [...first.people, ...second.people.filter(({ name }) => !known.has(foldName(name)))],
    ships: once([...first.ships, ...second.ships]),
    places: once([...first.places, ...second.places]),
    description: first.description ?? second.description,
    source: first.source ?? second.source,
  };
}
