/**
 * Frequent given names of Europe and the Americas, in lower case. They decide only between two readings of a name that its
 * punctuation leaves open ("Taylor, Thomas", "Donna & Martin Kolner"); a name that is not here is still read.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron ada hal katie lauren leah marianne marilyn noah shannon shaun tara darrell debbie denise dylan erica erika ethan gabriel heidi luisa magnus
  adam adele adeline adolf adrian agatha agnes ahmed akira alain alan alastair albert albin albrecht alec alejandro aleksander
  aleksandr alessandro alex alexander alexandra alexandre alexis alfonso alfred ali alice alicia alison allan allen alois aloysius alphonse
  alvin alwin amanda amelia amelie amy ana anastasia anatole anders andrea andreas andrei andrej andrew andré andrés andy angela angelica
  angelo anita anke ann anna anne annette annie annika anselm anthea anthony antoine anton antonio antônio archibald arnaud arne arnold
  aroldo arthur arturo astrid august augusta auguste augustin augustine augustus aurelia aurelio axel barbara bartholomew beate beatrice ben
  bengt benito benjamin benoit bente bernard bernd bernhard bert bertha bertil beth betty beverly bill birgit bjarne björn bob bonnie boris
  brad brenda brendan brent brett brian bridget britt bruce bruno calvin camilla camille candice carl carla carlo carlos carmen carol caroline
  carolyn catherine cathy cecilia cedric celia cesar charles charlie charlotte chester chris christa christian christiane christina
  christine christophe christopher cindy claes clara clare clarence clarissa claude claudia claus clifford clyde colin conrad constance
  cornelia cornelis cornelius craig cynthia cyril cyrus césar dagmar dale dan daniel daniela daniele darren darwin dave david davide dawn
  dean deborah debra delia denis dennis derek desmond diana diane dick diego dieter dirk dmitri dolores dominic dominique don donald donato
  donna doreen doris dorothy doug douglas dwight earl edgar edith edmond edmund edna edouard eduard eduardo edward edwin egbert egon eileen
  einar elaine eleanor elena elias eliot elisa elisabeth elise eliza elizabeth ella ellen elmer elsie elvira emanuel emil emile emilio emily
  emma emmanuel enid enrique enzo erasmus eric erich erik erin ernest ernestine ernesto ernst erwin estella esther ethel etienne eugen
  eugene eugène eunice eva evan evelyn evert fabio fanny fausto fay felicia felipe felix ferdinand fernand fernando filippo flavio flora
  florence frances francesca francesco francine francis francisco francoise frank franz françois françoise fred frederic frederick frederik
  friedrich fritjof frits fritz félix gabriela gabriele gail gareth garrett gary gaston gavin geert gemma genevieve geoff geoffrey georg
  george georges georgia georgina gerald geraldine gerard gerd gerda gerhard germaine gertrude gianni gilbert giles gina giorgio giovanni
  giulia giuseppe gladys glenn gloria goran gordon gottfried gottlieb grace graeme graham greg gregory greta gudrun guido guillermo gunnar
  gustav gustave gustavo guy gwen günter günther hamish hank hanna hannah hanne hannes hans harold harriet harry hazel heather hector hedwig
  heike heinrich heinz helen helena helga helmut hendrik henk henri henrietta henrik henry herb herbert herman hermann hilary hilda hiroshi
  holger homero horace howard hubert hugh hugo humphrey hélène ian ida ignacio igor ilse immanuel ines inge ingeborg ingo ingrid irene irma
  irwin isaac isabel isabella isidore ismael ivan ivar ivo jaap jacinto jack jackie jacob jacques jaime jake jakob james jamie jan jane
  janet janice janine jared jason javier jean jeanette jeanne jeannette jeff jeffrey jennifer jens jeremy jerome jerry jesse jessica jessie
  jill jim jo joachim joan joanna joanne joaquín jochen jodie jody joe joel joep johan johann johannes john johnny jon jonathan jorge jorgen
  jose josef joseph josephine josephus josh joshua josiah josie josé joyce joão juan juana judith judy juergen jules julia julian julie
  juliet juliette julio julius justin jørgen jürgen kai karel karen karin karina karl karla karsten kaspar katarina kate katharina katherine
  kathleen kathryn kathy katja katrin kay kees keith ken kenneth kerry kerstin kevin kim kirsten kit klaus knud knut konrad konstantin
  krista kristen kristian kristin kristina kurt kyle larry lars laura laurence laurent laurie lawrence lee lena lennart leo leon leonard
  leonardo leopold leroy leslie lewis liam lilian lillian lily linda lionel lisa lise liz lloyd lois lorenzo lorraine lothar lotte louella
  louis louisa louise luc luca lucas lucia lucie lucien lucius lucy ludwig luigi luigia luis luke luís lydia lyle lynn léopold mabel
  madeleine magda magdalena maggie malcolm manfred manuel manuela marc marcel marcelo marcia marco marcus margaret margarete margarita
  margit marguerite maria marian mariano marie marina mario marion marjorie mark marlene marta marten martha martin mary maría massimo
  mathias mathieu mathilde matilda mats matt matteo matthew matthias matthieu maud maureen maurice maurizio mauro mavis max maximilian
  maximiliano megan melanie melissa melvin merle mervyn michael michaela micheal michel michele michelle miguel mikael mike mikhail mildred
  millicent milton mina minna miriam moira molly mona monica monika moritz mortimer muriel myron nadia nancy naomi natalia natalie nathan
  nathaniel ned neil nellie nicholas nick nicola nicolai nicolas nicolaus nicole nigel nikolai nikolaus nils nina noel nora norbert noreen
  norma norman octavio odd olaf olav ole olga oliver olivia olivier omar orson orville osbert oscar oswald otis otmar ottilie otto pablo
  paco paddy pamela paolo pascual patricia patrick patsy patty paul paula paulina pauline paulo pedro peggy penelope per percival percy pete
  peter petra petrus phil philip philipp philippa phillip phyllis pia pierre pieter pilar piotr poul quentin rachel rafael rainer ralph
  ramona ramón randolph randy raphael raquel raymond raúl rebecca regina reginald reinhard reinhold renate renato renee rené reto reuben rex
  rhoda rhonda ricarda ricardo richard rick rita rob robbie robert roberta roberto robin rocco rod roderick rodney rodolfo rodolphe rodrigo
  roger roland rolf ron ronald ronnie rosa rosalind rose rosemary rowena roxana roy ruben rubén rudolf rufus rupert russ russell rutger ruth
  ruud ryan rémi sabina sabine sabrina sally salvatore sam samantha sami samuel sandra santiago sara sarah scot scott sean sebastian
  sebastiano selma serge sergei sergio seth shane sharon sheila shelley shirley sidney sigmund sigrid sigurd silas silke silvia silvio
  simeon simon simone sofia sofie sonia sonja sophia sophie stan stanley stefan stella sten stephanie stephen steve steven stewart stuart
  stéphane sue susan susanna susanne suzanne sven sybil sydney sylvia tamara tania tanya tatiana ted terence teresa teresita terri terry
  thelma theo theodor theodora theodore theophilus theresa theresia thilo thom thomas thorsten tiago tilman tim timothy tina tobias todd tom
  tomas tommaso tomás tony tracy travis trevor trudy ugo ulf ulla ulrich ulrike umberto ursel ursula uta uwe valentin valentina valerie
  vanessa vera vernon veronica vicente vicki victor victoria victorine vilhelm vince vincent vincenzo viola virgil virginia virginie vito
  vittorio vivian vivien vladimir volker waldemar walter walther wanda wayne wendy werner wesley wilbur wilfred wilfrid wilhelm will willem
  willi william willie willis wilma winifred wolfgang xavier yves yvette yvonne zachary zoe ángel édouard émile étienne`
    .trim()
    .split(/\s+/u),
);
