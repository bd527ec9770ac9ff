import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NameAuthorship } from '../../src/interpret/taxon-authorship.ts';
import { readTaxonName } from '../../src/interpret/taxon-name.ts';
import { identificationName, scientificName } from '../../src/interpret/scientific-name.ts';

function printed(authorship: NameAuthorship | undefined): string | undefined {
  const [basionym = '', combination = ''] = [authorship?.basionym, authorship?.combination].map((part) => {
    const ex = part?.exAuthors.length ? `${part.exAuthors.join(' & ')} ex ` : '';
    return `${ex}${part?.authors.join(' & ') ?? ''}${part?.year ? `, ${part.year}` : ''}`;
  });
  return `${basionym === '' ? '' : `(${basionym}) `}${combination}`.trim() || undefined;
}

describe('forms that are rarely written', () => {
  test.each<[string, string, string, string | undefined, string | undefined]>([
    ['+ Laburnocytisus adamii', 'name', '+Laburnocytisus adamii', 'species', undefined],
    ['Crataegus + Mespilus', 'hybrid formula', '', undefined, undefined],
    ['Brassica oleracea (Capitata Group)', 'cultivar', 'Brassica oleracea Capitata Group', 'cultivar group', undefined],
    ["Acer palmatum (Dissectum Group) 'Garnet'", 'cultivar', "Acer palmatum 'Garnet'", 'cultivar', undefined],
    ["Abies alba var. alba 'Pendula'", 'cultivar', "Abies alba var. alba 'Pendula'", 'cultivar', undefined],
    ['Aus bus α cus Smith', 'name', 'Aus bus cus', 'infraspecific name', 'Smith'],
    ['Aus bus var. α cus', 'name', 'Aus bus var. cus', 'variety', undefined],
    ['Aus bus *cus L.', 'name', 'Aus bus cus', 'infraspecific name', 'L.'],
    ['Aus bus [var.] alba', 'name', 'Aus bus var. alba', 'variety', undefined],
    ['Aus bus cus dus', 'name', 'Aus bus dus', 'infraspecific name', undefined],
    ['Aus [Bus] cus', 'name', 'Aus cus', 'species', undefined],
    ['Abies (Ferox) Mill.', 'name', 'Abies (Ferox)', 'subgenus', 'Mill.'],
    ['Aus (Smith) Jones', 'name', 'Aus', undefined, '(Smith) Jones'],
    ['Polygonia C-album (Linnaeus, 1758)', 'name', 'Polygonia c-album', 'species', '(Linnaeus, 1758)'],
    ['Aus bus smith, 1900', 'name', 'Aus bus', 'species', 'Smith, 1900'],
    ['Aus bus [Denis & Schiffermüller], 1775', 'name', 'Aus bus', 'species', 'Denis & Schiffermüller, 1775'],
    ['Aus bus Smith u. Jones', 'name', 'Aus bus', 'species', 'Smith & Jones'],
    ['Aus bus sp. group', 'name', 'Aus bus', 'species aggregate', undefined],
    ['Aus (bus group)', 'name', 'Aus bus', 'species aggregate', undefined],
    ['Aus bus larva', 'name', 'Aus bus', 'species', undefined],
    ['Aus prope bus', 'informal', 'Aus prope bus', 'species', undefined],
    ['Aus gr. bus', 'informal', 'Aus gr. bus', 'species', undefined],
    ['Aus bus/cus', 'informal', 'Aus bus', 'species', undefined],
    ['Aus hybrid', 'informal', 'Aus sp.', 'species', undefined],
  ])('%s', (text, kind, fullName, rank, authorship) => {
    const name = readTaxonName(text);
    expect([name?.kind, name?.fullName ?? '', name?.rank, printed(name?.authorship)]).toEqual([
      kind,
      fullName,
      rank,
      authorship,
    ]);
  });
});

describe('readTaxonName', () => {
  test.each<[string, string | undefined, string | undefined, string | undefined]>([
    ['Aus bus', 'Aus bus', 'species', undefined],
    ['Bombus (Fervidobombus) morio (Swederius, 1787)', 'Bombus morio', 'species', '(Swederius, 1787)'],
    [
      'Hieracium brachiatum ssp. villarsii (F.W.Schultz & Sch.Bip.) Nägeli & Peter',
      'Hieracium brachiatum villarsii',
      'subspecies',
      '(F.W.Schultz & Sch.Bip.) Nägeli & Peter',
    ],
    [
      'Breynia cernua (Poir.) Müll.Arg. var. acutifolia (Müll.Arg.) Müll.Arg.',
      'Breynia cernua acutifolia',
      'variety',
      '(Müll.Arg.) Müll.Arg.',
    ],
    [
      'Nitzschia linearis var. subsigmoidea Grunow in Van Heurck, 1880',
      'Nitzschia linearis subsigmoidea',
      'variety',
      'Grunow, 1880',
    ],
    ['Conyza pyrrhopappa Sch.Bip. ex A.Rich.', 'Conyza pyrrhopappa', 'species', 'Sch.Bip. ex A.Rich.'],
    ['Plantago paradoxa J. D. Hook. f.', 'Plantago paradoxa', 'species', 'J.D.Hook.f.'],
    ['Villarsia hydrocharoides F. v. Muell.', 'Villarsia hydrocharoides', 'species', 'F.v.Muell.'],
    [
      'Phoma schneiderae Boerema, Gruyter & van de Graaf',
      'Phoma schneiderae',
      'species',
      'Boerema & Gruyter & van de Graaf',
    ],
    [
      'Lamprotornis acuticaudus acuticaudus (Barboza du Bocage, 1870)',
      'Lamprotornis acuticaudus acuticaudus',
      'subspecies',
      '(Barboza du Bocage, 1870)',
    ],
    ['Helicopsychidae', 'Helicopsychidae', 'family', undefined],
    ['Asteraceae Bercht. & J.Presl', 'Asteraceae', 'family', 'Bercht. & J.Presl'],
    ['Poales', 'Poales', 'order', undefined],
    ['Xeromphalina Cauticinalis', 'Xeromphalina', undefined, 'Cauticinalis'],
    ['MYCENA SANGUINOLENTA', 'Mycena sanguinolenta', 'species', undefined],
    ['mystacides longicornis (linnaeus, 1758)', 'Mystacides longicornis', 'species', '(Linnaeus, 1758)'],
    ['umbellularia californica (hook. & arn.) nutt.', 'Umbellularia californica', 'species', '(Hook. & Arn.) Nutt.'],
    ['litogynodiastylis gerken, 2001', 'Litogynodiastylis', undefined, 'Gerken, 2001'],
    ["Berberis thunbergii DC. cv. 'Red pillar'", "Berberis thunbergii 'Red pillar'", 'cultivar', 'DC.'],
    ['Salix × sericans', 'Salix × sericans', 'species', undefined],
    ['Acer campestre x lobelii', 'Acer campestre × lobelii', undefined, undefined],
    ['×Heucherella tiarelloides', '× Heucherella tiarelloides', 'species', undefined],
    ['Characidium sp.', 'Characidium', 'species', undefined],
    ['Camillina indet.', 'Camillina', 'species', undefined],
    ['Amanita cf. muscaria', 'Amanita muscaria', 'species', undefined],
    ['Amanita aff. muscaria', 'Amanita', 'species', undefined],
    ['Apple scar skin viroid', 'Apple scar skin viroid', undefined, undefined],
    ['BOLD:AAA0007', 'BOLD:AAA0007', undefined, undefined],
    ['SH1957825.10FU', 'SH1957825.10FU', undefined, undefined],
    ['Undet', undefined, undefined, undefined],
    ['Heterokontophyta, genera incertae sedis', undefined, undefined, undefined],
    ['Podocarpaceae Podocarpus lambertii Klotzsch ex Endl.', 'Podocarpus lambertii', 'species', 'Klotzsch ex Endl.'],
  ])('%s', (text, canonicalName, rank, authorship) => {
    const name = readTaxonName(text);
    expect([name?.canonicalName, name?.rank, printed(name?.authorship)]).toEqual([canonicalName, rank, authorship]);
  });

  test.each(['siRNA vector pAAV9(5)-CMV', '@23546', '???', "cory's shearwater"])('%s is no name', (text) => {
    expect(readTaxonName(text)?.canonicalName).toBeUndefined();
  });

  test('the columns of the parts tell an author in small letters from an epithet', () => {
    expect(readTaxonName('heliotropium cracens craven')?.canonicalName).toBe('Heliotropium cracens');
    expect(
      readTaxonName('heliotropium cracens craven', { genus: 'heliotropium', specificEpithet: 'cracens' })
        ?.canonicalName,
    ).toBe('Heliotropium cracens');
  });

  test('reads a canonical name as itself', () => {
    const epithet = fc.constantFrom('alba', 'speculum-veneris', 'nüßlini', 'wallacei', 'darwinii');
    fc.assert(
      fc.property(
        fc.constantFrom('Rosa', 'Ornithoptera', 'Poa', 'Cis'),
        fc.array(epithet, { maxLength: 2 }),
        (genus, epithets) => {
          const text = [genus, ...epithets].join(' ');
          expect(readTaxonName(text)?.canonicalName).toBe(text);
        },
      ),
      { seed: 20261121 },
    );
  });

  test('never throws, and a canonical name is read as the same name again', () => {
    const word = fc.constantFrom(
      'Rosa',
      'alba',
      'L.',
      '(L.)',
      'cf.',
      '×',
      'x',
      'var.',
      'f.',
      'ex',
      '&',
      '1758',
      "'Red'",
      'sp.',
      ',',
      '?',
      'DC.',
      '(Rosa)',
      'subsp.',
      'ROSA',
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 9 }).map((parts) => parts.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, (written) => {
        const first = readTaxonName(written);
        if (first?.canonicalName === undefined || first.kind !== 'name') return;
        expect(readTaxonName(first.canonicalName, { genus: first.genus })?.canonicalName).toBe(first.canonicalName);
      }),
      { seed: 20261121, numRuns: 2000 },
    );
  });
});

function codes(name: string | null, rank: string | null) {
  return scientificName.interpret([name, null, null, null, null, rank, null, null], {}).issues.map(({ code }) => code);
}

describe('scientific-name', () => {
  test('fills the columns, keeps the name as written and takes the stated rank', () => {
    expect(
      scientificName.interpret(['Inocybe rimosa', '(Bull.) P. Kumm.', null, null, null, 'Species', null, 'Fungi'], {}),
    ).toEqual({
      output: {
        scientificName: 'Inocybe rimosa',
        canonicalName: 'Inocybe rimosa',
        taxonRank: 'species',
        genus: 'Inocybe',
      },
      issues: [],
    });
  });

  test('composes the name from its parts', () => {
    expect(
      scientificName.interpret([null, null, 'Ornithoptera', 'croesus', null, null, null, null], {}).output,
    ).toMatchObject({
      scientificName: 'Ornithoptera croesus',
      canonicalName: 'Ornithoptera croesus',
    });
  });

  test('flags what is no name, what is in doubt and a rank that is none', () => {
    expect(codes('@23546', null)).toEqual(['SCIENTIFIC_NAME_UNREADABLE']);
    expect(codes('Amanita cf. muscaria', null)).toEqual(['SCIENTIFIC_NAME_UNCERTAIN']);
    expect(codes('Amanita muscaria', 'bloodline')).toEqual(['TAXON_RANK_INVALID']);
    expect(codes(null, null)).toEqual([]);
  });

  test('a name that its columns contradict is flagged, and one that is put together', () => {
    const read = (values: readonly (string | null)[]) =>
      scientificName.interpret(values, {}).issues.map(({ code }) => code);
    expect(read(['Poa annua L.', null, 'Carex', 'nigra', null, null, null, null])).toEqual([
      'SCIENTIFIC_NAME_MISMATCH',
    ]);
    expect(read(['Poa annua L.', null, 'POA', 'annua', null, null, null, null])).toEqual([]);
    expect(read([null, null, 'Poa', 'annua', null, null, null, null])).toEqual(['SCIENTIFIC_NAME_MISSING']);
  });

  test('the history of identifications has no genus', () => {
    const { output } = identificationName.interpret(
      ['Amanita muscaria L.', null, null, null, null, null, null, null],
      {},
    );
    expect(output).toEqual({
      scientificName: 'Amanita muscaria L.',
      canonicalName: 'Amanita muscaria',
      taxonRank: 'species',
    });
  });
});

const lists = '../shared/data/scientific-names';
describe.skipIf(!existsSync(lists))('lists of names (scientific-names)', () => {
  test.each([
    ['occurrence-names.txt', 0.001],
    ['viruses.txt', 0.001],
    ['benchmark-data.txt', 0.01],
  ])('%s: at most a share of %d is not read', (file, share) => {
    const names = readFileSync(`${lists}/${file}`, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    const unread = names.filter((name) => readTaxonName(name) === undefined);
    expect(unread.length / names.length).toBeLessThan(share);
  });
});
