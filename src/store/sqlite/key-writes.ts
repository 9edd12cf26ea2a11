/** Writing keys, and the answers kept for requests that are named: what the archive knows of its clients, and no part of what it says. */
import { rotateKey } from '../../domain/key.js';
import type { WriteStore } from '../writing.js';
import { createAnswers } from './answers.js';
import { translateErrors } from './connect.js';
import { createKeys } from './keys.js';
import type { Connection } from './statement.js';

export type KeyWrites = Pick<WriteStore, 'createKey' | 'rotateKey' | 'revokeKey' | 'noteKeyUses' | 'keepAnswer'>;

/** Prepares the writes of a writing connection, each a transaction. */
export function createKeyWrites(connection: Connection): KeyWrites {
  const { client } = connection;
  const transact = <T>(work: () => T): T => translateErrors(client.name, () => client.transaction(work).immediate());
  const keys = createKeys(connection);
  const answers = createAnswers(connection);
  return {
    createKey: async (key) => transact(() => keys.insert(key)),
    rotateKey: async (id, hash, when) =>
      transact(() => keys.update(id, (key) => (key.revokedAt === null ? rotateKey(key, hash, when) : null))),
    revokeKey: async (id, at) => transact(() => keys.update(id, (key) => ({ ...key, revokedAt: key.revokedAt ?? at }))),
    noteKeyUses: async (uses) =>
      transact(() => {
        for (const use of uses) keys.noteUse(use);
      }),
    keepAnswer: async (answer, since) => transact(() => answers.keep(answer, since)),
  };
}
