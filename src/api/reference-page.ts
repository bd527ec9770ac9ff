import { html, raw } from 'hono/html';
import { ERROR_CODES } from './error.ts';
import type { ApiDocument } from './openapi.ts';

type Operation = NonNullable<NonNullable<ApiDocument['paths']>[string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];
type Markup = ReturnType<typeof html>;

/** The OpenAPI document as a page for people: plain HTML in the given style sheets, made once. */
export function writeReferencePage(document: ApiDocument, styles: readonly string[]): Markup {
  const { title, description = '' } = document.info;
  const paths = Object.entries(document.paths ?? {}).flatMap(([path, { get, post }]) =>
    get === undefined ? [] : [{ path: `/api${path}`, operation: get, takesBody: post !== undefined }],
  );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        ${styles.map((address) => html`<link rel="stylesheet" href="${address}" />`)}
      </head>
      <body>
        <header class="masthead"><a class="masthead-name" href="/">${title.replace(/: API$/u, '')}</a></header>
        <main>
          <h1 class="page-title">API</h1>
          <div class="prose">
            <p>${marked(description)}</p>
            <p><a href="/api/openapi.json">The OpenAPI 3.1 document</a> says the same for programs.</p>
          </div>
          <section class="page-part prose">
            <h2>Addresses</h2>
            <ul>
              ${paths.map(
                ({ path, operation }) =>
                  html`<li>
                    <a href="#${anchor(path)}"><code>${path}</code></a> ${operation.summary}
                  </li>`,
              )}
            </ul>
          </section>
          ${paths.map((entry) => pathSection(entry))}
          <section class="page-part prose" id="query-parameters">
            <h2>Parameters of a query</h2>
            <p>All addresses that take a query take these. Different parameters must all be fulfilled.</p>
            ${parameterTable(Object.values(document.components?.parameters ?? {}))}
          </section>
          <section class="page-part prose">
            <h2>Errors</h2>
            <p>Every failure has this shape; <code>hint</code> and <code>position</code> are there where they help.</p>
            <pre><code>{"error": {"status", "code", "message", "hint", "position", "requestId"}}</code></pre>
            ${table(
              ['code', 'what it means'],
              Object.entries(ERROR_CODES).map(([code, sentence]) => [html`<code>${code}</code>`, marked(sentence)]),
            )}
          </section>
        </main>
      </body>
    </html>`;
}

function anchor(path: string): string {
  return path.replaceAll(/[^a-z]+/gu, '-').replaceAll(/^-|-$/gu, '');
}

function pathSection(entry: {
  readonly path: string;
  readonly operation: Operation;
  readonly takesBody: boolean;
}): Markup {
  const { path, operation, takesBody } = entry;
  const parameters = operation.parameters ?? [];
  const own = parameters.filter((parameter) => !('$ref' in parameter));
  const body = takesBody ? raw(' GET, or POST with <code>{"query": …}</code> and the same options as JSON.') : '';
  return html`<section class="page-part prose" id="${anchor(path)}">
    <h2><code>${path}</code></h2>
    <p>${operation.summary}. ${marked(operation.description ?? '')}</p>
    ${
      parameters.length > own.length
        ? html`<p>Takes <a href="#query-parameters">the parameters of a query</a>.${body}</p>`
        : ''
    }
    ${own.length === 0 ? '' : parameterTable(own)}
  </section>`;
}

function parameterTable(parameters: readonly Parameter[]): Markup {
  return table(
    ['parameter', 'what it is'],
    parameters.flatMap((parameter) => {
      if ('$ref' in parameter) return [];
      const { name, description, schema, required } = parameter;
      const about = [description, choices(schema), required === true ? 'Needed' : undefined];
      return [[html`<code>${name}</code>`, marked(about.filter((part) => part !== undefined).join('. '))]];
    }),
  );
}

function table(head: readonly string[], rows: readonly (readonly (string | Markup)[])[]): Markup {
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="${head.join(', ')}">
    <table>
      <thead>
        <tr>
          ${head.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function choices(schema: unknown): string | undefined {
  if (typeof schema !== 'object' || schema === null || !('enum' in schema) || !Array.isArray(schema.enum))
    return undefined;
  return `One of ${schema.enum.join(', ')}`;
}

/** Text in which what stands between backticks is code. */
function marked(text: string): Markup {
  return html`${text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
