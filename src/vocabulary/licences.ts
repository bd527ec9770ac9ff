/** A licence, dedication or rights statement, and what it asks of those who use the work. */
export interface Licence {
  /** As in SPDX where SPDX has one: CC-BY-4.0. Others: PDM-1.0 and the codes of rightsstatements.org. */
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly attribution: boolean;
  readonly noncommercial: boolean;
  readonly shareAlike: boolean;
  readonly noDerivatives: boolean;
  /** Whether anyone may use the work at all without asking (with the conditions above). */
  readonly open: boolean;
}

const FREE = { attribution: false, noncommercial: false, shareAlike: false, noDerivatives: false, open: true };
const CREDITED = { ...FREE, attribution: true };

/** The six Creative Commons licences, by version. */
function creativeCommons(): readonly Licence[] {
  const parts: readonly (readonly [code: string, name: string])[] = [
    ['BY', 'Attribution'],
    ['BY-SA', 'Attribution-ShareAlike'],
    ['BY-ND', 'Attribution-NoDerivatives'],
    ['BY-NC', 'Attribution-NonCommercial'],
    ['BY-NC-SA', 'Attribution-NonCommercial-ShareAlike'],
    ['BY-NC-ND', 'Attribution-NonCommercial-NoDerivatives'],
  ];
  return ['4.0', '3.0', '2.5', '2.0', '1.0'].flatMap((version) =>
    parts.map(([code, name]) => ({
      id: `CC-${code}-${version}`,
      name: `Creative Commons ${name} ${version}`,
      url: `https://creativecommons.org/licenses/${code.toLowerCase()}/${version}/`,
      attribution: true,
      noncommercial: code.includes('NC'),
      shareAlike: code.includes('SA'),
      noDerivatives: code.includes('ND'),
      open: true,
    })),
  );
}

/** The twelve statements of https://rightsstatements.org/page/1.0/. */
function rightsStatements(): readonly Licence[] {
  const statements: readonly (readonly [code: string, name: string])[] = [
    ['InC', 'In Copyright'],
    ['InC-OW-EU', 'In Copyright: EU Orphan Work'],
    ['InC-EDU', 'In Copyright: Educational Use Permitted'],
    ['InC-NC', 'In Copyright: Non-Commercial Use Permitted'],
    ['InC-RUU', 'In Copyright: Rights-holder Unlocatable or Unidentifiable'],
    ['NoC-CR', 'No Copyright: Contractual Restrictions'],
    ['NoC-NC', 'No Copyright: Non-Commercial Use Only'],
    ['NoC-OKLR', 'No Copyright: Other Known Legal Restrictions'],
    ['NoC-US', 'No Copyright: United States'],
    ['CNE', 'Copyright Not Evaluated'],
    ['UND', 'Copyright Undetermined'],
    ['NKC', 'No Known Copyright'],
  ];
  return statements.map(([id, name]) => ({
    id,
    name,
    url: `https://rightsstatements.org/vocab/${id}/1.0/`,
    attribution: id.startsWith('InC'),
    noncommercial: id.endsWith('NC'),
    shareAlike: false,
    noDerivatives: false,
    open: false,
  }));
}

export const LICENCES: readonly Licence[] = [
  {
    id: 'CC0-1.0',
    name: 'CC0 1.0 Public Domain Dedication',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    ...FREE,
  },
  { id: 'PDM-1.0', name: 'Public Domain Mark 1.0', url: 'https://creativecommons.org/publicdomain/mark/1.0/', ...FREE },
  ...creativeCommons(),
  {
    id: 'ODbL-1.0',
    name: 'Open Data Commons Open Database License 1.0',
    url: 'https://opendatacommons.org/licenses/odbl/1-0/',
    ...CREDITED,
    shareAlike: true,
  },
  {
    id: 'ODC-By-1.0',
    name: 'Open Data Commons Attribution License 1.0',
    url: 'https://opendatacommons.org/licenses/by/1-0/',
    ...CREDITED,
  },
  {
    id: 'PDDL-1.0',
    name: 'Open Data Commons Public Domain Dedication 1.0',
    url: 'https://opendatacommons.org/licenses/pddl/1-0/',
    ...FREE,
  },
  {
    id: 'OGL-UK-3.0',
    name: 'Open Government Licence 3.0 (United Kingdom)',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    ...CREDITED,
  },
  {
    id: 'OGL-UK-2.0',
    name: 'Open Government Licence 2.0 (United Kingdom)',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/',
    ...CREDITED,
  },
  {
    id: 'OGL-UK-1.0',
    name: 'Open Government Licence 1.0 (United Kingdom)',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/1/',
    ...CREDITED,
  },
  {
    id: 'etalab-2.0',
    name: 'Licence Ouverte / Open Licence 2.0',
    url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
    ...CREDITED,
  },
  {
    id: 'DL-DE-BY-2.0',
    name: 'Datenlizenz Deutschland Namensnennung 2.0',
    url: 'https://www.govdata.de/dl-de/by-2-0',
    ...CREDITED,
  },
  ...rightsStatements(),
];

const byId = new Map(LICENCES.map((licence) => [licence.id, licence]));

/** The licence of an identifier of LICENCES, letter for letter. */
export function findLicence(id: string): Licence | undefined {
  return byId.get(id);
}
