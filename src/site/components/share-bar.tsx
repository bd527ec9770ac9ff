/** @jsxRuntime classic */
/** @jsx h */
import { h } from '../markup.ts';
/** A share of a whole, as a bar. */
export function ShareBar({ share }: { readonly share: number }) {
  return (
    <svg class="bar" width="100%" height="4" aria-hidden="true">
      <rect class="bar-ground" width="100%" height="4" />
      <rect class="fill-bar" width={`${Math.round(share * 1000) / 10}%`} height="4" />
    </svg>
  );
}
