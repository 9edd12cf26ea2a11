/** The writing connection of a server, in a thread of its own: a write that waits for another process holds up nobody who reads. */
import { extname } from 'node:path';
import { Piscina } from 'piscina';
import { tell } from '../../work.js';
import type { WriteStore } from '../../writing.js';
import { restoreError, translateError } from './pool.js';
import type { Answer } from './reader-worker.js';
import type { WriteName, WriteTask } from './writer-worker.js';

/** Writes that wait for the thread, at most. */
const MAX_QUEUE = 200;

/**
 * Opens an archive for writing in a thread, which starts and connects with the first write. Its writes throw what
 * {@link WriteStore} says, and `unavailable` when too many wait; what is wrong with the file comes with the first one.
 */
export function openWriterThread(location: string): WriteStore {
  const thread = new Piscina<WriteTask, Answer>({
    // As this file is: TypeScript where it runs from source, JavaScript where it was built.
    filename: new URL(`./writer-worker${extname(import.meta.url)}`, import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    maxQueue: MAX_QUEUE,
    idleTimeout: Number.POSITIVE_INFINITY,
  });
  // Each gives what the method of its name gives, which the compiler cannot follow through the thread.
  const run = <N extends WriteName>(name: N): WriteStore[N] =>
    (async (...args: readonly unknown[]) => {
      const work = { name: `write ${name}`, attributes: { 'db.system.name': 'sqlite' } };
      const answer = await tell(work, () => thread.run({ location, name, args })).catch((error: unknown) => {
        throw translateError(error);
      });
      if ('error' in answer) throw restoreError(answer.error);
      return answer.result;
    }) as WriteStore[N];
  return {
    publish: run('publish'),
    replace: run('replace'),
    correct: run('correct'),
    edit: run('edit'),
    shelve: run('shelve'),
    hold: run('hold'),
    editUnpublished: run('editUnpublished'),
    discard: run('discard'),
    publishDue: run('publishDue'),
    restore: run('restore'),
    withdraw: run('withdraw'),
    beginMirror: run('beginMirror'),
    mirror: run('mirror'),
    createKey: run('createKey'),
    rotateKey: run('rotateKey'),
    revokeKey: run('revokeKey'),
    keepAnswer: run('keepAnswer'),
    noteKeyUses: run('noteKeyUses'),
    createWebhook: run('createWebhook'),
    changeWebhook: run('changeWebhook'),
    removeWebhook: run('removeWebhook'),
    dispatch: run('dispatch'),
    addDelivery: run('addDelivery'),
    noteAttempt: run('noteAttempt'),
    resend: run('resend'),
    pruneDeliveries: run('pruneDeliveries'),
    holdLease: run('holdLease'),
    close: async () => {
      // Without a thread there is no connection to close.
      if (thread.threads.length > 0) await run('close')();
      await thread.destroy();
    },
  };
}
