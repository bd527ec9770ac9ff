import fc from 'fast-check';
import { jsx } from 'hono/jsx';
import { describe, expect, it } from 'vitest';
import { h } from '../../src/site/markup.ts';

describe('markup', () => {
  it('escapes text and attributes, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, title) => {
        const html = String(h('p', { title }, text));
        expect(html).toBe(String(jsx('p', { title }, text)));
        expect(html.slice(1, -4)).not.toContain('<');
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it.each([
    ['an element without content', h('br', null), '<br/>'],
    ['what is absent', h('p', { id: undefined, lang: null }, null, undefined, false, true, ''), '<p></p>'],
    ['numbers and lists', h('ul', null, [h('li', null, 1), [h('li', null, 'b')]]), '<ul><li>1</li><li>b</li></ul>'],
    ['a switch that is on', h('details', { open: true }), '<details open=""></details>'],
    ['a switch that is off', h('details', { open: false }), '<details></details>'],
    ['yes or no as a value', h('p', { 'aria-hidden': false }), '<p aria-hidden="false"></p>'],
    [
      'a component with children',
      h(({ children }: { children?: unknown }) => h('b', null, children), null, 'a', '&'),
      '<b>a&amp;</b>',
    ],
    ['a component that makes nothing', h(() => null, null), ''],
    ['an element of Hono inside', h('p', null, jsx('i', {}, '<')), '<p><i>&lt;</i></p>'],
    ['nothing of where it was written', h('b', { __source: { fileName: 'a.tsx' }, __self: {} }), '<b></b>'],
    ['ready HTML', h('script', { dangerouslySetInnerHTML: { __html: '1 < 2' } }), '<script>1 < 2</script>'],
  ])('writes %s', (_, markup, html) => {
    expect(String(markup)).toBe(html);
  });

  it('stands in an element of Hono', () => {
    const Own = () => h('i', null, '<');
    expect(String(jsx('p', {}, jsx(Own as never, {})))).toBe('<p><i>&lt;</i></p>');
  });

  it('refuses what is no text', () => {
    expect(() => h('p', null, {})).toThrow(TypeError);
    expect(() => h('p', { title: {} })).toThrow(TypeError);
  });
});
