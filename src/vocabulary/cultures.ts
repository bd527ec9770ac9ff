/**
 * Peoples, cultures and schools that museums name where no maker is known, in lower case and without accents. Names that are
 * frequent family names too (French, Roman, Norman, Welsh, Inca) are left out: only "artist", "people" or a period beside them decides.
 */
export const CULTURES: ReadonlySet<string> = new Set(
  `abelam acholi achaemenid aegean afghan african akan albanian aleut algonquin algonquian american anatolian angolan apache arab arabian
  aramaic arapaho argentine argentinian armenian asante asanti ashanti asmat assyrian athenian attic australian austrian azerbaijani
  aztec babylonian bactrian baga bakongo balinese baltic baluchi bamana bambara bamileke bamum bangladeshi bassa batak baule bavarian
  bedouin belgian bengali benin berber bhutanese blackfoot bohemian bolivian brazilian british bulgarian burgundian burmese
  byzantine californian cambodian cameroonian canadian canaanite carolingian carthaginian caucasian celtic chavin cherokee
  cheyenne chilean chimu chinese chinook chippewa choctaw chokwe chumash colombian comanche congolese coptic corinthian corsican
  cretan croatian cuban cycladic cypriot czech danish dayak delaware diquis dogon dutch ecuadorian egyptian elamite
  ephesian eskimo estonian ethiopian etruscan ewe fijian filipino finnish flemish florentine franconian fulani 
  gandharan genoese georgian ghanaian graeco-roman greek guatemalan gujarati haida haitian hausa hawaiian hellenistic
  hittite hopi huastec hungarian huichol huron iberian icelandic igbo incan indian indonesian inuit inupiat iranian iraqi
  iroquois islamic israeli istrian italian italiote ivorian jamaican japanese javanese jordanian kashmiri kayapo kazakh kenyan
  khmer kiowa kongo korean kota kurdish kwakiutl kwakwaka'wakw kwele lakota laotian latvian lebanese lega liberian libyan
  lithuanian lobi luba lulua luristan lwalwa maasai makonde malagasy malaysian malian maltese mangbetu manchu mandan maori
  maasai maya mayan meroitic merovingian mesoamerican mesopotamian mexican mexica minoan moche mixtec mochica moghul mohawk mongol
  mongolian moravian moroccan mossi mozambican mughal muisca mycenaean nabataean nasca navaho navajo nayarit nazca neapolitan nepalese
  netherlandish nigerian nok norwegian nubian ojibwa ojibwe olmec ottoman paiute pakistani palestinian palmyrene paracas parthian
  pawnee pende persian peruvian phoenician pima polish polynesian pomo portuguese potawatomi provencal prussian ptolemaic pueblo punic
  quechua rajput recuay rhenish rhodian romanian romano-british romano-egyptian russian safavid salish sami samoan sardinian
  sasanian sassanian saxonian scandinavian scythian seljuk seminole senegalese senufo serbian shona shoshone siamese sicilian sienese
  silesian sinhalese sioux slovak slovene slovenian sogdian somali songye spanish sri-lankan sudanese suku sumerian swahili swazi
  swedish swiss syrian tahitian tairona taiwanese tanzanian tarascan teotihuacan thai thracian tibetan timurid tiwanaku tlingit toltec
  tongan totonac tsimshian tswana tuareg tunisian turkish turkmen tuscan tyrolean ugandan ukrainian umbrian urartian uruguayan
  uzbek venetian venezuelan vietnamese viking visigothic wari winnebago xhosa yaka yemeni yombe yoruba yup'ik
  zambian zapotec zimbabwean zulu zuni`
    .trim()
    .split(/\s+/u),
);
