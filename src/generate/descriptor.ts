import { COLUMNS } from './record.ts';

const DWC = 'http://rs.tdwg.org/dwc/terms/';
const DCTERMS = 'http://purl.org/dc/terms/';
const IN_DCTERMS: ReadonlySet<string> = new Set(['modified', 'license', 'rightsHolder']);
export const IDENTIFICATION_COLUMNS = ['scientificName', 'identifiedBy', 'dateIdentified', 'identificationRemarks'];
export const MEDIA_COLUMNS = ['type', 'format', 'identifier', 'title', 'license'];

/** meta.xml of a generated archive. */
export function metaXml(): string {
  const core = COLUMNS.map((term) => (IN_DCTERMS.has(term) ? DCTERMS : DWC) + term);
  return `<?xml version="1.0" encoding="UTF-8"?>
<archive xmlns="http://rs.tdwg.org/dwc/text/" metadata="eml.xml">
${table({ kind: 'core', file: 'occurrence.txt', rowType: `${DWC}Occurrence`, terms: core })}
${table({ kind: 'extension', file: 'identification.txt', rowType: `${DWC}Identification`, terms: ['', ...IDENTIFICATION_COLUMNS.map((term) => DWC + term)] })}
${table({ kind: 'extension', file: 'multimedia.txt', rowType: 'http://rs.gbif.org/terms/1.0/Multimedia', terms: ['', ...MEDIA_COLUMNS.map((term) => DCTERMS + term)] })}
</archive>
`;
}

function table({
  kind,
  file,
  rowType,
  terms,
}: {
  readonly kind: 'core' | 'extension';
  readonly file: string;
  readonly rowType: string;
  readonly terms: readonly string[];
}): string {
  const fields = terms.flatMap((term, index) => (term === '' ? [] : [`    <field index="${index}" term="${term}"/>`]));
  return `  <${kind} encoding="UTF-8" fieldsTerminatedBy="\\t" linesTerminatedBy="\\n" fieldsEnclosedBy="" ignoreHeaderLines="1" rowType="${rowType}">
    <files><location>${file}</location></files>
    <${kind === 'core' ? 'id' : 'coreid'} index="0"/>
${fields.join('\n')}
  </${kind}>`;
}

/** eml.xml of a generated archive. */
export function emlXml(title: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<eml:eml xmlns:eml="https://eml.ecoinformatics.org/eml-2.2.0" packageId="urn:generated" system="collectome">
  <dataset>
    <title>${title}</title>
    <creator><organizationName>The Generated Museum</organizationName></creator>
    <language>en</language>
    <abstract><para>Made by a program for measuring. None of it is real.</para></abstract>
    <intellectualRights><para><ulink url="https://creativecommons.org/licenses/by/4.0/"><citetitle>CC BY 4.0</citetitle></ulink></para></intellectualRights>
    <contact><organizationName>The Generated Museum</organizationName></contact>
  </dataset>
</eml:eml>
`;
}
