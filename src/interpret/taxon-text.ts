/** A written name ready to be read word by word. */
export interface PreparedName {
  readonly words: readonly string[];
  /** Whether the text has capitals only, or none: then authors cannot be told by their capitals. */
  readonly oneCase: boolean;
  /** "Candidatus" stood before the name. */
  readonly candidatus: boolean;
  readonly cultivar: string | undefined;
  readonly cultivarGroup: boolean;
  /** Question marks stood in it. */
  readonly uncertain: boolean;
  /** Two epithets to choose from: "Aus bus/cus". */
  readonly informal: boolean;
}

const CULTIVAR =
  /\s(?:cv\.?\s*)?'([\p{L}\d](?:[^'"()]|'(?=\p{L})){1,60})'(?=$|[\s,;.)])|\s(?:cv\.?\s*)?"(\p{Lu}[^'"()]{1,60})"(?=$|[\s,;.)])|\scv\.?\s+'?(\p{L}[\p{L}\d' -]{0,60})$/u;
const CULTIVAR_GROUP = /\s\(?((?:\p{Lu}[\p{L}'-]+\s){1,3})(?:Group|[Gg]rex|gx)\)?(?=$|\s)/u;

/** Signs without which a name has none of what follows. */
const DECORATED = /^[#*\d(]|[!*[]|: |\)$/u;

/** A name without numbers and signs before and behind it, brackets around its epithet, and the stage of the organism. */
function undecorated(text: string): string {
  return text
    .replace(/^(?:[#*]+\s*|\d{1,4}[.)]?\s+)(?=\p{Lu}\p{Ll}+ \p{Ll})/u, '')
    .replace(/^\((\p{Lu}\p{Ll}+ \p{Ll}{2,})\)/u, '$1')
    .replace(/(?<=\p{Ll}{2})[!*]+(?=\s|$)/u, '')
    .replace(/^(\p{Lu}\p{Ll}+) \[(\p{Ll}{3,})\](?=\s|$)/u, '$1 $2')
    .replace(/^(\p{Lu}\p{Ll}+ \p{Ll}{2,}):(?= \p{Lu})/u, '$1')
    .replace(/\s\((?:larvae?|pupae?|nymphs?|juv\.?|imm\.?|adults?|males?|females?)\)$/u, '');
}

/** Takes cultivars, quotation marks and question marks out of a name, and puts one space between its words. */
export function prepareName(written: string): PreparedName {
  let text = written;
  let uncertain = false;
  const candidatus = /^["'[(]*(?:candidatus|ca\.(?= \p{Lu}\p{Ll}))\s/iu.test(text);
  if (candidatus) text = text.replace(/^["'[(]*(?:candidatus|ca\.)\s+/iu, '').replaceAll(/["']/gu, '');
  else if (/^["'[]/u.test(text)) text = text.replace(/^["'[\s]+/u, '').replace(/^([^"'\]]*)["'\]]+/u, '$1');
  if (DECORATED.test(text)) text = undecorated(text);
  if (text.includes('"')) text = text.replaceAll(/"(\p{Ll}[\p{Ll}-]+)"/gu, '$1');
  let group = / G| g(?:re)?x/u.test(text) ? CULTIVAR_GROUP.exec(text) : null;
  const phrase = /\ssp\.?\s(?:nov\.?\s)?['"]/u.test(text);
  if (text.includes("'")) text = text.replace(/\s'(\p{Lu}\p{Ll}*\.)'$/u, ' $1');
  const single = !phrase && /['"]|\scv/u.test(text) ? CULTIVAR.exec(text) : null;
  if (group !== null && single !== null) {
    // "Acer palmatum (Dissectum Group) 'Garnet'" is a cultivar.
    text = text.replace(group[0], ' '.repeat(group[0].length));
    group = null;
  }
  const match = phrase ? null : (group ?? single);
  const cultivar = (match?.[1] ?? match?.[2] ?? match?.[3])?.trim();
  const cultivarGroup = group !== null;
  if (match !== null) text = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim();
  if (text.includes('?')) {
    uncertain = true;
    text = text.replaceAll(/\(\?\)|(?<!\b1\d\d)\?(?!\p{Ll})|(?<=^|\s)\?/gu, ' ');
  }
  if (text.includes(' s.')) text = text.replaceAll(/(?<=\s)s\. ?(?:l|s|str|lat|ampl)\.(?=\s)/gu, ' ');
  if (text.includes('(s.')) text = text.replaceAll(/\(s\. ?(?:l|s|str|lat)\.\)/gu, ' ');
  const choice = / or |\//u.test(text)
    ? /^(\p{Lu}\p{Ll}+ \p{Ll}{3,})(?: or | ?\/ ?)\p{Ll}{3,}$/u.exec(text)?.[1]
    : undefined;
  if (choice !== undefined) {
    uncertain = true;
    text = choice;
  }
  const oneCase = !/\p{Lu}/u.test(text) || (text.length > 3 && !/\p{Ll}{2}/u.test(text));
  const words = spaced(oneCase ? text.toLowerCase() : text).split(' ');
  return { words, oneCase, candidatus, cultivar, cultivarGroup, uncertain, informal: choice !== undefined };
}

/** Rare spellings of marks in the common ones; `*` marks an epithet whose rank is not said. */
function marksSpelled(text: string): string {
  return text
    .replaceAll(/(?<=\s)\*(?=\p{Ll})/gu, '* ')
    .replaceAll(/(?<=\s)(?:\[unranked\]|t\.\s?infr\.)(?=\s)/gu, '*')
    .replaceAll(/(?<=\s)\[(subsp\.?|ssp\.?|var\.?|f\.?|subvar\.?)\](?=\s\p{Ll})/gu, '$1')
    .replaceAll(/(?<=[\p{Ll}.)]\s)(?<!(?:var|ssp|subsp|f|subvar|forma)\.?\s)[α-ω]\.?\s(?=\p{Ll}{3})/gu, '* ')
    .replace(/^(\p{Lu}\p{Ll}+) \[(\p{Lu}\p{Ll}+)\](?= \p{Ll})/u, '$1 ($2)')
    .replace(/^(\p{Lu}\p{Ll}+) \+ (?=\p{Lu}\p{Ll})/u, '$1 × ')
    .replace(/^(\p{Lu}\p{Ll}+) \(\p{Ll}{3,}[ -](?:group|complex)\)(?=\s\p{Ll}{2})/u, '$1')
    .replace(/^(\p{Lu}\p{Ll}+) \((\p{Ll}{3,})[ -](?:group|complex)\)/u, '$1 $2 group')
    .replace(/^(\p{Lu}\p{Ll}+ \p{Ll}{2,})-(?:group|complex)(?=\s|$)/u, '$1 group')
    .replace(/^(\p{Lu}\p{Ll}+ \p{Ll}{2,}) \+ (?=\p{Lu}\p{Ll}+ \p{Ll})/u, '$1 × ')
    .replace(
      /^(\p{Lu}\p{Ll}+) (\p{Lu})(?=-\p{Ll}{3})/u,
      (_, genus: string, letter: string) => `${genus} ${letter.toLowerCase()}`,
    );
}

/** One space between words, none within; hybrid signs as ×; marks apart from what they mark. */
function spaced(text: string): string {
  let result = text;
  if (/[xX×✕](?:\s|\p{Lu}\p{Ll})/u.test(result))
    result = result.replaceAll(/(?<=^|\s)[xX×](?=\s)/gu, '×').replaceAll(/(?<=^|\s)[xX](?=\p{Lu}\p{Ll})/gu, '×');
  if (result.includes('.'))
    result = result
      .replaceAll(/(?<=\s)((?:sub)?var\.)(?=\p{Script=Greek})/gu, '$1 ')
      .replaceAll(/(?<=\s\p{Script=Greek}\.)(?=\p{Ll})/gu, ' ')
      .replaceAll(/(?<=\s)f\.\s?sp\.?\s(?=\p{Ll})/gu, 'fsp ')
      .replaceAll(
        /(?<=\s)((?:notho)?(?:subsp|ssp|var|subvar|fo?|convar|subg|subgen|sect|ser|aff|cf|spp?|nr|ab|fm|fa))\.(?=[\p{L}\d]{3}|\d|[A-Z]$)/gu,
        '$1. ',
      );
  if (/[*[+α-ω]|-\p{Ll}| t\.|group\)|complex\)/u.test(result)) result = marksSpelled(result);
  if (/ s\. ?sp\./u.test(result)) result = result.replaceAll(/(?<=\s)s\.\s?sp\.(?=\s\p{Ll})/gu, 'ssp.');
  if (result.includes(' n.sp')) result = result.replace(/^(\p{Lu}\p{Ll}+) n\.sp\.?(?=\s|$)/u, '$1 sp. nov.');
  if (result.includes('specialis')) result = result.replaceAll(/\s(?:forma|f\.) specialis\s/gu, ' fsp ');
  if (result.includes(' ex gr')) result = result.replaceAll(/ ex gr(?:ege|\.)? /gu, ' exgr ');
  if (result.includes(' mihi')) result = result.replaceAll(/\smihi\.?(?=\s|$)/gu, '');
  if (result.includes('(s')) result = result.replaceAll(/\((?:sect|subg|subgen|ser)\.? (\p{Lu}[\p{Ll}-]+)\)/gu, '($1)');
  if (/[(),;]/u.test(result))
    result = result
      .replaceAll(/(?<=[^\s([])\(/gu, ' (')
      .replaceAll(/\)(?=[\p{L}\d])/gu, ') ')
      .replaceAll(/([,;])(?=\S)/gu, '$1 ')
      .replaceAll(/\s+([,;)])/gu, '$1')
      .replaceAll(/\(\s+/gu, '(');
  return result.includes('  ') || result.startsWith(' ') || result.endsWith(' ')
    ? result.replaceAll(/ +/gu, ' ').trim()
    : result;
}
