import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Terminal } from './terminal.ts';

/** An option of a command: a flag, or one that takes a value. */
export interface OptionSpec {
  readonly type: 'boolean' | 'string';
  readonly summary: string;
  /** What stands for the value in the help: FILE, N. */
  readonly value?: string;
  readonly many?: boolean;
}

/** A command as the help and docs/reference/commands.md show it; its work is loaded when it runs. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** Positional arguments, as in the help: `PATH`, `[QUERY…]`. */
  readonly operands: readonly Operand[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Whether it works in a node's folder and so takes `--node DIR`. */
  readonly inNode: boolean;
  readonly load: () => Promise<{ readonly run: Run }>;
}

export interface Operand {
  readonly name: string;
  readonly optional?: boolean;
  readonly many?: boolean;
}

/** Does a command's work. Ends normally on success; a number is another exit code. */
export type Run = (invocation: Invocation) => Promise<number | void>;

/** A command that could not be done: exit code 1 the data or the run failed, 2 bad use. The message is the whole answer. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Bad use: says what, and where the help is. */
export function badUse(message: string, command?: string): CliError {
  const help = command === undefined ? 'collectome --help' : `collectome ${command} --help`;
  return new CliError(`${message}\nSee \`${help}\`.`, 2);
}

export type OptionValue = string | boolean | readonly (string | boolean)[] | undefined;

/** One call of a command: its arguments, where it writes, and when it is to stop. */
export class Invocation {
  readonly command: CommandSpec;
  readonly operands: readonly string[];
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  readonly #values: Readonly<Record<string, OptionValue>>;

  constructor(parts: {
    readonly command: CommandSpec;
    readonly operands: readonly string[];
    readonly values: Readonly<Record<string, OptionValue>>;
    readonly terminal: Terminal;
    readonly signal: AbortSignal;
  }) {
    this.command = parts.command;
    this.operands = parts.operands;
    this.terminal = parts.terminal;
    this.signal = parts.signal;
    this.#values = parts.values;
  }

  flag(name: string): boolean {
    return this.#values[name] === true;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  texts(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  /** A whole number within limits, both inclusive. */
  number(name: string, limits: { readonly min: number; readonly max: number }): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (!/^\d+$/u.test(text) || value < limits.min || value > limits.max) {
      throw badUse(
        `--${name} must be a whole number from ${limits.min} to ${limits.max}, not "${text}"`,
        this.command.name,
      );
    }
    return value;
  }

  /** The file that an option names, to be written: said before the work if its folder is not there. Undefined where the option is not given. */
  outputFile(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const path = this.terminal.resolve(text);
    const folder = dirname(path);
    if (!existsSync(folder))
      throw new CliError(`There is no folder ${folder}. Make it, or write elsewhere with --${name}.`);
    if (existsSync(path) && statSync(path).isDirectory())
      throw new CliError(`${path} is a folder. Name a file in it with --${name}.`);
    return path;
  }

  /** The node's folder: `--node DIR`, or the current one. */
  get node(): string {
    return this.terminal.resolve(this.text('node') ?? '.');
  }

  /** Whether a program reads the output. */
  get json(): boolean {
    return this.flag('json');
  }

  /** A line for people; silent with --quiet and --json. */
  say(line: string): void {
    if (!this.flag('quiet') && !this.json) this.terminal.out(`${line}\n`);
  }

  /** The answer for a program. */
  answer(value: unknown): void {
    this.terminal.out(`${JSON.stringify(value, null, 2)}\n`);
  }
}
