import type { Query } from '../model/query.ts';
import { findField } from '../vocabulary/fields.ts';
import { describeQuery } from '../search/query-words.ts';
import { valueWords } from './field-words.ts';
import type { PageContext } from './page-context.ts';
import { coordinateWords } from './number-words.ts';
import { conditionsOf } from './query-parts.ts';

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
  });
  const conditions = conditionsOf(query);
  return chips.map((chip, index) => ({
    label: find(`field.${chip.label}`) ?? find(`chip.${chip.label}`) ?? chip.label,
    value: choiceWords(conditions[index], page) ?? chip.value,
    negated: chip.negated,
    certain: chip.certain,
    without: chip.without,
  }));
}

/** Chosen values by their names: a country's, not its code. */
function choiceWords(condition: Query | undefined, page: PageContext): string | undefined {
  const plain = condition?.kind === 'not' ? condition.of : condition;
  if (plain?.kind !== 'is' && plain?.kind !== 'in') return undefined;
  const field = findField(plain.field);
  if (field === undefined) return undefined;
  const values = plain.kind === 'is' ? [plain.value] : plain.values;
  return values.map((value) => valueWords(field, String(value), page)).join(` ${page.t('record.or')} `);
}
