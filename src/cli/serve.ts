import type { Invocation } from './command.ts';

export async function run(invocation: Invocation): Promise<void> {
  const options = {
    folder: invocation.node,
    port: invocation.number('port', { min: 0, max: 65_535 }) ?? 8080,
    host: invocation.text('host') ?? '127.0.0.1',
  };
  const { startServer } = await import('./server.ts');
  const server = await startServer(options);
  invocation.say(`Listening on ${server.address}`);
  await server.stopped(invocation.signal);
}
