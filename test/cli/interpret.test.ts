import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';
import { VALUE_KINDS } from '../../src/interpret/value-kinds.ts';
import { runInFolder } from './terminal.ts';

interface Answer extends Record<string, unknown> {
  readonly issues: readonly string[];
}

async function answers(kind: string, ...lines: readonly string[]): Promise<Answer[]> {
  const { code, stdout } = await runInFolder('/', ['interpret', kind], {
    input: lines.map((line) => `${line}\n`).join(''),
  });
  expect(code).toBe(0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

test('each line is answered in order, values and objects of terms alike', async () => {
  const [day, none, record, empty] = await answers(
    'date',
    '5 May 1911',
    'no idea',
    '{"dwc:year": 1911, "dwc:month": "5"}',
    '',
  );
  expect(day).toEqual({ begin: '1911-05-05', end: '1911-05-05', edtf: '1911-05-05', precision: 'day', issues: [] });
  expect(none).toMatchObject({ begin: null, end: null, edtf: null, precision: null });
  expect(none?.issues).not.toEqual([]);
  expect(record).toMatchObject({ begin: '1911-05-01', end: '1911-05-31', edtf: '1911-05', precision: 'month' });
  expect(empty).toMatchObject({ begin: null, issues: [] });
});

test.each([
  ['coordinates', '51.5 N 0.25 W', { decimalLatitude: 51.5, decimalLongitude: -0.25, geodeticDatum: 'WGS84' }],
  ['country', 'Österreich', { countryCode: 'AT', possibleCountryCodes: ['AT'], issues: [] }],
  ['country', 'Atlantis', { countryCode: null, possibleCountryCodes: [] }],
  ['type-status', 'Holotypus', { typeStatus: ['holotype'], issues: [] }],
  ['basis-of-record', 'preserved specimen', { basisOfRecord: 'PRESERVED_SPECIMEN', issues: [] }],
  ['sex', 'hembra', { sex: 'female', issues: [] }],
  ['life-stage', 'qwerty', { lifeStage: null, issues: ['LIFE_STAGE_INVALID'] }],
  ['licence', 'CC BY-NC 4.0', { license: 'CC-BY-NC-4.0', issues: [] }],
])('%s %s', async (kind, value, expected) => {
  expect((await answers(kind, value))[0]).toMatchObject(expected);
});

test('statements about museum objects come apart', async () => {
  const [materials] = await answers('material', 'case: oak; movement: brass, painted. Etching on paper');
  expect(materials).toMatchObject({
    materials: [
      { name: 'oak', part: 'case', states: [], doubt: null },
      { name: 'brass', part: 'movement', states: ['painted'] },
      { name: 'paper', part: null },
    ],
    techniques: ['etching'],
  });
  const [inscription] = await answers('inscription', 'signed lower right: J. Smith');
  expect(inscription?.['inscriptions']).toEqual([{ kind: 'signature', position: 'lower right', text: 'J. Smith' }]);
  const [production] = await answers('production', 'London: made by J. Smith, formerly attributed to Thomas Girtin');
  expect(production).toMatchObject({
    makers: [
      { name: 'J. Smith', kind: 'person', role: 'maker', qualifier: null },
      { name: 'Thomas Girtin', qualifier: 'formerly attributed to' },
    ],
    productionPlace: ['London'],
  });
});

test('agents and names come apart', async () => {
  const [agents] = await answers('agents', 'H. van der Werff & Smith, J.');
  expect(agents?.['agents']).toMatchObject([
    { kind: 'person', family: 'Werff', particle: 'van der' },
    { kind: 'person', family: 'Smith', given: 'J.' },
  ]);
  const [name] = await answers('scientific-name', 'Rosa canina (L.) Smith, 1900');
  expect(name).toMatchObject({ status: 'parsed', genus: 'Rosa', specificEpithet: 'canina' });
});

test.each(Object.keys(VALUE_KINDS))('%s has every key each time', async (kind) => {
  const lines = [
    '',
    '?',
    '{"nothing": 1}',
    'Smith 1911 holotype 5 x 5 cm',
    '{"country": "France", "eventDate": "1911"}',
  ];
  const keys = (await answers(kind, ...lines)).map((answer) => Object.keys(answer).toSorted());
  expect(new Set(keys.map(String)).size).toBe(1);
  expect(keys[0]).toContain('issues');
});

test('a line that is no JSON answers with its error in its place, and the command ends with 1', async () => {
  const input = '{"sex": "f"}\n{"sex": \nmale\n';
  const { code, stdout, stderr } = await runInFolder('/', ['interpret', 'sex'], { input });
  const [first, second, third] = stdout
    .split('\n')
    .map((line) => (line === '' ? undefined : (JSON.parse(line) as object)));
  expect([first, third]).toEqual([
    { sex: 'female', issues: [] },
    { sex: 'male', issues: [] },
  ]);
  expect(second).toMatchObject({ error: expect.stringContaining('not a JSON object of terms') as string });
  expect(stderr).toContain('1 of the lines could not be read');
  expect(code).toBe(1);
});

test('an unknown kind is bad use, and the kinds are listed', async () => {
  const { code, stderr } = await runInFolder('/', ['interpret', 'dates']);
  expect(stderr).toContain('did you mean `date`?');
  for (const kind of Object.keys(VALUE_KINDS)) expect(stderr).toContain(`  ${kind} `);
  expect(code).toBe(2);
});

test('many lines go through threads and keep their order', async () => {
  const years = Array.from({ length: 12_000 }, (_, index) => String(1000 + (index % 900)));
  const read = await answers('date', ...years);
  expect(read.map(({ edtf }) => edtf)).toEqual(years);
});

/** A program that writes to the command and reads its answers while both run. */
function conversation(...command: readonly string[]) {
  const [stdin, stdout] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })];
  const controller = new AbortController();
  let errors = '';
  const ended = runProgram(command, {
    signal: controller.signal,
    terminal: {
      stdin,
      stdout,
      isInteractive: false,
      columns: 80,
      out: (text) => void stdout.write(text),
      error: (text) => void (errors += text),
      resolve: (path) => path,
    },
  });
  let text = '';
  return {
    stdin,
    controller,
    ended: async () => ({ code: await ended, errors }),
    /** Waits for so many lines of answers. */
    async answers(count: number): Promise<string[]> {
      const chunks = stdout.iterator({ destroyOnReturn: false }) as AsyncIterator<string>;
      while (text.split('\n').length <= count) text += String((await chunks.next()).value);
      const lines = text.split('\n');
      text = lines.slice(count).join('\n');
      return lines.slice(0, count);
    },
  };
}

test('who writes a line and waits gets its answer, before and after many lines and after a part of a line', async () => {
  const program = conversation('interpret', 'date');
  const years = Array.from({ length: 9_500 }, (_, index) => String(1000 + (index % 900)));
  for (const lines of [['1911'], ['1912', '1913'], years, ['1914']]) {
    program.stdin.write(lines.map((line) => `${line}\n`).join(''));
    const read = (await program.answers(lines.length)).map((line) => JSON.parse(line) as Answer);
    expect(read.map(({ edtf }) => edtf)).toEqual(lines);
  }
  program.stdin.write('19');
  program.stdin.write('15\r\n1916');
  expect(await program.answers(1)).toEqual([expect.stringContaining('"edtf":"1915"')]);
  program.stdin.end();
  expect(await program.answers(1)).toEqual([expect.stringContaining('"edtf":"1916"')]);
  expect(await program.ended()).toEqual({ code: 0, errors: '' });
});

test('a character that two reads divide stays whole', async () => {
  const program = conversation('interpret', 'country');
  const bytes = Buffer.from('Österreich\n');
  program.stdin.write(bytes.subarray(0, 1));
  program.stdin.write(bytes.subarray(1));
  expect(await program.answers(1)).toEqual([expect.stringContaining('"countryCode":"AT"')]);
  program.stdin.end();
  expect((await program.ended()).code).toBe(0);
});

test('a command that waits for a line is stopped at once', async () => {
  const program = conversation('interpret', 'sex');
  program.stdin.write('male\n');
  await program.answers(1);
  program.controller.abort(new Error('stopped'));
  expect(await program.ended()).toEqual({ code: 130, errors: 'Stopped.\n' });
});

test('quality --records answers each record with all tests by their GUIDs', async () => {
  const input = '{"dwc:day": "23rd"}\n[]\n{"day": "5"}\n';
  const { code, stdout } = await runInFolder('/', ['quality', '--records'], { input });
  const [first, second, third] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, object>);
  expect(Object.keys(first!)).toHaveLength(110);
  expect(first?.['b129fa4d-b25b-43f7-9645-5ed4d44b357b']).toMatchObject({
    label: 'AMENDMENT_DAY_STANDARDIZED',
    status: 'AMENDED',
    result: { 'dwc:day': '23' },
    resultText: 'dwc:day="23"',
  });
  expect(second).toHaveProperty('error');
  expect(third?.['47ff73ba-0028-4f79-9ce1-ee7008d66498']).toMatchObject({ result: 'COMPLIANT' });
  expect(code).toBe(1);
});

test('quality --records keeps the order of many records, and says how many could not be read', async () => {
  const input = Array.from({ length: 350 }, (_, index) => (index % 100 === 50 ? '{' : `{"day": "${index}"}`)).join(
    '\n',
  );
  const { code, stdout, stderr } = await runInFolder('/', ['quality', '--records'], { input });
  const answered = stdout.trimEnd().split('\n');
  expect(answered).toHaveLength(350);
  for (const [index, line] of answered.entries()) {
    const answer = JSON.parse(line) as Record<string, { readonly result?: string }>;
    if (index % 100 === 50) expect(answer).toHaveProperty('error');
    else
      expect(answer['47ff73ba-0028-4f79-9ce1-ee7008d66498']?.result).toBe(
        index >= 1 && index <= 31 ? 'COMPLIANT' : 'NOT_COMPLIANT',
      );
  }
  expect(stderr).toContain('3 of the lines could not be read');
  expect(code).toBe(1);
});
