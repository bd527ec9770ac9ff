export interface Colours {
  readonly main: string;
  readonly dark: string;
  readonly light: string;
  readonly accent: string;
}

export const INK = '#2a231b';

/** Pigments of hand-coloured plates: main, dark, light, accent. */
const PALETTES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  emerald: ['#2f8a5b', '#12301f', '#a9d3a5', '#c9a13b'],
  gold: ['#d99a26', '#3a2410', '#f2d58a', '#7d3b1a'],
  sepia: ['#8a6647', '#33241a', '#d9c3a3', '#5c3a22'],
  ivory: ['#d8c8a4', '#4b4030', '#f3ead3', '#a8814c'],
  ultramarine: ['#2b55a8', '#101b33', '#9db9e2', '#d8b04a'],
  slate: ['#6d7a80', '#252b2f', '#c3cbcc', '#9a6b3f'],
  leaf: ['#b06a2c', '#4a3119', '#d9b27a', '#3e5e86'],
  chestnut: ['#7a3b1e', '#2b140b', '#c08a5c', '#3e4a2a'],
  ochre: ['#b98237', '#46300f', '#e6c88f', '#6b4423'],
  black: ['#3d3a38', '#141211', '#9c948a', '#a8482e'],
  moss: ['#6b7a3a', '#2b3218', '#c2c58c', '#a86a34'],
  rust: ['#a6502b', '#3c1a0e', '#e0a77e', '#55613a'],
  teal: ['#2d7d80', '#0f2b31', '#a4cfc8', '#c27b3d'],
  rose: ['#b96a6e', '#4a2328', '#ecc6bb', '#74804d'],
  crimson: ['#a3262f', '#3a0d12', '#e39a86', '#d1a03a'],
  violet: ['#6a4b8c', '#251a38', '#c3aed4', '#3c7a5f'],
  amber: ['#c47f2d', '#402510', '#f0cd93', '#5d6b4a'],
  olive: ['#7f7c3b', '#33301a', '#cfca93', '#8a4b2e'],
  tiger: ['#cf6f1e', '#22150c', '#f0c04f', '#f4e6c4'],
};

export function coloursOf(palette: string): Colours {
  const found = PALETTES[palette];
  if (found === undefined) throw new Error(`no palette is called ${palette}`);
  const [main, dark, light, accent] = found;
  return { main, dark, light, accent };
}

/** The colour `share` of the way from one to another; both written #rrggbb. */
export function mix(from: string, to: string, share: number): string {
  const channel = (at: number): string => {
    const a = Number.parseInt(from.slice(at, at + 2), 16);
    const b = Number.parseInt(to.slice(at, at + 2), 16);
    const value = Math.round(a + (b - a) * Math.min(1, Math.max(0, share)));
    return value.toString(16).padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
