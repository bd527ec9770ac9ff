/** The most frequent family names of China, Taiwan and Korea in Latin letters. */
const FAMILIES = new Set(
  `wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng cheng liang xie song tang deng feng han cao zeng
  peng xiao cai pan tian dong yuan yu ye jiang du su wei lu ding ren shen yao lee kim park choi kang yoon lim ho chang chao chou hsu hsieh
  tsai tseng teng kuo liao lai wong chan cheung leung lam`.split(/\s+/u),
);
const SYLLABLE = '(?:[bcdfghjklmnpqrstwxyz]|[czs]h|ts|hs)?[aeiouü]{1,3}(?:ng?|h|k|l|m|t|p)?';
const TWO_SYLLABLES = new RegExp(`^${SYLLABLE}-${SYLLABLE}$`, 'iu');
const PATRONYMIC = /(?:ович|евич|льич|овна|евна|ична|ovich|evich|ovna|evna|ovych|ivna)$/u;
const VIETNAMESE =
  /^(?:nguy[eễ]n|tr[aầ]n|l[eê]|ph[aạ]m|phan|v[uũ]|v[oõ]|[đd][aặ]ng|b[uù]i|[đd][oỗ]|ng[oô]|d[uư][oơ]ng|hu[yỳ]nh|ho[aà]ng)$/iu;

/** Whether the first word of a name without initials is its family name: "Wu Zheng-yi", "Nguyen Van Tuan", "Иванов Иван Иванович". */
export function isEasternOrder(list: readonly string[]): boolean {
  const [first = '', second = ''] = list;
  if (list.length === 2) return second.includes('-') && FAMILIES.has(first.toLowerCase()) && TWO_SYLLABLES.test(second);
  if (list.length !== 3 && list.length !== 4) return false;
  if (/^(?:v[aă]n|th[iị])$/iu.test(second)) return VIETNAMESE.test(first);
  return (
    list.length === 3 &&
    PATRONYMIC.test(list[2] ?? '') &&
    !PATRONYMIC.test(second) &&
    !second.endsWith('.') &&
    !PATRONYMIC.test(first)
  );
}
