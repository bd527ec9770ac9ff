const SCROLL_KEY = 'collectome-scroll';

/** Sends forms that say so as soon as something is chosen, without empty parameters, and keeps the place on the page. */
export function improveForms(): void {
  restoreScroll();
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    const form = target.closest<HTMLFormElement>('form[data-submit-on-change]');
    if (
      form === null ||
      !(target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'checkbox'))
    )
      return;
    sessionStorage.setItem(SCROLL_KEY, JSON.stringify({ path: location.pathname, top: window.scrollY }));
    form.requestSubmit();
  });
  document.addEventListener('submit', ({ target }) => {
    if (target instanceof HTMLFormElement && target.method === 'get') leaveOutEmpty(target);
  });
  // A page that Back brings out of memory must have its fields again.
  window.addEventListener('pageshow', () => {
    for (const field of document.querySelectorAll<HTMLInputElement>('[data-left-out]')) {
      field.disabled = false;
      delete field.dataset['leftOut'];
    }
  });
}

function leaveOutEmpty(form: HTMLFormElement): void {
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) continue;
    if (field.value !== '' || field.name === '') continue;
    field.disabled = true;
    field.dataset['leftOut'] = '';
  }
}

function restoreScroll(): void {
  const kept = sessionStorage.getItem(SCROLL_KEY);
  sessionStorage.removeItem(SCROLL_KEY);
  if (kept === null || location.hash !== '') return;
  const { path, top } = JSON.parse(kept) as { path: string; top: number };
  if (path === location.pathname) window.scrollTo({ top, behavior: 'instant' });
}
