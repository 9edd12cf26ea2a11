/** All services that change the archive, as both doors are handed them. */
import { EditService } from './edit.js';
import { NamedRequests } from './idempotency.js';
import { type IngestOptions, IngestService } from './ingest.js';
import { ImportJobs } from './jobs.js';
import { KeyService } from './keys.js';
import type { PostOptions } from './webhook-post.js';
import { WebhookService } from './webhooks.js';

export interface Services {
  keys: KeyService;
  ingest: IngestService;
  edit: EditService;
  jobs: ImportJobs;
  requests: NamedRequests;
  webhooks: WebhookService;
  /** Epoch milliseconds. */
  clock: () => number;
  /** Ends what goes on in them; the stores stay open. */
  close(): Promise<void>;
}

/** Makes the services of an archive. Must be closed. */
export function createServices(options: IngestOptions & { post: PostOptions }): Services {
  const ingest = new IngestService(options);
  const jobs = new ImportJobs(ingest, options.clock);
  return {
    keys: new KeyService(options),
    ingest,
    edit: new EditService(options),
    jobs,
    requests: new NamedRequests(options),
    webhooks: new WebhookService({ ...options, ...options.post }),
    clock: options.clock,
    close: () => jobs.close(),
  };
}
