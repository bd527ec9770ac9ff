/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';
import type { Label } from '../record-label.ts';

/** Who, when and where, on one line; what was inferred in its own voice. */
export function Facts({ label }: { readonly label: Label }) {
  const { t } = usePage();
  const facts = [
    label.by,
    label.when === undefined ? undefined : label.whenInferred ? (
      <span class="inferred-fact">
        <em>{label.when}</em> <span class="inferred-word">{t('record.inferred')}</span>
      </span>
    ) : (
      label.when
    ),
    label.where,
  ].filter((fact) => fact !== undefined);
  return (
    <>
      {facts.map((fact, index) => (
        <>
          {index === 0 ? '' : ' · '}
          {fact}
        </>
      ))}
    </>
  );
}
