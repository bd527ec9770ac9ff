/** @jsxRuntime classic */
/** @jsx h */
import { h } from '../markup.ts';
import { TaxonName } from './taxon-name.tsx';
import { usePage } from '../page-context.ts';
import type { Label } from '../record-label.ts';

/** What stands where there is no picture: the object's card, set in type. */
export function Plate({ label, small = false }: { readonly label: Label; readonly small?: boolean }) {
  const { t } = usePage();
  return (
    <div class={`plate plate-${label.kind}${small ? ' plate-small' : ''}`} aria-hidden="true">
      <span class="plate-kind">{t(`kind.${label.kind}`)}</span>
      <span class="plate-title">
        <TaxonName label={label} />
      </span>
      <span class="plate-foot">
        <span>{label.where}</span>
        <span>{label.year}</span>
      </span>
    </div>
  );
}
