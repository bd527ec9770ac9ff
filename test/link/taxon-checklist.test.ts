import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderChecklist, type ChecklistEntry } from '../../src/link/taxon-checklist.ts';

function entry(id: string, name: string, rest: Partial<ChecklistEntry> = {}): ChecklistEntry {
  return { key: `key ${id}`, identifiers: [id], scientificName: name, canonicalName: name, ...rest };
}

/** One line a taxon: name, what it is a synonym of or stands below. */
function draw(entries: readonly ChecklistEntry[]): readonly string[] {
  const { taxa } = orderChecklist(entries, 'list');
  const names = new Map(taxa.map(({ key, canonicalName }) => [key, canonicalName]));
  return taxa.map(({ canonicalName, acceptedKey, parentKey }) =>
    acceptedKey === undefined
      ? `${canonicalName} < ${names.get(parentKey ?? '') ?? '-'}`
      : `${canonicalName} = ${names.get(acceptedKey) ?? '-'}`,
  );
}

describe('parents', () => {
  test.each([
    ['by identifier', [entry('1', 'Aus'), entry('2', 'Aus bus', { parentID: '1' })], ['Aus < -', 'Aus bus < Aus']],
    ['by name', [entry('1', 'Aus'), entry('2', 'Aus bus', { parentName: 'Aus' })], ['Aus < -', 'Aus bus < Aus']],
    [
      'not by a name that two have',
      [entry('1', 'Aus'), entry('2', 'Aus'), entry('3', 'Aus bus', { parentName: 'Aus' })],
      ['Aus < -', 'Aus < -', 'Aus bus < -'],
    ],
    [
      'below a synonym is below its taxon',
      [entry('1', 'Aus'), entry('2', 'Bus', { acceptedID: '1' }), entry('3', 'Bus cus', { parentID: '2' })],
      ['Aus < -', 'Bus cus < Aus', 'Bus = Aus'],
    ],
    ['one that is not there is none', [entry('1', 'Aus bus', { parentID: '9' })], ['Aus bus < -']],
    ['not itself', [entry('1', 'Aus', { parentID: '1' })], ['Aus < -']],
    [
      'columns where there is no identifier; a taxon of that name and rank is meant by them',
      [
        entry('1', 'Aus', {
          rank: 'genus',
          higher: [
            ['kingdom', 'Animalia'],
            ['family', 'Aidae'],
          ],
        }),
        entry('2', 'Aus bus', {
          rank: 'species',
          higher: [
            ['family', 'Aidae'],
            ['subfamily', 'Ainae'],
            ['genus', 'Aus'],
          ],
        }),
      ],
      ['Aus < Ainae', 'Aus bus < Aus', 'Animalia < -', 'Aidae < Animalia', 'Ainae < Aidae'],
    ],
    [
      'a parent that is only named gets a node',
      [entry('1', 'Aus', { parentID: '9', parentName: 'Ainae', higher: [['family', 'Aidae']] })],
      ['Aus < Ainae', 'Aidae < -', 'Ainae < Aidae'],
    ],
    [
      'a circle is cut at the highest rank, whose columns then say where it stands',
      [
        entry('1', 'Aidae', { parentID: '2', rank: 'family' }),
        entry('2', 'Aoidea', { parentID: '1', rank: 'superfamily', higher: [['order', 'Aida']] }),
      ],
      ['Aidae < Aoidea', 'Aoidea < Aida', 'Aida < -'],
    ],
    [
      'a circle is cut at its first key',
      [
        entry('1', 'Aus', { parentID: '3' }),
        entry('2', 'Bus', { parentID: '1' }),
        entry('3', 'Cus', { parentID: '2' }),
      ],
      ['Aus < -', 'Bus < Aus', 'Cus < Bus'],
    ],
  ])('%s', (_, entries, expected) => {
    expect(draw(entries)).toEqual(expected);
  });
});

describe('synonyms', () => {
  const aus = entry('1', 'Aus');
  test.each([
    [
      'by identifier, whatever the status says',
      [aus, entry('2', 'Bus', { acceptedID: '1' })],
      ['Aus < -', 'Bus = Aus'],
    ],
    [
      'the parent of a synonym is its taxon',
      [aus, entry('2', 'Bus', { parentID: '1', status: 'synonym' })],
      ['Aus < -', 'Bus = Aus'],
    ],
    [
      'of a synonym is of its taxon',
      [aus, entry('2', 'Bus', { acceptedID: '1' }), entry('3', 'Cus', { acceptedID: '2' })],
      ['Aus < -', 'Bus = Aus', 'Cus = Aus'],
    ],
    ['of itself is accepted', [entry('1', 'Aus', { acceptedID: '1', status: 'valid' })], ['Aus < -']],
    [
      'by name',
      [aus, entry('2', 'Bus', { acceptedName: 'Aus', status: 'heterotypic synonym' })],
      ['Aus < -', 'Bus = Aus'],
    ],
    [
      'of two taxa comes twice',
      [aus, entry('2', 'Bus'), entry('3', 'Cus', { acceptedID: '1|2', status: 'synonym' })],
      ['Aus < -', 'Bus < -', 'Cus = Aus', 'Cus = Bus'],
    ],
    [
      'of each other: the first key is the taxon',
      [entry('1', 'Aus', { acceptedID: '2' }), entry('2', 'Bus', { acceptedID: '1' })],
      ['Aus < -', 'Bus = Aus'],
    ],
    [
      'an accepted name stays one though its identifier is wrong',
      [entry('1', 'Aus', { acceptedID: '9' })],
      ['Aus < -'],
    ],
  ])('%s', (_, entries, expected) => {
    expect(draw(entries)).toEqual(expected);
  });

  test('without a taxon it is kept apart; names of people are no synonyms', () => {
    const { taxa, loose, vernacular } = orderChecklist(
      [aus, entry('2', 'Bus', { status: 'synonym' }), entry('3', 'emu', { status: 'Common Name', acceptedID: '1' })],
      'list',
    );
    expect(taxa.map(({ canonicalName }) => canonicalName)).toEqual(['Aus']);
    expect(loose.map(({ canonicalName }) => canonicalName)).toEqual(['Bus']);
    expect(vernacular).toEqual([{ taxonKey: 'key 1', entryKey: 'key 3', name: 'emu' }]);
  });
});

test('whatever a checklist says of itself, no taxon stands above itself, and no synonym is of a synonym', () => {
  const id = fc.constantFrom('1', '2', '3', '4', '5', '6', undefined);
  const made = fc.record({
    canonicalName: fc.constantFrom('Aus', 'Bus', 'Aus bus', 'Aus bus cus'),
    rank: fc.constantFrom('genus', 'species', 'subspecies', undefined),
    status: fc.constantFrom('accepted', 'synonym', 'misapplied', undefined),
    parentID: id,
    acceptedID: fc.oneof(id, fc.constant('1|2')),
    parentName: fc.constantFrom('Aus', 'Bus', undefined),
    higher: fc.constantFrom(
      [['family', 'Aidae']] as const,
      [
        ['family', 'Bidae'],
        ['genus', 'Aus'],
      ] as const,
      [],
    ),
  });
  fc.assert(
    fc.property(fc.array(made, { maxLength: 6 }), (rows) => {
      const entries = rows.map((row, at) => ({
        ...row,
        key: `key ${at + 1}`,
        identifiers: [String(at + 1)],
        scientificName: row.canonicalName,
      }));
      const { taxa, loose, implied } = orderChecklist(entries, 'list');
      const byKey = new Map(taxa.map((taxon) => [taxon.key, taxon]));
      const own = new Set(taxa.filter(({ key }) => !implied.has(key)).map(({ key }) => key.split('#', 1)[0]));
      expect(own.size + loose.length).toBe(rows.length);
      for (const taxon of taxa) {
        if (taxon.acceptedKey !== undefined) expect(byKey.get(taxon.acceptedKey)?.acceptedKey).toBeUndefined();
        const seen = new Set<string>();
        for (let at = byKey.get(taxon.key); at?.parentKey !== undefined; at = byKey.get(at.parentKey)) {
          expect(seen.has(at.key)).toBe(false);
          seen.add(at.key);
          expect(byKey.get(at.parentKey)?.acceptedKey).toBeUndefined();
        }
      }
    }),
    { seed: 11, numRuns: 500 },
  );
});
