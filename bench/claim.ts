import { readFileSync } from 'node:fs';
import { Edition } from '../src/catalogue/edition.ts';
import { pathsOf } from '../src/catalogue/paths.ts';
import { Desk } from '../src/desk/desk.ts';
import type { BuildAnswer } from './build-process.ts';
import { runProcess } from './child.ts';
import { atMost, type Report } from './measurement.ts';

/** Publishes one claim of a person about the node's edition. */
export async function measureClaim(node: string, report: Report): Promise<void> {
  const { current } = pathsOf(node);
  await claimDifferent(node, readFileSync(current, 'utf8').trim());
  const claimed = await runProcess<BuildAnswer>('build', { node });
  report({
    name: 'one claim of a person published',
    value: claimed.seconds,
    unit: 's',
    goal: atMost(30),
    note: `${claimed.reused} parts taken over, ${claimed.cpuSeconds.toFixed(1)} s of processor time`,
  });
}

/** Says at the node's desk that two names of an edition, which rules took for one person's, are two people's. */
async function claimDifferent(node: string, editionName: string): Promise<void> {
  const paths = pathsOf(node);
  await using edition = await Edition.open(paths.edition(editionName));
  const [link] = await edition.database.query<{
    agentKey: string;
    subjectKey: string;
    objectKey: string;
    subject: string;
    object: string;
  }>(
    `select agentKey, subjectKey, objectKey, subject, object from agent_claim
     where status = 'accepted' and subjectKey <> objectKey order by key limit 1`,
  );
  if (link === undefined) throw new Error('no two names of the edition were linked');
  const desk = Desk.open(paths.desk);
  try {
    desk.claims.make({
      entity: 'agent',
      kind: 'different',
      subject: { key: link.subjectKey, entityKey: link.agentKey, name: link.subject },
      object: { key: link.objectKey, entityKey: link.agentKey, name: link.object },
      maker: 'Bench',
      time: new Date().toISOString(),
    });
  } finally {
    desk.close();
  }
}
