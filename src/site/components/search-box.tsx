/** @jsxRuntime classic */
/** @jsx h */
import { h } from '../markup.ts';
import { SUGGEST_FIELDS } from '../../search/suggestions.ts';
import { usePage } from '../page-context.ts';

interface SearchBoxProps {
  readonly value: string;
  readonly large?: boolean;
  readonly id?: string;
  /** Conditions and settings that stay when other words are searched for. */
  readonly hidden?: readonly (readonly [name: string, value: string])[];
}

/** The box in which a query line is typed. With JavaScript it suggests values while typing. */
export function SearchBox({ value, large = false, id = 'q', hidden = [] }: SearchBoxProps) {
  const { t, find } = usePage();
  const labels = Object.fromEntries(SUGGEST_FIELDS.map((field) => [field, find(`field.${field}`) ?? field]));
  return (
    <form class={large ? 'search-box search-box-large' : 'search-box'} action="/search" method="get" role="search">
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label class="unseen" for={id}>
        {t('search.label')}
      </label>
      <collectome-suggest data-labels={JSON.stringify(labels)}>
        <input
          id={id}
          name="q"
          type="search"
          value={value}
          placeholder={t('search.placeholder')}
          autocomplete="off"
          spellcheck={false}
          maxlength={2000}
        />
      </collectome-suggest>
      <button type="submit">{t('search.submit')}</button>
    </form>
  );
}
