import type { JSX as HonoJsx } from 'hono/jsx/jsx-runtime';

/**
 * Markup, made at once. Pages that are asked for a thousand times a second cannot afford Hono's tree of nodes, which is made
 * first and written afterwards, at three times the cost. Both kinds of component can hold each other.
 */
export class Markup {
  /** By this, Hono's components know that it needs no escaping. */
  readonly isEscaped = true as const;
  readonly #html: string;

  constructor(html: string) {
    this.#html = html;
  }

  toString(): string {
    return this.#html;
  }
}

const UNSAFE = /[&<>'"]/u;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  "'": '&#39;',
  '"': '&quot;',
};

function escapeText(text: string): string {
  return UNSAFE.test(text) ? text.replaceAll(/[&<>'"]/gu, (character) => ENTITIES[character]!) : text;
}

/** Elements without content. */
const VOID: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'wbr',
]);
/** Attributes that are there or not; others are written with their value, be it true or false. */
const SWITCHES: ReadonlySet<string> = new Set([
  'async',
  'autofocus',
  'checked',
  'controls',
  'defer',
  'disabled',
  'download',
  'hidden',
  'multiple',
  'open',
  'readonly',
  'required',
  'selected',
]);

type Properties = Readonly<Record<string, unknown>>;
type Component = (properties: never) => unknown;

/** Makes an element or calls a component: what JSX becomes in files that begin with `@jsx h`. */
export function h(tag: string | Component, properties: Properties | null, ...children: readonly unknown[]): Markup {
  if (typeof tag === 'function') {
    const all = children.length === 0 ? (properties ?? {}) : { ...properties, children };
    const result = tag(all as never);
    return result instanceof Markup ? result : new Markup(writeChild(result));
  }
  let html = `<${tag}`;
  let inner = '';
  for (const name in properties) {
    const value = properties[name];
    // Where an element was written, which compilers add for development.
    if (name === '__source' || name === '__self') continue;
    if (name === 'dangerouslySetInnerHTML') inner = (value as { readonly __html: string }).__html;
    else html += writeAttribute(name, value);
  }
  for (const child of children) inner += writeChild(child);
  return new Markup(VOID.has(tag) ? `${html}/>` : `${html}>${inner}</${tag}>`);
}

/** Several elements in the place of one. */
h.Fragment = ({ children }: { readonly children?: unknown }): Markup => new Markup(writeChild(children));

function writeAttribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return ` ${name}="${escapeText(value)}"`;
  if (typeof value === 'number') return ` ${name}="${value}"`;
  if (typeof value !== 'boolean') throw new TypeError(`The attribute ${name} is neither text, number nor yes or no.`);
  if (!SWITCHES.has(name)) return ` ${name}="${value}"`;
  return value ? ` ${name}=""` : '';
}

function writeChild(child: unknown): string {
  if (typeof child === 'string') return escapeText(child);
  if (child === null || child === undefined || typeof child === 'boolean') return '';
  if (typeof child === 'number') return String(child);
  if (Array.isArray(child)) {
    let html = '';
    for (const part of child) html += writeChild(part);
    return html;
  }
  // Nodes of Hono's are written when asked for as text.
  const { isEscaped, toString } = child as Partial<Markup>;
  if (isEscaped === true && toString !== undefined) return toString.call(child);
  throw new TypeError('Only text, numbers and elements can stand in an element.');
}

/** The types of JSX in files that begin with `@jsx h`: Hono's, so that either kind of component takes the other. */
export declare namespace h {
  namespace JSX {
    type Element = HonoJsx.Element;
    type ElementType = HonoJsx.ElementType;
    type IntrinsicElements = HonoJsx.IntrinsicElements;
    type ElementChildrenAttribute = HonoJsx.ElementChildrenAttribute;
  }
}
