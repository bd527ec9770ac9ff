import type { AgentName } from './person-name.ts';

/** The most frequent family names of China and Korea of one character, in traditional and simplified forms, and in Hangul. */
const FAMILIES = new Set(
  '王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류진지엄원천방공',
);
/** Family names of two characters. */
const LONG_FAMILIES = /^(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|夏侯|남궁|황보|제갈|사공|선우|서문|독고|동방)/u;
/** The most frequent family names of Japan of two characters or more, and those of well-known artists and naturalists. */
const JAPANESE_FAMILIES =
  /^(?:佐々木|長谷川|五十嵐|久保田|大久保|朝比奈|喜多川|東洲斎|佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|渡邉|山本|中村|小林|加藤|吉田|山田|山口|松本|井上|木村|斎藤|斉藤|齋藤|清水|山崎|池田|橋本|阿部|石川|山下|中島|中嶋|石井|小川|前田|岡田|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|金子|岡本|藤原|中野|三浦|原田|中川|松田|竹内|小野|田村|中山|和田|石田|森田|上田|柴田|酒井|宮崎|横山|宮本|内田|高木|安藤|谷口|大野|丸山|今井|高田|藤本|武田|村田|上野|杉山|増田|平野|大塚|千葉|久保|松井|小島|岩崎|桜井|櫻井|野口|松尾|木下|菊地|菊池|野村|新井|渡部|佐野|杉本|大西|古川|浜田|濱田|市川|小松|高野|水野|吉川|山内|西田|西川|菅原|北村|福島|安田|中田|平田|川崎|飯田|岩田|服部|土屋|福井|樋口|松岡|川口|本田|馬場|秋山|永井|田口|矢野|山中|小山|川村|吉村|熊谷|荒井|岡崎|三宅|黒田|石原|大橋|松村|須藤|小池|片山|尾崎|牧野|早田|中井|伊東|本多|小泉|岡村|大井|北川|今西|江崎|素木|松浦|早川|津田|工藤|館脇|宮部|歌川|葛飾|狩野|円山|尾形|土佐|鳥居|月岡|河鍋|棟方|草間|黒澤|手塚|宮沢|夏目|与謝)/u;
const KATAKANA_PARTS = /^[\p{Script=Katakana}ー]+・[\p{Script=Katakana}ー・]+$/u;

/**
 * A name in Chinese, Japanese or Korean letters, family first. A space divides it; without one, it is divided behind
 * a frequent Japanese family name, and two or three characters behind a frequent Chinese or Korean one; every other name stays whole.
 */
export function personOfHan(text: string): AgentName {
  const name = text.trim();
  if (KATAKANA_PARTS.test(name)) {
    const parts = name.split('・');
    return { name, type: 'person', family: parts.at(-1) ?? name, given: parts.slice(0, -1).join('・') };
  }
  const [family = name, ...given] = name.split(/[\s・]+/u);
  if (given.length > 0) return { name, type: 'person', family, given: given.join(' ') };
  const japanese = JAPANESE_FAMILIES.exec(name)?.[0];
  if (japanese === name) return { name, type: 'person', family: name };
  if (japanese !== undefined && name.length <= japanese.length + 3)
    return { name, type: 'person', family: japanese, given: name.slice(japanese.length) };
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
