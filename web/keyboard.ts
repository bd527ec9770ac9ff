const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Arrow keys: in charts, whose marks are many, one mark is reached by Tab and the others by the arrows; in lists of results
 * they go from title to title. Escape closes what was opened.
 */
export function improveKeyboard(): void {
  for (const chart of document.querySelectorAll('[data-roving]'))
    chart.querySelector('a')?.setAttribute('tabindex', '0');
  document.addEventListener('keydown', (event) => {
    if (!(event.target instanceof Element) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') closeDetails(event.target);
    else if (!moveInChart(event, event.target)) moveInList(event, event.target);
  });
}

function closeDetails(target: Element): void {
  const details = target.closest<HTMLDetailsElement>('details[open]');
  if (details === null) return;
  details.open = false;
  details.querySelector('summary')?.focus();
}

function moveInChart(event: KeyboardEvent, target: Element): boolean {
  const chart = target.closest('[data-roving]');
  if (chart === null) return false;
  const marks = [...chart.querySelectorAll<SVGAElement>('a')];
  const at = marks.findIndex((mark) => mark === target);
  const next =
    event.key === 'Home' ? marks[0] : event.key === 'End' ? marks.at(-1) : marks[at + (STEPS[event.key] ?? Number.NaN)];
  if (at < 0 || next === undefined) return false;
  event.preventDefault();
  marks[at]?.setAttribute('tabindex', '-1');
  next.setAttribute('tabindex', '0');
  next.focus();
  return true;
}

function moveInList(event: KeyboardEvent, target: Element): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const list = target.closest('[data-arrows]');
  if (list === null || step === 0) return;
  const links = [...list.querySelectorAll<HTMLAnchorElement>(':scope > li a[href]:not([tabindex="-1"])')];
  const next = links[links.findIndex((link) => link === target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
