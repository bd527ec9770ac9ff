import type { Map as MapView, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';

/** Degrees: longitude, latitude. */
export type Corner = readonly [longitude: number, latitude: number];

interface DrawingOptions {
  readonly change: (corners: readonly Corner[]) => void;
  readonly done: (corners: readonly Corner[]) => void;
}

type Pointed = MapMouseEvent | MapTouchEvent;

/** Drawing on the map: a rectangle by dragging, a polygon corner by corner until a double click. */
export class ShapeDrawing {
  readonly #map: MapView;
  readonly #options: DrawingOptions;
  #corners: Corner[] = [];
  #end: (() => void) | undefined;

  constructor(map: MapView, options: DrawingOptions) {
    this.#map = map;
    this.#options = options;
  }

  start(kind: 'rectangle' | 'polygon'): void {
    this.stop();
    this.#map.getCanvas().classList.add('drawing');
    this.#map.doubleClickZoom.disable();
    if (kind === 'rectangle') this.#rectangle();
    else this.#polygon();
  }

  stop(): void {
    this.#end?.();
    this.#end = undefined;
    this.#corners = [];
    this.#options.change([]);
    this.#map.getCanvas().classList.remove('drawing');
    this.#map.dragPan.enable();
    this.#map.doubleClickZoom.enable();
  }

  #rectangle(): void {
    const map = this.#map;
    map.dragPan.disable();
    let from: Corner | undefined;
    const down = (event: Pointed) => {
      from = cornerOf(event);
      event.preventDefault();
    };
    const move = (event: Pointed) => {
      if (from === undefined) return;
      this.#corners = rectangleOf(from, cornerOf(event));
      this.#options.change(this.#corners);
    };
    const up = () => {
      if (from !== undefined && this.#corners.length === 4) this.#options.done(this.#corners);
      from = undefined;
    };
    const heard = [
      map.on('mousedown', down),
      map.on('mousemove', move),
      map.on('mouseup', up),
      map.on('touchstart', down),
      map.on('touchmove', move),
      map.on('touchend', up),
    ];
    this.#end = () => heard.forEach((one) => one.unsubscribe());
  }

  #polygon(): void {
    const map = this.#map;
    const add = (event: MapMouseEvent) => {
      this.#corners = [...this.#corners, cornerOf(event)];
      this.#options.change(this.#corners);
    };
    const move = (event: MapMouseEvent) => this.#options.change([...this.#corners, cornerOf(event)]);
    const finish = (event: MapMouseEvent) => {
      event.preventDefault();
      // Each click of the double click has added its corner.
      const corners = this.#corners.slice(0, -1);
      if (corners.length >= 3) this.#options.done(corners);
    };
    const heard = [map.on('click', add), map.on('mousemove', move), map.on('dblclick', finish)];
    this.#end = () => heard.forEach((one) => one.unsubscribe());
  }
}

function cornerOf({ lngLat }: Pointed): Corner {
  return [lngLat.lng, Math.max(-90, Math.min(90, lngLat.lat))];
}

function rectangleOf([x1, y1]: Corner, [x2, y2]: Corner): Corner[] {
  const [west, east, south, north] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}
