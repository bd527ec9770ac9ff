import type { AgentName } from './person-name.ts';

/** The most frequent family names of China and Korea of one character, in traditional and simplified forms, and in Hangul. */
const FAMILIES = new Set(
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류진지엄원천방공',
);
/** Family names of two characters. */
const LONG_FAMILIES = /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|夏侯|남궁|황보|제갈|사공|선우|서문|독고|동방)/u;
const KATAKANA_PARTS = /^[\p{Script=Katakana}ー]+・[\p{Script=Katakana}ー・]+$/u;

/**
 * A name in Chinese, Japanese or Korean letters, family first. A space divides it; without one, two or three characters that begin with
 * a frequent Chinese or Korean family name are divided behind it, and every other name stays whole.
 */
export function personOfHan(text: string): AgentName {
  const name = text.trim();
  if (KATAKANA_PARTS.test(name)) {
    const parts = name.split('・');
    return { name, type: 'person', family: parts.at(-1) ?? name, given: parts.slice(0, -1).join('・') };
  }
  const [family = name, ...given] = name.split(/[\s・]+/u);
  if (given.length > 0) return { name, type: 'person', family, given: given.join(' ') };
  const length = LONG_FAMILIES.test(name) ? 2 : 1;
  const divides =
    !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name) &&
    name.length > length &&
    name.length <= length + 2 &&
    (length === 2 || FAMILIES.has(name.charAt(0)));
  return divides
    ? { name, type: 'person', family: name.slice(0, length), given: name.slice(length) }
    : { name, type: 'person' };
}
