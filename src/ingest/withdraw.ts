import { readWithdrawals, addWithdrawal, type Withdrawal } from '../catalogue/withdrawn.ts';
import { Edition } from '../catalogue/edition.ts';
import { pathsOf, type NodePaths } from '../catalogue/paths.ts';
import { Shelf } from '../catalogue/shelf.ts';
import { currentName } from '../search/live.ts';
import { ConfigurationError } from './configuration.ts';

/**
 * Takes a record out of everything that is served, at once and in all editions. Throws ConfigurationError where the
 * current edition has no such record.
 */
export async function withdraw(folder: string, key: string, reason: string): Promise<Withdrawal> {
  const paths = pathsOf(folder);
  const known = readWithdrawals(paths.withdrawn).get(key);
  if (known !== undefined) throw new ConfigurationError(`${key} was withdrawn on ${known.time}: ${known.reason}`);
  const name = currentName(paths);
  if (name === undefined)
    throw new ConfigurationError('This node has no published edition yet. Run `collectome build`.');
  await using edition = await Edition.open(paths.edition(name));
  const [found] = await edition.database.query<{ rid: number; datasetKey: string }>(
    'select rid, datasetKey from record where key = $key limit 1',
    { key },
  );
  if (found === undefined)
    throw new ConfigurationError(
      `No record of edition ${name} has the key “${key}”. The key is the last part of the record's address.`,
    );
  const pictures = await listOwnPictures(edition, paths, found);
  const withdrawal = { key, reason, time: new Date().toISOString(), ...(pictures.length === 0 ? {} : { pictures }) };
  addWithdrawal(paths.withdrawn, withdrawal);
  return withdrawal;
}

/** Hashes of the derivatives of a record's media that no other record of its dataset shows. */
async function listOwnPictures(
  edition: Edition,
  paths: NodePaths,
  { rid, datasetKey }: { readonly rid: number; readonly datasetKey: string },
): Promise<string[]> {
  const rows = await edition.database.query<{ identifier: string }>(
    `select distinct identifier from media own where rid = $rid and identifier is not null and not exists (
       select 1 from media other join record using (rid)
       where other.identifier = own.identifier and rid <> $rid and datasetKey = $datasetKey)`,
    { rid, datasetKey },
  );
  using shelf = new Shelf(paths.shelf, { readOnly: true });
  return rows.flatMap(({ identifier }) => shelf.find(datasetKey, identifier)?.hash ?? []);
}
