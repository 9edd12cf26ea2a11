/** Repairing what an archive derives from itself. It never touches what was taken in. */
import { connect, toPath, transact } from '../connect.js';
import { checkVersion } from './migrate.js';
import { type Repair, rederive } from './rederive.js';

/** Mends every fixable finding in one transaction; nobody can write meanwhile. Throws `unavailable` when another process writes. */
export function repairArchive(location: string): Repair {
  const client = connect(location, 'write');
  try {
    checkVersion(client, toPath(location));
    return transact(client, () => rederive(client));
  } finally {
    client.close();
  }
}
