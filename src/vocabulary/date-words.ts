/**
 * What the words of written dates mean, by code. The words are in small letters and without accents; the first languages
 * are English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Russian and Latin.
 *
 * M01 to M12 months · S21 to S24 seasons · ~ about · ? perhaps · < before · > after · B between · U to · F from · | or ·
 * + and · L or later · K or earlier · P until today · C century · Z millennium · D decade · E before our era · A of our era ·
 * Q1 first third, Q2 middle third, Q3 last third · H half · T third · J quarter · N1 to N4 ordinals · W did something else to it later
 * · an empty code: says nothing about the time.
 */
const CODES: Readonly<Record<string, string>> = {
  M01: 'jan janvaris sausio january januar jaenner janner janvier janv enero ene janeiro gennaio genn gen januari ianuarius ianuarii januario jany ianuario янв январь января stycznia styczen ledna leden tammikuu tammikuuta ocak ianuarie januara januarja gener jaanuar sijecnja ιανουαριος ιανουαριου січня',
  M02: 'feb vasario febr february februar feber fevrier fevr fev febrero fevereiro febbraio februari februarius februarii februario feby februaris фев февр февраль февраля lutego luty unora unor helmikuu helmikuuta subat februarie februara februarja febrer veebruar veljace hornung φεβρουαριος φεβρουαριου лютого',
  M03: 'mar kovo march maerz marz mrz mars marzo marco maart mrt martius martii martio marts marcius maret март марта мар marca marzec brezna brezen maaliskuu maaliskuuta mart martie ozujka marcu μαρτιος μαρτιου березня',
  M04: 'apr aprill balandzio april avril avr abril abr aprile aprilis aprili aprl апр апрель апреля kwietnia kwiecien dubna duben huhtikuu huhtikuuta nisan aprilie aprila travnja απριλιος απριλιου квітня',
  M05: 'may maijs geguzes mai mayo maio maggio mag mei maj maius maii majo majus май мая маи maja kvetna kveten toukokuu toukokuuta mayis mayıs svibnja maig μαιος μαιου травня',
  M06: 'jun junius birzelio junijs june juni juin junio junho giugno giu iunius iunii junii iunio июн июнь июня czerwca czerwiec cervna cerven kesakuu kesakuuta haziran iunie juna lipnja juuni brachmonat ιουνιος ιουνιου червня',
  M07: 'jul julius juulil juliol liepos julijs july juli juil juillet julio julho luglio lug iulius iulii julii iulio июл июль июля lipca lipiec cervence cervenec heinakuu heinakuuta temmuz iulie jula srpnja juliol juuli heumonat ιουλιος ιουλιου липня',
  M08: 'aug avg augusts rugpjucio august aout agosto ago augustus augusti augustum augusto agustus augusztus авг август августа sierpnia sierpien srpna srpen elokuu elokuuta agustos avgusta augusta kolovoza agost αυγουστος αυγουστου серпня',
  M09: 'sep rugsejo sept september septembre septiembre setiembre setembro settembre sett set septembris septembri septembr szeptember сен сент сентябрь сентября wrzesnia wrzesien zari syyskuu syyskuuta eylul septembrie septembra rujna setembre herbstmonat σεπτεμβριος σεπτεμβριου вересня',
  M10: 'oct oktobris spalio october okt oktober octobre octubre outubro ottobre ott octobris octobri octbr окт октябрь октября pazdziernika pazdziernik rijna rijen lokakuu lokakuuta ekim octombrie oktobra oktoobra oktoober weinmonat οκτωβριος οκτωβριου жовтня',
  M11: 'nov lapkricio november novembre noviembre novembro novembris novembri novbr ноя нояб ноябрь ноября listopada listopad listopadu marraskuu marraskuuta kasim noiembrie novembra studenoga studenog wintermonat νοεμβριος νοεμβριου',
  M12: 'dec desembre gruodzio december dez dezember decembre diciembre dic dezembro dicembre decembris decembri decbr desember дек декабрь декабря grudnia grudzien prosince prosinec joulukuu joulukuuta aralik decembrie decembra prosinca christmonat detsember δεκεμβριος δεκεμβριου грудня',
  S21: 'spring fruhling fruehling fruhjahr fruehjahr printemps primavera lente voorjaar var ver весна весной весны forar',
  S22: 'summer sommer ete verano verao estate zomer sommar aestas лето летом лета sommeren sommaren',
  S23: 'autumn fall herbst automne otono outono autunno herfst host autumnus осень осенью осени hosten efterar efteraret',
  S24: 'winter hiver invierno inverno vinter hiems зима зимой зимы vintern vinteren',
  '~': 'c ca okolo około noin apie ci circa cca circ cir about approx approximately around um etwa ungefahr ungefaehr zirka vers env environ hacia aproximadamente verso omstreeks ongeveer omkring cerca rond около приблизительно ок прибл примерно omtrent intorno alrededor ongev ungef approximate',
  '?': 'probably prob likely perhaps possibly presumably uncertain wohl vermutlich vielleicht wahrscheinlich probablement waarschijnlijk probabilmente probablemente provavelmente troligen вероятно возможно предположительно talvez forse quizas quiza peut-etre misschien mogelijk maybe',
  '<': 'before pre prior ante vor avant antes prima voor fore inden',
  '>': 'after post nach apres despues depois dopo efter na после',
  B: 'between zwischen entre tra fra tussen mellan btw betw между mellem',
  U: 'to until till til through thru bis jusque hasta ate fino tot a au al aan by до по tem spatestens',
  F: 'vom from since seit von depuis desde dal dalla van vanaf fran from starting beginning с от ab fruhestens',
  '|': 'or oder ou eller или',
  '+': 'and und et y e en och и og',
  L: 'later onward onwards ff spater spaeter',
  K: 'earlier fruher frueher',
  P: 'present today now heute ongoing date',
  C: 'century centuries cent jahrhundert jahrhunderts jh jhd jhdt siecle siecles siglo seculo secolo sec eeuw arhundradet saeculum saec век века веков веке вв secolul stoljece siglos seculos secoli jahrhunderte wieku wiek stuleci stulecie',
  Z: 'millennium millennia millenium jahrtausend jahrtausends millenaire milenio millennio millenio тысячелетие',
  T: 'drittel drittels tiers tercio terco треть трети thirds',
  D: 'decade annees anos anni jaren decennium',
  E: 'bc bce',
  A: 'ad ce',
  Q1: 'early tidigt anfang debut principios inicio inicios inizio begin borjan fruhes beginning начало начале начала primi begyndelsen begynnelsen debuts fruhe primeros comienzos beginnings start',
  Q2: 'mi mid middle mitte milieu mediados meados meta midden mitten середина середине середины midten mitt',
  Q3: 'late sent end ende fin finales final fine eind slutet конец конце конца finais fines ultimos slutningen slutten spate tardo ends tarda slut koniec',
  H: 'half halfte haelfte moitie mitad metade meta helft halften половина половины половине halvdel halvdelen halft polowa',
  J: 'quarter viertel quart cuarto quarto kwart fjardedel четверть четверти fierdedel',
  N1: 'first erste ersten erstes premier premiere primer primera primeiro primeira primo eerste forsta 1st первая первой первый prima prim первое eersten 1er',
  N2: 'second zweite zweiten zweites deuxieme seconde segundo segunda secondo seconda tweede andra вторая второй второе 2nd anden',
  N3: 'third dritte drittes troisieme tercer terzo derde tredje третья третьей третье tercera terceira terza tercero 3rd',
  N4: 'fourth last viertes quatrieme ultimo letzte letztes vierde fjarde dernier четвертая четвертой последняя последней ultima sista sidste laatste dernieres',
  W: 'exhibited annotated owned acquired accessioned restored repaired conserved',
  '': `the shortly soon just immediately pubd stamped watermark watermarked em emerged reared cest bst mest msk ist eet eest jst aest aedt nzst nzdt sast des dos das southern austral av mense die of in on de del di da do der den dem des le la el il het d l le du im am at mon monday tue tues tuesday wed wednesday thu
    thur thurs thursday fri friday sat saturday sun sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi
    samedi dimanche date dated datum year years month day anno jahr annee ano made executed painted drawn built manufactured designed written
    composed photographed taken published printed reprinted pub publ first reproduced reconstructed reassembled remade cast
    issued collected coll leg received collection active fl floruit documented produced creation created er s es tal talet
    edt est edst cst cdt mst mdt pst pdt gmt utc cet mez h hrs hr hours am pm posthumous posthumously enlarged version engraved etched replica assembled editioned edition partly refabricated fabricated reworked copy original this with additions installation at night morning evening afternoon dawn dusk purchased released artist migrated as transcribed
    patent patented pat patentiert patente brevete brevet breveted patentado octrooi registered deposited copyright signed signe signiert collector г гг год года году годы годов в и model modelled minted struck ed finished completed begun commenced founded established incorporated opened rebuilt constructed woven carved forged fired recorded filmed performed born died b act flourished work works was is it only daterad dagtekend gemaakt vervaardigd ontworpen gedrukt datiert hergestellt gedruckt entworfen erbaut gemalt fait realise imprime fabrique concu dessine hecho realizado impreso fabricado fechado feito datado realizzato datato stampato fatto firmato reigned master baptized altered revised inscribed design example both negative print prints positive li tillverkad tryckt malad ritad byggd anum domini mes mois monat maand lived geboren gestorben ne nee mort nacido muerto`,
};

/** Words whose code depends on nothing but themselves. Where a word stands in two lists, the earlier list counts. */
export const DATE_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(CODES)
    .flatMap(([code, words]) =>
      words
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .trim()
        .split(/\s+/u)
        .map((word): [string, string] => [word, code]),
    )
    .toReversed(),
);

/** Whole texts that say that there is no date, in small letters and without accents. */
export const NO_DATE =
  /^(?:s\.? ?d\.?|s\. ?a\.?|s ?\/ ?[df]|n\.? ?d\.?|n ?\/ ?d|o\.? ?[jd]\.?|z\. ?[djo]\.?|u\. ?[ad]\.?|б\. ?[гд]\.?|(?:sans|ohne|sine|zonder|senza|sem|sin|utan|uten|uden|без|bez) (?:date|datum|jahr|dato|die|anno|jaar|data|ar|arstall|fecha|ano|annee|даты|года|daty|roku|data|datering)|(?:non |nicht |niet |ej |no |nao )(?:datee?|datat[oa]|datad[oa]|datiert|gedateerd|daterad|fechad[oa])|undat(?:iert|ed)|ongedateerd|odaterad|udater[et]t?|не датировано?|недатирован\p{L}*|unknown|unk\.?|unbekannt\p{L}*|keine angaben?|inconnue?|desconocid[ao]|desconhecid[ao]|sconosciut[ao]|onbekend|okand|ukendt|ukjent|неизвестно|(?:fecha|date|data|datum) (?:desconocida|inconnue|desconhecida|sconosciuta|unbekannt|onbekend|ikke angivet|okant)|not (?:known|stated|given|recorded|provided|available|dated|on sheet)|none(?: given| stated| recorded)?|null|n\/?a|no (?:verbatim )?date(?: data| provided| given| available| recorded| on label)?|unknown date|(?:date )?(?:unk'?n?\.?|not (?:known|recorded|given|provided|stated|on sheet)|unknown|missing|illegible|unreadable)|no data|(?:sin|sem|senza|sans|ohne) (?:datos|dados|informacion|informacao|dati|donnees|daten)|various|[-–—?.\s/_*x0:]+)\.?$/u;
