/** A stretch of years that has a name; years before our era count down from 0 (1 BCE). */
export interface NamedYears {
  readonly begin: number;
  readonly end: number;
  /** Chronologies differ by years or decades: read as "about". */
  readonly approximate: boolean;
  /** Years of it were counted: Shōwa 12, Kangxi 3. */
  readonly counted: boolean;
}

interface Group {
  readonly approximate?: boolean;
  readonly counted?: boolean;
  /** `name[=name…]:begin,end`; `_` stands for a space. Small letters, without accents and apostrophes. */
  readonly names: string;
}

/** Japan: periods (Tokyo National Museum; Edo from 1603), and the eras by which years are counted. */
const JAPAN: Group = {
  names: `asuka=飛鳥:538,710 nara=奈良:710,794 heian=平安:794,1185 kamakura=鎌倉:1185,1333 nanbokucho=南北朝:1336,1392
    muromachi=室町=ashikaga:1336,1573 momoyama=azuchi-momoyama=桃山=安土桃山:1573,1615 edo=tokugawa=江戸:1603,1868`,
};
const EARLY_JAPAN: Group = { approximate: true, names: 'jomon:-10499,-299 yayoi:-299,300 kofun:300,538' };

/** Eras, from the year in which each was proclaimed to the year in which the next was. */
const NENGO: Group = {
  counted: true,
  names: `taika:645,650 hakuchi:650,654 shucho:686,686 taiho:701,704 keiun:704,708 wado:708,715 reiki:715,717 yoro:717,724
    jinki:724,729 tenpyo:729,749 tenpyo-kanpo:749,749 tenpyo-shoho:749,757 tenpyo-hoji:757,765 tenpyo-jingo:765,767
    jingo-keiun:767,770 hoki:770,781 teno:781,782 enryaku:782,806 daido:806,810 konin:810,824 tencho:824,834 jowa:834,848
    kasho:848,851 ninju:851,854 saiko:854,857 tenan:857,859 jogan:859,877 gangyo:877,885 ninna:885,889 kanpyo:889,898
    shotai:898,901 engi:901,923 encho:923,931 johei:931,938 tengyo:938,947 tenryaku:947,957 tentoku:957,961 owa:961,964
    koho:964,968 anna:968,970 tenroku:970,973 tenen:973,976 jogen:976,978 tengen:978,983 eikan:983,985 kanna:985,987
    eien:987,989 eiso:989,990 shoryaku:990,995 chotoku:995,999 choho:999,1004 kanko:1004,1012 chowa:1012,1017
    kannin:1017,1021 jian:1021,1024 manju:1024,1028 chogen:1028,1037 choryaku:1037,1040 chokyu:1040,1044 kantoku:1044,1046
    eisho:1046,1053 tengi:1053,1058 kohei:1058,1065 jiryaku:1065,1069 enkyu:1069,1074 joho:1074,1077 joryaku:1077,1081
    eiho:1081,1084 otoku:1084,1087 kanji:1087,1094 kaho:1094,1096 eicho:1096,1097 jotoku:1097,1099 kowa:1099,1104
    choji:1104,1106 kajo:1106,1108 tennin:1108,1110 tenei:1110,1113 eikyu:1113,1118 genei:1118,1120 hoan:1120,1124
    tenji:1124,1126 daiji:1126,1131 tensho:1131,1132 chosho:1132,1135 hoen:1135,1141 eiji:1141,1142 koji:1142,1144
    tenyo:1144,1145 kyuan:1145,1151 ninpei:1151,1154 kyuju:1154,1156 hogen:1156,1159 heiji:1159,1160 eiryaku:1160,1161
    oho:1161,1163 chokan:1163,1165 eiman:1165,1166 ninan:1166,1169 kao:1169,1171 joan:1171,1175 angen:1175,1177
    jisho:1177,1181 yowa:1181,1182 juei:1182,1184 genryaku:1184,1185 bunji:1185,1190 kenkyu:1190,1199 shoji:1199,1201
    kennin:1201,1204 genkyu:1204,1206 kenei:1206,1207 jogen:1207,1211 kenryaku:1211,1213 kenpo:1213,1219 jokyu:1219,1222
    joo:1222,1224 gennin:1224,1225 karoku:1225,1227 antei:1227,1229 kangi:1229,1232 joei:1232,1233 tenpuku:1233,1234
    bunryaku:1234,1235 katei:1235,1238 ryakunin:1238,1239 eno:1239,1240 ninji:1240,1243 kangen:1243,1247 hoji:1247,1249
    kencho:1249,1256 kogen:1256,1257 shoka:1257,1259 shogen:1259,1260 buno:1260,1261 kocho:1261,1264 bunei:1264,1275
    kenji:1275,1278 koan:1278,1288 shoo:1288,1293 einin:1293,1299 shoan:1299,1302 kengen:1302,1303 kagen:1303,1306
    tokuji:1306,1308 enkyo:1308,1311 ocho:1311,1312 bunpo:1317,1319 geno:1319,1321 genko:1321,1324 shochu:1324,1326
    karyaku:1326,1329 gentoku:1329,1332 genko:1331,1334 shokei:1332,1333 kenmu:1334,1338 engen:1336,1340 ryakuo:1338,1342
    kokoku:1340,1346 koei:1342,1345 jowa:1345,1350 shohei:1346,1370 kanno:1350,1352 bunna:1352,1356 enbun:1356,1361
    koan:1361,1362 joji:1362,1368 oan:1368,1375 kentoku:1370,1372 bunchu:1372,1375 tenju:1375,1381 eiwa:1375,1379
    koryaku:1379,1381 eitoku:1381,1384 kowa:1381,1384 genchu:1384,1392 shitoku:1384,1387 kakei:1387,1389 koo:1389,1390
    meitoku:1390,1394 oei:1394,1428 shocho:1428,1429 eikyo:1429,1441 kakitsu:1441,1444 bunan:1444,1449 hotoku:1449,1452
    kyotoku:1452,1455 kosho:1455,1457 choroku:1457,1460 kansho:1460,1466 bunsho:1466,1467 onin:1467,1469 bunmei:1469,1487
    chokyo:1487,1489 entoku:1489,1492 meio:1492,1501 bunki:1501,1504 eisho:1504,1521 daiei:1521,1528 kyoroku:1528,1532
    tenbun=tenmon:1532,1555 koji:1555,1558 eiroku:1558,1570 genki:1570,1573 tensho=天正:1573,1592 bunroku=文禄:1592,1596
    keicho=慶長:1596,1615 genna=元和:1615,1624 kanei=寛永:1624,1644 shoho=正保:1644,1648 keian=慶安:1648,1652
    joo=承応:1652,1655 meireki=明暦:1655,1658 manji=万治:1658,1661 kanbun=寛文:1661,1673 enpo=enpou=延宝:1673,1681
    tenna=天和:1681,1684 jokyo=貞享:1684,1688 genroku=元禄:1688,1704 hoei=宝永:1704,1711 shotoku=正徳:1711,1716
    kyoho=享保:1716,1736 genbun=元文:1736,1741 kanpo=寛保:1741,1744 enkyo=延享:1744,1748 kanen=寛延:1748,1751
    horeki=宝暦:1751,1764 meiwa=明和:1764,1772 anei=安永:1772,1781 tenmei=temmei=天明:1781,1789 kansei=寛政:1789,1801
    kyowa=享和:1801,1804 bunka=文化:1804,1818 bunsei=文政:1818,1831 tenpo=tempo=天保:1830,1845 koka=弘化:1844,1848
    kaei=嘉永:1848,1855 ansei=安政:1854,1860 manen=万延:1860,1861 bunkyu=文久:1861,1864 genji=元治:1864,1865
    keio=慶応:1865,1868 meiji=明治:1868,1912 taisho=大正:1912,1926 showa=昭和:1926,1989 heisei=平成:1989,2019
    reiwa=令和:2019,2100`,
};

/** China: dynasties, and the reigns of the Ming and Qing, in Pinyin, Wade-Giles where it is common, and characters. */
const CHINA: Group = {
  names: `western_han:-205,9 eastern_han:25,220 han=漢=漢代:-205,220 qin=秦:-220,-205 xin:9,23 three_kingdoms:220,280
    six_dynasties:220,589 western_jin:265,316 eastern_jin:317,420 jin:265,420 northern_wei=北魏:386,535 eastern_wei:534,550
    western_wei:535,557 northern_qi:550,577 northern_zhou:557,581 southern_and_northern_dynasties:420,589 sui=隋:581,618
    tang=唐=唐代:618,907 five_dynasties:907,960 liao=遼:907,1125 northern_song=northern_sung=北宋:960,1127
    southern_song=southern_sung=南宋:1127,1279 song=sung=宋=宋代:960,1279 western_xia:1038,1227 jin=金=金代:1115,1234
    yuan=元=元代:1271,1368 ming=明=明代:1368,1644 qing=ching=清=清代:1644,1911 republic_period=republican_period:1912,1949
    joseon=choson=chosun=yi:1392,1910 goryeo=koryo:918,1392 unified_silla:668,935`,
};
const EARLY_CHINA: Group = {
  approximate: true,
  names: `xia:-2069,-1599 shang=商=商代:-1599,-1045 western_zhou=西周:-1045,-770 eastern_zhou=東周:-769,-255 zhou=chou=周:-1045,-255
    spring_and_autumn=春秋:-769,-475 warring_states=戦国=戰國:-474,-220`,
};
const REIGNS_OF_CHINA: Group = {
  counted: true,
  names: `hongwu=洪武:1368,1398 jianwen=建文:1399,1402 yongle=永樂=永乐:1403,1424 hongxi=洪熙:1425,1425 xuande=宣德:1426,1435
    zhengtong=正統=正统:1436,1449 jingtai=景泰:1450,1457 tianshun=天順=天顺:1457,1464 chenghua=成化:1465,1487 hongzhi=弘治:1488,1505
    zhengde=正德:1506,1521 jiajing=嘉靖:1522,1566 longqing=隆慶=隆庆:1567,1572 wanli=wan-li=萬曆=万历:1573,1620
    taichang=泰昌:1620,1620 tianqi=天啓=天启:1621,1627 chongzhen=崇禎=崇祯:1628,1644 shunzhi=shun-chih=順治=顺治:1644,1661
    kangxi=kang-hsi=kanghsi=康熙:1662,1722 yongzheng=yung-cheng=雍正:1723,1735 qianlong=chien-lung=chienlung=乾隆:1736,1795
    jiaqing=chia-ching=嘉慶=嘉庆:1796,1820 daoguang=tao-kuang=道光:1821,1850 xianfeng=hsien-feng=咸豐=咸丰:1851,1861
    tongzhi=tung-chih=同治:1862,1874 guangxu=kuang-hsu=光緒=光绪:1875,1908 xuantong=宣統=宣统:1909,1911`,
};

/** Egypt, by the chronology of the Oxford History of Ancient Egypt (2000). */
const EGYPT: Group = {
  approximate: true,
  names: `early_dynastic:-2999,-2685 old_kingdom:-2685,-2159 first_intermediate:-2159,-2054 middle_kingdom:-2054,-1649
    second_intermediate:-1649,-1549 new_kingdom:-1549,-1068 third_intermediate:-1068,-663 late_period:-663,-331
    ptolemaic:-331,-29 dynasty_1:-2999,-2889 dynasty_2:-2889,-2685 dynasty_3:-2685,-2612 dynasty_4:-2612,-2493
    dynasty_5:-2493,-2344 dynasty_6:-2344,-2180 dynasty_7:-2180,-2159 dynasty_8:-2180,-2159 dynasty_9:-2159,-2024
    dynasty_10:-2159,-2024 dynasty_11:-2124,-1984 dynasty_12:-1984,-1772 dynasty_13:-1772,-1649 dynasty_14:-1772,-1649
    dynasty_15:-1649,-1549 dynasty_16:-1649,-1579 dynasty_17:-1579,-1549 dynasty_18:-1549,-1294 dynasty_19:-1294,-1185
    dynasty_20:-1185,-1068 dynasty_21:-1068,-944 dynasty_22:-944,-714 dynasty_23:-817,-714 dynasty_24:-726,-714
    dynasty_25:-746,-655 dynasty_26=saite:-663,-524 dynasty_27:-524,-403 dynasty_28:-403,-398 dynasty_29:-398,-379
    dynasty_30:-379,-342 dynasty_31:-342,-331 amarna:-1351,-1326 djoser:-2666,-2647 sneferu:-2612,-2588 khufu:-2588,-2565
    khafre=khafra:-2557,-2531 menkaure=menkaura:-2531,-2502 pepi_ii=pepy_ii:-2277,-2183 mentuhotep_ii:-2054,-2003
    amenemhat_i:-1984,-1955 senusret_i=senwosret_i:-1955,-1910 senusret_iii=senwosret_iii:-1869,-1830
    amenemhat_iii:-1830,-1785 ahmose_i=ahmose:-1549,-1524 amenhotep_i:-1524,-1503 thutmose_i:-1503,-1491
    thutmose_ii:-1491,-1478 thutmose_iii=tuthmosis_iii:-1478,-1424 hatshepsut:-1472,-1457 amenhotep_ii:-1426,-1399
    thutmose_iv=tuthmosis_iv:-1399,-1389 amenhotep_iii:-1389,-1351 akhenaten=amenhotep_iv:-1351,-1335
    tutankhamun=tutankhamen:-1335,-1326 horemheb=haremhab:-1322,-1294 ramesses_i=ramses_i:-1294,-1293
    seti_i=sety_i:-1293,-1278 ramesses_ii=ramses_ii:-1278,-1212 merenptah:-1212,-1202 seti_ii=sety_ii:-1199,-1193
    ramesses_iii=ramses_iii:-1183,-1152 ramesses_iv=ramses_iv:-1152,-1146 ramesses_ix=ramses_ix:-1125,-1107
    ramesses_xi=ramses_xi:-1098,-1068 psamtik_i:-663,-609 amasis:-569,-525 nectanebo_i:-379,-361 nectanebo_ii:-359,-342
    cleopatra_vii:-50,-29`,
};

/** England and Britain: reigns, and the styles named after them. */
const BRITAIN: Group = {
  names: `william_i:1066,1087 william_ii:1087,1100 henry_i:1100,1135 king_stephen:1135,1154 henry_ii:1154,1189 richard_i:1189,1199
    king_john:1199,1216 henry_iii:1216,1272 edward_i:1272,1307 edward_ii:1307,1327 edward_iii:1327,1377 richard_ii:1377,1399
    henry_iv:1399,1413 henry_v:1413,1422 henry_vi:1422,1471 edward_iv:1461,1483 edward_v:1483,1483 richard_iii:1483,1485
    henry_vii:1485,1509 henry_viii:1509,1547 edward_vi:1547,1553 mary_i=queen_mary:1553,1558 elizabeth_i:1558,1603
    james_i:1603,1625 charles_i:1625,1649 charles_ii:1660,1685 james_ii:1685,1688 william_and_mary:1689,1694
    william_iii:1689,1702 queen_anne:1702,1714 george_i:1714,1727 george_ii:1727,1760 george_iii:1760,1820
    george_iv:1820,1830 william_iv:1830,1837 queen_victoria:1837,1901 edward_vii:1901,1910 george_v:1910,1936
    edward_viii:1936,1936 george_vi:1936,1952 elizabeth_ii:1952,2022 charles_iii:2022,2100 tudor:1485,1603 stuart:1603,1714
    elizabethan:1558,1603 jacobean:1603,1625 georgian:1714,1830 regency:1811,1820 victorian:1837,1901 edwardian:1901,1910
    first_world_war=world_war_i=wwi=ww1:1914,1918 second_world_war=world_war_ii=wwii=ww2:1939,1945`,
};

/** Names of dynasties, reigns, eras and periods, with all of the stretches of years that bear a name. */
export const NAMED_YEARS: ReadonlyMap<string, readonly NamedYears[]> = new Map(
  Object.entries(
    Object.groupBy(
      [JAPAN, EARLY_JAPAN, NENGO, CHINA, EARLY_CHINA, REIGNS_OF_CHINA, EGYPT, BRITAIN].flatMap(entriesOf),
      ([name]) => name,
    ),
  ).map(([name, entries = []]): [string, readonly NamedYears[]] => [name, entries.map(([, years]) => years)]),
);

function entriesOf({ names, approximate = false, counted = false }: Group): readonly (readonly [string, NamedYears])[] {
  return names.split(/\s+/u).flatMap((entry) => {
    const [spellings = '', years = ''] = entry.split(':');
    const [begin = 0, end = 0] = years.split(',').map(Number);
    return spellings
      .split('=')
      .map((name): [string, NamedYears] => [name.replaceAll('_', ' '), { begin, end, approximate, counted }]);
  });
}

/** Words beside such a name that say only that it is one. */
export const PERIOD_WORDS: ReadonlySet<string> = new Set(
  `period periods era eras dynasty dynasties reign reigns reigned mark marks and of the in from during king queen emperor empress
    pharaoh zeit periode dynastie epoche regierungszeit epoque regne dinastia periodo epoca year nengo age style temp tempore
    japan japanese china chinese egypt egyptian england english british korea korean 時代 年間 朝 代 年製 年`.split(
    /\s+/u,
  ),
);
