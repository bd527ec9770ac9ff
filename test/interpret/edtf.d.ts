declare module 'edtf' {
  /** Parses EDTF; throws where it is none. Bounds in milliseconds since 1970, infinite where open. */
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
