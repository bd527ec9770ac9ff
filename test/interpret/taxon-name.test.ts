import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interpretScientificName } from '../../src/interpret/scientific-name.ts';
import { parseAuthorship } from '../../src/interpret/taxon-authorship.ts';

describe('interpretScientificName', () => {
  test.each<[string, string, string | null, string | null, string | null]>([
    // names by rank and code
    ['Aus bus subsp. cus (L.) Mill.', 'parsed', 'Aus bus subsp. cus', 'subspecies', 'botanical'],
    ['Aus bus L. subvar. cus Hackel', 'parsed', 'Aus bus subvar. cus', 'subvariety', 'botanical'],
    ['Aus bus ssp. cus var. dus Naeg. & Peter', 'parsed', 'Aus bus var. dus', 'variety', 'botanical'],
    ['Aus bus cus Smith, 1900', 'parsed', 'Aus bus cus', 'subspecies', 'zoological'],
    ['Aus bus cus', 'parsed', 'Aus bus cus', 'infraspecific name', null],
    ['Aus (Xus) bus (Smith, 1900)', 'parsed', 'Aus bus', 'species', 'zoological'],
    ['Aus bus ab. affinis Fisch.', 'parsed', 'Aus bus ab. affinis', 'aberration', 'zoological'],
    ['Aus bus pv. cus (Ark, 1939) Young, 1978', 'parsed', 'Aus bus pv. cus', 'pathovar', 'bacterial'],
    ['Aus bus f. sp. cus Erikss.', 'parsed', 'Aus bus f. sp. cus', 'forma specialis', 'botanical'],
    ['Aus sect. Ovales Kunth', 'parsed', 'Aus sect. Ovales', 'section', 'botanical'],
    ['Aus (Adans.) Kuntze subg. Xus', 'parsed', 'Aus subgen. Xus', 'subgenus', null],
    ['Arrhoges (Antarctohoges)', 'parsed', 'Arrhoges (Antarctohoges)', 'subgenus', null],
    ['Poaceae supertrib. Arundinarodae L.Liu', 'parsed', 'Arundinarodae', 'supertribe', null],
    ['Woodsiaceae (Hooker) Herter', 'parsed', 'Woodsiaceae', 'family', 'botanical'],
    ['Candidatus Aus bus', 'parsed', 'Aus bus', 'species', 'bacterial'],
    ['Aus bus species complex', 'parsed', 'Aus bus', 'species aggregate', null],
    // epithets of unusual form
    ["Aus d'urvilleana de Vriese", 'parsed', "Aus d'urvilleana", 'species', null],
    ['Aus 2-punctata Linnaeus, 1758', 'parsed', 'Aus 2-punctata', 'species', 'zoological'],
    ['Aus v-flava Haworth, 1828', 'parsed', 'Aus v-flava', 'species', 'zoological'],
    ['Aus st.-johnii Krajina', 'parsed', 'Aus st-johnii', 'species', null],
    ['Ruteloryctes bis Dechambre, 2006', 'parsed', 'Ruteloryctes bis', 'species', 'zoological'],
    // hybrids and cultivars
    ['×Aus ×bus ×cus Daniel', 'parsed', '×Aus × bus × cus', 'infraspecific name', 'botanical'],
    ['XAus bus', 'parsed', '×Aus bus', 'species', 'botanical'],
    ['Aus x bus nothosubsp. cus', 'parsed', 'Aus × bus nothosubsp. cus', 'subspecies', 'botanical'],
    ['Aus bus × Aus cus', 'unparsable', null, null, 'botanical'],
    ["Aus 'Kentish Belle'", 'parsed', "Aus 'Kentish Belle'", 'cultivar', 'cultivars'],
    ['Aus bus Mishmiense Group', 'parsed', 'Aus bus Mishmiense Group', 'cultivar group', 'cultivars'],
    // open names
    ['Aus sp. 1', 'informal', 'Aus sp.', 'species', null],
    ["Aus sp. 'Esperance'", 'informal', 'Aus sp.', 'species', null],
    ['Aus bus ssp.', 'informal', 'Aus bus ssp.', 'subspecies', null],
    ['Aus cf. bus (L.) Mill.', 'informal', 'Aus cf. bus', 'species', 'botanical'],
    ['Aus nr bus', 'informal', 'Aus nr. bus', 'species', null],
    ['Aus ex gr. bus', 'informal', 'Aus ex gr. bus', 'species', null],
    ['Aus bus str. 81116', 'informal', 'Aus bus', 'species', null],
    ['Acidimicrobiales bacterium JGI 01', 'informal', 'Acidimicrobiales bacterium', 'species', null],
    // no names
    ['uncultured Vibrio sp.', 'unparsable', null, null, null],
    ['Fungi incertae sedis', 'unparsable', null, null, null],
    ['Reston ebolavirus', 'unparsable', null, null, 'virus'],
    ['12', 'unparsable', null, null, null],
    ['Aus sp. BOLD:AAA0001', 'parsed', 'BOLD:AAA0001', null, null],
    // what is mended
    ['<i>Aus</i> &times; <i>bus</i> Lam.', 'parsed', 'Aus × bus', 'species', 'botanical'],
    ['Оchrolechia tartarea', 'parsed', 'Ochrolechia tartarea', 'species', null],
    ['Æschopalæa grisella Pascoe, 1864', 'parsed', 'Aeschopalaea grisella', 'species', 'zoological'],
    ['POA ANNUA LINNAEUS, 1753', 'parsed', 'Poa annua', 'species', 'zoological'],
  ])('%s', (text, status, canonical, rank, code) => {
    const name = interpretScientificName(text);
    expect([name.status, name.canonical, name.rank, name.code]).toEqual([status, canonical, rank, code]);
  });

  test('gives the parts and who published them', () => {
    expect(interpretScientificName('Mycosphaerella eryngii (Fr. ex Duby) Johanson ex Oudem. 1897')).toEqual({
      status: 'parsed',
      kind: 'name',
      canonical: 'Mycosphaerella eryngii',
      rank: 'species',
      code: 'botanical',
      genus: 'Mycosphaerella',
      specificEpithet: 'eryngii',
      infraspecificEpithet: null,
      authorship: {
        combination: { authors: ['Oudem.'], exAuthors: ['Johanson'], year: '1897' },
        basionym: { authors: ['Duby'], exAuthors: ['Fr.'], year: null },
      },
      issues: [],
    });
  });

  test.each([
    ['Aus? bus', ['SCIENTIFIC_NAME_UNCERTAIN']],
    ['Aus bus MÃ¼ller', ['SCIENTIFIC_NAME_REPAIRED']],
    ['<b>Aus</b> cf. bus', ['SCIENTIFIC_NAME_UNCERTAIN', 'SCIENTIFIC_NAME_REPAIRED']],
    ['why not?', ['SCIENTIFIC_NAME_UNREADABLE']],
  ])('%s is noted', (text, codes) => {
    expect(interpretScientificName(text).issues.map(({ code }) => code)).toEqual(codes);
  });

  test('never throws, and what has an epithet has a genus', () => {
    const part = fc.constantFrom(
      'Aus',
      'bus',
      '(',
      ')',
      'ex',
      'var.',
      '×',
      'sp.',
      "'",
      '"',
      '?',
      '1900',
      '&',
      '\ud800',
      'É.',
      '[',
      '-',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 12 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const { genus, specificEpithet } = interpretScientificName(written);
        if (specificEpithet !== null) expect(genus).not.toBeNull();
      }),
      { seed: 20261121, numRuns: 3000 },
    );
  });

  test.each(['(', 'Aus bus A.', 'Aus bus & ', 'a ', ', ', 'f. ', '× ', "'", 'ph'])(
    'a text that repeats %j is read in the time of its length',
    (part) => {
      expect(interpretScientificName(part.repeat(20_000)).status).toBeTypeOf('string');
    },
  );
});

test.each([
  ['(Fr. : Fr.) Fr.', ['Fr.'], null, ['Fr.'], null],
  ['L.:Fr.', [], null, ['L.'], null],
  ['Valenciennes in Cuvier & Valenciennes, 1830', [], null, ['Valenciennes'], '1830'],
  ['Storr, 1970 ("1969")', [], null, ['Storr'], '1970'],
  ['(Peters, 1876 ["1877"])', ['Peters'], '1876', [], null],
  ['Kunth, 1815 [1816]', [], null, ['Kunth'], '1815'],
  ['(Kunth) Small (1903)', ['Kunth'], null, ['Small'], '1903'],
  ['(L. non Mill.) K. Koch', ['L.'], null, ['K.Koch'], null],
  ['(Huter et al.) P. D. Sell & Whitehead', ['Huter', 'al.'], null, ['P.D.Sell', 'Whitehead'], null],
  ['Bolivar, I., 1893', [], null, ['I.Bolivar'], '1893'],
  ['GMELIN J. F., 1790', [], null, ['J.F.Gmelin'], '1790'],
  ['Schedl filius 1935', [], null, ['Schedl f.'], '1935'],
  ['(L. f.) C. K. Schneid.', ['L.f.'], null, ['C.K.Schneid.'], null],
  ['von dem Busch in Philippi, 1845', [], null, ['von dem Busch'], '1845'],
  ["N'Yeurt, Payri & P.W.Gabrielson", [], null, ["N'Yeurt", 'Payri', 'P.W.Gabrielson'], null],
  ['Ivanov, Petrov et Sidorov, 1970', [], null, ['Ivanov', 'Petrov', 'Sidorov'], '1970'],
  ['(Chelius & Triplett, 2000) emend. Reddy, 2005', ['Chelius', 'Triplett'], '2000', [], null],
  ['auct. non L.', [], null, [], null],
  ['Mill. nom. illeg.', [], null, ['Mill.'], null],
  ['L., Sp. Pl. 2: 996 (1753)', [], null, ['L.'], '1753'],
  ['Hort. ex Vilm.', [], null, ['Vilm.'], null],
])('authorship %s', (text, basionym, basionymYear, combination, year) => {
  const read = parseAuthorship(text);
  expect([read.basionym.authors, read.basionym.year, read.combination.authors, read.combination.year]).toEqual([
    basionym,
    basionymYear,
    combination,
    year,
  ]);
});
