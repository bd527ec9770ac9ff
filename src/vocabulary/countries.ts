/** Continents, as GBIF names them. */
export const CONTINENTS = [
  'AFRICA',
  'ANTARCTICA',
  'ASIA',
  'EUROPE',
  'NORTH_AMERICA',
  'OCEANIA',
  'SOUTH_AMERICA',
] as const;
export type Continent = (typeof CONTINENTS)[number];

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** ISO 3166-1 alpha-3. */
  readonly alpha3: string;
  /** ISO 3166-1 numeric, three digits. */
  readonly numeric: string;
  readonly continent: Continent;
}

/** ISO 3166-1: alpha-2, alpha-3, numeric, by continent. */
const TABLE: Readonly<Record<Continent, string>> = {
  AFRICA: `DZ DZA 012,AO AGO 024,BJ BEN 204,BW BWA 072,BF BFA 854,BI BDI 108,CV CPV 132,CM CMR 120,CF CAF 140,TD TCD 148,
    KM COM 174,CG COG 178,CD COD 180,CI CIV 384,DJ DJI 262,EG EGY 818,GQ GNQ 226,ER ERI 232,SZ SWZ 748,ET ETH 231,GA GAB 266,
    GM GMB 270,GH GHA 288,GN GIN 324,GW GNB 624,KE KEN 404,LS LSO 426,LR LBR 430,LY LBY 434,MG MDG 450,MW MWI 454,ML MLI 466,
    MR MRT 478,MU MUS 480,YT MYT 175,MA MAR 504,MZ MOZ 508,NA NAM 516,NE NER 562,NG NGA 566,RE REU 638,RW RWA 646,
    SH SHN 654,ST STP 678,SN SEN 686,SC SYC 690,SL SLE 694,SO SOM 706,ZA ZAF 710,SS SSD 728,SD SDN 729,TZ TZA 834,TG TGO 768,
    TN TUN 788,UG UGA 800,EH ESH 732,ZM ZMB 894,ZW ZWE 716,IO IOT 086`,
  ANTARCTICA: 'AQ ATA 010,BV BVT 074,TF ATF 260,HM HMD 334,GS SGS 239',
  ASIA: `AF AFG 004,AM ARM 051,AZ AZE 031,BH BHR 048,BD BGD 050,BT BTN 064,BN BRN 096,KH KHM 116,CN CHN 156,CY CYP 196,
    GE GEO 268,HK HKG 344,IN IND 356,ID IDN 360,IR IRN 364,IQ IRQ 368,IL ISR 376,JP JPN 392,JO JOR 400,KZ KAZ 398,KW KWT 414,
    KG KGZ 417,LA LAO 418,LB LBN 422,MO MAC 446,MY MYS 458,MV MDV 462,MN MNG 496,MM MMR 104,NP NPL 524,KP PRK 408,OM OMN 512,
    PK PAK 586,PS PSE 275,PH PHL 608,QA QAT 634,SA SAU 682,SG SGP 702,KR KOR 410,LK LKA 144,SY SYR 760,TW TWN 158,TJ TJK 762,
    TH THA 764,TL TLS 626,TR TUR 792,TM TKM 795,AE ARE 784,UZ UZB 860,VN VNM 704,YE YEM 887`,
  EUROPE: `AL ALB 008,AD AND 020,AT AUT 040,BY BLR 112,BE BEL 056,BA BIH 070,BG BGR 100,HR HRV 191,CZ CZE 203,DK DNK 208,
    EE EST 233,FO FRO 234,FI FIN 246,FR FRA 250,DE DEU 276,GI GIB 292,GR GRC 300,GG GGY 831,HU HUN 348,IS ISL 352,IE IRL 372,
    IM IMN 833,IT ITA 380,JE JEY 832,LV LVA 428,LI LIE 438,LT LTU 440,LU LUX 442,MT MLT 470,MD MDA 498,MC MCO 492,ME MNE 499,
    NL NLD 528,MK MKD 807,NO NOR 578,PL POL 616,PT PRT 620,RO ROU 642,RU RUS 643,SM SMR 674,RS SRB 688,SK SVK 703,SI SVN 705,
    ES ESP 724,SJ SJM 744,SE SWE 752,CH CHE 756,UA UKR 804,GB GBR 826,VA VAT 336,AX ALA 248`,
  NORTH_AMERICA: `AI AIA 660,AG ATG 028,AW ABW 533,BS BHS 044,BB BRB 052,BZ BLZ 084,BM BMU 060,BQ BES 535,VG VGB 092,CA CAN 124,
    KY CYM 136,CR CRI 188,CU CUB 192,CW CUW 531,DM DMA 212,DO DOM 214,SV SLV 222,GL GRL 304,GD GRD 308,GP GLP 312,GT GTM 320,
    HT HTI 332,HN HND 340,JM JAM 388,MQ MTQ 474,MX MEX 484,MS MSR 500,NI NIC 558,PA PAN 591,PR PRI 630,BL BLM 652,KN KNA 659,
    LC LCA 662,MF MAF 663,PM SPM 666,VC VCT 670,SX SXM 534,TT TTO 780,TC TCA 796,US USA 840,VI VIR 850`,
  OCEANIA: `AS ASM 016,AU AUS 036,CX CXR 162,CC CCK 166,CK COK 184,FJ FJI 242,PF PYF 258,GU GUM 316,KI KIR 296,MH MHL 584,
    FM FSM 583,NR NRU 520,NC NCL 540,NZ NZL 554,NU NIU 570,NF NFK 574,MP MNP 580,PW PLW 585,PG PNG 598,PN PCN 612,WS WSM 882,
    SB SLB 090,TK TKL 772,TO TON 776,TV TUV 798,UM UMI 581,VU VUT 548,WF WLF 876`,
  SOUTH_AMERICA: `AR ARG 032,BO BOL 068,BR BRA 076,CL CHL 152,CO COL 170,EC ECU 218,FK FLK 238,GF GUF 254,GY GUY 328,PY PRY 600,
    PE PER 604,SR SUR 740,UY URY 858,VE VEN 862`,
};

export const COUNTRIES: readonly Country[] = CONTINENTS.flatMap((continent) =>
  TABLE[continent].split(',').map((row): Country => {
    const [code = '', alpha3 = '', numeric = ''] = row.trim().split(/\s+/u);
    return { code, alpha3, numeric, continent };
  }),
);

const byCode = new Map(COUNTRIES.map((country) => [country.code, country]));

export function findCountry(code: string): Country | undefined {
  return byCode.get(code);
}

/** Lower case, without marks and punctuation, without a leading article: the form in which names of countries are compared. */
export function foldCountryName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+|\b(?:and|et|und|y)\b/gu, ' ')
    .replaceAll(/\bste?\b/gu, 'saint')
    .replaceAll(/\b(?:is|isl|isls|ids)\b/gu, 'islands')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^the /u, '')
    .replace(/ the$/u, '');
}
