/**
 * What the words of written dates mean, by code. The words are in small letters and without accents; the first languages
 * are English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish and Latin.
 *
 * M01 to M12 months · S21 to S24 seasons · ~ about · ? perhaps · < before · > after · B between · U to · F from · | or ·
 * + and · L or later · K or earlier · P until today · C century · D decade · E before our era · A of our era ·
 * Q1 first third, Q2 middle third, Q3 last third · H half · J quarter · N1 to N4 ordinals · W did something else to it later
 * · an empty code: says nothing about the time.
 */
const CODES: Readonly<Record<string, string>> = {
  M01: 'jan january januar jaenner janner janvier janv enero ene janeiro gennaio genn gen januari ianuarius ianuarii',
  M02: 'feb febr february februar feber fevrier fevr fev febrero fevereiro febbraio februari februarius februarii',
  M03: 'mar march maerz marz mrz mars marzo marco maart mrt martius martii',
  M04: 'apr april avril avr abril abr aprile aprilis',
  M05: 'may mai mayo maio maggio mag mei maj maius maii',
  M06: 'jun june juni juin junio junho giugno giu iunius iunii junii',
  M07: 'jul july juli juil juillet julio julho luglio lug iulius iulii julii',
  M08: 'aug august aout agosto ago augustus augusti',
  M09: 'sep sept september septembre septiembre setiembre setembro settembre sett set septembris 7bre',
  M10: 'oct october okt oktober octobre octubre outubro ottobre ott octobris 8bre',
  M11: 'nov november novembre noviembre novembro novembris 9bre',
  M12: 'dec december dez dezember decembre diciembre dic dezembro dicembre decembris 10bre xbre',
  S21: 'spring fruhling fruehling fruhjahr fruehjahr printemps primavera lente voorjaar var ver',
  S22: 'summer sommer ete verano verao estate zomer sommar aestas',
  S23: 'autumn fall herbst automne otono outono autunno herfst host autumnus',
  S24: 'winter hiver invierno inverno vinter hiems',
  '~': 'c ca ci circa cca circ cir about approx approximately around um etwa ungefahr ungefaehr zirka vers env environ hacia aproximadamente verso omstreeks ongeveer omkring cerca',
  '?': 'probably perhaps possibly presumably uncertain wohl vermutlich vielleicht wahrscheinlich probablement waarschijnlijk probabilmente probablemente provavelmente troligen',
  '<': 'before pre prior ante vor avant antes prima voor fore',
  '>': 'after post nach apres despues depois dopo efter',
  B: 'between zwischen entre tra fra tussen mellan btw betw',
  U: 'to until till til through thru bis jusque hasta ate fino tot a au al aan by',
  F: 'from since seit von depuis desde dal dalla van vanaf fran from starting beginning',
  '|': 'or oder ou eller',
  '+': 'and und et y e en och',
  L: 'later onward onwards ff spater spaeter',
  K: 'earlier fruher frueher',
  P: 'present today now heute ongoing',
  C: 'century centuries cent jahrhundert jahrhunderts jh jhd jhdt siecle siecles siglo seculo secolo sec eeuw arhundradet saeculum saec',
  D: 'decade annees anos anni jaren',
  E: 'bc bce',
  A: 'ad ce',
  Q1: 'early tidigt anfang debut principios inicio inicios inizio begin borjan fruhes beginning',
  Q2: 'mid middle mitte milieu mediados meados meta midden mitten',
  Q3: 'late sent end ende fin finales final fine eind slutet',
  H: 'half halfte haelfte moitie mitad metade meta helft halften',
  J: 'quarter viertel quart cuarto quarto kwart fjardedel',
  N1: 'first erste ersten erstes premier premiere primer primera primeiro primeira primo eerste forsta',
  N2: 'second zweite zweiten zweites deuxieme seconde segundo segunda secondo seconda tweede andra',
  N3: 'third dritte drittes troisieme tercer terzo derde tredje',
  N4: 'fourth last viertes quatrieme ultimo letzte letztes vierde fjarde dernier',
  W: 'exhibited annotated reworked owned acquired accessioned',
  '': `the av mense die of in on de del di da do der den dem des le la el il het d l le du im am at mon monday tue tues tuesday wed wednesday thu
    thur thurs thursday fri friday sat saturday sun sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi
    samedi dimanche date dated datum year years month day anno jahr annee ano made executed painted drawn built manufactured designed written
    composed photographed taken published printed reprinted pub publ first reproduced reconstructed reassembled remade cast
    issued collected coll leg received collection active fl floruit documented produced creation created er s es tal talet
    edt est edst cst cdt mst mdt pst pdt gmt utc cet mez h hrs hr hours am pm posthumous posthumously enlarged version engraved etched replica assembled editioned edition partly restored refabricated fabricated repaired copy original this with additions installation at night morning evening afternoon dawn dusk purchased released artist migrated as transcribed`,
};

/** Words whose code depends on nothing but themselves. Where a word stands in two lists, the earlier list counts. */
export const DATE_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(CODES)
    .flatMap(([code, words]) =>
      words
        .trim()
        .split(/\s+/u)
        .map((word): [string, string] => [word, code]),
    )
    .toReversed(),
);

/** Whole texts that say that there is no date. */
export const NO_DATE =
  /^(?:s\.? ?d\.?|s\. ?a\.?|n\.? ?d\.?|o\. ?j\.?|o\. ?d\.?|sin fecha|sans date|ohne (?:datum|jahr)|sine (?:dato|die|anno)|zonder (?:datum|jaar)|senza data|sem data|utan (?:datum|ar)|undated|unknown|unk\.?|unbekannt|inconnue?|desconocid[ao]|not (?:known|stated|given|recorded|provided|available|dated|on sheet)|none(?: given| stated| recorded)?|null|n\/?a|no (?:verbatim )?date(?: data| provided| given| available| recorded)?|(?:date )?(?:unk'?n?\.?|not (?:known|recorded|given|provided|stated|on sheet)|unknown|missing)|no data|various|[-–—?.\s/_*x0:]+)\.?$/u;
