// Writes the tables of docs/reference that come from the program, between their marks; with --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createApi } from '../src/api/api.ts';
import { ERROR_CODES } from '../src/api/error.ts';
import { COMMANDS } from '../src/cli/commands.ts';
import { optionsOf, optionText, usageOf } from '../src/cli/help.ts';
import { loadReader, VALUE_KINDS } from '../src/interpret/value-kinds.ts';
import { QUALITY_TESTS } from '../src/quality/test-list.ts';
import { CHILDREN } from '../src/vocabulary/children.ts';
import { FIELDS } from '../src/vocabulary/fields.ts';
import { ISSUES } from '../src/vocabulary/issues.ts';
import { KINDS, RECORD_TYPES } from '../src/vocabulary/kinds.ts';

const folder = fileURLToPath(new URL('../docs/reference/', import.meta.url));

function table(head, rows) {
  return [row(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n');
}

function row(cells) {
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}

const code = (text) => `\`${text}\``;

function commands() {
  return COMMANDS.map((command) =>
    [
      `## ${command.name}`,
      '',
      `${command.summary}.`,
      '',
      `    ${usageOf(command)}`,
      '',
      table(
        ['option', ''],
        Object.entries(optionsOf(command)).map(([name, spec]) => [code(optionText(name, spec)), spec.summary]),
      ),
    ].join('\n'),
  ).join('\n\n');
}

function fields() {
  return table(
    ['field', 'group', 'type', 'many', 'indexed', 'words', 'other names'],
    FIELDS.map(({ name, group, type, many, indexed, weight, aliases }) => [
      code(name),
      group,
      type,
      many ? 'yes' : '',
      indexed ? 'yes' : '',
      weight || '',
      aliases.map(code).join(', '),
    ]),
  );
}

function children() {
  return table(
    ['rows', 'column', 'type'],
    Object.entries(CHILDREN).flatMap(([child, columns]) =>
      Object.entries(columns).map(([name, type]) => [code(child), code(name), type]),
    ),
  );
}

function kinds() {
  return `Kinds: ${KINDS.map(code).join(', ')}.\n\nTypes of record: ${RECORD_TYPES.map(code).join(', ')}. A query that names no \`recordType\` selects objects.`;
}

function issues() {
  return table(
    ['issue', 'about', 'severity', 'what was found, and what was done'],
    Object.entries(ISSUES).map(([name, { about, severity, sentence }]) => [code(name), about, severity, sentence]),
  );
}

function tests() {
  return table(
    ['test', 'dimension', 'definition'],
    QUALITY_TESTS.map(({ id, label, dimension }) => [
      code(label),
      dimension,
      `[${id}](https://rs.tdwg.org/bdqtest/terms/${id})`,
    ]),
  );
}

async function values() {
  const rows = Object.entries(VALUE_KINDS).map(async ([name, { summary }]) => {
    const { ofText } = await loadReader(name);
    return [code(name), summary, Object.keys(ofText('')).map(code).join(', ')];
  });
  return table(['kind', 'reads', 'keys of the answer'], await Promise.all(rows));
}

function routes() {
  // The routes are described when the API is put together; nothing is asked of an edition or a desk for that.
  const api = createApi({ live: undefined, node: { name: '', base: '' }, gate: {} });
  const paths = api.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } }).paths;
  return table(
    ['address', 'methods', 'what it answers'],
    Object.entries(paths).map(([path, item]) => [
      code(`/api${path}`),
      ['get', 'post', 'delete']
        .filter((method) => method in item)
        .join(', ')
        .toUpperCase(),
      item.get.summary,
    ]),
  );
}

const tables = {
  'commands.md': { commands },
  'fields.md': { fields, children, kinds },
  'issues.md': { issues },
  'quality.md': { tests },
  'interpret.md': { values },
  'api.md': {
    routes,
    errors: () =>
      table(
        ['code', 'what it means'],
        Object.entries(ERROR_CODES).map(([name, sentence]) => [code(name), sentence]),
      ),
  },
};

let outdated = 0;
for (const [file, regions] of Object.entries(tables)) {
  const before = readFileSync(folder + file, 'utf8');
  let after = before;
  for (const [name, write] of Object.entries(regions)) {
    const [begin, end] = [`<!-- begin: ${name} -->\n`, `<!-- end: ${name} -->`];
    const from = after.indexOf(begin);
    const to = after.indexOf(end);
    if (from < 0 || to < from) throw new Error(`docs/reference/${file} has no marks for ${name}`);
    after = `${after.slice(0, from + begin.length)}${await write()}\n${after.slice(to)}`;
  }
  if (after === before) continue;
  outdated += 1;
  if (process.argv.includes('--check'))
    console.error(`docs/reference/${file} is not what the program says; run: node scripts/reference.mjs`);
  else writeFileSync(folder + file, after);
}
process.exit(process.argv.includes('--check') && outdated > 0 ? 1 : 0);
