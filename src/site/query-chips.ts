import type { InQuery, IsQuery, Query } from '../model/query.ts';
import { findField } from '../vocabulary/fields.ts';
import type { HopWords } from '../search/hop-words.ts';
import { describeQuery } from '../search/query-words.ts';
import { edtfWords } from './edtf-words.ts';
import { valueWords } from './field-words.ts';
import type { PageContext } from './page-context.ts';
import { coordinateWords } from './number-words.ts';

/** One condition of a query in the page's language, and the query without it. */
export interface Chip {
  readonly label: string;
  readonly value: string;
  readonly negated: boolean;
  readonly certain: boolean;
  readonly without: Query;
}

export function chipsOf(query: Query, page: PageContext): readonly Chip[] {
  const { t, find } = page;
  const chips = describeQuery(query, {
    or: t('record.or'),
    from: (value) => t('date.from', { date: value }),
    to: (value) => t('date.until', { date: value }),
    any: t('chip.any'),
    shape: t('map.area'),
    around: ({ distance, latitude, longitude }) =>
      t('chip.around', { distance, ...coordinateWords(latitude, longitude, page) }),
    value: (condition) => choiceWords(condition, page),
    end: (field, value) => (findField(field)?.type === 'span' ? edtfWords(value, page) : undefined),
    hops: hopWords(page),
  });
  return chips.map((chip) => ({
    label: find(`field.${chip.label}`) ?? find(`chip.${chip.label}`) ?? capitalised(chip.label),
    value: chip.value,
    negated: chip.negated,
    certain: chip.certain,
    without: chip.without,
  }));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Chosen values by their names: a country's, not its code. */
function choiceWords(condition: IsQuery | InQuery, page: PageContext): string | undefined {
  const field = findField(condition.field);
  if (field === undefined) return undefined;
  const values = condition.kind === 'is' ? [condition.value] : condition.values;
  return values.map((value) => valueWords(field, String(value), page)).join(` ${page.t('record.or')} `);
}

function hopWords({ t, find }: PageContext): HopWords {
  return {
    via: (via) => t(`hop.via.${via}`),
    role: (name) => find(`role.${name}`) ?? name,
    relation: (type) => find(`relation.${type}`) ?? type,
    inverse: (type) => t('hop.inverse', { type }),
    field: (name, via) =>
      (via === undefined ? undefined : find(`entity.${name}`)) ?? find(`field.${name}`) ?? find(`chip.${name}`) ?? name,
    not: (condition) => t('hop.not', { condition }),
    all: (conditions) => conditions.join(', '),
    anyOf: (conditions) => conditions.join(` ${t('record.or')} `),
    certainly: (condition) => t('hop.certainly', { condition }),
    record: (conditions) => (conditions === undefined ? t('hop.another') : t('hop.record', { conditions })),
    also: (name, record) => t('hop.also', { role: name, record }),
    before: (here, there) => t('hop.before', { here, there }),
    after: (here, there) => t('hop.after', { here, there }),
    within: ({ unit, ...time }) => t(unit === 'days' ? 'hop.withinDays' : 'hop.withinYears', time),
    near: (distance) => t('hop.near', { distance }),
    same: (field) => t('hop.same', { field }),
    different: (field) => t('hop.different', { field }),
    there: (field) => t('hop.there', { field }),
  };
}
