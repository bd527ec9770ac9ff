import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, formatResult, type Response } from '../../src/quality/assess.ts';
import { readTerms } from '../../src/quality/terms.ts';
import { QUALITY_TESTS } from '../../src/quality/test-list.ts';

const INTERNAL = 'INTERNAL_PREREQUISITES_NOT_MET';
const EXTERNAL = 'EXTERNAL_PREREQUISITES_NOT_MET';

function answer(label: string, record: Readonly<Record<string, unknown>>): Response {
  const response = assess(readTerms(record)).find((candidate) => candidate.label === label);
  if (response === undefined) throw new Error(`no test is called ${label}`);
  return response;
}

/** COMPLIANT and the like for what ran, the status for what could not, the changes for what is proposed. */
function short({ status, result }: Response): unknown {
  if (status === 'RUN_HAS_RESULT') return result;
  return status === 'AMENDED' || status === 'FILLED_IN' ? [status, result] : status;
}

const VALIDATIONS: readonly (readonly [label: string, record: Record<string, unknown>, expected: string])[] = [
  ['VALIDATION_BASISOFRECORD_STANDARD', { basisOfRecord: 'PreservedSpecimen' }, 'COMPLIANT'],
  ['VALIDATION_BASISOFRECORD_STANDARD', { basisOfRecord: 'PreservedSpecimen ' }, 'NOT_COMPLIANT'],
  ['VALIDATION_BASISOFRECORD_STANDARD', { basisOfRecord: 'preserved specimen' }, 'NOT_COMPLIANT'],
  ['VALIDATION_BASISOFRECORD_NOTEMPTY', { basisOfRecord: '\t\u0000 ' }, 'NOT_COMPLIANT'],
  ['VALIDATION_BASISOFRECORD_NOTEMPTY', { basisOfRecord: 'null' }, 'COMPLIANT'],
  ['VALIDATION_CLASS_FOUND', {}, INTERNAL],
  ['VALIDATION_CLASS_FOUND', { class: 'Insecta' }, EXTERNAL],
  ['VALIDATION_COORDINATES_NOTZERO', { decimalLatitude: '0', decimalLongitude: '0.00' }, 'NOT_COMPLIANT'],
  ['VALIDATION_COORDINATES_NOTZERO', { decimalLatitude: 0, decimalLongitude: 8.5 }, 'COMPLIANT'],
  ['VALIDATION_COORDINATES_NOTZERO', { decimalLatitude: '0', decimalLongitude: 'x' }, INTERNAL],
  ['VALIDATION_COORDINATEUNCERTAINTY_INRANGE', { coordinateUncertaintyInMeters: '20037509' }, 'COMPLIANT'],
  ['VALIDATION_COORDINATEUNCERTAINTY_INRANGE', { coordinateUncertaintyInMeters: '0.5' }, 'NOT_COMPLIANT'],
  ['VALIDATION_COORDINATEUNCERTAINTY_INRANGE', { coordinateUncertaintyInMeters: '10 m' }, 'NOT_COMPLIANT'],
  ['VALIDATION_COUNTRYCODE_STANDARD', { countryCode: 'XZ' }, 'COMPLIANT'],
  ['VALIDATION_COUNTRYCODE_STANDARD', { countryCode: 'de' }, 'NOT_COMPLIANT'],
  ['VALIDATION_COUNTRYCODE_STANDARD', { countryCode: 'XK' }, 'NOT_COMPLIANT'],
  ['VALIDATION_COUNTRY_FOUND', { country: 'Wales' }, 'NOT_COMPLIANT'],
  ['VALIDATION_COUNTRY_FOUND', { country: 'Österreich' }, 'COMPLIANT'],
  ['VALIDATION_COUNTRYCOUNTRYCODE_CONSISTENT', { country: 'Austria', countryCode: 'AU' }, 'NOT_COMPLIANT'],
  ['VALIDATION_COUNTRYCOUNTRYCODE_CONSISTENT', { country: 'Autriche', countryCode: 'AT' }, 'COMPLIANT'],
  ['VALIDATION_COUNTRY_NOTEMPTY', { countryCode: 'XZ' }, 'COMPLIANT'],
  [
    'VALIDATION_COORDINATESCOUNTRYCODE_CONSISTENT',
    { decimalLatitude: '48.2', decimalLongitude: '16.4', countryCode: 'AT' },
    'COMPLIANT',
  ],
  [
    'VALIDATION_COORDINATESCOUNTRYCODE_CONSISTENT',
    { decimalLatitude: '48.2', decimalLongitude: '16.4', countryCode: 'PT' },
    'NOT_COMPLIANT',
  ],
  [
    'VALIDATION_COORDINATESCOUNTRYCODE_CONSISTENT',
    { decimalLatitude: '98', decimalLongitude: '16.4', countryCode: 'PT' },
    INTERNAL,
  ],
  ['VALIDATION_DATEIDENTIFIED_INRANGE', { dateIdentified: '1990', eventDate: '1990-05-02' }, 'COMPLIANT'],
  ['VALIDATION_DATEIDENTIFIED_INRANGE', { dateIdentified: '1989', eventDate: '1990-05-02' }, 'NOT_COMPLIANT'],
  ['VALIDATION_DATEIDENTIFIED_INRANGE', { dateIdentified: '1752-12-31' }, 'NOT_COMPLIANT'],
  ['VALIDATION_DATEIDENTIFIED_INRANGE', { dateIdentified: '1990', eventDate: 'May' }, INTERNAL],
  ['VALIDATION_DAY_STANDARD', { day: '31' }, 'COMPLIANT'],
  ['VALIDATION_DAY_STANDARD', { day: '3rd' }, 'NOT_COMPLIANT'],
  ['VALIDATION_DAY_INRANGE', { day: '28' }, 'COMPLIANT'],
  ['VALIDATION_DAY_INRANGE', { day: '30' }, INTERNAL],
  ['VALIDATION_DAY_INRANGE', { day: '31', month: '6' }, 'NOT_COMPLIANT'],
  ['VALIDATION_DAY_INRANGE', { day: '29', month: '2' }, INTERNAL],
  ['VALIDATION_DAY_INRANGE', { day: '29', month: '2', year: '1900' }, 'NOT_COMPLIANT'],
  ['VALIDATION_DAY_INRANGE', { day: '29', month: '2', year: '2000' }, 'COMPLIANT'],
  ['VALIDATION_DAY_INRANGE', { day: '30', month: '2' }, 'NOT_COMPLIANT'],
  ['VALIDATION_DAY_INRANGE', { day: '40' }, 'NOT_COMPLIANT'],
  ['VALIDATION_ENDDAYOFYEAR_INRANGE', { endDayOfYear: '366' }, INTERNAL],
  ['VALIDATION_ENDDAYOFYEAR_INRANGE', { endDayOfYear: '366', eventDate: '1999-12-01/2000-12-31' }, 'COMPLIANT'],
  ['VALIDATION_STARTDAYOFYEAR_INRANGE', { startDayOfYear: '366', eventDate: '1999-12-01/2000-12-31' }, 'NOT_COMPLIANT'],
  ['VALIDATION_STARTDAYOFYEAR_INRANGE', { startDayOfYear: 'x' }, 'NOT_COMPLIANT'],
  ['VALIDATION_EVENTDATE_STANDARD', { eventDate: '1880-05-08/10' }, 'COMPLIANT'],
  ['VALIDATION_EVENTDATE_STANDARD', { eventDate: '1912/15' }, 'NOT_COMPLIANT'],
  ['VALIDATION_EVENTDATE_STANDARD', { eventDate: '1912-03/05' }, 'COMPLIANT'],
  ['VALIDATION_EVENTDATE_STANDARD', { eventDate: '2023-02-29' }, 'NOT_COMPLIANT'],
  ['VALIDATION_EVENTDATE_STANDARD', { eventDate: '1999-05-03T10:61' }, 'NOT_COMPLIANT'],
  ['VALIDATION_EVENTDATE_STANDARD', { eventDate: '1999-12/1999-11' }, 'NOT_COMPLIANT'],
  ['VALIDATION_EVENTDATE_STANDARD', { eventDate: '1999-123' }, 'COMPLIANT'],
  ['VALIDATION_EVENTDATE_INRANGE', { eventDate: '1582-11-15' }, 'COMPLIANT'],
  ['VALIDATION_EVENTDATE_INRANGE', { eventDate: '1582' }, 'NOT_COMPLIANT'],
  ['VALIDATION_EVENTDATE_INRANGE', { eventDate: '9998' }, 'NOT_COMPLIANT'],
  ['VALIDATION_EVENT_CONSISTENT', { eventDate: '1949-09-15T12:34', year: '1949', month: '09', day: '15' }, 'COMPLIANT'],
  ['VALIDATION_EVENT_CONSISTENT', { eventDate: '1949', day: '1' }, 'NOT_COMPLIANT'],
  [
    'VALIDATION_EVENT_CONSISTENT',
    { eventDate: '1949-09-15', startDayOfYear: '258', endDayOfYear: '259' },
    'NOT_COMPLIANT',
  ],
  ['VALIDATION_EVENT_CONSISTENT', { eventDate: '1949' }, INTERNAL],
  ['VALIDATION_GEODETICDATUM_STANDARD', { geodeticDatum: 'EPSG:32632' }, 'NOT_COMPLIANT'],
  ['VALIDATION_GEODETICDATUM_STANDARD', { geodeticDatum: 'not recorded' }, 'COMPLIANT'],
  ['VALIDATION_LICENSE_STANDARD', { license: 'https://creativecommons.org/licenses/by/4.0/' }, 'COMPLIANT'],
  ['VALIDATION_LICENSE_STANDARD', { license: 'https://creativecommons.org/licenses/by/3.0/' }, 'NOT_COMPLIANT'],
  [
    'VALIDATION_LICENSE_STANDARD',
    { license: 'http://creativecommons.org/publicdomain/zero/1.0/legalcode.de' },
    'COMPLIANT',
  ],
  ['VALIDATION_MINDEPTH_INRANGE', { minimumDepthInMeters: '-1' }, INTERNAL],
  ['VALIDATION_MINDEPTH_LESSTHAN_MAXDEPTH', { minimumDepthInMeters: '5', maximumDepthInMeters: '4' }, 'NOT_COMPLIANT'],
  ['VALIDATION_MINELEVATION_INRANGE', { minimumElevationInMeters: '-430' }, 'COMPLIANT'],
  ['VALIDATION_MAXELEVATION_INRANGE', { maximumElevationInMeters: '8851' }, 'NOT_COMPLIANT'],
  [
    'VALIDATION_MINELEVATION_LESSTHAN_MAXELEVATION',
    { minimumElevationInMeters: '-9', maximumElevationInMeters: '-8' },
    'COMPLIANT',
  ],
  ['VALIDATION_MONTH_STANDARD', { month: '12' }, 'COMPLIANT'],
  ['VALIDATION_MONTH_STANDARD', { month: 'XII' }, 'NOT_COMPLIANT'],
  [
    'VALIDATION_POLYNOMIAL_CONSISTENT',
    { scientificName: 'Rosa canina var. alba Smith', specificEpithet: 'canina', infraspecificEpithet: 'alba' },
    'COMPLIANT',
  ],
  [
    'VALIDATION_POLYNOMIAL_CONSISTENT',
    { scientificName: 'Rosa canina L.', infraspecificEpithet: 'alba' },
    'NOT_COMPLIANT',
  ],
  ['VALIDATION_SCIENTIFICNAMEID_COMPLETE', { scientificNameID: 'gbif:8102122' }, 'COMPLIANT'],
  ['VALIDATION_SCIENTIFICNAMEID_COMPLETE', { scientificNameID: 'urn:lsid:ipni.org:names' }, 'NOT_COMPLIANT'],
  ['VALIDATION_SCIENTIFICNAMEID_COMPLETE', { scientificNameID: 'https://www.ipni.org/' }, 'NOT_COMPLIANT'],
  ['VALIDATION_SCIENTIFICNAMEID_COMPLETE', { scientificNameID: 'https://www.ipni.org/n/1-1' }, 'COMPLIANT'],
  ['VALIDATION_TYPESTATUS_STANDARD', { typeStatus: 'Holotype of Aus bus | Paratype' }, 'COMPLIANT'],
  ['VALIDATION_TYPESTATUS_STANDARD', { typeStatus: 'Holotype | type?' }, 'NOT_COMPLIANT'],
  ['VALIDATION_YEAR_INRANGE', { year: '1581' }, 'NOT_COMPLIANT'],
  ['VALIDATION_YEAR_INRANGE', { year: '1950s' }, INTERNAL],
  ['ISSUE_DATAGENERALIZATIONS_NOTEMPTY', { dataGeneralizations: 'grid' }, 'POTENTIAL_ISSUE'],
  ['ISSUE_ESTABLISHMENTMEANS_NOTEMPTY', {}, 'NOT_ISSUE'],
  ['MEASURE_EVENTDATE_DURATIONINSECONDS', { eventDate: '1880-05-08/10' }, '259200'],
  ['MEASURE_EVENTDATE_DURATIONINSECONDS', { eventDate: '2000' }, String(366 * 86_400)],
];

test.each(VALIDATIONS)('%s %j is %s', (label, record, expected) => {
  expect(short(answer(label, record))).toBe(expected);
});

const NOT = 'NOT_AMENDED';
const AMENDMENTS: readonly (readonly [
  label: string,
  record: Record<string, unknown>,
  expected: string | Readonly<Record<string, string>>,
])[] = [
  [
    'AMENDMENT_BASISOFRECORD_STANDARDIZED',
    { basisOfRecord: 'Preserved specimens' },
    { basisOfRecord: 'PreservedSpecimen' },
  ],
  ['AMENDMENT_BASISOFRECORD_STANDARDIZED', { basisOfRecord: 'Specimen' }, NOT],
  ['AMENDMENT_DCTYPE_STANDARDIZED', { 'dc:type': 'http://purl.org/dc/dcmitype/StillImage' }, { type: 'StillImage' }],
  ['AMENDMENT_DCTYPE_STANDARDIZED', { 'dc:type': 'Evnet' }, { type: 'Event' }],
  [
    'AMENDMENT_DEGREEOFESTABLISHMENT_STANDARDIZED',
    { degreeOfEstablishment: 'cult.' },
    { degreeOfEstablishment: 'cultivated' },
  ],
  ['AMENDMENT_ESTABLISHMENTMEANS_STANDARDIZED', { establishmentMeans: 'garden' }, NOT],
  ['AMENDMENT_OCCURRENCESTATUS_STANDARDIZED', { occurrenceStatus: '0' }, { occurrenceStatus: 'absent' }],
  ['AMENDMENT_OCCURRENCESTATUS_ASSUMEDDEFAULT', {}, { occurrenceStatus: 'present' }],
  ['AMENDMENT_OCCURRENCESTATUS_ASSUMEDDEFAULT', { individualCount: '0' }, NOT],
  ['AMENDMENT_SEX_STANDARDIZED', { sex: '♀' }, { sex: 'Female' }],
  ['AMENDMENT_SEX_STANDARDIZED', { sex: 'female ?' }, NOT],
  ['AMENDMENT_SEX_STANDARDIZED', { sex: 'M [= F]' }, NOT],
  [
    'AMENDMENT_ESTABLISHMENTMEANS_STANDARDIZED',
    { establishmentMeans: 'http://rs.tdwg.org/dwcem/values/e003' },
    { establishmentMeans: 'introduced' },
  ],
  ['AMENDMENT_ESTABLISHMENTMEANS_STANDARDIZED', { establishmentMeans: 'Exotic' }, { establishmentMeans: 'introduced' }],
  [
    'AMENDMENT_PATHWAY_STANDARDIZED',
    { pathway: 'Pet/aquarium/terrarium species (including live food for such species)' },
    { pathway: 'pet' },
  ],
  ['AMENDMENT_TYPESTATUS_STANDARDIZED', { typeStatus: 'holotype; paratype' }, NOT],
  ['AMENDMENT_TAXONRANK_STANDARDIZED', { taxonRank: 'ssp.' }, { taxonRank: 'subspecies' }],
  [
    'AMENDMENT_TYPESTATUS_STANDARDIZED',
    { typeStatus: 'paratypus of Aus bus|Holotype' },
    { typeStatus: 'Paratype of Aus bus|Holotype' },
  ],
  [
    'AMENDMENT_LICENSE_STANDARDIZED',
    { license: 'CC-BY 4.0' },
    { license: 'https://creativecommons.org/licenses/by/4.0/legalcode' },
  ],
  ['AMENDMENT_LICENSE_STANDARDIZED', { license: 'CC-BY' }, NOT],
  ['AMENDMENT_COUNTRYCODE_STANDARDIZED', { countryCode: 'DEU' }, { countryCode: 'DE' }],
  ['AMENDMENT_COUNTRYCODE_STANDARDIZED', { countryCode: 'Belgian Congo' }, NOT],
  [
    'AMENDMENT_COUNTRYCODE_FROM_COORDINATES',
    { decimalLatitude: '-25', decimalLongitude: '135' },
    { countryCode: 'AU' },
  ],
  [
    'AMENDMENT_COORDINATES_TRANSPOSED',
    { decimalLatitude: '+25', decimalLongitude: '135', countryCode: 'AU' },
    { decimalLatitude: '-25', decimalLongitude: '135' },
  ],
  [
    'AMENDMENT_COORDINATES_TRANSPOSED',
    { decimalLatitude: '16.4', decimalLongitude: '48.2', countryCode: 'AT' },
    { decimalLatitude: '48.2', decimalLongitude: '16.4' },
  ],
  ['AMENDMENT_COORDINATES_TRANSPOSED', { decimalLatitude: '48.2', decimalLongitude: '16.4', countryCode: 'AT' }, NOT],
  [
    'AMENDMENT_COORDINATES_FROM_VERBATIM',
    { verbatimLatitude: '41 30 S', verbatimLongitude: '71 15 W', verbatimSRS: 'EPSG:4326' },
    { decimalLatitude: '-41.5', decimalLongitude: '-71.25', geodeticDatum: 'EPSG:4326' },
  ],
  ['AMENDMENT_COORDINATES_FROM_VERBATIM', { verbatimCoordinates: '41.5 S 71 W', verbatimSRS: 'EPSG:32719' }, NOT],
  ['AMENDMENT_GEODETICDATUM_STANDARDIZED', { geodeticDatum: 'WGS_84' }, { geodeticDatum: 'EPSG:4326' }],
  ['AMENDMENT_GEODETICDATUM_STANDARDIZED', { geodeticDatum: '4326' }, NOT],
  ['AMENDMENT_GEODETICDATUM_ASSUMEDDEFAULT', {}, { geodeticDatum: 'EPSG:4326' }],
  [
    'AMENDMENT_GEODETICDATUM_ASSUMEDDEFAULT',
    { decimalLatitude: '-30.00', decimalLongitude: '130.00', coordinateUncertaintyInMeters: '50' },
    { geodeticDatum: 'EPSG:4326', coordinateUncertaintyInMeters: '2836' },
  ],
  [
    'AMENDMENT_GEODETICDATUM_ASSUMEDDEFAULT',
    { decimalLatitude: '-19', decimalLongitude: '24', coordinateUncertaintyInMeters: '0.5' },
    { geodeticDatum: 'EPSG:4326' },
  ],
  ['AMENDMENT_DAY_STANDARDIZED', { day: '3rd.' }, { day: '3' }],
  ['AMENDMENT_DAY_STANDARDIZED', { day: '23rd' }, { day: '23' }],
  ['AMENDMENT_DAY_STANDARDIZED', { day: 'X' }, NOT],
  ['AMENDMENT_DAY_STANDARDIZED', { day: '32nd' }, NOT],
  ['AMENDMENT_MONTH_STANDARDIZED', { month: 'IV' }, { month: '4' }],
  ['AMENDMENT_MONTH_STANDARDIZED', { month: 'septembre' }, { month: '9' }],
  ['AMENDMENT_MONTH_STANDARDIZED', { month: 'Ma' }, NOT],
  ['AMENDMENT_EVENTDATE_STANDARDIZED', { eventDate: '2021-28-10' }, { eventDate: '2021-10-28' }],
  ['AMENDMENT_EVENTDATE_STANDARDIZED', { eventDate: '10-28' }, NOT],
  ['AMENDMENT_EVENTDATE_STANDARDIZED', { eventDate: '1880-5' }, NOT],
  ['AMENDMENT_EVENTDATE_STANDARDIZED', { eventDate: '03/04/2020' }, NOT],
  ['AMENDMENT_EVENTDATE_STANDARDIZED', { eventDate: 'c. 1920' }, NOT],
  ['AMENDMENT_EVENTDATE_FROM_VERBATIM', { verbatimEventDate: '28.X.1921' }, { eventDate: '1921-10-28' }],
  ['AMENDMENT_EVENTDATE_FROM_YEARMONTHDAY', { year: '1980', month: '1' }, { eventDate: '1980-01' }],
  ['AMENDMENT_EVENTDATE_FROM_YEARMONTHDAY', { year: '1980', month: 'x', day: '4' }, { eventDate: '1980' }],
  ['AMENDMENT_EVENTDATE_FROM_YEARMONTHDAY', { year: '2024', month: '2', day: '30' }, NOT],
  [
    'AMENDMENT_EVENTDATE_FROM_YEARSTARTDAYOFYEARENDDAYOFYEAR',
    { year: '1901', startDayOfYear: '15', endDayOfYear: '25' },
    { eventDate: '1901-01-15/1901-01-25' },
  ],
  [
    'AMENDMENT_EVENT_FROM_EVENTDATE',
    { eventDate: '2023-01-26', year: '2023' },
    { month: '1', day: '26', startDayOfYear: '26', endDayOfYear: '26' },
  ],
  [
    'AMENDMENT_EVENT_FROM_EVENTDATE',
    { eventDate: '1999-12-30/2000-01-02' },
    { startDayOfYear: '364', endDayOfYear: '2' },
  ],
  ['AMENDMENT_EVENT_FROM_EVENTDATE', { eventDate: '2023', year: '2023' }, NOT],
  [
    'AMENDMENT_MINDEPTHMAXDEPTH_FROM_VERBATIM',
    { verbatimDepth: '10 fathoms' },
    { minimumDepthInMeters: '18.288', maximumDepthInMeters: '18.288' },
  ],
  ['AMENDMENT_MINDEPTHMAXDEPTH_FROM_VERBATIM', { verbatimDepth: '10' }, NOT],
  ['AMENDMENT_MINDEPTHMAXDEPTH_FROM_VERBATIM', { verbatimDepth: '-10 m' }, NOT],
  [
    'AMENDMENT_MINDEPTHMAXDEPTH_FROM_VERBATIM',
    { verbatimDepth: '20 m to 10 m' },
    { minimumDepthInMeters: '10', maximumDepthInMeters: '20' },
  ],
  [
    'AMENDMENT_MINELEVATIONMAXELEVATION_FROM_VERBATIM',
    { verbatimElevation: '100-200 ft' },
    { minimumElevationInMeters: '30.48', maximumElevationInMeters: '60.96' },
  ],
];

test.each(AMENDMENTS)('%s %j proposes %j', (label, record, expected) => {
  const response = answer(label, record);
  expect(response.result ?? response.status).toEqual(expected);
});

describe('all tests', () => {
  test('there are 110, and each answers every record', () => {
    expect(QUALITY_TESTS).toHaveLength(110);
    expect(assess(readTerms({})).map(({ id }) => id)).toEqual(QUALITY_TESTS.map(({ id }) => id));
  });

  test('the measures count the answers of the others', () => {
    const responses = assess(readTerms({ eventDate: '1999', month: 'IV', basisOfRecord: 'fossil' }));
    const counted = (label: string) => responses.find((response) => response.label === label)?.result;
    const ofValidations = responses.filter(({ label }) => label.startsWith('VALIDATION'));
    expect(counted('MEASURE_VALIDATIONTESTS_COMPLIANT')).toBe(
      String(ofValidations.filter(({ result }) => result === 'COMPLIANT').length),
    );
    const sum = ['COMPLIANT', 'NOTCOMPLIANT', 'PREREQUISITESNOTMET'].map((part) =>
      Number(counted(`MEASURE_VALIDATIONTESTS_${part}`)),
    );
    expect(sum.reduce((one, other) => one + other)).toBe(ofValidations.length);
    // basisOfRecord, month, the parts of the date, the datum and the occurrence status.
    expect(counted('MEASURE_AMENDMENTS_PROPOSED')).toBe('5');
  });

  test('a result is spelled as the standard spells it', () => {
    expect(formatResult({ month: '1', license: 'x' })).toBe('dwc:month="1", dcterms:license="x"');
    expect(formatResult(null)).toBe('');
  });

  const terms = [
    'eventDate',
    'month',
    'day',
    'year',
    'countryCode',
    'country',
    'decimalLatitude',
    'decimalLongitude',
    'typeStatus',
    'license',
    'scientificName',
    'genericName',
    'verbatimDepth',
    'verbatimCoordinates',
    'geodeticDatum',
    'sex',
    'scientificNameID',
  ];
  const record = fc.dictionary(
    fc.constantFrom(...terms),
    fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        '1999-01-05',
        '5',
        '-3.5',
        'holotype|x',
        "12°5'N 3°W",
        'Rosa × alba',
        'AU',
        '99999999999999999999',
      ),
    ),
  );

  test('nothing throws, and no amendment proposes an empty value', () => {
    fc.assert(
      fc.property(record, (values) => {
        for (const { status, result } of assess(readTerms(values))) {
          const isProposed = status === 'AMENDED' || status === 'FILLED_IN';
          expect(isProposed).toBe(typeof result === 'object' && result !== null);
          if (isProposed) for (const value of Object.values(result ?? {})) expect(value).not.toBe('');
        }
      }),
      { seed: 8, numRuns: 150 },
    );
  });

  test('what a standardisation proposes, the validation of the same term accepts', () => {
    const pairs = [
      'BASISOFRECORD',
      'DCTYPE',
      'ESTABLISHMENTMEANS',
      'OCCURRENCESTATUS',
      'SEX',
      'TAXONRANK',
      'TYPESTATUS',
      'LICENSE',
      'COUNTRYCODE',
      'GEODETICDATUM',
      'EVENTDATE',
      'DAY',
      'MONTH',
    ];
    const words = [
      'fossil',
      'Human obs',
      'image',
      'IMAGE',
      'naitve',
      'vag.',
      '1',
      'Present',
      'f',
      'männlich',
      'sp.',
      'fam',
      'Holo.',
      'isotypus',
      'cc0',
      'usa',
      'WGS 84',
      '5 May 1911',
      '12th',
      'iv',
    ];
    const names: Readonly<Record<string, string>> = {
      DCTYPE: 'type',
      BASISOFRECORD: 'basisOfRecord',
      ESTABLISHMENTMEANS: 'establishmentMeans',
      OCCURRENCESTATUS: 'occurrenceStatus',
      TAXONRANK: 'taxonRank',
      TYPESTATUS: 'typeStatus',
      COUNTRYCODE: 'countryCode',
      GEODETICDATUM: 'geodeticDatum',
      EVENTDATE: 'eventDate',
    };
    let proposed = 0;
    for (const pair of pairs) {
      for (const word of words) {
        const term = names[pair] ?? pair.toLowerCase();
        const { status, result } = answer(`AMENDMENT_${pair}_STANDARDIZED`, { [term]: word });
        if (status !== 'AMENDED') continue;
        proposed += 1;
        const validation = answer(`VALIDATION_${pair}_STANDARD`, result as Record<string, string>);
        expect([pair, word, validation.result]).toEqual([pair, word, 'COMPLIANT']);
      }
    }
    expect(proposed).toBeGreaterThan(18);
  });
});
