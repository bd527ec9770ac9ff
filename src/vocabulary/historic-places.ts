import { CHANGING_NAMES } from './country-extents.ts';
import { HISTORIC_STATES, type HistoricState } from './historic-states.ts';

/** A state of the past, or a name that lies over several countries of today: a place of its own beside them. */
export interface HistoricPlace {
  /** `Straits Settlements`, `Germany (1867–1919)`. No two have the same. */
  readonly label: string;
  /** Other names. */
  readonly names: readonly string[];
  /** First and last year in which the name held, inclusive; absent where open or not settled. */
  readonly begin?: number;
  readonly end?: number;
  /** The country of today (ISO 3166-1 alpha-2) in which every place of it lies. */
  readonly certain?: string;
  /** All countries in which places of it lie, the certain one included. */
  readonly possible: readonly string[];
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'or', 'in', 'del', 'de', 'la']);
/** Names that capitals and spaces alone do not make readable. */
const WRITTEN: Readonly<Record<string, string>> = {
  ussr: 'USSR',
  'van diemens land': 'Van Diemen’s Land',
  'austria hungary': 'Austria-Hungary',
  'ruanda urundi': 'Ruanda-Urundi',
  transcaspia: 'Transcaspia',
  'ubangi shari': 'Ubangi-Shari',
  'timor dutch': 'Dutch Timor',
  'galicia austria': 'Galicia (Austria)',
  'turkey in asia': 'Turkey in Asia',
};

function titleOf(name: string): string {
  const written = WRITTEN[name];
  if (written !== undefined) return written;
  return name
    .split(' ')
    .map((word, at) => (at > 0 && SMALL_WORDS.has(word) ? word : word.slice(0, 1).toUpperCase() + word.slice(1)))
    .join(' ');
}

/** The label of a former state, or of a name over several countries; undefined for a part of one country without years. */
export function labelOfState({ names, begin, end, certain }: HistoricState): string | undefined {
  if (begin === undefined && end === undefined && certain !== undefined) return undefined;
  return titleOf(names[0] ?? '');
}

/** The label of what a country's name (in English) covered in some years: `Germany (1867–1919)`, `Denmark (until 1864)`. */
export function labelOfExtent(
  name: string,
  { begin, end }: { readonly begin?: number; readonly end?: number },
): string {
  if (begin === undefined) return `${name} (until ${end ?? ''})`;
  return end === undefined ? `${name} (from ${begin})` : `${name} (${begin}–${end})`;
}

let places: ReadonlyMap<string, HistoricPlace> | undefined;

function load(): ReadonlyMap<string, HistoricPlace> {
  if (places !== undefined) return places;
  const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
  const states = HISTORIC_STATES.flatMap((state): HistoricPlace[] => {
    const label = labelOfState(state);
    if (label === undefined) return [];
    const { names, ...rest } = state;
    return [{ ...rest, label, names: names.slice(1).map(titleOf) }];
  });
  const extents = CHANGING_NAMES.filter(({ of }) => /^[A-Z]{2}$/u.test(of)).flatMap(({ of, extents: list }) =>
    list.map((extent): HistoricPlace => {
      const name = english.of(of) ?? of;
      const [only] = extent.possible;
      return {
        ...extent,
        label: labelOfExtent(name, extent),
        names: [],
        ...(extent.possible.length === 1 && only !== undefined ? { certain: only } : {}),
      };
    }),
  );
  places = new Map([...extents, ...states].map((place) => [place.label, place]));
  return places;
}

/** The historic place of a label; undefined where there is none. */
export function findHistoricPlace(label: string): HistoricPlace | undefined {
  return load().get(label);
}

/** All historic places. */
export function listHistoricPlaces(): readonly HistoricPlace[] {
  return [...load().values()];
}
