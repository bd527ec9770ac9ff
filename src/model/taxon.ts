/** A name usage in a checklist. All keys are strings, as the checklist gives them. */
export interface Taxon {
  readonly key: string;
  /** The checklist's own key. */
  readonly checklist: string;
  readonly scientificName: string;
  /** Without authors, rank markers and doubts. */
  readonly canonicalName: string;
  readonly authorship?: string | undefined;
  readonly rank?: string | undefined;
  /** accepted, synonym, doubtful, … as the checklist says; absent: accepted. */
  readonly status?: string | undefined;
  readonly parentKey?: string | undefined;
  /** For a synonym: of which taxon. */
  readonly acceptedKey?: string | undefined;
  readonly kingdom?: string | undefined;
  readonly family?: string | undefined;
}

/** How a name was found in a checklist. */
export type TaxonMatch =
  | {
      readonly kind: 'exact' | 'fuzzy';
      readonly taxon: Taxon;
      /** The taxon itself, or the one of which it is a synonym. */
      readonly accepted: Taxon;
      readonly score: number;
      readonly evidence: readonly string[];
    }
  /** The name is not there; what it belongs to is. */
  | {
      readonly kind: 'higher';
      readonly taxon: Taxon;
      readonly accepted: Taxon;
      readonly score: number;
      readonly evidence: readonly string[];
    }
  /** Several taxa bear the name and nothing says which is meant. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Taxon[]; readonly evidence: readonly string[] }
  | { readonly kind: 'none' };
