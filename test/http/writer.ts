/** A process that writes: every sixth article from one on, three a transaction. `writer.ts <archive> <first>` */
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import { inventArticle } from './archive.js';

const [file = '', first] = process.argv.slice(2);
const write = openWriteStore(file, { busyTimeout: 30_000 });
for (let n = Number(first); n < 120; n += 6) await write.publish([n, n + 2, n + 4].map(inventArticle), n);
await write.close();
