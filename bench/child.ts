import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Runs one of the bench's own programs in a process of its own and gives the answer that it sends. */
export async function runProcess<Answer>(name: 'build' | 'load' | 'reference', task: unknown): Promise<Answer> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const child = fork(fileURLToPath(new URL(`${name}-process.${extension}`, import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let answer: Answer | undefined;
  child.on('message', (message) => {
    answer = message as Answer;
  });
  child.send(task as object);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (answer === undefined) throw new Error(`The process "${name}" ended without an answer (exit code ${code})`);
  return answer;
}

/** In such a program: waits for the task, does it, sends the answer. */
export function answerTask(work: (task: never) => Promise<object>): void {
  process.once('message', (task) => {
    void work(task as never).then(
      (answer) => process.send?.(answer, () => process.exit(0)),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}

/** Ends a process that this one started. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
