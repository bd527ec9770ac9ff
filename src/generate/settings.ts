/** How large the generated world is. The shares are those of large natural history collections, rounded. */
export const WORLD = {
  families: 560,
  genera: 30_000,
  scientificNames: 300_000,
  collectors: 20_000,
  /** How many cells of collectors each has: alone or in company, spelled in one way or another. */
  spellingsPerCollector: 24,
  placesPerCountry: 240,
  words: 30_000,
  firstYear: 1780,
  lastYear: 2024,
} as const;

/** Share of records that have a value. */
export const SHARES = {
  coordinates: 0.65,
  date: 0.88,
  collector: 0.9,
  identifiedBy: 0.55,
  typeStatus: 0.03,
  sex: 0.25,
  lifeStage: 0.2,
  individualCount: 0.5,
  elevation: 0.3,
  remarks: 0.8,
  habitat: 0.5,
  formerIdentification: 0.2,
  media: 0.3,
} as const;

/** Share of the values of its kind that are dirty, for each kind by itself. */
export const DIRTY_SHARE = 0.03;

/** How people's names are distorted in the cells of collectors: weights of the forms in which a name is written. */
export const NAME_NOISE = {
  forms: {
    initialsFirst: 30,
    familyFirst: 20,
    fullName: 18,
    familyInitialsTight: 10,
    firstInitialOnly: 8,
    familyAlone: 6,
    givenAndInitial: 5,
    titled: 3,
  },
  separators: [' & ', '; ', ', ', ' and ', ' | ', ' et '],
  /** Weights of one, two, three and four people in a cell. */
  company: [60, 27, 9, 4],
  capitals: 0.03,
  withoutMarks: 0.04,
} as const;
