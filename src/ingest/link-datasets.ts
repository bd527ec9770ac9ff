import { join } from 'node:path';
import { quoteLiteral } from '../catalogue/database.ts';
import { Edition, LINKS_FILE } from '../catalogue/edition.ts';

/**
 * Finds the other end of relations in other datasets of the edition: where exactly one record has the identifier that is
 * quoted. Parts stay as they are; the links are the edition's.
 */
export async function linkDatasets(editionFolder: string): Promise<void> {
  await using edition = await Edition.open(editionFolder);
  await edition.database.run(
    `copy (
       select target, any_value(r.key) as key
       from (select distinct target from relation where targetKey is null and target is not null) l
       join record r on r.identifier = l.target
       group by target having count(*) = 1
     ) to ${quoteLiteral(join(editionFolder, LINKS_FILE))} (format parquet)`,
  );
}
