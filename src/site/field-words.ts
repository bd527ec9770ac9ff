import { LINK_COLUMNS, type Field } from '../vocabulary/fields.ts';
import { edtfWords } from './edtf-words.ts';
import { issueTitle } from './issue-words.ts';
import type { PageContext } from './page-context.ts';

const METRES: ReadonlySet<string> = new Set(['coordinateUncertaintyInMeters', 'elevationInMeters', 'depthInMeters']);

/** A value of a field in the page's language. */
export function valueWords(field: Pick<Field, 'name' | 'type'>, value: string, page: PageContext): string {
  if (field.type === 'country') return page.country(value);
  if (field.type === 'span') return edtfWords(value, page);
  if (field.type === 'boolean') return page.t(value === 'true' ? 'value.yes' : 'value.no');
  if (field.type === 'number') {
    if (field.name === 'year') return value;
    const number = page.number(Number(value));
    return METRES.has(field.name) ? page.t('value.metres', { value: number }) : number;
  }
  if (field.name === 'datasetKey') return page.datasets.get(value) ?? value;
  if (field.name === 'related') return relatedWords(value, page);
  if (field.name in LINK_COLUMNS) return page.labels?.get(value) ?? value;
  if (field.name === 'agentRole') return agentRoleWords(value, page);
  if (field.name === 'issue') return issueTitle(value, page);
  return page.find(`${field.name}.${value}`) ?? value;
}

function agentRoleWords(value: string, page: PageContext): string {
  const colon = value.indexOf(':');
  const role = value.slice(0, colon);
  const key = value.slice(colon + 1);
  return `${page.labels?.get(key) ?? key} (${page.find(`role.${role}`) ?? role})`;
}

/** What stands after the colon is a record; what stands before it is what is in a relation to it. */
function relatedWords(value: string, page: PageContext): string {
  const colon = value.lastIndexOf(':');
  const [type, key] = [value.slice(0, colon), value.slice(colon + 1)];
  return `${page.find(`relation.${type}`) ?? type} ${page.labels?.get(key) ?? key}`;
}
