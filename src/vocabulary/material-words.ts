function words(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(/\s*[|\n]\s*/u)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );
}

/** Common materials, in small letters and in the singular: what may stand in brackets behind a wider word, and lose its capital. */
export const MATERIALS: ReadonlySet<string> = words(`
  acrylic|alabaster|alloy|aluminium|aluminum|amber|antler|ash|bakelite|bamboo|bark|basalt|beech|bitumen|boxwood|brass|bronze
  canvas|card|cardboard|celluloid|cedar|ceramic|chalk|charcoal|cherry|clay|copper|coral|cork|cotton|crayon|crystal|denim
  diamond|earthenware|ebonite|ebony|elm|emerald|enamel|felt|fibre|fiberglass|fibreglass|flint|fur|garnet|gesso|glass
  gold|gouache|graphite|granite|gypsum|hair|hemp|hide|horn|ink|iron|ivory|jade|jet|jute|lacquer|lead|leather|limestone|linen
  mahogany|maple|marble|mercury|metal|mica|nickel|nylon|oak|oil|paint|paper|papyrus|parchment|pastel|pearl|pencil
  perspex|pewter|pigment|pine|plaster|plastic|platinum|plywood|polyester|polystyrene|porcelain|porphyry|pottery|quartz|resin
  rope|rosewood|rubber|ruby|sandstone|sapphire|satin|serpentine|shell|silk|silver|slate|soapstone|steel|stone|stoneware|straw
  string|teak|tempera|terracotta|textile|thread|tin|tortoiseshell|turquoise|vellum|velvet|vinyl|walnut|watercolor|watercolour|wax
  wicker|wire|wood|wool|zinc|cast iron|wrought iron|stainless steel|oil paint|acrylic paint|gum arabic|copper alloy
`);

/** Ways of making that stand among materials ("etching and aquatint on paper"), by the last word or words, in the singular. */
export const TECHNIQUES: ReadonlySet<string> = words(`
  etching|photo-etching|engraving|wood engraving|line engraving|aquatint|mezzotint|drypoint|woodcut|linocut|lithograph
  lithography|photolithograph|screenprint|screenprinting|serigraph|silkscreen|monotype|monoprint|photogravure|heliogravure
  print|collage|montage|photograph|photomontage|daguerreotype|ambrotype|tintype|cyanotype|calotype|embroidery|intarsia|marquetry
  stipple|frottage|video|linotype|cibachrome|stencil|pochoir|letterpress|line-engraving|wood-engraving|woodblock|film
  radierung|kupferstich|stahlstich|holzschnitt|holzstich|linolschnitt|lithografie|lithographie|siebdruck|aquatinta|mezzotinto
  fotografie|photographie|stickerei|einlegearbeit|kaltnadel|schabkunst|punktiermanier
  eau-forte|gravure|gravure sur bois|burin|pointe sèche|manière noire|sérigraphie|broderie|marqueterie|aquatinte
  acquaforte|incisione|xilografia|litografia|puntasecca|aguafuerte|grabado|serigrafía|litografía|ets|gravure|houtsnede
`);

/** Those that are none when they stand behind another word: a bronze relief is of bronze. */
export const WHOLE_TECHNIQUES: ReadonlySet<string> = words('relief|projection|slide|animation|performance');

/**
 * States of a material, as participles behind a comma ("wood, painted") or before the material ("painted wood"). Those that make
 * another material of it are not among them: gilt bronze, cast iron, stained glass, tanned leather.
 */
export const STATES: ReadonlySet<string> = words(`
  painted|unpainted|polychromed|carved|gilded|gilt|parcel-gilt|polished|lacquered|varnished|waxed|turned|moulded|molded|dyed|woven
  knitted|printed|hand-coloured|hand-colored|coloured|colored|colour|color|black and white|monochrome|hammered|engraved|etched
  incised|inlaid|chased|embossed|enamelled|enameled|glazed|unglazed|fired|stamped|pierced|plated|silvered|japanned|oxidised
  patinated|burnished|bleached|laminated|embroidered|bound|folded|framed|mounted|corroded|worn|broken|cut|blown|cast|forged
  wrought|machined|pressed|typed|typewritten|handwritten|tooled|stitched|sound|silent|stereo
  bemalt|gefasst|geschnitzt|vergoldet|versilbert|poliert|lackiert|gedrechselt|geprägt|gegossen|geschmiedet|bedruckt|gebrannt
  glasiert|gefärbt|gewebt|graviert|getrieben|ziseliert|koloriert|handkoloriert|gestickt|verzinnt|vernickelt|verchromt
  peint|peinte|doré|dorée|sculpté|sculptée|argenté|argentée|verni|vernie|gravé|gravée|émaillé|émaillée|poli|polie|teint|teinte
  tissé|tissée|imprimé|imprimée|moulé|moulée|tourné|tournée|noir et blanc|colorié|coloriée
  dipinto|dipinta|dorato|dorata|intagliato|intagliata|pintado|pintada|dorado|dorada|tallado|tallada
`);

/** States that make no other material of the word behind them, in the forms that stand before it. */
export const STATES_BEFORE: ReadonlySet<string> = words(`
  painted|polychromed|carved|gilded|polished|lacquered|varnished|turned|dyed|woven|knitted|hammered|embossed|enamelled|enameled
  glazed|unglazed|japanned|patinated|burnished|bleached|embroidered
  bemalt|geschnitzt|vergoldet|versilbert|poliert|lackiert|gedrechselt|geprägt|glasiert|gefärbt|gewebt|graviert|bedruckt
`);

/** Phrases with "and" that name one thing. */
export const JOINED_MATERIALS: readonly string[] = [
  'pen and ink',
  'pen and brown ink',
  'pen and black ink',
  'brush and ink',
  'black and white',
  'papier-mâché',
  'wattle and daub',
  'pietra dura',
  'schwarz und weiß',
  'feder und tinte',
  'feder und tusche',
  'plume et encre',
  'noir et blanc',
  'penna e inchiostro',
  'pluma y tinta',
];
