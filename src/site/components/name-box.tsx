/** @jsxRuntime classic */
/** @jsx h */
import { h } from '../markup.ts';
import { usePage } from '../page-context.ts';

interface NameBoxProps {
  /** The page that lists what bears the name. */
  readonly action: string;
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
}

/** The box in which the name of a taxon, a place or the like is typed, on the page that lists them. */
export function NameBox({ action, label, placeholder, value }: NameBoxProps) {
  const { t } = usePage();
  return (
    <form class="search-box search-box-large" action={action} method="get">
      <label class="unseen" for="name">
        {label}
      </label>
      <input
        id="name"
        name="q"
        type="search"
        value={value}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        maxlength={200}
      />
      <button type="submit">{t('search.submit')}</button>
    </form>
  );
}
