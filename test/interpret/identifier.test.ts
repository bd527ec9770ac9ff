import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interpretIdentifier } from '../../src/interpret/identifier.ts';

describe('interpretIdentifier', () => {
  test.each<[string, string, string, string]>([
    ['https://orcid.org/0000-0002-1825-0097', 'orcid', '0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'],
    ['0000000218250097', 'orcid', '0000-0002-1825-0097', 'https://orcid.org/0000-0002-1825-0097'],
    ['ORCID: 0000-0002-1694-233x', 'orcid', '0000-0002-1694-233X', 'https://orcid.org/0000-0002-1694-233X'],
    ['0000 0001 2103 2683', 'isni', '0000000121032683', 'https://isni.org/isni/0000000121032683'],
    ['http://www.isni.org/0000000121032683', 'isni', '0000000121032683', 'https://isni.org/isni/0000000121032683'],
    ['https://www.wikidata.org/wiki/Q5582', 'wikidata', 'Q5582', 'http://www.wikidata.org/entity/Q5582'],
    ['q42', 'wikidata', 'Q42', 'http://www.wikidata.org/entity/Q42'],
    ['VIAF: 113230702', 'viaf', '113230702', 'http://viaf.org/viaf/113230702'],
    ['https://viaf.org/en/viaf/113230702/', 'viaf', '113230702', 'http://viaf.org/viaf/113230702'],
    ['http://d-nb.info/gnd/118554700', 'gnd', '118554700', 'https://d-nb.info/gnd/118554700'],
    ['http://vocab.getty.edu/page/ulan/500115588', 'ulan', '500115588', 'http://vocab.getty.edu/ulan/500115588'],
    ['urn:lsid:ipni.org:authors:12653-1', 'ipni', 'a/12653-1', 'https://www.ipni.org/a/12653-1'],
    ['https://beta.ipni.org/n/77164064-1', 'ipni', 'n/77164064-1', 'https://www.ipni.org/n/77164064-1'],
    ['https://ror.org/039zvsn29', 'ror', '039zvsn29', 'https://ror.org/039zvsn29'],
    [
      'doi:10.1111/J.1095-8339.2009.X',
      'doi',
      '10.1111/j.1095-8339.2009.x',
      'https://doi.org/10.1111/j.1095-8339.2009.x',
    ],
    ['http://dx.doi.org/10.1000/a%3Cb', 'doi', '10.1000/a<b', 'https://doi.org/10.1000/a%3Cb'],
    ['https://n2t.net/ark:65665/m3a', 'ark', 'ark:/65665/m3a', 'https://n2t.net/ark:/65665/m3a'],
    ['http://hdl.handle.net/2027/mdp.1', 'handle', '2027/mdp.1', 'https://hdl.handle.net/2027/mdp.1'],
  ])('%s', (text, scheme, id, iri) => {
    expect(interpretIdentifier(text)).toEqual({ scheme, id, iri });
  });

  test('Harvard’s botanists are known by their page', () => {
    const page = 'https://kiki.huh.harvard.edu/databases/botanist_search.php?mode=details&id=305';
    expect(interpretIdentifier(page)).toEqual({ scheme: 'harvard', id: '305', iri: page });
  });

  test.each([
    '0000-0002-1825-0098',
    'https://ror.org/039zvsn28',
    'Charles Darwin',
    '',
    '12345',
    'Q',
    'http://example.org/Q42',
  ])('%j is none', (text) => {
    expect(interpretIdentifier(text)).toBeUndefined();
  });

  test('never throws, and reads its own plain form and IRI as the same', () => {
    const start = fc.constantFrom('', 'https://doi.org/10.1234/', 'ark:/12345/', 'https://orcid.org/', 'hdl:1/');
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary', maxLength: 40 }), (prefix, text) => {
        const found = interpretIdentifier(prefix + text);
        if (found?.scheme === 'orcid') expect(interpretIdentifier(found.iri)).toEqual(found);
      }),
      { seed: 20261121, numRuns: 2000 },
    );
  });
});
