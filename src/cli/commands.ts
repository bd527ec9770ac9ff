import type { CommandSpec, OptionSpec } from './command.ts';

/** What every command that works in a node takes. */
export const NODE_OPTION: Readonly<Record<string, OptionSpec>> = {
  node: { type: 'string', value: 'DIR', summary: "The node's folder; default: the current one" },
};

const JSON_OPTION = { type: 'boolean', summary: 'Answer in JSON, for programs' } as const;
const QUIET_OPTION = { type: 'boolean', summary: 'Say nothing but problems' } as const;
const AS_OPTION = {
  type: 'string',
  value: 'NAME',
  summary: 'In whose name; others will read it. Default: the user of this machine',
} as const;
const NOTE_OPTION = { type: 'string', value: 'TEXT', summary: 'Why, in a sentence that others will read' } as const;
const CLAIM_OPTIONS = { note: NOTE_OPTION, as: AS_OPTION, quiet: QUIET_OPTION, json: JSON_OPTION };
const PROFILE_OPTION = {
  type: 'string',
  value: 'FILE',
  summary: 'The profile that says what its columns mean',
} as const;
const PORT_OPTION = {
  type: 'string',
  value: 'N',
  summary: 'The port to listen on; default 8080, 0 for a free one',
} as const;
const HOST_OPTION = {
  type: 'string',
  value: 'ADDRESS',
  summary: 'The address to listen on; default 127.0.0.1, 0.0.0.0 for all',
} as const;

/** Every command, in the order of the help. Loading this loads none of their work. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'init',
    summary: 'Make a node: a folder with a collectome.yaml',
    operands: [{ name: 'DIR', optional: true }],
    options: {
      name: { type: 'string', value: 'NAME', summary: "The node's name; default: the folder's" },
      base: {
        type: 'string',
        value: 'IRI',
        summary: 'The address that its pages will have; default http://localhost:8080',
      },
      language: {
        type: 'string',
        value: 'TAG',
        summary: 'The language of its pages where a visitor prefers none: en, de',
      },
      quiet: QUIET_OPTION,
      json: JSON_OPTION,
    },
    inNode: false,
    load: () => import('./init.ts'),
  },
  {
    name: 'add',
    summary: 'Add an export to the node, as a dataset',
    operands: [{ name: 'PATH' }],
    options: {
      profile: PROFILE_OPTION,
      title: { type: 'string', value: 'TEXT', summary: "The dataset's title, where the export says none" },
      key: { type: 'string', value: 'KEY', summary: 'Its short name in addresses: small letters, digits and hyphens' },
      license: { type: 'string', value: 'LICENCE', summary: 'Its licence, where the export states none' },
      media: { type: 'string', value: 'DIR', summary: 'The folder of its pictures, where they are files' },
      iri: {
        type: 'string',
        value: 'IRI',
        summary: 'Its own IRI, to take over a dataset that has one; default: a new one',
      },
      quiet: QUIET_OPTION,
      json: JSON_OPTION,
    },
    inNode: true,
    load: () => import('./add.ts'),
  },
  {
    name: 'check',
    summary: 'Read an export and say what it is and what is wrong with it, importing nothing',
    operands: [{ name: 'FILE' }],
    options: { profile: PROFILE_OPTION, quiet: QUIET_OPTION, json: JSON_OPTION },
    inNode: false,
    load: () => import('./check.ts'),
  },
  {
    name: 'profile',
    summary: 'Propose a profile for an export from its headers, and say what it leaves private',
    operands: [{ name: 'FILE' }],
    options: {
      output: { type: 'string', value: 'FILE', summary: 'Write the profile there; default: to the standard output' },
      json: JSON_OPTION,
    },
    inNode: false,
    load: () => import('./profile.ts'),
  },
  {
    name: 'build',
    summary: 'Import all datasets and publish them as a new edition',
    operands: [],
    options: {
      preview: { type: 'boolean', summary: 'Build the edition and compare it, but do not publish it' },
      force: { type: 'boolean', summary: 'Publish though many records vanished or changed their identifiers' },
      quiet: QUIET_OPTION,
      json: JSON_OPTION,
    },
    inNode: true,
    load: () => import('./build.ts'),
  },
  {
    name: 'publish',
    summary: 'Publish an edition that was built before: roll back, or publish a preview',
    operands: [{ name: 'EDITION' }],
    options: { quiet: QUIET_OPTION, json: JSON_OPTION },
    inNode: true,
    load: () => import('./publish.ts'),
  },
  {
    name: 'withdraw',
    summary: 'Take a record out of everything that is public, at once',
    operands: [{ name: 'KEY' }],
    options: {
      reason: { type: 'string', value: 'TEXT', summary: 'Why, in a sentence that visitors will read; needed' },
      quiet: QUIET_OPTION,
      json: JSON_OPTION,
    },
    inNode: true,
    load: () => import('./withdraw.ts'),
  },
  {
    name: 'serve',
    summary: 'Serve the pages and the API of the published edition',
    operands: [],
    options: {
      port: PORT_OPTION,
      host: HOST_OPTION,
      desk: { type: 'boolean', summary: 'Let people correct: claims who is the same, and who is not' },
      running: { type: 'string', value: 'N', summary: 'Searches at a time; default twice the cores, at least 4' },
      waiting: { type: 'string', value: 'N', summary: 'Searches, and downloads, that may wait; default 200' },
      wait: { type: 'string', value: 'SECONDS', summary: 'How long they wait before they are refused; default 10' },
      exports: { type: 'string', value: 'N', summary: 'Downloads at a time; default 4' },
      connections: { type: 'string', value: 'N', summary: 'Open connections; default 1000' },
      'trust-proxy': {
        type: 'boolean',
        summary: 'Know clients by the last address of X-Forwarded-For, which your own proxy must write',
      },
      quiet: QUIET_OPTION,
    },
    inNode: true,
    load: () => import('./serve.ts'),
  },
  {
    name: 'status',
    summary: 'Say what the node holds: editions, datasets, counts, what changed since',
    operands: [],
    options: { json: JSON_OPTION },
    inNode: true,
    load: () => import('./status.ts'),
  },
  {
    name: 'search',
    summary: 'Search the published edition: collectome search wallace country:MY',
    operands: [{ name: 'QUERY', optional: true, many: true }],
    options: {
      limit: { type: 'string', value: 'N', summary: 'Records to show, 0 to 1000; default 10' },
      sort: {
        type: 'string',
        value: 'FIELD',
        summary: 'Order by a field; with - before it from the last, --sort=-eventDate',
      },
      cursor: { type: 'string', value: 'CURSOR', summary: 'Go on where the page before ended' },
      facet: { type: 'string', value: 'FIELD', many: true, summary: 'Count the values of a field; may be repeated' },
      json: JSON_OPTION,
    },
    inNode: true,
    load: () => import('./search.ts'),
  },
  {
    name: 'explain',
    summary: 'Say what a query asks, and what each of its hops finds, without asking it',
    operands: [{ name: 'QUERY', optional: true, many: true }],
    options: { json: JSON_OPTION },
    inNode: true,
    load: () => import('./explain.ts'),
  },
  {
    name: 'show',
    summary: 'Show a record: what the museum wrote and how it was read',
    operands: [{ name: 'KEY' }],
    options: { json: JSON_OPTION },
    inNode: true,
    load: () => import('./show.ts'),
  },
  {
    name: 'export',
    summary: 'Write what a query selects to a file',
    operands: [{ name: 'QUERY', optional: true, many: true }],
    options: {
      format: {
        type: 'string',
        value: 'FORMAT',
        summary: 'csv, tsv or jsonl; default: from the name of the file, else csv',
      },
      output: {
        type: 'string',
        value: 'FILE',
        summary: 'Write there, and how to cite it beside it; default: to the standard output',
      },
      verbatim: { type: 'boolean', summary: 'CSV and TSV: add a column with what the museum wrote' },
      bom: { type: 'boolean', summary: 'CSV and TSV: begin with a byte order mark, for spreadsheets' },
      quiet: QUIET_OPTION,
    },
    inNode: true,
    load: () => import('./export.ts'),
  },
  {
    name: 'interpret',
    summary:
      'Read values from the standard input, one a line or in JSON objects of terms, and print a JSON object for each',
    operands: [{ name: 'KIND' }],
    options: {},
    inNode: false,
    load: () => import('./interpret.ts'),
  },
  {
    name: 'quality',
    summary:
      "Test every object of a dataset, or of all, by TDWG's tests of data quality, and list what there is to mend",
    operands: [{ name: 'DATASET', optional: true }],
    options: {
      output: {
        type: 'string',
        value: 'FILE.csv',
        summary: 'Write what there is to mend there, a row for each finding',
      },
      records: {
        type: 'boolean',
        summary:
          'Instead read records from the standard input, a JSON object of terms a line, and answer each with all tests',
      },
      quiet: QUIET_OPTION,
      json: JSON_OPTION,
    },
    inNode: true,
    load: () => import('./quality.ts'),
  },
  {
    name: 'claim same',
    summary: 'Claim that two people or groups are the same, or that two records are of one gathering',
    operands: [{ name: 'KEY[:NAME]' }, { name: 'KEY[:NAME]' }],
    options: CLAIM_OPTIONS,
    inNode: true,
    load: () => import('./claim.ts'),
  },
  {
    name: 'claim different',
    summary:
      'Claim that two are not the same: two people, a name of someone and that someone, two records of a gathering',
    operands: [{ name: 'KEY[:NAME]' }, { name: 'KEY[:NAME]' }],
    options: CLAIM_OPTIONS,
    inNode: true,
    load: () => import('./claim.ts'),
  },
  {
    name: 'claim accept',
    summary: 'Claim what a rule proposes: its key is in /api/agents/KEY',
    operands: [{ name: 'CLAIM' }],
    options: CLAIM_OPTIONS,
    inNode: true,
    load: () => import('./claim.ts'),
  },
  {
    name: 'claim reject',
    summary: 'Claim the opposite of what a rule claims',
    operands: [{ name: 'CLAIM' }],
    options: CLAIM_OPTIONS,
    inNode: true,
    load: () => import('./claim.ts'),
  },
  {
    name: 'claim undo',
    summary: 'Take a claim back; it stays in the list, with who did it and when',
    operands: [{ name: 'CLAIM' }],
    options: CLAIM_OPTIONS,
    inNode: true,
    load: () => import('./claim-undo.ts'),
  },
  {
    name: 'claim list',
    summary: 'List claims of people, the newest first',
    operands: [],
    options: {
      about: { type: 'string', value: 'KEY', summary: 'Only those about this person, group or record' },
      all: { type: 'boolean', summary: 'Those that were undone, too' },
      limit: { type: 'string', value: 'N', summary: 'At most so many; default 100' },
      json: JSON_OPTION,
    },
    inNode: true,
    load: () => import('./claim-list.ts'),
  },
  {
    name: 'claim export',
    summary: 'Write all claims that were ever made, for another node: JSON Lines',
    operands: [],
    options: {
      output: { type: 'string', value: 'FILE', summary: 'Write there; default: to the standard output' },
      quiet: QUIET_OPTION,
    },
    inNode: true,
    load: () => import('./claim-export.ts'),
  },
  {
    name: 'claim import',
    summary: 'Take over claims of another node, with their makers; - reads the standard input',
    operands: [{ name: 'FILE' }],
    options: { as: AS_OPTION, quiet: QUIET_OPTION, json: JSON_OPTION },
    inNode: true,
    load: () => import('./claim-import.ts'),
  },
  {
    name: 'claim log',
    summary: 'Say who did what and when, the newest first: claims made, undone and imported, tokens, refusals',
    operands: [],
    options: {
      about: { type: 'string', value: 'TARGET', summary: 'Only what was done to this claim, token or client' },
      limit: { type: 'string', value: 'N', summary: 'At most so many; default 100' },
      json: JSON_OPTION,
    },
    inNode: true,
    load: () => import('./claim-log.ts'),
  },
  {
    name: 'token create',
    summary: 'Make a token with which someone, or a program, may write under `serve --desk`; it is shown once',
    operands: [{ name: 'NAME' }],
    options: { as: AS_OPTION, json: JSON_OPTION },
    inNode: true,
    load: () => import('./token-create.ts'),
  },
  {
    name: 'token list',
    summary: 'List tokens: when they were made, last used, revoked',
    operands: [],
    options: { json: JSON_OPTION },
    inNode: true,
    load: () => import('./token-list.ts'),
  },
  {
    name: 'token revoke',
    summary: 'Take a token out of force',
    operands: [{ name: 'NAME' }],
    options: { as: AS_OPTION, quiet: QUIET_OPTION, json: JSON_OPTION },
    inNode: true,
    load: () => import('./token-revoke.ts'),
  },
  {
    name: 'backup',
    summary:
      'Copy the node into a new folder: settings, profiles, history, withdrawals, pictures, the published edition',
    operands: [{ name: 'DIR' }],
    options: { quiet: QUIET_OPTION, json: JSON_OPTION },
    inNode: true,
    load: () => import('./backup.ts'),
  },
  {
    name: 'media fetch',
    summary: 'Make small copies of the pictures that the records name, from local files or named hosts',
    operands: [],
    options: {
      remote: { type: 'boolean', summary: 'Load pictures from the hosts that collectome.yaml names, too' },
      host: {
        type: 'string',
        value: 'NAME',
        many: true,
        summary: 'Load pictures from this host, too; may be repeated',
      },
      limit: { type: 'string', value: 'N', summary: 'At most so many pictures from hosts' },
      retry: { type: 'boolean', summary: 'Try those again that failed before' },
      quiet: QUIET_OPTION,
      json: JSON_OPTION,
    },
    inNode: true,
    load: () => import('./media-fetch.ts'),
  },
  {
    name: 'generate',
    summary: 'Write a made collection of any size as a Darwin Core Archive, to measure and try things with',
    operands: [],
    options: {
      records: { type: 'string', value: 'N', summary: 'How many records; default 10000' },
      seed: { type: 'string', value: 'S', summary: 'A whole number: the same one gives the same files; default 1' },
      out: {
        type: 'string',
        value: 'FILE.zip',
        summary: 'The archive; files with the truth about it are written beside it',
      },
      datasets: { type: 'string', value: 'N', summary: 'Spread the records over so many archives; default 1' },
      quiet: QUIET_OPTION,
      json: JSON_OPTION,
    },
    inNode: false,
    load: () => import('./generate.ts'),
  },
  {
    name: 'demo',
    summary: 'Build three small museums and serve them',
    operands: [],
    options: {
      folder: { type: 'string', value: 'DIR', summary: 'Where the node is made; default .demo' },
      port: PORT_OPTION,
      host: HOST_OPTION,
      quiet: QUIET_OPTION,
    },
    inNode: false,
    load: () => import('./demo.ts'),
  },
];
