import type { Kind } from './kinds.ts';

/**
 * Words of object types, by kind, in English, German and French; small letters, singular or plural. A word that ends with one of
 * `endings` is of that kind too (Ölgemälde, Nachtkästchenuhr).
 */
export const KIND_WORDS: readonly { readonly kind: Kind; readonly words: string; readonly endings: string }[] = [
  {
    kind: 'photograph',
    words: `photograph photographs photo photos photographie photographies photography photographic negative negatives daguerreotype daguerreotypes
      ambrotype tintype cyanotype calotype ferrotype albumen stereograph stereoview stereocard transparency transparencies lantern-slide
      lantern-slides film films video videos slide-35mm autochrome albumen-print gelatin-silver-print silver-print salt-print carbon-print photographic-print fotografía fotografías fotografia fotografie negativo negativos fotografi fotografier diapositiva diapositivas glasplåt diapositive cliché clichés carte-de-visite`,
    endings:
      'fotografie fotografien foto fotos negativ negative daguerreotypie diapositiv lichtbild aufnahme photograph photographs',
  },
  {
    kind: 'artwork',
    words: `painting paintings drawing drawings print prints etching etchings engraving engravings lithograph lithographs sculpture sculptures
      watercolour watercolours watercolor watercolors sketch sketches woodcut woodcuts portrait portraits statue statues statuette bust busts relief
      reliefs installation installations icon icons tapestry fresco mezzotint mezzotints screenprint screenprints aquatint aquatints miniature
      artwork artworks illustration illustrations pastel monotype linocut collage mural altarpiece peinture peintures tableau tableaux dessin
      dessins estampe estampes gravure gravures aquarelle aquarelles figurine figurines cartoon caricature caricatures poster posters unique
      pintura pinturas cuadro óleo dibujo dibujos grabado grabados escultura esculturas estampa dipinto dipinti disegno disegni incisione incisioni scultura stampa schilderij schilderijen tekening tekeningen prent prenten gravura desenho målning teckning oljemålning maleri tegning silkscreen photogravure ex-libris bookplate tempera gouache plakat textile textiles medal medals medallion medallions plaque embroidery`,
    endings:
      'gemälde zeichnung zeichnungen grafik graphik druckgrafik stich stiche skulptur plastik aquarell aquarelle bildnis holzschnitt lithografie radierung',
  },
  {
    kind: 'archive',
    words: `letter letters manuscript manuscripts notebook notebooks diary diaries document documents book books record records map maps chart charts
      file files fonds correspondence pamphlet pamphlets ledger ledgers register registers newspaper newspapers certificate certificates report
      reports telegram telegrams postcard postcards leaflet leaflets journal journals archive archives album albums plan plans note notes paper
      papers magazine periodical catalogue sheet-music label labels receipt invoice treatise scroll codex charter deed lettre lettres manuscrit
      manuscrits cahier cahiers carnet carnets livre livres carte journal-intime registre atlas poem essay lecture inventory list memorandum punched-card carta cartas manuscrito manuscritos documento documentos libro libros mapa mapas lettera lettere manoscritto manoscritti brev handskrift boek boeken livro diario scrapbook scrapbooks newspaper-cutting press-cutting logbook logbooks minutes minute-book blueprint blueprints ephemera`,
    endings:
      'brief briefe urkunde urkunden handschrift tagebuch buch bücher akte akten landkarte notizbuch dokument dokumente karte zeitung heft',
  },
  {
    kind: 'instrument',
    words: `microscope microscopes telescope telescopes machine machines engine engines clock clocks watch watches camera cameras calculator calculators
      computer computers sextant sextants compass compasses model models tool tools apparatus balance balances lens lenses phial phials vial
      thermometer barometer hygrometer globe globes radio locomotive locomotives vehicle vehicles aircraft airplane lamp lamps loom instrument
      instruments theodolite octant quadrant astrolabe sundial galvanometer voltmeter dynamo generator motor pump valve receiver transmitter
      telephone telegraph typewriter projector stethoscope syringe scalpel forceps spectacles bottle jar drill lathe hammer saw bicycle carriage
      ship boat chronometer device equipment prototype abacus slide-rule spectroscope electroscope battery furnace kit net trap
      horloge montre outil appareil lunette baromètre thermomètre machine-à-calculer appareils outils boussole wheel gear mould switch printing-plate microscopio telescopio reloj máquina máquinas instrumento instrumentos herramienta herramientas orologio macchina strumento strumenti microscoop telescoop klok gereedschap mikroskop relógio calculadora ur verktyg`,
    endings:
      'mikroskop mikroskope fernrohr teleskop maschine maschinen uhr uhren werkzeug gerät geräte kamera rechner waage kompass lokomotive modell motor instrumente apparat',
  },
  {
    kind: 'fossil',
    words:
      'fossil fossils fossile fossiles ammonite ammonites trilobite trilobites ichthyosaur plesiosaur belemnite coprolite fósil fósiles fossili fossiel fossielen',
    endings: 'fossil fossilien versteinerung ammonit trilobit',
  },
  {
    kind: 'mineral',
    words:
      'mineral minerals rock rocks meteorite meteorites gem gems gemstone ore ores crystal crystals minéral minéraux roche roches météorite tektite thin-section roca rocas meteorito meteoritos minerales minerali roccia rocce gesteente gemma gemstones ores',
    endings: 'mineral minerale mineralien gestein gesteine meteorit edelstein erz kristall',
  },
  {
    kind: 'sample',
    words:
      'tissue tissues dna rna extract extracts sample samples genomic biopsy swab tissu échantillon échantillons aliquot edna',
    endings: 'gewebe gewebeprobe probe proben extrakt',
  },
  {
    kind: 'specimen',
    words: `specimen specimens skin skins skeleton skeletons skull skulls herbarium insect insects pinned egg eggs shell shells mount taxidermy bird
      birds mammal mammals fish fishes reptile plant plants beetle beetles butterfly butterflies moth moths spécimen spécimens herbier nest coral
      exsiccata microscope-slide mollusc molluscs feather bone bones espécimen especimen ejemplar piel cráneo esqueleto insecto insectos concha herbario campione pelle cranio scheletro vogel huid schedel skin-and-skull skelett exsiccatum`,
    endings: 'präparat präparate herbarbeleg exemplar balg bälge skelett schädel käfer schmetterling vogelbalg',
  },
];
