import { SOFTWARE } from '../model/software.ts';
import type { CommandSpec, Operand, OptionSpec } from './command.ts';
import { COMMANDS, NODE_OPTION } from './commands.ts';

/** `collectome add PATH [options]` */
export function usageOf(command: CommandSpec): string {
  const operands = command.operands.map(operandText);
  return ['collectome', command.name, ...operands, '[options]'].join(' ');
}

function operandText({ name, optional, many }: Operand): string {
  const text = `${name}${many === true ? '…' : ''}`;
  return optional === true ? `[${text}]` : text;
}

/** `--port N` */
export function optionText(name: string, { type, value }: OptionSpec): string {
  return type === 'boolean' ? `--${name}` : `--${name} ${value ?? 'VALUE'}`;
}

export function optionsOf(command: CommandSpec): Readonly<Record<string, OptionSpec>> {
  return command.inNode ? { ...command.options, ...NODE_OPTION } : command.options;
}

export function programHelp(): string {
  return [
    `${SOFTWARE.name} ${SOFTWARE.version}: every museum's collection, linked into one open dataset`,
    '',
    'Usage: collectome COMMAND [options]',
    '',
    ...columns(COMMANDS.map(({ name, summary }) => [name, summary])),
    '',
    'collectome COMMAND --help says more; collectome demo shows it all.',
    '',
  ].join('\n');
}

export function commandHelp(command: CommandSpec): string {
  const options = Object.entries(optionsOf(command)).map(([name, spec]): [string, string] => [
    optionText(name, spec),
    spec.summary,
  ]);
  return [
    `${command.summary}.`,
    '',
    `Usage: ${usageOf(command)}`,
    '',
    ...columns([...options, ['--help', 'Show this']]),
    '',
  ].join('\n');
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
