/** Writing keys, and the answers kept for requests that are named: what the archive knows of its clients, and no part of what it says. */
import { rotateKey } from '../../../domain/key.js';
import type { WriteStore } from '../../writing.js';
import { createAnswers } from '../answers.js';
import { transact } from '../connect.js';
import { createKeys } from '../keys.js';
import type { Connection } from '../statement.js';

export type KeyWrites = Pick<WriteStore, 'createKey' | 'rotateKey' | 'revokeKey' | 'noteKeyUses' | 'keepAnswer'>;

/** Prepares the writes of a writing connection, each a transaction. */
export function createKeyWrites(connection: Connection): KeyWrites {
  const { client } = connection;
  const keys = createKeys(connection);
  const answers = createAnswers(connection);
  return {
    createKey: async (key) => transact(client, () => keys.insert(key)),
    rotateKey: async (id, hash, when) =>
      transact(client, () => keys.update(id, (key) => (key.revokedAt === null ? rotateKey(key, hash, when) : null))),
    revokeKey: async (id, at) =>
      transact(client, () => keys.update(id, (key) => ({ ...key, revokedAt: key.revokedAt ?? at }))),
    noteKeyUses: async (uses) =>
      transact(client, () => {
        for (const use of uses) keys.noteUse(use);
      }),
    keepAnswer: async (answer, since) => transact(client, () => answers.keep(answer, since)),
  };
}
