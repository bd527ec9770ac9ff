/** @jsxRuntime classic */
/** @jsx h */
/** @jsxFrag h.Fragment */
import { h } from '../markup.ts';
import type { Label } from '../record-label.ts';

/** An object's title; of a scientific name only the name itself is slanted, not who gave it and when. */
export function TaxonName({ label }: { readonly label: Pick<Label, 'title' | 'isTaxon'> }) {
  if (!label.isTaxon) return <>{label.title}</>;
  const { name, authorship } = splitName(label.title);
  return (
    <>
      <i>{name}</i>
      {authorship}
    </>
  );
}

/** The name up to its author: `Papilio ulysses` and ` Linnaeus, 1758`. */
export function splitName(name: string): { readonly name: string; readonly authorship: string } {
  // An author begins with a bracket or a capital letter that follows the epithets; a subgenus stands in brackets without a comma.
  const match =
    /^(\S+(?:\s\(\p{Lu}[\p{Ll}-]+\))?(?:\s(?:(?:subsp|ssp|var|f|cf|aff)\.|×|[\p{Ll}-]{2,}))*)(\s.*)?$/u.exec(name);
  return { name: match?.[1] ?? name, authorship: match?.[2] ?? '' };
}
