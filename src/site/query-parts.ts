import { ALL, type Query } from '../model/query.ts';
import { normaliseQuery } from '../search/query-normal.ts';
import { formatQueryParameters } from '../search/query-url.ts';

/** The conditions that must all hold; none for a query that asks for everything. */
export function conditionsOf(query: Query): readonly Query[] {
  const normal = normaliseQuery(query);
  if (normal.kind === 'all') return [];
  return normal.kind === 'and' ? normal.of : [normal];
}

export function allOf(conditions: readonly Query[]): Query {
  if (conditions.length === 0) return ALL;
  return conditions.length === 1 ? conditions[0]! : { kind: 'and', of: conditions };
}

/** The query with one more condition. */
export function withCondition(query: Query, condition: Query): Query {
  return allOf([...conditionsOf(query), condition]);
}

/** Whether a condition is one that a list of checkboxes for the field can say. */
export function isChoice(condition: Query, field: string): boolean {
  return (
    (condition.kind === 'is' || condition.kind === 'in') &&
    condition.field === field &&
    condition.match === undefined &&
    condition.basis === undefined
  );
}

/** The values that are chosen for a field; empty where none is. */
export function chosenValues(query: Query, field: string): readonly string[] {
  return conditionsOf(query).flatMap((condition) => {
    if (!isChoice(condition, field)) return [];
    return condition.kind === 'is'
      ? [String(condition.value)]
      : condition.kind === 'in'
        ? condition.values.map(String)
        : [];
  });
}

/** The query without the conditions that `leave` picks. */
export function without(query: Query, leave: (condition: Query) => boolean): Query {
  return allOf(conditionsOf(query).filter((condition) => !leave(condition)));
}

/** Whether a condition is a span of time that two years can say. */
export function isTimeRange(condition: Query): boolean {
  return (
    condition.kind === 'range' &&
    condition.field === 'date' &&
    condition.match === undefined &&
    condition.basis === undefined
  );
}

/** The text that is searched for, where a search box can hold it. */
export function textOf(query: Query): string {
  return conditionsOf(query)
    .flatMap((condition) => (condition.kind === 'text' && condition.whole !== true ? [condition.value] : []))
    .slice(0, 1)
    .join('');
}

/** The address of a search. */
export function searchHref(query: Query, rest: Readonly<Record<string, string | undefined>> = {}): string {
  const parameters = formatQueryParameters(query);
  for (const [name, value] of Object.entries(rest))
    if (value !== undefined && value !== '') parameters.append(name, value);
  const text = parameters.toString();
  return text === '' ? '/search' : `/search?${text}`;
}
