import { describe, expect, test } from 'vitest';
import { associatedMedia, media } from '../../src/interpret/media.ts';

describe('media', () => {
  test.each<[(string | null)[], object]>([
    [
      ['https://x.org/a.jpg', null, null, null],
      { identifier: 'https://x.org/a.jpg', type: 'StillImage', format: 'image/jpeg' },
    ],
    [['https://x.org/iiif/1', 'urn:1', 'StillImage', null], { identifier: 'https://x.org/iiif/1', type: 'StillImage' }],
    [
      [null, 'www.x.org/a.mp3', null, null],
      { identifier: 'http://www.x.org/a.mp3', type: 'Sound', format: 'audio/mpeg' },
    ],
    [
      [null, 'plates/beetle 1.png', null, null],
      { identifier: 'plates/beetle 1.png', type: 'StillImage', format: 'image/png' },
    ],
    [
      [null, 'https://x.org/get?id=1', 'http://purl.org/dc/dcmitype/MovingImage', 'video/mp4'],
      { identifier: 'https://x.org/get?id=1', type: 'MovingImage', format: 'video/mp4' },
    ],
    [
      [null, 'https://x.org/m.glb', null, null],
      { identifier: 'https://x.org/m.glb', type: 'InteractiveResource', format: 'model/gltf-binary' },
    ],
  ])('%j', (values, output) => {
    expect(media.interpret(values, {})).toEqual({ output, issues: [] });
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '/etc/passwd.jpg',
    '../secret.jpg',
    'a/../../b.jpg',
    'a/%2e%2e/b.jpg',
    'a\\..\\b.jpg',
    'https://user:secret@x.org/a.jpg',
    'http://',
    'no picture',
    'ftp://x.org/a.jpg',
  ])('refuses %s', (address) => {
    const { output, issues } = media.interpret([null, address, null, null], {});
    expect(output.identifier).toBeUndefined();
    expect(issues.map(({ code }) => code)).toEqual(['MULTIMEDIA_URI_INVALID']);
  });
});

test.each<[created: string | null, references: string | null, information: string | null, codes: readonly string[]]>([
  ['2019-05-04T10:00:00Z', 'https://x.org/1', null, []],
  ['s.d.', 'www.x.org', 'javascript:alert(1)', []],
  ['last summer or so', null, null, ['MULTIMEDIA_DATE_INVALID']],
  [null, 'folder/page.html', null, ['REFERENCES_URI_INVALID']],
  [null, null, 'javascript:alert(1)', ['REFERENCES_URI_INVALID']],
])('beside a media file, the date %j and the pages %j and %j', (created, references, information, codes) => {
  const { issues } = media.interpret([null, 'https://x.org/a.jpg', null, null, created, references, information], {});
  expect(issues.map(({ code }) => code)).toEqual(codes);
});

describe('associated-media', () => {
  test.each([
    ['https://x.org/a.jpg | https://x.org/b.jpg', ['https://x.org/a.jpg', 'https://x.org/b.jpg']],
    ['https://x.org/a.jpg;https://x.org/b.jpg', ['https://x.org/a.jpg', 'https://x.org/b.jpg']],
    ['https://x.org/a.jpg, https://x.org/b.jpg', ['https://x.org/a.jpg', 'https://x.org/b.jpg']],
    ['https://x.org/get?ids=1,2', ['https://x.org/get?ids=1,2']],
    ['see the file', []],
  ])('splits %s', (text, addresses) => {
    const { mediaRows = [] } = associatedMedia.interpret([text], {}).output as { mediaRows?: { identifier: string }[] };
    expect(mediaRows.map(({ identifier }) => identifier)).toEqual(addresses);
  });
});
