import { findTermOfHeader } from './header.ts';

/**
 * What exporting systems and museums call the terms, in English, German, French, Spanish, Dutch and Danish: letters and
 * digits only, in lower case, without accents (see `foldHeader`).
 */
const SYNONYMS: Readonly<Record<string, string>> = {
  occurrenceID: 'guid globaluniqueidentifier occurrenceguid specimenguid uuid',
  catalogNumber: `catalognr catno catalogno cataloguenumber catalogueno accessionnumber accessionno accno acno objectnumber objectno
    inventorynumber inventoryno invno inventarnummer inventarnr invnr katalognummer objektnummer signatur registrationnumber
    registernumber regno museumnumber barcode refno referencenumber shelfmark numerodinventaire numeroinventaire cote
    numerodecatalogo numerodeinventario inventarisnummer katalognr specimennumber identifier callnumber`,
  otherCatalogNumbers: 'othernumber othernumbers oldnumber previousnumber formernumber altenummer alternativenumber',
  recordNumber: 'collectornumber collectorsnumber collectornr collno fieldcollectornumber sammelnummer numerodecolecta',
  recordedBy:
    'collector collectors collectedby coll leg legit sammler sammlerin finder recolteur colecteur colector recolector verzamelaar indsamler',
  eventDate:
    'datecollected collectiondate collectingdate collectdate dateofcollection gatheringdate sammeldatum funddatum datederecolte fechadecolecta verzameldatum',
  verbatimEventDate: 'collectiondatetext verbatimdate datumverbatim',
  fieldNumber: 'fieldno stationnumber',
  identifiedBy: 'determiner determinedby detby det determinavit  bestimmer bestimmtvon identifiepar determinadopor',
  dateIdentified: 'determinationdate datedetermined detdate bestimmungsdatum',
  scientificName:
    'taxon taxonname species speciesname latinname fullname wissenschaftlichername art artname nomscientifique nombrecientifico wetenschappelijkenaam',
  scientificNameAuthorship: 'author taxonauthor authority autor auteurdutaxon',
  vernacularName: 'commonname englishname commonnames trivialname deutschername volksname nomcommun',
  genus: 'gattung genre genero',
  family: 'familie famille familia',
  specificEpithet: 'speciesepithet epithet',
  infraspecificEpithet: 'subspecies unterart',
  order: 'ordnung ordre orden',
  typeStatus: 'type typus typestat typenstatus',
  decimalLatitude: 'lat latitude latdec latitudedecimal declat geographischebreite breite breitengrad y ycoord latitud',
  decimalLongitude:
    'lon long lng longitude longdec longitudedecimal declong geographischelaenge geographischelange laenge lange laengengrad x xcoord longitud',
  coordinateUncertaintyInMeters: 'uncertainty coordinateuncertainty coorduncertainty accuracy errorradius',
  geodeticDatum: 'datum spatialreference srs',
  country: 'land pays pais nation staat',
  countryCode: 'isocountrycode countryiso laendercode iso2',
  stateProvince: 'state province bundesland kanton canton provincia region departement provincie',
  county: 'district landkreis kreis comte condado',
  municipality: 'city town ort gemeinde stadt commune municipio village',
  locality:
    'location site place collectinglocality fundort lokalitat lokalitaet localite localidad lieu findspot findplace vindplaats',
  verbatimElevation: 'elevation altitude hohe hoehe alt',
  minimumElevationInMeters: 'minelevation minimumelevation minaltitude elevationmin',
  maximumElevationInMeters: 'maxelevation maximumelevation maxaltitude elevationmax',
  minimumDepthInMeters: 'mindepth minimumdepth depthmin',
  maximumDepthInMeters: 'maxdepth maximumdepth depthmax',
  habitat: 'biotope lebensraum standort',
  occurrenceRemarks: 'remarks comments bemerkung bemerkungen anmerkung remarques observaciones',
  preparations: 'preparation praparation praeparation preservationmethod storagemedium',
  individualCount: 'count numberofspecimens specimencount quantity anzahl stuckzahl',
  sex: 'gender geschlecht sexe sexo',
  lifeStage: 'stage entwicklungsstadium stadium',
  collectionCode: 'collection sammlung collectionname coleccion',
  institutionCode: 'institution museum museumcode institute',
  title: 'titel titre titulo objecttitle objectname name bezeichnung objektbezeichnung',
  objectType:
    'objecttype objectclass classification objektart objecttypes worktype denomination designation simplename',
  description: 'beschreibung descripcion physicaldescription objectdescription summary scopeandcontent abstract',
  maker:
    'artist artists creator makers manufacturer  kunstler kuenstler kunstlerin hersteller artiste auteur artista producer photographer fotograf maler constituent allartists',
  makerRole: 'role rolle attribution artistrole creatorrole',
  productionDate:
    'datetext datemade date dated objectdate creationdate datecreated datierung datumherstellung herstellungsdatum dateofproduction productiondates periode fecha datering datemanufactured',
  productionPlace:
    'placemade placeofproduction placeoforigin creationplace herstellungsort entstehungsort origin lieudecreation lugar',
  material: 'medium materials materialien werkstoff materiau materiaux materiales materiaal mediumandsupport',
  technique: 'technik techniques tecnica procede process',
  dimensions: 'measurements size masse abmessungen grosse groesse dimensiones afmetingen mesures',
  inscription: 'inscriptions signature inschrift beschriftung marks markings inscripcion',
  creditLine: 'credit acknowledgement creditlines nachweis danksagung',
  acquisitionDate:
    'dateacquired acquisitionyear accessiondate erwerbungsdatum zugangsdatum datedacquisition fechadeadquisicion',
  acquisitionMethod: 'methodofacquisition acquisitiontype erwerbungsart zugangsart modedacquisition acquisition',
  recipient: 'addressee empfanger empfaenger adressat sentto destinataire',
  subject: 'subjects keywords topic topics schlagwort schlagworter schlagworte thema sujet tema onderwerp tags',
  subjectAgent: 'people persons person sitter depictedpeople dargestelltepersonen personen',
  subjectPlace: 'places depictedplace placesdepicted orte',
  archiveLevel: 'level levelofdescription verzeichnungsstufe stufe niveau',
  isPartOf: 'partof parent parentid parentobject belongsto bestand series',
  language: 'languages sprache langue idioma taal',
  extent: 'umfang physicalextent',
  license: 'licence lizenz licenceurl licenseurl',
  rightsHolder: 'copyright copyrightholder rechteinhaber rightsowner',
  references: 'url link website permalink webaddress weblink',
  associatedMedia:
    'image images imageurl imageurls photo picture thumbnail thumbnailurl bild bilder multimedia primaryimage',
  modified: 'lastmodified datemodified modifieddate updated lastupdated geandertam',
  expedition: 'voyage cruise expeditionname',
  birthDate: 'born birthyear yearofbirth geburtsjahr geburtsdatum dateofbirth',
  deathDate: 'died deathyear yearofdeath todesjahr sterbedatum dateofdeath',
  nationality: 'nationalitat',
  kind: 'objektgattung',
};

const byFolded = new Map(
  Object.entries(SYNONYMS).flatMap(([term, list]) => list.split(/\s+/u).map((name) => [name, term] as const)),
);

/** A header as letters and digits in lower case, without accents, prefix or separators. */
export function foldHeader(header: string): string {
  return header
    .trim()
    .replace(/^(?:dwc|dwciri|dcterms|dc|ac|gbif|idigbio|symbiota|abcd):/iu, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** Terms of Dublin Core that museums use for something that we name more closely. */
const PREFERRED: Readonly<Record<string, string>> = { medium: 'material', creator: 'maker' };

/** The term that a header most likely means: a term's own name in any spelling first, then a synonym. */
export function guessTerm(header: string): string | undefined {
  const folded = foldHeader(header);
  return PREFERRED[folded] ?? (findTermOfHeader(header) ?? findTermOfHeader(folded))?.name ?? byFolded.get(folded);
}
