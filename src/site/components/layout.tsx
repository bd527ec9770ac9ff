/** @jsxRuntime classic */
/** @jsx h */
import { h } from '../markup.ts';
import type { Child } from 'hono/jsx';
import { SOFTWARE } from '../../model/software.ts';
import { LANGUAGES } from '../messages.ts';
import { usePage } from '../page-context.ts';
import { SearchBox } from './search-box.tsx';

export interface LayoutProps {
  readonly title: string;
  readonly description?: string | undefined;
  /** Which entry of the navigation this page is. */
  readonly current?: 'search' | 'browse' | 'datasets' | 'quality' | 'about' | undefined;
  /** What the search box holds; null leaves the box out, where the page has its own. */
  readonly search?: string | null | undefined;
  readonly canonical?: string | undefined;
  /** Whether search engines should leave the page out: errors and searches. */
  readonly noIndex?: boolean | undefined;
  readonly structured?: object | undefined;
  readonly children?: Child;
}

const NAVIGATION = [
  ['search', '/search'],
  ['browse', '/browse'],
  ['datasets', '/datasets'],
  ['quality', '/quality'],
  ['about', '/about'],
] as const;

/** Each language by its own name. */
const LANGUAGE_NAMES = Object.fromEntries(
  LANGUAGES.map((code) => [code, new Intl.DisplayNames(code, { type: 'language' }).of(code)]),
);

/** The frame of every page. */
export function Layout(props: LayoutProps) {
  const { t, language, node, assets } = usePage();
  const script = assets.script('main');
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.title === node.name ? node.name : `${props.title} · ${node.name}`}</title>
        {props.description === undefined ? null : <meta name="description" content={props.description} />}
        {props.noIndex === true ? <meta name="robots" content="noindex" /> : null}
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#f6f1e7" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#191613" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {props.canonical === undefined ? null : <link rel="canonical" href={props.canonical} />}
        {assets.fonts.map((href) => (
          <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        {assets.css.map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        {script === undefined ? null : <script type="module" src={script}></script>}
        {props.structured === undefined ? null : <StructuredData value={props.structured} />}
      </head>
      <body>
        <a class="skip" href="#content">
          {t('skip.content')}
        </a>
        <Header {...props} />
        <main id="content" tabindex={-1}>
          {props.children}
        </main>
        <Footer />
      </body>
    </html>
  );
}

function Header({ current, search }: LayoutProps) {
  const { t, node } = usePage();
  return (
    <header class="masthead">
      <a class="masthead-name" href="/">
        {node.name}
      </a>
      <nav aria-label={t('nav.label')}>
        <ul class="masthead-nav">
          {NAVIGATION.map(([name, href]) => (
            <li>
              <a href={href} aria-current={current === name ? 'page' : undefined}>
                {t(`nav.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {search === null ? null : <SearchBox value={search ?? ''} />}
    </header>
  );
}

function Footer() {
  const { t, language, edition, address } = usePage();
  return (
    <footer class="colophon">
      <p>
        {edition === undefined ? null : <span>{t('footer.edition', { edition })}</span>}
        <span>{t('footer.software', { version: SOFTWARE.version })}</span>
        <a href="/about#accessibility">{t('footer.accessibility')}</a>
        <a href="/api">{t('nav.api')}</a>
      </p>
      <nav aria-label={t('nav.language')}>
        <ul class="languages">
          {LANGUAGES.map((code) => (
            <li>
              <a
                href={languageHref(address, code)}
                lang={code}
                hreflang={code}
                aria-current={code === language ? 'true' : undefined}
              >
                {LANGUAGE_NAMES[code]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}

function languageHref(address: URL, language: string): string {
  const url = new URL(address);
  url.searchParams.set('lang', language);
  return url.pathname + url.search;
}

/** JSON inside a page: `<` is escaped, so that no value can end the element. */
function StructuredData({ value }: { readonly value: object }) {
  const json = JSON.stringify(value).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }}></script>;
}
