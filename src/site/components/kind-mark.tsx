/** @jsxRuntime classic */
/** @jsx h */
import { h } from '../markup.ts';
import type { Kind } from '../../vocabulary/kinds.ts';
import { usePage } from '../page-context.ts';

/** A kind of object: its colour, always with its word. */
export function KindMark({ kind }: { readonly kind: Kind }) {
  const { t } = usePage();
  return (
    <span class="kind">
      <svg class="swatch" viewBox="0 0 8 8" width="8" height="8" aria-hidden="true">
        <rect class={`fill-${kind}`} width="8" height="8" />
      </svg>
      {t(`kind.${kind}`)}
    </span>
  );
}
