/**
 * Names matched with checklists: every `expected.tree` of ChecklistBank's importer tests is a checklist (accepted names, synonyms below
 * them after "="). Asked for are, of every tree: each name without its authors, expected to lead to the accepted taxon; each name with
 * one letter left out in the middle of its last word (when that has nine letters or more); and each name of the next tree that this
 * one lacks, expected to be found neither exactly nor by misspelling. Nothing was drawn: all of them are asked.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTaxonName, type TaxonName } from '../../src/interpret/taxon-name.ts';
import { TaxonIndex } from '../../src/link/taxon-index.ts';
import { matchStated, type KeptMatch } from '../../src/link/taxon-match.ts';
import type { Taxon } from '../../src/model/taxon.ts';
import { mostFrequent, type Score } from './score.ts';

/** ChecklistBank's importer tests. */
export const FIXTURES = join(import.meta.dirname, '../../../shared/data/checklistbank-fixtures');
const LINE = /^(?<indent> *)(?<synonym>=?)[$*†]*(?<name>[^[{#]+?)\s*(?:\[(?<rank>[^\]]*)\].*)?$/u;

/** The usages of a tree, keys by line; undefined for names that are no names of taxa. */
export function readTree(text: string, checklist: string): readonly Taxon[] {
  const taxa: Taxon[] = [];
  const above: { readonly depth: number; readonly key: string; readonly isSynonym: boolean }[] = [];
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const { indent = '', synonym, name = '', rank } = LINE.exec(line)?.groups ?? {};
    if (name === '') continue;
    while ((above.at(-1)?.depth ?? -1) >= indent.length || above.at(-1)?.isSynonym === true) above.pop();
    const parent = above.at(-1)?.key;
    const key = String(index + 1);
    above.push({ depth: indent.length, key, isSynonym: synonym === '=' });
    const parsed = readTaxonName(name.trim());
    taxa.push({
      key,
      checklist,
      scientificName: name.trim(),
      canonicalName: parsed?.canonicalName ?? name.trim(),
      authorship: authorshipOf(parsed),
      rank,
      ...(synonym === '=' ? { acceptedKey: parent } : { parentKey: parent }),
    });
  }
  return taxa;
}

function authorshipOf(name: TaxonName | undefined): string | undefined {
  if (name === undefined) return undefined;
  const { basionym, combination } = name.authorship;
  const text = [basionym, combination]
    .flatMap(({ authors, year }) => [...authors, ...(year === undefined ? [] : [year])])
    .join(' ');
  return text === '' ? undefined : text;
}

function listTrees(): readonly string[] {
  return ['dwca', 'coldp'].flatMap((format) =>
    readdirSync(join(FIXTURES, format))
      .map((set) => join(FIXTURES, format, set, 'expected.tree'))
      .filter((path) => existsSync(path)),
  );
}

/** The name with the letter in the middle of its last word left out. */
function misspell(name: string): string | undefined {
  const last = name.split(' ').at(-1) ?? '';
  if (last.length < 9) return undefined;
  const middle = name.length - Math.ceil(last.length / 2);
  return name.slice(0, middle) + name.slice(middle + 1);
}

export function evaluate(): readonly Score[] {
  if (!existsSync(FIXTURES)) return [];
  const checklists = listTrees().map((path) => readTree(readFileSync(path, 'utf8'), path));
  const counts = { exact: tally(), misspelt: tally() };
  for (const [number, taxa] of checklists.entries()) {
    const index = new TaxonIndex(taxa);
    const names = new Set(taxa.map(({ canonicalName }) => canonicalName));
    for (const taxon of taxa) {
      const truth = taxon.acceptedKey ?? taxon.key;
      const question = { taxonRank: taxon.rank, authorship: taxon.authorship, records: 1 };
      count(counts.exact, matchStated(index, { ...question, canonicalName: taxon.canonicalName }), {
        truth,
        asked: taxon,
      });
      const wrong = misspell(taxon.canonicalName);
      if (wrong !== undefined && !names.has(wrong))
        count(counts.misspelt, matchStated(index, { ...question, canonicalName: wrong }), { truth, asked: taxon });
    }
    for (const { canonicalName } of checklists[(number + 1) % checklists.length]!) {
      if (names.has(canonicalName)) continue;
      const match = matchStated(index, { canonicalName, records: 1 });
      if (isFound(match)) {
        counts.misspelt.wrong += 1;
        counts.misspelt.missed.push(`${canonicalName} → ${match.usageKey}`);
      }
    }
  }
  return [
    scoreOf('accepted taxon of a name', counts.exact),
    scoreOf('accepted taxon of a misspelt name', counts.misspelt),
  ];
}

interface Tally {
  right: number;
  wrong: number;
  total: number;
  readonly missed: string[];
}

function tally(): Tally {
  return { right: 0, wrong: 0, total: 0, missed: [] };
}

function isFound(match: KeptMatch | undefined): match is KeptMatch {
  return match !== undefined && match.kind !== 'higher' && match.kind !== 'ambiguous';
}

function count(
  into: Tally,
  match: KeptMatch | undefined,
  { truth, asked }: { readonly truth: string; readonly asked: Taxon },
): void {
  into.total += 1;
  const isMatched = isFound(match);
  if (isMatched && match.taxonKey === truth) into.right += 1;
  else {
    if (isMatched) into.wrong += 1;
    into.missed.push(`${asked.scientificName}: ${match?.kind ?? 'none'}`);
  }
}

function scoreOf(measure: string, { right, wrong, total, missed }: Tally): Score {
  return { set: 'taxa: ChecklistBank trees', measure, right, wrong, total, missed: mostFrequent(missed, 30) };
}
