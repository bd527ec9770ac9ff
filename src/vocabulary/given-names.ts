/**
 * Frequent given names of Europe and the Americas, in lower case. They decide only between two readings of a name that its
 * punctuation leaves open ("Taylor, Thomas", "Donna & Martin Kolner"); a name that is not here is still read.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron ada adam adolf adrian agnes alan albert alejandro alexander alexandra alfonso alfred alice allan allen amanda amy ana anders andré andrea
  andreas andrés andrew andy angela ángel ann anna anne annie anthony antoine anton antonio antônio arthur august auguste augustus axel barbara
  beatrice ben benjamin bernard bert bertha beth betty bill bob boris brian bruce bruno camille carl carla carlos carol caroline carolyn
  catherine cecilia charles charlotte chris christian christina christine christopher clara clarence claude claudia craig cynthia dale
  dan daniel darwin dave david dawn deborah dennis diana diane diego don donald donna dorothy doug douglas earl edgar edith eduard eduardo
  edward edwin eleanor elena elisabeth elizabeth ellen elsie emil emilio emily emma enrique eric erich erik ernest ernst esther ethel
  eugen eugene eugène eva evelyn félix felix ferdinand fernando florence frances francesco francis francisco françois frank franz fred
  frederic frederick frederik friedrich fritz gary geoffrey georg george georges gerald gerard gerhard gilbert giovanni giuseppe glenn
  gordon grace graham greg gregory guillermo gustav guy hans harold harriet harry heather hector heinrich helen helena helmut henri henry
  herbert herman hermann homero howard hugh hugo ian ida ingrid irene isaac isabel isabella ivan ivar jack jacob jacques jake james jan jane
  janet jean jeff jeffrey jennifer jeremy jerry jesse jessica jessie jim joan joão joaquín joe joel johan johann johannes john johnny jon
  jonathan jorge josé jose josef joseph josephine joshua joyce juan juana judith judy julia julian julie julio julius karen karin karl kate
  katherine kathleen kathryn keith ken kenneth kevin kim kit klaus kristen kurt lars laura lawrence lee leo leon leonard leonardo leslie lewis
  liz lisa lloyd lorenzo louis louisa louise lucia lucy ludwig luigi luis luís lynn manuel manuela marc marcel marco marcus margaret maria maría
  marian marie mario marion marjorie mark marta martha martin mary matt matthew maurice max michael michel miguel mike mildred milton monica
  muriel myron nancy nathan neil nicholas nicolas nicole nils norman odd olaf oliver olivia oscar otto pablo pamela patricia patrick paul
  paula paulo pedro per peter phil philip philipp pierre rachel rafael ralph ramón raúl raymond rebecca ricardo richard robert roberto robin rod
  roger roland rolf ronald rosa rose roy rudolf russell ruth ryan sally sam samuel sandra santiago sara sarah scott sean sebastian sharon
  shirley sigmund silvia simon sofia sophia sophie stan stanley stefan sten stephen steve steven stewart stuart susan suzanne sven sylvia
  ted teresa theodor theodore theresa thom thomas tim timothy tom tony tracy travis ulrich ursula valerie vera victor victoria vincent
  viola virginia walter wayne wendy werner wilhelm will willem william wolfgang yves zachary`
    .trim()
    .split(/\s+/u),
);
