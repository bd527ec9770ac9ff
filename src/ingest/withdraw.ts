import { readWithdrawals, addWithdrawal, type Withdrawal } from '../catalogue/withdrawn.ts';
import { Edition } from '../catalogue/edition.ts';
import { pathsOf } from '../catalogue/paths.ts';
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
  const found = await edition.database.query('select 1 as found from record where key = $key limit 1', { key });
  if (found.length === 0)
    throw new ConfigurationError(
      `No record of edition ${name} has the key “${key}”. The key is the last part of the record's address.`,
    );
  const withdrawal = { key, reason, time: new Date().toISOString() };
  addWithdrawal(paths.withdrawn, withdrawal);
  return withdrawal;
}
