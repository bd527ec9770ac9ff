import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { licence, mediaLicence, parseLicence } from '../../src/interpret/licence.ts';
import { findLicence, LICENCES } from '../../src/vocabulary/licences.ts';

describe('parseLicence', () => {
  test.each([
    ['http://creativecommons.org/publicdomain/zero/1.0/legalcode', 'CC0-1.0'],
    ['CC0', 'CC0-1.0'],
    ['CC0_1_0', 'CC0-1.0'],
    ['https://creativecommons.org/publicdomain/mark/1.0/deed.de', 'PDM-1.0'],
    ['Public domain', 'PDM-1.0'],
    ['gemeinfrei', 'PDM-1.0'],
    ['http://creativecommons.org/licenses/by/3.0/', 'CC-BY-3.0'],
    ['https://creativecommons.org/licenses/by-nc-sa/4.0/deed.fr', 'CC-BY-NC-SA-4.0'],
    ['CC BY 4.0', 'CC-BY-4.0'],
    ['CC-BY-NC', 'CC-BY-NC-4.0'],
    ['Creative Commons Attribution Non Commercial (CC-BY-NC) 4.0 License', 'CC-BY-NC-4.0'],
    ['Attribution-NonCommercial-NoDerivs 2.0', 'CC-BY-NC-ND-2.0'],
    ['Creative Commons Namensnennung - Weitergabe unter gleichen Bedingungen 3.0', 'CC-BY-SA-3.0'],
    ['Open Government Licence v3.0', 'OGL-UK-3.0'],
    ['https://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/', 'OGL-UK-2.0'],
    ['http://rightsstatements.org/vocab/InC-EDU/1.0/', 'InC-EDU'],
    ['All rights reserved', 'InC'],
    ['No known copyright restrictions', 'NKC'],
    ['© Trustees of a museum', undefined],
    ['free for all', undefined],
    ['CC0 or CC BY 4.0', undefined],
    ['not public domain', undefined],
    ['', undefined],
  ])('%s is %s', (text, id) => {
    expect(parseLicence(text)).toBe(id);
  });

  test.each(LICENCES.map(({ id }) => id))('reads its own identifier %s', (id) => {
    expect(parseLicence(id)).toBe(id);
  });

  const addressed = LICENCES.filter(({ url }) => /creativecommons|rightsstatements/u.test(url));
  test.each(addressed.map(({ id, url }) => [url, id]))('reads the address %s as %s', (url, id) => {
    expect(parseLicence(url)).toBe(id);
  });
});

describe('licence', () => {
  test('is the record’s own, else the dataset’s, else missing; never guessed', () => {
    expect(licence.interpret(['CC BY 4.0', null, null], { license: 'CC0-1.0' }).output).toEqual({
      license: 'CC-BY-4.0',
      licenseBasis: 'item',
    });
    expect(licence.interpret([null, 'http://rightsstatements.org/vocab/InC/1.0/', null], {}).output).toEqual({
      license: 'InC',
      licenseBasis: 'item',
    });
    expect(licence.interpret([null, '© The Museum', null], { license: 'CC0-1.0' })).toEqual({
      output: { license: 'CC0-1.0', licenseBasis: 'dataset' },
      issues: [],
    });
    expect(licence.interpret([null, null, null], {})).toEqual({
      output: {},
      issues: [{ code: 'LICENSE_MISSING', term: 'license' }],
    });
  });

  test('a statement that is no known licence is not overruled by the dataset’s', () => {
    expect(licence.interpret(['ask us first', null, null], { license: 'CC0-1.0' })).toEqual({
      output: {},
      issues: [{ code: 'LICENSE_UNREADABLE', term: 'license', detail: 'ask us first' }],
    });
  });

  test("pictures do not inherit the dataset's licence", () => {
    expect(mediaLicence.interpret([null, null, null], { license: 'CC0-1.0' })).toEqual({
      output: {},
      issues: [{ code: 'MEDIA_LICENSE_MISSING', term: 'license' }],
    });
    expect(mediaLicence.interpret(['ask us first', null, null], {}).issues).toEqual([
      { code: 'MEDIA_LICENSE_UNREADABLE', term: 'license', detail: 'ask us first' },
    ]);
  });

  test.each<[values: (string | null)[], license: string, issues: readonly string[]]>([
    [['CC0', 'CC BY-NC 4.0', null], 'CC-BY-NC-4.0', ['LICENSE_CONFLICT']],
    [['CC BY 4.0', null, 'All rights reserved'], 'InC', ['LICENSE_CONFLICT']],
    [['CC BY-ND 4.0', 'CC BY-SA 4.0', null], 'CC-BY-ND-4.0', ['LICENSE_CONFLICT']],
    [['CC BY', 'http://creativecommons.org/licenses/by/3.0/', null], 'CC-BY-4.0', []],
    [['CC0', '© The Museum', null], 'CC0-1.0', []],
  ])('of %j the strictest counts', (values, license, issues) => {
    const read = licence.interpret(values, {});
    expect(read.output.license).toBe(license);
    expect(read.issues.map(({ code }) => code)).toEqual(issues);
  });
});

const dictionary = '../shared/data/gbif-parsers/main/resources/dictionaries/parse/license_uri.tsv';
describe.skipIf(!existsSync(dictionary))('licences that GBIF reads (gbif-parsers)', () => {
  test('are read as GBIF reads them', () => {
    const rows = readFileSync(dictionary, 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter(([text = '', url]) => !text.startsWith('#') && (url?.trim() ?? '') !== '');
    const differing = rows.filter(
      ([text = '', url = '']) =>
        findLicence(parseLicence(text) ?? '')
          ?.url.replace(/^https/u, 'http')
          .replace('1-0', '1.0') !== url.trim(),
    );
    expect(differing).toEqual([]);
  });
});
