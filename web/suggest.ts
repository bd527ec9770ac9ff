interface Suggestion {
  readonly field: string;
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

const WAIT_MS = 120;
const LIMIT = 8;

/** A search box that suggests values: an ARIA combobox over the input that stands in the page (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). */
class SuggestElement extends HTMLElement {
  #suggestions: readonly Suggestion[] = [];
  #active = -1;
  #timer = 0;
  #asked: AbortController | undefined;
  readonly #list = document.createElement('ul');

  connectedCallback(): void {
    const { input } = this;
    if (input === null) return;
    this.#list.className = 'suggestions';
    this.#list.id = `${input.id}-suggestions`;
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', input.labels?.[0]?.textContent.trim() ?? '');
    this.#list.hidden = true;
    this.append(this.#list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.#list.id);
    input.setAttribute('aria-expanded', 'false');
    input.addEventListener('input', () => {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#ask(input.value), WAIT_MS);
    });
    input.addEventListener('keydown', (event) => this.#press(event));
    input.addEventListener('blur', () => this.#close());
    // The press must not take the focus from the box, or the list would close before the choice.
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('li') : null;
      if (option !== null) this.#choose([...this.#list.children].indexOf(option));
    });
  }

  get input(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  async #ask(text: string): Promise<void> {
    this.#asked?.abort();
    const prefix = text.trim();
    // A line with conditions is being typed by somebody who knows what they want.
    if (prefix.length < 2 || /[:()"]/u.test(prefix)) return this.#close();
    this.#asked = new AbortController();
    try {
      const address = `/api/suggest?${new URLSearchParams({ prefix, limit: String(LIMIT) }).toString()}`;
      const answer = await fetch(address, { signal: this.#asked.signal });
      if (!answer.ok) return this.#close();
      this.#suggestions = ((await answer.json()) as { suggestions: Suggestion[] }).suggestions;
      this.#show();
    } catch {
      // Aborted by the next letter, or no connection: the box works without suggestions.
      this.#close();
    }
  }

  #show(): void {
    const labels = JSON.parse(this.dataset['labels'] ?? '{}') as Record<string, string>;
    this.#active = -1;
    this.#list.replaceChildren(
      ...this.#suggestions.map(({ field, value, label, count }, index) => {
        const option = document.createElement('li');
        option.id = `${this.#list.id}-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        const parts = [
          label === '' ? value : label,
          labels[field] ?? field,
          new Intl.NumberFormat(document.documentElement.lang).format(count),
        ];
        option.append(
          ...parts.map((part, position) => {
            const span = document.createElement('span');
            span.textContent = part;
            if (position > 0) span.className = 'after';
            return span;
          }),
        );
        return option;
      }),
    );
    this.#list.hidden = this.#suggestions.length === 0;
    this.input?.setAttribute('aria-expanded', String(!this.#list.hidden));
  }

  #press(event: KeyboardEvent): void {
    if (this.#list.hidden) return;
    const last = this.#suggestions.length - 1;
    if (event.key === 'ArrowDown') this.#activate(this.#active >= last ? -1 : this.#active + 1);
    else if (event.key === 'ArrowUp') this.#activate(this.#active < 0 ? last : this.#active - 1);
    else if (event.key === 'Enter' && this.#active >= 0) this.#choose(this.#active);
    else if (event.key === 'Escape') this.#close();
    else return;
    event.preventDefault();
  }

  #activate(index: number): void {
    this.#active = index;
    for (const [position, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', String(position === index));
    }
    const option = this.#list.children[index];
    if (option === undefined) this.input?.removeAttribute('aria-activedescendant');
    else {
      this.input?.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  }

  /** Goes to the search for the value, with what the form keeps besides. */
  #choose(index: number): void {
    const suggestion = this.#suggestions[index];
    const form = this.closest('form');
    if (suggestion === undefined || form === null) return;
    const parameters = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (name !== 'q' && typeof value === 'string' && value !== '') parameters.append(name, value);
    }
    parameters.append(suggestion.field, suggestion.value);
    location.assign(`/search?${parameters.toString()}`);
  }

  #close(): void {
    window.clearTimeout(this.#timer);
    this.#list.hidden = true;
    this.input?.setAttribute('aria-expanded', 'false');
    this.input?.removeAttribute('aria-activedescendant');
  }
}

export function defineSuggest(): void {
  customElements.define('collectome-suggest', SuggestElement);
}
