import { html, raw } from 'hono/html';
import { ERROR_CODES } from './error.ts';
import type { ApiDocument } from './openapi.ts';

type Operation = NonNullable<NonNullable<ApiDocument['paths']>[string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];

/** The OpenAPI document as a page for people: plain HTML, made once. */
export function writeReferencePage(document: ApiDocument, styles: readonly string[]): ReturnType<typeof html> {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ path: `/api${path}`, method: method.toUpperCase(), operation }];
    }),
  );
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${document.info.title}</title>
        ${styles.map((address) => html`<link rel="stylesheet" href="${address}" />`)}
      </head>
      <body>
        <main>
          <p><a href="/">Back to the collection</a></p>
          <h1>${document.info.title}</h1>
          <p>
            ${document.info.description} <a href="/api/openapi.json">The OpenAPI 3.1 document</a> says the same for
            programs.
          </p>
          <h2>Addresses</h2>
          <ul>
            ${operations.map(
              ({ path, method, operation }) =>
                html`<li>
                  <a href="#${anchor(method, path)}"><code>${method} ${path}</code></a
                  >: ${operation.summary}
                </li>`,
            )}
          </ul>
          ${operations.map(({ path, method, operation }) => operationSection(path, method, operation))}
          <h2 id="query-parameters">Parameters of a query</h2>
          <p>All addresses that take a query take these. Different parameters must all be fulfilled.</p>
          <dl>${Object.values(document.components?.parameters ?? {}).map((parameter) => parameterEntry(parameter))}</dl>
          <h2>Errors</h2>
          <p>
            Every failure is <code>{"error": {"status", "code", "message", "hint", "position", "requestId"}}</code>. The
            codes:
          </p>
          <dl>
            ${Object.entries(ERROR_CODES).map(
              ([code, sentence]) =>
                html`<dt><code>${code}</code></dt>
                  <dd>${sentence}</dd>`,
            )}
          </dl>
        </main>
      </body>
    </html>`;
  return page;
}

function anchor(method: string, path: string): string {
  return `${method.toLowerCase()}${path.replaceAll(/[^a-z]+/gu, '-')}`.replace(/-$/u, '');
}

function operationSection(path: string, method: string, operation: Operation) {
  const parameters = operation.parameters ?? [];
  const own = parameters.filter((parameter) => !('$ref' in parameter));
  const takesQuery = parameters.length > own.length;
  return html`<section>
    <h2 id="${anchor(method, path)}"><code>${method} ${path}</code></h2>
    <p>${operation.summary}. ${operation.description ?? ''}</p>
    ${takesQuery ? html`<p>Takes <a href="#query-parameters">the parameters of a query</a>${own.length > 0 ? raw(' and:') : '.'}</p>` : ''}
    ${method === 'POST' ? html`<p>The query as <code>query</code> in a JSON body, with the same options as in an address.</p>` : ''}
    ${own.length === 0 ? '' : html`<dl>${own.map((parameter) => parameterEntry(parameter))}</dl>`}
  </section>`;
}

function parameterEntry(parameter: Parameter) {
  if ('$ref' in parameter) return '';
  const { name, description, schema, required } = parameter;
  const about = [description, schemaDescription(schema), required === true ? 'Needed' : ''].filter(
    (part) => part !== '' && part !== undefined,
  );
  return html`<dt><code>${name}</code></dt>
    <dd>${about.join('. ')}</dd>`;
}

function schemaDescription(schema: unknown): string {
  if (typeof schema !== 'object' || schema === null || !('enum' in schema) || !Array.isArray(schema.enum)) return '';
  return `One of ${schema.enum.join(', ')}`;
}
