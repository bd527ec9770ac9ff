declare module '@terraformer/wkt' {
  /** Throws where the text is not WKT. */
  export function wktToGeoJSON(wkt: string): unknown;
}
