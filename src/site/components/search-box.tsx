import { usePage } from '../page-context.ts';

interface SearchBoxProps {
  readonly value: string;
  readonly large?: boolean;
  readonly id?: string;
}

/** The box in which a query line is typed. With JavaScript it suggests values while typing. */
export function SearchBox({ value, large = false, id = 'q' }: SearchBoxProps) {
  const { t } = usePage();
  return (
    <form class={large ? 'search-box search-box-large' : 'search-box'} action="/search" method="get" role="search">
      <label class="unseen" for={id}>
        {t('search.label')}
      </label>
      <collectome-suggest data-hint={t('suggest.hint')}>
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
