import { parseArgs } from 'node:util';
import { nearestName } from '../model/nearest-name.ts';
import { SOFTWARE } from '../model/software.ts';
import { badUse, CliError, Invocation, type CommandSpec, type OptionValue } from './command.ts';
import { COMMANDS, NODE_OPTION } from './commands.ts';
import { commandHelp, programHelp } from './help.ts';
import type { Terminal } from './terminal.ts';

export interface ProgramOptions {
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

/** Runs one command line and returns its exit code: 0 done, 1 the data or the run failed, 2 bad use, 130 interrupted. */
export async function runProgram(arguments_: readonly string[], { terminal, signal }: ProgramOptions): Promise<number> {
  try {
    const [first, ...rest] = arguments_;
    if (first === undefined) throw new CliError(programHelp(), 2);
    if (first === '--version' || first === '-V') {
      terminal.out(`${SOFTWARE.name} ${SOFTWARE.version}\n`);
      return 0;
    }
    if (first === '--help' || first === '-h' || first === 'help') {
      const named = first === 'help' ? rest[0] : undefined;
      terminal.out(named === undefined ? programHelp() : commandHelp(findCommand([named]).command));
      return 0;
    }
    const { command, arguments: own } = findCommand(arguments_);
    if (own.includes('--help') || own.includes('-h')) {
      terminal.out(commandHelp(command));
      return 0;
    }
    const { values, operands } = readArguments(command, own);
    const { run } = await command.load();
    return (await run(new Invocation({ command, values, operands, terminal, signal }))) ?? 0;
  } catch (error) {
    if (signal.aborted) {
      terminal.error('Stopped.\n');
      return 130;
    }
    if (error instanceof CliError) {
      terminal.error(`${error.message.trimEnd()}\n`);
      return error.exitCode;
    }
    terminal.error(`${describeFailure(error)}\n`);
    // Known by its name, so that `--help` need not load the search.
    return error instanceof Error && error.name === 'QueryError' ? 2 : 1;
  }
}

/** The command that the first word, or the first two (`media fetch`), name. */
function findCommand(words: readonly string[]): { command: CommandSpec; arguments: readonly string[] } {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ');
    const command = COMMANDS.find((candidate) => candidate.name === name);
    if (command !== undefined) return { command, arguments: words.slice(length) };
  }
  const wanted = words[0] ?? '';
  const below = COMMANDS.filter(({ name }) => name.startsWith(`${wanted} `));
  if (below.length > 0) throw badUse(`\`${wanted}\` needs one more word: ${below.map(({ name }) => name).join(', ')}`);
  const nearest = nearestName(
    wanted,
    COMMANDS.map(({ name }) => name),
  );
  throw badUse(`There is no command "${wanted}"${nearest === undefined ? '' : `; did you mean \`${nearest}\`?`}`);
}

function readArguments(
  command: CommandSpec,
  arguments_: readonly string[],
): { values: Readonly<Record<string, OptionValue>>; operands: readonly string[] } {
  const specs = command.inNode ? { ...command.options, ...NODE_OPTION } : command.options;
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { type, many }]) => [name, { type, multiple: many ?? false }]),
  );
  const takesLine = command.operands.some(({ many }) => many === true);
  const args = takesLine ? arguments_.map(protectExclusion) : [...arguments_];
  const { tokens, values, positionals } = parseArgs({
    args,
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const spec = specs[token.name];
    if (spec === undefined) {
      const nearest = nearestName(token.name, Object.keys(specs));
      const hint = nearest === undefined ? '' : `; did you mean \`--${nearest}\`?`;
      throw badUse(`\`${command.name}\` has no option \`${token.rawName}\`${hint}`, command.name);
    }
    if (spec.type === 'string' && token.value === undefined) {
      throw badUse(`\`${token.rawName}\` needs a value: ${token.rawName} ${spec.value ?? 'VALUE'}`, command.name);
    }
    if (spec.type === 'boolean' && token.value !== undefined) {
      throw badUse(`\`${token.rawName}\` takes no value`, command.name);
    }
  }
  const needed = command.operands.filter(({ optional }) => optional !== true);
  if (positionals.length < needed.length) {
    throw badUse(`\`${command.name}\` needs ${needed.map(({ name }) => name).join(' and ')}`, command.name);
  }
  if (positionals.length > command.operands.length && !takesLine) {
    throw badUse(`\`${command.name}\` does not take "${positionals[command.operands.length]}"`, command.name);
  }
  return {
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, unprotect(value)])),
    operands: positionals.map((operand) => operand.replace(PROTECTED, '')),
  };
}

// In `search wallace -kind:archive` the minus belongs to the query; no option of ours has a single one.
const PROTECTED = '\0';

function protectExclusion(argument: string): string {
  return /^-[^-]/u.test(argument) ? PROTECTED + argument : argument;
}

function unprotect(value: OptionValue): OptionValue {
  return typeof value === 'string' ? value.replace(PROTECTED, '') : value;
}

/** An error's own sentence; only what is a bug of ours shows its stack. */
function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  const isBug = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;
  if (isBug && code === undefined)
    return `This is a fault in ${SOFTWARE.name} ${SOFTWARE.version}, please report it.\n${error.stack}`;
  if (code === 'ENOSPC') return `The disk is full. ${error.message}`;
  const { path } = error as NodeJS.ErrnoException;
  if ((code === 'EACCES' || code === 'EPERM' || code === 'EROFS') && path !== undefined)
    return `${path} may not be written or read by this user. Change its rights, or run the command as the user who owns it. (${error.message})`;
  const { hint } = error as { readonly hint?: unknown };
  return typeof hint === 'string' ? `${error.message}\n${hint}` : error.message;
}
