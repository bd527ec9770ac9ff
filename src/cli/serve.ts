import type { Invocation } from './command.ts';
import type { ServerLimits } from './server.ts';

export async function run(invocation: Invocation): Promise<void> {
  const options = {
    folder: invocation.node,
    port: invocation.number('port', { min: 0, max: 65_535 }) ?? 8080,
    host: invocation.text('host') ?? '127.0.0.1',
    desk: invocation.flag('desk'),
    limits: limitsOf(invocation),
  };
  const { startServer } = await import('./server.ts');
  const server = await startServer(options);
  invocation.say(`Listening on ${server.address}`);
  await server.stopped(invocation.signal);
}

function limitsOf(invocation: Invocation): Partial<ServerLimits> {
  const waitSeconds = invocation.number('wait', { min: 0, max: 600 });
  const given = {
    running: invocation.number('running', { min: 1, max: 1_000 }),
    waiting: invocation.number('waiting', { min: 0, max: 100_000 }),
    waitMs: waitSeconds === undefined ? undefined : waitSeconds * 1000,
    exports: invocation.number('exports', { min: 1, max: 1_000 }),
    connections: invocation.number('connections', { min: 1, max: 100_000 }),
    trustProxy: invocation.flag('trust-proxy'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
