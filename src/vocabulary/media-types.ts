/** Types of media, from the DCMI Type Vocabulary; three-dimensional models count as interactive. */
const MEDIA_TYPES = ['StillImage', 'MovingImage', 'Sound', 'Text', 'InteractiveResource'] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

const WORDS: readonly (readonly [type: MediaType, words: string])[] = [
  [
    'StillImage',
    'stillimage image images photo photos photograph picture foto fotografie bild imagen dibujo drawing scan jpg jpeg jpe png gif tif tiff webp bmp svg jp2 j2k heic dng cr2 nef psd',
  ],
  ['MovingImage', 'movingimage video movie film mp4 m4v mov avi mpg mpeg wmv webm mkv ogv flv'],
  ['Sound', 'sound sounds audio ton mp3 wav ogg oga flac m4a aif aiff wma opus'],
  ['Text', 'text document pdf txt html htm xml doc docx rtf'],
  ['InteractiveResource', 'interactiveresource 3d model 3dmodel ctscan obj ply stl glb gltf fbx x3d nxs'],
];

const byWord = new Map(
  WORDS.flatMap(([type, words]) => words.split(' ').map((word): [string, MediaType] => [word, type])),
);

/** The type that a word of a vocabulary, a MIME type ("image/jpeg") or a file's extension means; undefined where it means none. */
export function findMediaType(text: string): MediaType | undefined {
  const plain = text.trim().toLowerCase().replace(/;.*$/u, '');
  const [main = '', sub = ''] = plain.split('/');
  if (/^(?:image|video|audio|model|text)$/u.test(main) && sub !== '') {
    return main === 'model' ? 'InteractiveResource' : main === 'text' ? 'Text' : byWord.get(main);
  }
  const local = plain.replace(/^.*[/#:.]/u, '').replace(/[\s_-]+/gu, '');
  return byWord.get(local);
}

const MIME: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  jp2: 'image/jp2',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  avi: 'video/x-msvideo',
  mpg: 'video/mpeg',
  mpeg: 'video/mpeg',
  webm: 'video/webm',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  m4a: 'audio/mp4',
  pdf: 'application/pdf',
  txt: 'text/plain',
  glb: 'model/gltf-binary',
  gltf: 'model/gltf+json',
  stl: 'model/stl',
  obj: 'model/obj',
};

/** The MIME type of a value of `format` ("JPEG", "image/jpeg") or of a file name's extension; undefined where it is unknown. */
export function findMimeType(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  if (/^(?:image|video|audio|model|text|application)\/[\w.+-]+$/u.test(plain))
    return plain === 'image/jpg' ? 'image/jpeg' : plain;
  const extension = /(?:^|\.)([a-z0-9]{2,5})$/u.exec(plain.replace(/[?#].*$/u, ''))?.[1];
  return extension === undefined ? undefined : MIME[extension];
}
