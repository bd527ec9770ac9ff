import type { CatalogueRecord } from '../model/record.ts';

/** What a dataset by itself reports of an end of a relation that it does not have, up to so many characters of it. */
const LONGEST_DETAIL = 200;

/**
 * A record whose relations to records of other datasets, by what they quote, have the keys of these; without the issues that said that
 * such an end is not there. Links are from what is quoted to the key.
 */
export function withFoundEnds(
  record: CatalogueRecord,
  { links, settles }: { readonly links: ReadonlyMap<string, string>; readonly settles: boolean },
): CatalogueRecord {
  const { relation } = record.children;
  if (relation === undefined || links.size === 0) return record;
  const found = new Set<string>();
  const linked = relation.map((row) => {
    const target = String(row['target']);
    const targetKey = row['targetKey'] === undefined ? links.get(target) : undefined;
    if (targetKey === undefined) return row;
    found.add(danglingOf(String(row['type']), target));
    return { ...row, targetKey };
  });
  const children = { ...record.children, relation: linked };
  return settles && found.size > 0 ? { ...withoutDangling(record, found), children } : { ...record, children };
}

/** The issue of an end that is not there: its code, a space and its detail. */
function danglingOf(type: string, target: string): string {
  if (type === 'part of') return `PART_OF_DANGLING ${target}`;
  return `RELATION_DANGLING ${Array.from(`${type}: ${target}`).slice(0, LONGEST_DETAIL).join('')}`;
}

function withoutDangling(record: CatalogueRecord, found: ReadonlySet<string>): CatalogueRecord {
  const issues = record.issues.filter(({ code, detail }) => !found.has(`${code} ${detail}`));
  if (issues.length === record.issues.length) return record;
  const { issue: _, ...interpreted } = record.interpreted;
  const issue = [...new Set(issues.map(({ code }) => code))].toSorted();
  return { ...record, interpreted: { ...interpreted, ...(issue.length === 0 ? {} : { issue }) }, issues };
}
