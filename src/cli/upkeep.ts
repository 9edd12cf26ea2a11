/** What a server does beside answering. It is started before the server and stopped after it. */
import { ArchiveError } from '../domain/errors.js';
import { createMetrics, type Metrics, serveMetrics } from '../http/metrics.js';
import type { OpenArchive } from './archive.js';
import type { Session } from './command.js';
import { readManifest } from './manifest.js';

/** Must be stopped. */
export interface Upkeep {
  /** Where the server counts its answers; undefined: nobody asks. */
  metrics: Metrics | undefined;
  stop(): Promise<void>;
}

/** Starts what the settings ask for. */
export async function startUpkeep({ read }: OpenArchive, { config }: Session): Promise<Upkeep> {
  if (config.metricsAddress === '') return { metrics: undefined, stop: async () => {} };
  const metrics = createMetrics(read, readManifest().version);
  const { hostname, port } = new URL(`http://${config.metricsAddress}`);
  const address = { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 80 : Number(port) };
  const server = await serveMetrics(metrics, address).catch((cause: unknown) => {
    throw new ArchiveError('unavailable', `Metrics cannot be served at ${config.metricsAddress}`, {
      suggestion: 'Choose another BAOKU_METRICS_ADDRESS.',
      cause,
    });
  });
  return {
    metrics,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
