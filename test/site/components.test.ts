import { describe, expect, test } from 'vitest';
import { ALL } from '../../src/model/query.ts';
import { CellMap } from '../../src/site/components/cell-map.tsx';
import { splitName } from '../../src/site/components/taxon-name.tsx';
import { safeHref } from '../../src/site/links.ts';
import { coordinateWords } from '../../src/site/number-words.ts';
import { messagesIn } from '../../src/site/messages.ts';
import { project, readLand, WORLD_HEIGHT, WORLD_WIDTH } from '../../src/site/world.ts';

describe('a scientific name', () => {
  test.each([
    ['Papilio ulysses Linnaeus, 1758', 'Papilio ulysses'],
    ['Trogonoptera brookiana (Wallace, 1855)', 'Trogonoptera brookiana'],
    ['Ornithoptera priamus poseidon Doubleday, 1847', 'Ornithoptera priamus poseidon'],
    ['Nepenthes northiana Hook.f.', 'Nepenthes northiana'],
    ['Bombus (Pyrobombus) pratorum (Linnaeus, 1761)', 'Bombus (Pyrobombus) pratorum'],
    ['Salix × rubens Schrank', 'Salix × rubens'],
    ['Odontolabis sp.', 'Odontolabis'],
    ['Cerambycidae', 'Cerambycidae'],
    ['', ''],
  ])('%s: %s is slanted', (text, slanted) => {
    const { name, authorship } = splitName(text);
    expect(name).toBe(slanted);
    expect(name + authorship).toBe(text);
  });
});

describe('links', () => {
  test.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['javascript:alert(1)', undefined],
    [' https://example.org', undefined],
    ['data:text/html,x', undefined],
    ['pictures/a.webp', undefined],
    ['http://', undefined],
  ])('%s', (text, href) => {
    expect(safeHref(text)).toBe(href);
  });
});

describe('a dot of a small map', () => {
  test.each([
    [
      'leaves out its eastern and northern edge, which are in other cells',
      { west: 5, east: 10, south: 55, north: 60 },
      'POLYGON((5 55,9.999999 55,9.999999 59.999999,5 59.999999,5 55))',
    ],
    [
      'goes to the end of the world where no other cell follows',
      { west: 175, east: 180, south: 85, north: 90 },
      'POLYGON((175 85,180 85,180 90,175 90,175 85))',
    ],
  ])('%s', (_, edges, wkt) => {
    const cell = { ...edges, longitude: 0, latitude: 0, count: 1 };
    const map: unknown = CellMap({ cells: [cell], query: ALL });
    expect(decodeURIComponent(String(map).replaceAll('+', ' '))).toContain(wkt);
  });
});

describe('the map of the world', () => {
  test('is as wide and high as it says, the equator and Greenwich in its middle', () => {
    expect(project(0, 0)).toEqual([WORLD_WIDTH / 2, WORLD_HEIGHT / 2]);
    expect(project(180, 0)[0]).toBe(WORLD_WIDTH);
    expect(project(0, 90)[1]).toBeCloseTo(0, 0);
    expect(project(0, -90)[1]).toBeCloseTo(WORLD_HEIGHT, 0);
  });

  test('has land that never jumps across it', () => {
    for (const rings of readLand('110m').coordinates) {
      for (const ring of rings) {
        const jumps = ring.filter(([x = 0, y = 0], index) => {
          const [before = x] = ring[index - 1] ?? [x];
          return Math.abs(x - before) > 180 && y > -89;
        });
        expect(jumps).toEqual([]);
        expect(ring.every(([x = 0, y = 0]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)).toBe(true);
      }
    }
  });

  test('names points as on a label, in the language of the page', () => {
    expect(coordinateWords(-1.39, 110.75, messagesIn('en'))).toEqual({
      latitude: '1.39°\u00A0S',
      longitude: '110.75°\u00A0E',
    });
    expect(coordinateWords(1.5, 110.75, messagesIn('de'))).toEqual({
      latitude: '1,5°\u00A0N',
      longitude: '110,75°\u00A0O',
    });
  });
});
