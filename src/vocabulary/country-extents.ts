/** What a name covered in some years: the countries of today in which a place under that name may lie. */
export interface CountryExtent {
  /** First and last year, inclusive; absent where open. */
  readonly begin?: number;
  readonly end?: number;
  /** ISO 3166-1 alpha-2. One only where the name then meant that country and no other. */
  readonly possible: readonly string[];
}

/** How names of countries and former states are written that covered something else in other years. */
interface ChangingName {
  /** The country of today (ISO 3166-1 alpha-2), or the first name of a state in HISTORIC_STATES. */
  readonly of: string;
  /** Parts of the names in small letters, a part of a regular expression: wherever it is written one of them is in it. */
  readonly written: string;
  /** In years that none of them covers the name means what it means without a year. */
  readonly extents: readonly CountryExtent[];
}

/** `1871-1918 DE PL; 1919- DE`. */
function changing(of: string, written: string, extents: string): ChangingName {
  return {
    of,
    written,
    extents: extents.split('; ').map((extent): CountryExtent => {
      const [years = '', ...possible] = extent.split(' ');
      const [begin = '', end = ''] = years.split('-');
      return {
        ...(begin === '' ? {} : { begin: Number(begin) }),
        ...(end === '' ? {} : { end: Number(end) }),
        possible,
      };
    }),
  };
}

/**
 * Names whose extent changed so much that places under them lie in other countries today. General knowledge of borders; a change
 * within a year counts for the whole year, and where it is disputed or gradual, all countries are possible. Small cessions are left out.
 */
export const CHANGING_NAMES: readonly ChangingName[] = [
  changing(
    'DE',
    'german|deutsch|allemagn|alemani|alemanh|duitsland|tyskland|niemcy',
    '-1866 DE AT CZ PL LU LI SI IT FR DK; 1867-1919 DE PL FR RU LT DK BE CZ; 1920-1937 DE PL RU; 1938-1945 DE PL RU AT CZ FR LU LT',
  ),
  changing(
    'AT',
    'austria|österreich|oesterreich|osterreich|autrich|oostenrijk|österrike',
    '-1918 AT CZ SK HU PL UA SI HR IT RO BA RS ME; 1938-1945 AT CZ',
  ),
  changing(
    'HU',
    'hungar|ungarn|hongri|magyar|ungheria|hungri',
    '-1920 HU SK RO RS HR AT UA SI; 1938-1945 HU SK RO RS UA',
  ),
  changing(
    'PL',
    'poland|polen|pologne|polska|poloni',
    '-1795 PL UA BY LT LV RU; 1796-1917 PL LT UA; 1918-1945 PL UA BY LT',
  ),
  changing(
    'TR',
    'turkey|türkei|tuerkei|turkei|turqui|türkiye|turchia',
    '-1830 TR GR BG MK AL RS ME BA XK RO IQ SY LB IL PS JO SA YE EG CY LY TN; 1831-1911 TR GR BG MK AL RS XK IQ SY LB IL PS JO SA YE EG CY LY; 1912-1922 TR GR BG IQ SY LB IL PS JO SA YE',
  ),
  changing('RO', 'roumani|rumani|romania|rumäni|rumänien', '1918-1940 RO MD UA BG; 1941-1944 RO MD UA'),
  changing('IT', 'italy|italia|italien|italie', '1919-1947 IT SI HR'),
  changing('IN', 'india|indien|inde', '1757-1885 IN PK BD; 1886-1937 IN PK BD MM; 1938-1947 IN PK BD'),
  changing('british india', 'brit', '1757-1885 IN PK BD; 1886-1937 IN PK BD MM; 1938-1947 IN PK BD'),
  changing('PK', 'pakistan', '1947-1971 PK BD'),
  changing('CN', 'china|chine|cina', '1683-1895 CN TW MN; 1896-1945 CN MN'),
  changing('JP', 'japan|japon|giappone', '1895-1909 JP TW; 1910-1945 JP TW KR KP'),
  changing('MY', 'malaysia|malaisie', '1963-1965 MY SG'),
  changing('ID', 'indonesi', '1976-1999 ID TL'),
  changing('ET', 'ethiopi|äthiopien|aethiopien|éthiopie|etiop', '1952-1993 ET ER'),
  changing('SD', 'sudan|soudan', '-2011 SD SS'),
  changing(
    'RU',
    'russia|russland|rußland|russie|rusia|росси',
    '-1917 RU UA BY MD EE LV LT FI PL GE AM AZ KZ UZ TM KG TJ US',
  ),
  changing('CO', 'colombi|kolumbien', '1831-1903 CO PA'),
  changing('MX', 'mexi|méxi', '-1848 MX US'),
  changing('PE', 'peru|perú|pérou', '-1883 PE CL'),
  changing('BO', 'bolivi', '-1884 BO CL; 1885-1938 BO PY BR'),
  changing('EC', 'ecuador|equat|équat', '1830-1942 EC PE'),
  changing('IE', 'ireland|irland|éire|eire|ierland', '-1921 IE GB'),
  changing('GB', 'united kingdom|royaume|königreich', '1801-1922 GB IE'),
  changing('DK', 'denmark|dänemark|danemark|danmark|dinamarca', '-1864 DK DE'),
  changing('SE', 'sweden|schweden|suède|sverige|suecia', '-1809 SE FI'),
  changing('NL', 'netherland|holland|niederland|pays-bas|nederland', '1815-1830 NL BE LU'),
  changing('RS', 'serbi|srbij', '1992-2007 RS XK'),
  changing('siam', 'siam', '1909- TH'),
  changing('congo', 'congo|kongo', '1971-1997 CG; 1998- CD CG'),
  changing('rhodesia', 'rhodesi', '1964- ZW'),
  changing('ussr', 'soviet|sowjet|u\\.? ?s\\.? ?s\\.? ?r|urss|cccp', '1922-1939 RU UA BY GE AM AZ KZ UZ TM KG TJ'),
  changing('yugoslavia', 'yugoslav|jugoslav|jugoslaw|yougoslav', '1918-1991 RS HR SI BA MK ME XK; 1992-2003 RS ME XK'),
  changing('czechoslovakia', 'czech|tschech|česk|cesk|tchéco', '1918-1939 CZ SK UA; 1940- CZ SK'),
  changing('straits settlements', 'strait', '1826-1885 MY SG'),
  changing('abyssinia', 'abyssini|abessini', '1890- ET'),
  changing('palestine', 'palestin|palästin', '1949-1987 PS IL; 1988- PS'),
];

/** One of these is in whatever is written where the year tells what is meant: for a regular expression over small letters. */
export const CHANGING_NAME = CHANGING_NAMES.map(({ written }) => written).join('|');

const byName = new Map(
  CHANGING_NAMES.map(({ of, written, extents }) => [of, { pattern: new RegExp(written, 'iu'), extents }]),
);

/**
 * What a name covered in the years `begin` to `end` (inclusive): `of` is what it stands for (a code of today, or the first name of a
 * former state), `text` the name as written. Empty where it covered what it does without a year.
 */
export function findExtents(
  { of, text }: { readonly of: string; readonly text: string },
  { begin, end }: { readonly begin: number; readonly end: number },
): readonly CountryExtent[] {
  const name = byName.get(of);
  if (name === undefined || !name.pattern.test(text)) return [];
  return name.extents.filter((extent) => (extent.begin ?? -Infinity) <= end && (extent.end ?? Infinity) >= begin);
}
