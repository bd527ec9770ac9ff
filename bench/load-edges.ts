import { runProcess } from './child.ts';
import type { LoadAnswer, LoadTask } from './load-process.ts';
import { percentile, type Report } from './measurement.ts';
import { get } from './server.ts';

/** More than may run and wait together. */
const TOO_MANY_CLIENTS = 400;
const VERTICES = 10_000;
const TRIFLE = '/api/issues';

/** What one request that is as large as it may be, and more clients than can be served, do to the others. */
export async function measureEdges(
  {
    address,
    paths,
    seconds,
  }: { readonly address: string; readonly paths: readonly string[]; readonly seconds: number },
  report: Report,
): Promise<void> {
  const polygon = await measurePolygon(address);
  report({
    name: `a polygon of ${VERTICES.toLocaleString('en')} vertices`,
    value: polygon.elapsedMs,
    unit: 'ms',
    note: `answered ${polygon.status}; a trifle asked meanwhile: p50 ${polygon.p50.toFixed(0)} ms, most ${polygon.most.toFixed(0)} ms`,
  });
  const task: LoadTask = {
    address,
    paths,
    clients: TOO_MANY_CLIENTS,
    seconds: seconds / 2,
    probe: { path: TRIFLE, everyMs: 20 },
  };
  const crowd = await runProcess<LoadAnswer>('load', task);
  report({
    name: `${TOO_MANY_CLIENTS} clients, mixed: answered`,
    value: crowd.perSecond,
    unit: '1/s',
    note: `p50 ${crowd.p50.toFixed(0)} ms, p95 ${crowd.p95.toFixed(0)} ms; refused ${crowd.errors} (${crowd.firstError?.slice(0, 3) ?? 'none'})`,
  });
  report({
    name: `${TOO_MANY_CLIENTS} clients, mixed: a trifle asked meanwhile`,
    value: crowd.probeP50,
    unit: 'ms',
    note: `p95 ${crowd.probeP95.toFixed(0)} ms, most ${crowd.probeMost.toFixed(0)} ms`,
  });
}

/** A star with rays all over the map: hardly any point is decided without looking at its edges. */
async function measurePolygon(address: string) {
  const ring = Array.from({ length: VERTICES - 1 }, (_, index) => {
    const angle = (index / (VERTICES - 1)) * 2 * Math.PI;
    const reach = index % 2 === 0 ? 1 : 0.02;
    return [175 * reach * Math.cos(angle), 85 * reach * Math.sin(angle)];
  });
  const geometry = { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
  const started = performance.now();
  let isAnswered = false;
  const answer = fetch(`${address}/api/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: { kind: 'within', geometry }, limit: 1 }),
  }).then(async (response) => {
    await response.text();
    isAnswered = true;
    return { status: response.status, elapsedMs: performance.now() - started };
  });
  const waits: number[] = [];
  do {
    const asked = performance.now();
    await get(address, TRIFLE);
    waits.push(performance.now() - asked);
  } while (!isAnswered);
  return { ...(await answer), p50: percentile(waits, 0.5), most: percentile(waits, 1) };
}
