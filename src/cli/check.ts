import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { SourceReport } from '../source/check.ts';
import { CliError, type Invocation } from './command.ts';
import { counted } from './counted.ts';

/** As many problems of a kind as fit a screen. */
const EXAMPLES = 10;

export async function run(invocation: Invocation): Promise<number> {
  const { checkSource } = await import('../source/check.ts');
  const { readProfile } = await import('../source/profile-file.ts');
  const profilePath = invocation.text('profile');
  const profile =
    profilePath === undefined
      ? undefined
      : readProfile(readText(invocation.terminal.resolve(profilePath)), basename(profilePath));
  const path = invocation.terminal.resolve(invocation.operands[0]!);
  const report = await checkSource({ path, profile, signal: invocation.signal });
  if (invocation.json) invocation.answer(report);
  else for (const line of describeReport(report)) invocation.say(line);
  if (report.kind === 'refused' && invocation.flag('quiet')) throw new CliError(report.reason);
  return report.kind === 'refused' ? 1 : 0;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CliError(`The profile ${path} cannot be read.`);
  }
}

const FORMATS = {
  dwca: 'Darwin Core Archive',
  coldp: 'Catalogue of Life Data Package',
  csv: 'delimited text',
  json: 'JSON',
} as const;

/** What `check` found, in lines for people. */
function describeReport(report: SourceReport): string[] {
  if (report.kind === 'refused') return [`Refused: ${report.reason}`];
  const lines = [`${FORMATS[report.format]}${report.metadata.title === undefined ? '' : `: ${report.metadata.title}`}`];
  if (report.metadata.license === undefined) lines.push('No licence is stated.');
  for (const table of report.tables) {
    const what =
      table.role === 'core' ? (table.recordType ?? 'records') : (table.child ?? table.rowType.replace(/^.*[/#]/u, ''));
    const files =
      table.fileCount === 1 ? table.firstFile : `${table.firstFile} and ${counted(table.fileCount - 1)} more`;
    lines.push(
      `${table.role} ${what} (${files}): ${counted(table.rowsRead)} rows read, ${counted(table.rowsImported)} to import, ${counted(table.rowsRejected)} rejected`,
      `  terms: ${table.terms.length === 0 ? 'none' : table.terms.join(', ')}`,
    );
    if (table.otherColumns.length > 0) lines.push(`  columns without a term: ${table.otherColumns.join(', ')}`);
  }
  lines.push(
    ...listed(
      'private',
      report.privateColumns.map(({ header, reason }) => `${header}: ${reason}`),
    ),
  );
  lines.push(
    ...listed(
      'notice',
      report.notices.map(
        ({ file, line, message, count: times }) =>
          `${place(file, line)}: ${message}${times === undefined ? '' : ` (${counted(times)} times)`}`,
      ),
    ),
  );
  lines.push(
    ...listed(
      'rejected',
      report.rejections.map(({ file, line, reason }) => `${place(file, line)}: ${reason}`),
    ),
  );
  return lines;
}

function place(file: string, line: number | undefined): string {
  return line === undefined ? file : `${file}, line ${line}`;
}

function listed(word: string, items: readonly string[]): string[] {
  const shown = items.slice(0, EXAMPLES).map((item) => `${word}: ${item}`);
  return items.length > EXAMPLES
    ? [...shown, `${word}: and ${items.length - EXAMPLES} more; --json lists them`]
    : shown;
}
