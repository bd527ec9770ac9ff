import { expect, test } from 'vitest';
import { TaxonIndex } from '../../src/link/taxon-index.ts';
import { taxaOfRecords } from '../../src/link/taxon-records.ts';

test('names stand below what most records put them under, and homonyms of two kingdoms apart', () => {
  const index = new TaxonIndex(
    taxaOfRecords(
      [
        { kingdom: 'Animalia', family: 'Sulidae', genus: 'Morus', canonicalName: 'Morus bassanus', records: 9 },
        {
          kingdom: 'Animalia',
          family: 'Phalacrocoracidae',
          genus: 'Morus',
          canonicalName: 'Morus bassanus',
          records: 1,
        },
        { kingdom: 'Plantae', family: 'Moraceae', genus: 'Morus', canonicalName: 'Morus alba', records: 4 },
      ],
      'records',
    ),
  );
  const bird = index.match({ canonicalName: 'Morus bassanus' });
  expect(
    bird.kind === 'exact' ? index.lineage(bird.accepted.key).map(({ canonicalName }) => canonicalName) : [],
  ).toEqual(['Morus bassanus', 'Morus', 'Sulidae', 'Animalia']);
  expect(index.match({ canonicalName: 'Morus' }).kind).toBe('ambiguous');
  expect(index.match({ canonicalName: 'Morus', kingdom: 'plantae' }).kind).toBe('exact');
});
