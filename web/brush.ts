const SVG = 'http://www.w3.org/2000/svg';
/** A press that moves less is a click on a bar. */
const LEAST_MOVE_PX = 4;

/** A chart of time across which a span can be dragged; it fills the two fields for years and sends their form. */
class BrushElement extends HTMLElement {
  connectedCallback(): void {
    const chart = this.querySelector<SVGSVGElement>('svg.time-chart');
    if (chart === null) return;
    this.title = this.dataset['hint'] ?? '';
    const [first, last] = [Number(chart.dataset['first']), Number(chart.dataset['last'])];
    const { width, height } = chart.viewBox.baseVal;
    const mark = document.createElementNS(SVG, 'rect');
    mark.setAttribute('class', 'brush');
    mark.setAttribute('height', String(height));
    let start: number | undefined;
    let isDragged = false;

    const shareAt = (event: PointerEvent) => {
      const box = chart.getBoundingClientRect();
      return Math.max(0, Math.min(1, (event.clientX - box.left) / box.width));
    };
    const yearAt = (share: number) => Math.min(last - 1, Math.floor(first + share * (last - first)));

    chart.addEventListener('pointerdown', (event) => {
      if (event.button === 0) start = shareAt(event);
    });
    chart.addEventListener('pointermove', (event) => {
      if (start === undefined) return;
      const now = shareAt(event);
      if (!isDragged && Math.abs(now - start) * chart.getBoundingClientRect().width < LEAST_MOVE_PX) return;
      if (!isDragged) {
        isDragged = true;
        chart.setPointerCapture(event.pointerId);
        chart.append(mark);
      }
      mark.setAttribute('x', String(Math.min(start, now) * width));
      mark.setAttribute('width', String(Math.abs(now - start) * width));
      this.#fill(yearAt(Math.min(start, now)), yearAt(Math.max(start, now)));
    });
    chart.addEventListener('pointerup', () => {
      start = undefined;
      if (isDragged) this.closest('form')?.requestSubmit();
    });
    chart.addEventListener('pointercancel', () => {
      start = undefined;
      isDragged = false;
      mark.remove();
    });
    // The click that ends a drag must not follow the bar's link, nor may the browser drag the link away.
    chart.addEventListener('click', (event) => {
      if (isDragged) event.preventDefault();
      isDragged = false;
    });
    chart.addEventListener('dragstart', (event) => event.preventDefault());
  }

  #fill(from: number, to: number): void {
    const form = this.closest('form');
    for (const [name, year] of [
      ['from', from],
      ['to', to],
    ] as const) {
      const field = form?.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = String(year);
    }
  }
}

export function defineBrush(): void {
  customElements.define('collectome-brush', BrushElement);
}
