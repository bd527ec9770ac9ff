import { buildEdition } from '../src/ingest/build.ts';
import { answerTask } from './child.ts';

export interface BuildTask {
  readonly node: string;
}

export interface BuildAnswer {
  readonly edition: string;
  readonly records: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMemoryMb: number;
  /** Stage → seconds until the next one began, all datasets together; the record store of one is written while the next one's tables are made. */
  readonly stages: readonly (readonly [stage: string, seconds: number])[];
  readonly reused: number;
}

/** The first words of the steps that link. */
const LINKING = /^(?:people|gatherings|expeditions|taxa|places|names of entities)/u;

/** The index is written by several threads, whose steps mix; numbers in a step tell only how far it is. */
function stageOf(step: string, isIndex: boolean): string {
  if (isIndex) return step === 'publishing' ? step : (linkingOf(step) ?? 'index');
  return step
    .replace(/[\d,.]+/gu, '')
    .replace(/ of *$/u, '')
    .trim();
}

function linkingOf(step: string): string | undefined {
  const [kind] = LINKING.exec(step) ?? [];
  return kind === undefined ? undefined : `linking ${kind}`;
}

answerTask(async ({ node }: BuildTask) => {
  const started = performance.now();
  const stages = new Map<string, number>();
  let current = { stage: 'starting', since: started };
  const turnTo = (stage: string) => {
    if (stage === current.stage) return;
    const now = performance.now();
    stages.set(current.stage, (stages.get(current.stage) ?? 0) + (now - current.since) / 1000);
    current = { stage, since: now };
  };
  const result = await buildEdition(node, {
    force: true,
    onProgress: ({ dataset, step }) => turnTo(stageOf(step, dataset === undefined)),
  });
  turnTo('');
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const answer: BuildAnswer = {
    edition: result.edition.name,
    records: result.edition.records,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMemoryMb: maxRSS / 1024,
    stages: [...stages],
    reused: result.reused.length,
  };
  return answer;
});
