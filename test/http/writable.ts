/** A server that writes to the archive of the HTTP tests, and a key of each scope. */
import type { FastifyInstance } from 'fastify';
import type { Test } from 'tap';
import { keyRequest, type Scope, scopes } from '../../src/domain/key.js';
import { buildServer, type ServerOptions } from '../../src/http/server.js';
import { extractHere } from '../../src/services/extract.js';
import { Networks } from '../../src/services/networks.js';
import { createServices, type Services } from '../../src/services/services.js';
import { openWriteStore } from '../../src/store/sqlite/write-store.js';
import type { ReadStore } from '../../src/store/store.js';
import type { WriteStore } from '../../src/store/writing.js';
import { fillWithArticles, openFilled, testOptions } from './archive.js';

export interface WritableServer {
  app: FastifyInstance;
  read: ReadStore;
  write: WriteStore;
  services: Services;
  file: string;
  /** A secret for each scope. */
  keys: Record<Scope, string>;
  /** What the clock of the services says; tests move it. */
  clock: { now: number };
}

export async function openWritableServer(t: Test, options: Partial<ServerOptions> = {}): Promise<WritableServer> {
  const { read, file } = await openFilled(t, fillWithArticles);
  const write = openWriteStore(file);
  const clock = { now: Date.UTC(2026, 0, 15, 2) };
  const services = createServices({
    read,
    write,
    clock: () => clock.now,
    extractor: extractHere({ timeZone: '+08:00', siteRules: {} }),
    limits: { maxPageBytes: 2 ** 20, maxUnpackedBytes: 2 ** 24 },
    post: { networks: new Networks(['127.0.0.0/8']), version: '1.2.3', timeoutMs: 2_000 },
  });
  const keys = {} as Record<Scope, string>;
  for (const scope of scopes) {
    keys[scope] = (await services.keys.create(keyRequest.parse({ name: scope, scopes: [scope] }))).secret;
  }
  const archivesFolder = `${file}.archives`;
  const app = await buildServer({ read, services, options: { ...testOptions, archivesFolder, ...options } });
  t.teardown(async () => {
    await app.close();
    await services.close();
    await write.close();
  });
  return { app, read, write, services, file, keys, clock };
}
