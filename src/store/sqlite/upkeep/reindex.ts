/** Writing all that an archive derives from itself anew, piece by piece, while it is in use. It never touches what was taken in. */
import type Database from 'better-sqlite3';
import { connect, toPath, translateErrors } from '../connect.js';
import { checkVersion } from './migrate.js';
import { type Repair, rederive, reindex, searchTables } from './rederive.js';

/** Articles a transaction: a tenth of a second in which nobody else can write. */
const BATCH = 100;
/** Pages of the index that are merged at once. */
const MERGED = 1_000;

/**
 * Writes the index anew, article by article, then the suggestions, and mends the counts; what is there answers until its
 * successor is written. Gives after each transaction how many articles it wrote, and at last what was done; it may be
 * stopped in between, or killed. Throws `unavailable` when another process writes for long.
 */
export function* reindexArchive(location: string): Generator<number, Repair, void> {
  const path = toPath(location);
  const client = connect(location, 'write');
  const transact = <T>(work: () => T): T => translateErrors(path, () => client.transaction(work).immediate());
  try {
    checkVersion(client, path);
    const listNext = client
      .prepare<[number, number, number], number>(
        'SELECT rowid FROM articles WHERE rowid > ? AND rowid <= ? ORDER BY rowid LIMIT ?',
      )
      .pluck();
    // What comes in meanwhile is written by this version anyway.
    const newest = client.prepare<[], number>('SELECT coalesce(max(rowid), 0) FROM articles').pluck().get() as number;
    let reindexed = 0;
    for (let last: number | undefined = 0; last !== undefined; ) {
      const after: number = last;
      const articles = transact(() => {
        const articles = listNext.all(after, newest, BATCH);
        reindex(client, articles);
        return articles;
      });
      last = articles.at(-1);
      reindexed += articles.length;
      yield articles.length;
    }
    for (const { table } of searchTables) for (const _ of mergeSegments(client, table, transact)) yield 0;
    const rest = transact(() => {
      client.exec(`INSERT INTO search_suggestions (search_suggestions) VALUES ('delete-all'); DELETE FROM titles`);
      return rederive(client);
    });
    return { ...rest, reindexed: reindexed + rest.reindexed };
  } finally {
    client.close();
  }
}

/** Merges the pieces that a table of FTS5 consists of into one, some pages a transaction: what was deleted goes, and a search has one place to look. */
function* mergeSegments(
  client: Database.Database,
  table: string,
  transact: <T>(work: () => T) => T,
): Generator<void, void, void> {
  const merge = client.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`);
  const countChanges = client.prepare('SELECT total_changes()').pluck();
  // A negative number begins with all pieces; FTS5 has nothing left to merge when only the command itself counts as a change.
  for (let pages = -MERGED; ; pages = MERGED) {
    const changed = transact(() => {
      const before = countChanges.get() as number;
      merge.run(pages);
      return (countChanges.get() as number) - before;
    });
    if (changed < 2) return;
    yield;
  }
}
