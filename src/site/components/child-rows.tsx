/** @jsxRuntime classic */
/** @jsx h */
import { h } from '../markup.ts';
import { edtfWords } from '../edtf-words.ts';
import { agentHref, fieldHref } from '../links.ts';
import { usePage } from '../page-context.ts';
import { TaxonName } from './taxon-name.tsx';

type Row = Readonly<Record<string, unknown>>;

function text(row: Row, name: string): string | undefined {
  const value = row[name];
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The identifications of a record, the current one first. */
export function Identifications({ rows }: { readonly rows: readonly Row[] }) {
  const page = usePage();
  return (
    <ol class="lines">
      {rows.map((row) => {
        const name = text(row, 'scientificName') ?? text(row, 'canonicalName');
        const date = text(row, 'dateIdentified');
        const rest = [
          text(row, 'typeStatus'),
          text(row, 'identifiedBy'),
          date === undefined ? undefined : edtfWords(date, page),
          text(row, 'remarks'),
        ].filter((part) => part !== undefined && part !== '');
        return (
          <li>
            {name === undefined ? (
              '?'
            ) : (
              <a href={fieldHref('scientificName', name)}>
                <TaxonName label={{ title: name, isTaxon: true }} />
              </a>
            )}
            {rest.length === 0 ? null : <span class="after"> {rest.join(' · ')}</span>}
            {row['isCurrent'] === true ? <span class="flag"> {page.t('record.current')}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}

export function Measurements({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <ul class="lines">
      {rows.map((row) => (
        <li>
          <span class="after">{text(row, 'measurementType')}</span> {text(row, 'measurementValue')}
          {text(row, 'measurementUnit') === undefined ? null : `\u00A0${text(row, 'measurementUnit')}`}
          {text(row, 'measurementMethod') === undefined ? null : (
            <span class="after"> {text(row, 'measurementMethod')}</span>
          )}
          {text(row, 'measurementRemarks') === undefined ? null : (
            <span class="after"> ({text(row, 'measurementRemarks')})</span>
          )}
        </li>
      ))}
    </ul>
  );
}

interface PeopleProps {
  readonly rows: readonly Row[];
  /** Keys of linked people and groups by name. */
  readonly agents: ReadonlyMap<string, string>;
}

/** Who took part in what, each name a link to its page, or to all records with the name. */
export function People({ rows, agents }: PeopleProps) {
  const { find } = usePage();
  return (
    <ul class="lines">
      {rows.map((row) => {
        const agent = text(row, 'agent') ?? '?';
        const role = text(row, 'role');
        const activity = text(row, 'activity') ?? '';
        return (
          <li>
            {text(row, 'qualifier') === undefined ? null : <span class="after">{text(row, 'qualifier')} </span>}
            <a href={agentHref(agent, agents)}>{agent}</a>
            <span class="after">
              {' '}
              {[
                role === undefined ? undefined : (find(`role.${role}`) ?? role),
                find(`activity.${activity}`) ?? activity,
              ]
                .filter((part) => part !== undefined && part !== '')
                .join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
