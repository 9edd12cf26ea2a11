/** A process that follows the log of an archive while others write. `reader.ts <archive> <changes>`; fails when it misses one. */
import { setTimeout as sleep } from 'node:timers/promises';
import { openReadStore } from '../../src/store/sqlite/read-store.js';

const [file = '', expected] = process.argv.slice(2);
const read = openReadStore(file, { threads: 1 });
let seq = 0;
while (seq < Number(expected)) {
  for (const change of (await read.listChanges(seq, { limit: 5 })).changes) {
    if (change.seq !== seq + 1) throw new Error(`${change.seq} after ${seq}`);
    const { state } = await read.getArticle(change.id, []);
    if (state !== 'published') throw new Error(`change ${change.seq} is in the log, and its article not yet readable`);
    if ((await read.getState()).seq < change.seq) throw new Error(`the state is behind ${change.seq}`);
    seq = change.seq;
  }
  await sleep(1);
}
await read.close();
