/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import type { VerbatimCell, VerbatimExtension } from '../../model/record.ts';
import { usePage } from '../page-context.ts';
import type { Sheet, SheetRow } from '../record-sheet.ts';
import { FieldValue } from './field-value.tsx';
import { Inferred, IssueMarks, Wrote } from './voices.tsx';

/** Every field of a record: how it was read and, beside it, what the museum wrote. */
export function RecordSheet({ sheet }: { readonly sheet: Sheet }) {
  const { t } = usePage();
  return (
    <div class="sheet">
      <p class="sheet-head" aria-hidden="true">
        <span></span>
        <span>{t('record.read')}</span>
        <span>{t('record.wrote')}</span>
      </p>
      {sheet.groups.map(({ group, rows }) => (
        <section class="sheet-group">
          <h3>{t(`group.${group}`)}</h3>
          <dl>
            {rows.map((row) => (
              <Row row={row} />
            ))}
          </dl>
        </section>
      ))}
      {sheet.unmapped.length === 0 ? null : (
        <section class="sheet-group">
          <h3>{t('record.unmapped')}</h3>
          <dl>
            {sheet.unmapped.map((cell) => (
              <UnmappedRow cell={cell} />
            ))}
          </dl>
        </section>
      )}
    </div>
  );
}

function Row({ row }: { readonly row: SheetRow }) {
  const { t, find } = usePage();
  const { field, values, wrote, issues, inferred } = row;
  const shown = values.map((value, index) => (
    <>
      {index === 0 ? '' : field.type === 'country' ? ` ${t('record.or')} ` : '; '}
      <FieldValue field={field} value={value} />
    </>
  ));
  return (
    <div class="sheet-row" id={field.name}>
      <dt>{find(`field.${field.name}`) ?? field.name}</dt>
      <dd class="read">
        {values.length === 0 ? (
          <span class="quiet">{t('record.unread')}</span>
        ) : inferred ? (
          <Inferred>{shown}</Inferred>
        ) : (
          <span>{shown}</span>
        )}
        <IssueMarks issues={issues} />
      </dd>
      <dd class="wrote-side">
        <span class="unseen">{t('record.wrote')}: </span>
        {wrote.length === 0 ? <span class="quiet">{t('record.notWritten')}</span> : <Wrote cells={wrote} />}
      </dd>
    </div>
  );
}

function UnmappedRow({ cell }: { readonly cell: VerbatimCell }) {
  const { t } = usePage();
  return (
    <div class="sheet-row">
      <dt class="wrote-header">{cell.header}</dt>
      <dd class="read">
        <span class="quiet">{t('record.unread')}</span>
      </dd>
      <dd class="wrote-side">
        <span class="wrote">{cell.value}</span>
      </dd>
    </div>
  );
}

/** Rows of extensions, known or not, as written. */
export function Extensions({ extensions }: { readonly extensions: readonly VerbatimExtension[] }) {
  const { t } = usePage();
  return (
    <>
      {extensions.map(({ rowType, file, rows }) => {
        const name = rowType.split(/[/#]/u).at(-1) ?? rowType;
        return (
          <details class="extension">
            <summary>{t('record.extension', { name, count: rows.length })}</summary>
            <p class="quiet">
              <span class="wrote-header">{rowType}</span> <span class="wrote-header">{file}</span>
            </p>
            {rows.map((row) => (
              <p class="extension-row">
                <Wrote cells={row} />
              </p>
            ))}
          </details>
        );
      })}
    </>
  );
}
