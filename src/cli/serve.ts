import type { Invocation } from './command.ts';
import { startServer } from './server.ts';

export async function run(invocation: Invocation): Promise<void> {
  const server = await startServer({
    folder: invocation.node,
    port: invocation.number('port', { min: 0, max: 65_535 }) ?? 8080,
    host: invocation.text('host') ?? '127.0.0.1',
  });
  invocation.say(`Listening on ${server.address}`);
  await server.stopped(invocation.signal);
}
