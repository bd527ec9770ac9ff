import { Edition } from '../src/catalogue/edition.ts';
import { pathsOf } from '../src/catalogue/paths.ts';
import { Desk } from '../src/desk/desk.ts';

/** Says at the node's desk that two names of an edition, which rules took for one person's, are two people's. */
export async function claimDifferent(node: string, editionName: string): Promise<void> {
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
