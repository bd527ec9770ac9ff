import {
  Map as MapView,
  NavigationControl,
  setWorkerUrl,
  type GeoJSONSource,
  type StyleSpecification,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { ShapeDrawing, type Corner } from './shape-drawing.ts';

interface Cell {
  readonly longitude: number;
  readonly latitude: number;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly count: number;
}

/** Cells across the width of the view, so that dots keep their distance at every zoom. */
const CELLS_IN_VIEW = 48;

/** The map of a search: dots that divide as one comes nearer, and shapes to draw. What stands in the element is its fallback. */
class MapElement extends HTMLElement {
  #map: MapView | undefined;
  #asked: AbortController | undefined;
  #isFitted = false;
  #words: Readonly<Record<string, string>> = {};

  connectedCallback(): void {
    this.#words = JSON.parse(this.dataset['words'] ?? '{}') as Record<string, string>;
    const frame = document.createElement('div');
    frame.className = 'map-frame';
    const fallback = [...this.children];
    this.prepend(frame);
    try {
      this.#start(frame, fallback);
    } catch (error) {
      // No WebGL here: the map that is part of the page remains.
      frame.remove();
      const note = document.createElement('p');
      note.className = 'facet-note';
      note.textContent = this.#words['failed'] ?? '';
      this.prepend(note);
      console.warn(error);
    }
  }

  #start(frame: HTMLElement, fallback: readonly Element[]): void {
    setWorkerUrl(workerUrl);
    const map = new MapView({
      container: frame,
      style: styleOf(this.dataset['land'] ?? ''),
      center: [20, 15],
      zoom: 0.6,
      attributionControl: { compact: false, customAttribution: 'Natural Earth' },
      dragRotate: false,
      pitchWithRotate: false,
      maxZoom: 12,
      fadeDuration: 0,
      locale: {
        'NavigationControl.ZoomIn': this.#words['zoomIn'] ?? '',
        'NavigationControl.ZoomOut': this.#words['zoomOut'] ?? '',
        'Map.Title': this.#words['label'] ?? '',
      },
    });
    this.#map = map;
    map.touchZoomRotate.disableRotation();
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
    map.on('load', () => {
      for (const element of fallback) element.remove();
      addCells(map);
      addDrawing(map);
      this.#tools(map);
      this.dataset['ready'] = '';
      void this.#refresh();
    });
    map.on('moveend', () => void this.#refresh());
    map.on('click', 'cells', (event) => {
      const cell = event.features?.[0]?.properties as Cell | undefined;
      if (cell === undefined || this.dataset['drawing'] !== undefined) return;
      this.#search([
        [cell.west, cell.south],
        [cell.east, cell.south],
        [cell.east, cell.north],
        [cell.west, cell.north],
      ]);
    });
    map.on('mouseenter', 'cells', () => map.getCanvas().classList.add('over-cell'));
    map.on('mouseleave', 'cells', () => map.getCanvas().classList.remove('over-cell'));
  }

  /** Asks for the cells of the view. */
  async #refresh(): Promise<void> {
    const map = this.#map;
    const source = map?.getSource<GeoJSONSource>('cells');
    if (map === undefined || source === undefined) return;
    this.#asked?.abort();
    this.#asked = new AbortController();
    const bounds = map.getBounds();
    const width = Math.min(360, bounds.getEast() - bounds.getWest());
    const whole = width >= 350;
    const box = whole
      ? [-180, -90, 180, 90]
      : [
          wrap(bounds.getWest()),
          Math.max(-90, bounds.getSouth()),
          wrap(bounds.getEast()),
          Math.min(90, bounds.getNorth()),
        ];
    const parameters = new URLSearchParams(this.dataset['query']);
    parameters.set('cells', String(Math.min(4096, Math.round((360 / width) * CELLS_IN_VIEW))));
    parameters.set('bounds', box.map((degrees) => degrees.toFixed(4)).join(','));
    try {
      const answer = await fetch(`/api/grid?${parameters.toString()}`, { signal: this.#asked.signal });
      if (!answer.ok) return;
      const { cells } = (await answer.json()) as { cells: Cell[] };
      if (!this.#isFitted) {
        this.#isFitted = true;
        fit(map, cells);
      }
      const most = Math.max(1, ...cells.map(({ count }) => count));
      await source.setData({
        type: 'FeatureCollection',
        features: cells.map((cell) => ({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [cell.longitude, cell.latitude] },
          properties: {
            ...cell,
            radius: Math.max(4, Math.sqrt(cell.count / most) * 18),
            label: cell.count > 1 ? String(cell.count) : '',
          },
        })),
      });
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) console.warn(error);
    }
  }

  #tools(map: MapView): void {
    const bar = document.createElement('div');
    bar.className = 'map-tools';
    const help = document.createElement('p');
    help.className = 'facet-note';
    help.setAttribute('aria-live', 'polite');
    help.textContent = this.#words['keyboard'] ?? '';
    const drawing = new ShapeDrawing(map, {
      change: (corners) => showDrawing(map, corners),
      done: (corners) => this.#search(corners),
    });
    const button = (word: string, press: () => void) => {
      const element = document.createElement('button');
      element.type = 'button';
      element.textContent = this.#words[word] ?? word;
      element.addEventListener('click', press);
      bar.append(element);
    };
    const draw = (kind: 'rectangle' | 'polygon', words: string) => {
      this.dataset['drawing'] = kind;
      help.textContent = this.#words[words] ?? '';
      drawing.start(kind);
    };
    button('draw', () => draw('rectangle', 'drawHelp'));
    button('drawPolygon', () => draw('polygon', 'drawPolygonHelp'));
    button('here', () => {
      const bounds = map.getBounds();
      const [west, east] = [Math.max(-180, bounds.getWest()), Math.min(180, bounds.getEast())];
      this.#search([
        [west, bounds.getSouth()],
        [east, bounds.getSouth()],
        [east, bounds.getNorth()],
        [west, bounds.getNorth()],
      ]);
    });
    if (this.dataset['query'] !== this.dataset['open']) {
      button('clear', () => location.assign(`/search?${withView(new URLSearchParams(this.dataset['open']))}`));
    }
    this.prepend(bar);
    bar.after(help);
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      drawing.stop();
      delete this.dataset['drawing'];
      help.textContent = this.#words['keyboard'] ?? '';
    });
  }

  /** Goes to the search inside the shape. */
  #search(corners: readonly Corner[]): void {
    const [first] = corners;
    if (first === undefined || corners.length < 3) return;
    const ring = [...corners, first].map(([longitude, latitude]) => `${longitude.toFixed(4)} ${latitude.toFixed(4)}`);
    const parameters = new URLSearchParams(this.dataset['open']);
    parameters.append('geometry', `POLYGON((${ring.join(',')}))`);
    location.assign(`/search?${withView(parameters)}`);
  }
}

function withView(parameters: URLSearchParams): string {
  parameters.set('view', 'map');
  return parameters.toString();
}

/** Shows all that was found; it asks again for the finer cells of that view. */
function fit(map: MapView, cells: readonly Cell[]): void {
  if (cells.length === 0) return;
  const least = (pick: (cell: Cell) => number) => Math.min(...cells.map(pick));
  const most = (pick: (cell: Cell) => number) => Math.max(...cells.map(pick));
  map.fitBounds(
    [
      [least(({ west }) => west), least(({ south }) => south)],
      [most(({ east }) => east), most(({ north }) => north)],
    ],
    { padding: 24, maxZoom: 7, animate: false },
  );
}

/** A longitude between −180 and 180. */
function wrap(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/** A colour of the page, so that the map is ink on paper by day and by night. */
function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function styleOf(land: string): StyleSpecification {
  return {
    version: 8,
    sources: { land: { type: 'geojson', data: new URL(land, location.href).href } },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('sea') } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': colour('land'), 'fill-antialias': true } },
    ],
  };
}

const NOTHING = { type: 'FeatureCollection' as const, features: [] };

function addCells(map: MapView): void {
  map.addSource('cells', { type: 'geojson', data: NOTHING });
  map.addLayer({
    id: 'cells',
    type: 'circle',
    source: 'cells',
    paint: {
      'circle-radius': ['get', 'radius'],
      'circle-color': colour('accent'),
      'circle-opacity': 0.75,
      'circle-stroke-color': colour('paper'),
      'circle-stroke-width': 1,
    },
  });
}

function addDrawing(map: MapView): void {
  map.addSource('drawing', { type: 'geojson', data: NOTHING });
  map.addLayer({
    id: 'drawing-fill',
    type: 'fill',
    source: 'drawing',
    paint: { 'fill-color': colour('ink'), 'fill-opacity': 0.12 },
  });
  map.addLayer({
    id: 'drawing-line',
    type: 'line',
    source: 'drawing',
    paint: { 'line-color': colour('ink'), 'line-width': 2 },
  });
}

function showDrawing(map: MapView, corners: readonly Corner[]): void {
  const [first] = corners;
  void map.getSource<GeoJSONSource>('drawing')?.setData(
    first === undefined || corners.length < 2
      ? NOTHING
      : {
          type: 'Feature',
          properties: {},
          geometry: { type: 'Polygon', coordinates: [[...corners, first].map(([x, y]) => [x, y])] },
        },
  );
}

export function defineMap(): void {
  customElements.define('collectome-map', MapElement);
}
