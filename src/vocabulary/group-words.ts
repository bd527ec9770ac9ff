function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/u));
}

/** Words of which one makes a name the name of a group, in lower case: institutions, firms, expeditions, ships. */
export const GROUP_WORDS = words(
  `museum muséum musée museo musei university universität université universidad universidade college institute institut instituto
  institution society société sociedad gesellschaft expedition expédition expedición expeditie survey surveys club company ltd limited inc
  incorporated corporation corp gmbh plc llc service services department dept commission station laboratory laboratories lab laboratorium
  academy académie akademie herbarium garden gardens jardin jardín project program programme agency bureau council foundation fundação
  trust association centre center centro collection collections zoo aquarium library archive archives office ministry mission navy army
  forestry conservation biobus conf conference congress foray fishery fisheries reserve institutes cruise cruises committee
  group groupe gruppe guild factory manufactory manufaktur manufacture manufacturers works press verlag records architects architecture
  univ exped pottery potteries studio studios workshop atelier ateliers artel firm foundry brewery railway railways bank hospital church laboratoire estación estacion comisión
  proefstation boschproefstation bosproefstation brigade vessel ship federation consortium network union league kompanie compagnie cie
  ministere ministère librairie arquitectos architekten arkitekter div designs shop transit grupo gruppo refuge preserve sanctuary camp cooperative exp firma maison verlag werke fabrik bros gebrüder brothers sons partners associates systems electronics industries products media industrial
  school nmfs usgs csiro usda noaa usfs usfws fws
  conservancy bioblitz scouts troop colectivo collective taller brigada juventud steamer schooner trawler frigate corvette yacht
  news television films pictures movietone toys playthings bicycles motors ceramics textiles porcelain plastics editions éditions
  ediciones edizioni tipografia imprenta imprimerie drukkerij uitgeverij fabrika tovarna orchestra theatre magazine
  establishment botanists naturalists entomologists`,
);

/** Those of them that are family names too: A. Garden, F. E. Church, W. H. Camp. */
export const GROUP_WORDS_AND_FAMILIES = words(
  `church camp garden gardens press bank trust guild ship shop service college works maison foundry brewery news school lab`,
);

/** Ships of exploration and research, whose short prefixes (R.V., S.S.) look like initials. */
export const SHIPS = words(
  `albatross challenger beagle vema galathea valdivia siboga discovery atlantis oregon pelican pillsbury gerda investigator vityaz blake
  endeavour calypso alaminos chain knorr meteor sonne polarstern eltanin tangaroa thetis ingolf porcupine novara travailleur talisman
  hirondelle nautilus velero searcher anton fishhawk bache corwin undaunted townsend thompson gosnold horizon stranger`,
);
