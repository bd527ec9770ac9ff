/** ISO 639-1. */
const CODES =
  `aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj
  fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg
  li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg
  si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu`.split(
    /\s+/u,
  );

/** Bibliographic codes of ISO 639-2 that differ from the terminological ones. */
const BIBLIOGRAPHIC: Readonly<Record<string, string>> = {
  alb: 'sq',
  arm: 'hy',
  baq: 'eu',
  bur: 'my',
  chi: 'zh',
  cze: 'cs',
  dut: 'nl',
  fre: 'fr',
  geo: 'ka',
  ger: 'de',
  gre: 'el',
  ice: 'is',
  mac: 'mk',
  mao: 'mi',
  may: 'ms',
  per: 'fa',
  rum: 'ro',
  slo: 'sk',
  tib: 'bo',
  wel: 'cy',
};

let names: ReadonlyMap<string, string> | undefined;

/** Names of languages in English, German, French, Spanish and in themselves, from the runtime's own tables. */
function languageNames(): ReadonlyMap<string, string> {
  if (names !== undefined) return names;
  const found = new Map<string, string>();
  for (const code of CODES) {
    for (const locale of ['en', 'de', 'fr', 'es', code]) {
      const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(code)?.toLowerCase();
      if (name !== undefined && !found.has(name)) found.set(name, code);
    }
  }
  names = found;
  return found;
}

/** The BCP 47 tag of a language given as a code of two or three letters, a tag or a name ("eng", "de-AT", "Französisch"); undefined where it is none. */
export function findLanguage(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  const bibliographic = BIBLIOGRAPHIC[plain];
  if (bibliographic !== undefined) return bibliographic;
  const named = languageNames().get(plain);
  if (named !== undefined) return named;
  if (!/^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/u.test(plain)) return undefined;
  try {
    const tag = Intl.getCanonicalLocales(plain.replaceAll('_', '-'))[0];
    const known =
      tag !== undefined && new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) !== undefined;
    return known ? tag : undefined;
  } catch {
    return undefined;
  }
}
