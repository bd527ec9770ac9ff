/** Whether an organism came to its place by itself or through people (https://dwc.tdwg.org/em/), with the words of exports. */
const WORDS: readonly (readonly [means: string, words: string])[] = [
  [
    'native',
    'indigenous endemic nativo nativa endemica endemico endémica autóctona natural wild wildcaught endemismo autochthonous ursprünglich espontánea einheimisch indigène inheemsk naturally',
  ],
  ['nativeReintroduced', 'reintroduced reintroducido native:reintroduced nativereintroduced reintroducida'],
  [
    'introduced',
    'alien exotic nonnative non-native naturalised naturalized invasive introducida introducido introduzida adventive adventiv exotica invasiv eingeführt escaped transplantada transplantadas naturalizada naturalizado naturalisé allochthonous allochthon archaeophyte neophyte neophyt',
  ],
  ['introducedAssistedColonisation', 'introducedassistedcolonisation assistedcolonisation'],
  [
    'managed',
    'cultivated captive domesticated cultivada cultivado planted kultiviert cultivé farmed greenhouse garden zoo captivity',
  ],
  ['vagrant', 'casual accidental visitor'],
  ['uncertain', 'unknown doubtful cryptogenic indeterminate unclear'],
];

const byWord = new Map(
  WORDS.flatMap(([means, words]) =>
    [means.toLowerCase(), ...words.split(' ')].map((word): [string, string] => [word, means]),
  ),
);

/** The means that a value states; undefined where it states none. */
export function findEstablishmentMeans(text: string): string | undefined {
  const plain = text.toLowerCase().replace(/^.*[/#]/u, '');
  return (
    byWord.get(plain.replace(/\s+/gu, '')) ??
    plain.split(/[^\p{L}\p{M}-]+/u).flatMap((word) => byWord.get(word) ?? [])[0]
  );
}
