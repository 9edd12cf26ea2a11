/** `POST /v1/import`, results streamed back as they come, or as a job; and `/v1/jobs`, where jobs are watched and ended. */
import { PassThrough, Readable } from 'node:stream';
import * as z from 'zod';
import { requireScope } from '../../domain/key.js';
import { formatInstant, instant } from '../../domain/time.js';
import { countOutcome, type ImportJob, noOutcomes } from '../../services/jobs.js';
import type { PageOutcome } from '../../services/publish.js';
import type { Answer } from '../answer.js';
import { limitBytes } from '../body.js';
import { toAnswerError } from '../problem.js';
import { defineWritingRoute, streamBody, type WritingContext } from '../route.js';

const NDJSON = 'application/x-ndjson';

const fault = z.object({ code: z.string(), message: z.string(), suggestion: z.string().optional() });
const counts = z.object({
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  failed: z.int(),
  skipped: z.int().meta({ description: 'What is no page by its name, in a compressed file.' }),
});
const result = z
  .object({
    name: z.string().meta({ description: 'The line, or the path in a compressed file: -:12 is the twelfth line.' }),
    id: z.string().nullable().optional().meta({ description: 'Of the article; null when there is none.' }),
    outcome: z.enum(['created', 'updated', 'unchanged', 'failed', 'skipped']),
    error: fault.optional().meta({ description: 'Why it failed.' }),
  })
  .meta({ id: 'ImportResult' });

/** An outcome as a line. Only those of success say that something is on the disk. */
function renderResult(item: PageOutcome): string {
  if ('skipped' in item) return `${JSON.stringify({ name: item.name, outcome: 'skipped' })}\n`;
  const { name, id, outcome } = item;
  return `${JSON.stringify({ name, id, outcome, ...('error' in item && { error: toFault(item.error) }) })}\n`;
}

function toFault(error: unknown): z.output<typeof fault> {
  const { code, message, suggestion } = toAnswerError(error);
  return { code, message, ...(suggestion !== undefined && { suggestion }) };
}

const job = z
  .object({
    id: z.string(),
    state: z.enum(['queued', 'running', 'done', 'cancelled', 'failed']),
    createdAt: instant,
    endedAt: instant.nullable(),
    bytes: z.int().meta({ description: 'Of the input.' }),
    bytesRead: z.int().meta({ description: 'How far it is.' }),
    counts,
    error: fault.nullable().meta({ description: 'What ended it, when it failed as a whole.' }),
  })
  .meta({ id: 'ImportJob' });

const example: z.output<typeof job> = {
  id: '9f86d081884c7d65',
  state: 'running',
  createdAt: '2026-01-15T10:00:00+08:00',
  endedAt: null,
  bytes: 73_400_320,
  bytesRead: 20_971_520,
  counts: { created: 11_892, updated: 3, unchanged: 105, failed: 1, skipped: 0 },
  error: null,
};

async function renderJob({ read }: WritingContext, { createdAt, endedAt, error, ...rest }: ImportJob): Promise<Answer> {
  const { timeZone } = await read.getState();
  const shown: z.output<typeof job> = {
    ...rest,
    createdAt: formatInstant(createdAt, timeZone),
    endedAt: endedAt === null ? null : formatInstant(endedAt, timeZone),
    error: error === null ? null : toFault(error),
  };
  return { body: JSON.stringify(shown) };
}

export const importPages = defineWritingRoute({
  operationId: 'importPages',
  method: 'POST',
  path: '/v1/import',
  tag: 'Ingest',
  summary: 'Import many',
  description:
    'Takes what `baoku import` takes: articles or pages as NDJSON, one a line, or a list of them as JSON, or a gzip or zip of these or of pages. What became of each comes back as a line as soon as it is on the disk; the last line has the sums. With Prefer: respond-async it is taken in whole and answered with 202, and goes on as a job. The same import again changes nothing, so that one that broke off is sent again.',
  scope: 'ingest',
  params: z.object({}),
  query: z.object({}),
  headers: ['Prefer'],
  body: {
    kind: 'stream',
    types: [NDJSON, 'application/json', 'application/gzip', 'application/zip', 'application/octet-stream'],
    description: 'The input; its first bytes say what it is.',
    schema: streamBody.meta({ type: 'string', format: 'binary' }),
    example: '{"url":"https://news.example/1","title":"青石桥今日通车","text":"该桥总投资3亿元。"}\n',
  },
  answer: {
    statuses: [200, 202],
    type: NDJSON,
    description:
      '200: a line for each, then { "sums" }, and { "error" } before it when it broke off. 202: the job, as JSON.',
    schema: z.union([result, z.object({ sums: counts }), z.object({ error: fault }), job]),
    example: { name: '-:1', id: '5ce9xysawm257s0j', outcome: 'created' },
  },
  errors: [],
  async handle(context, { body, key, header, signal }) {
    requireScope(key, 'ingest');
    const { services, limits, origin } = context;
    const input = limitBytes(body ?? Readable.from([]), header('content-length'), limits.importBytes);
    if (/\brespond-async\b/i.test(header('prefer') ?? '')) {
      const begun = await services.jobs.start(input, key, renderResult);
      return { ...(await renderJob(context, begun)), status: 202, location: `${origin}/v1/jobs/${begun.id}` };
    }
    // A client that reads nothing before it has sent everything would wait for us as we for it: lines wait in memory.
    const output = new PassThrough();
    const pump = async () => {
      const sums = noOutcomes();
      try {
        for await (const item of services.ingest.importAll(input, key, signal)) {
          countOutcome(sums, item);
          output.write(renderResult(item));
        }
      } catch (error) {
        output.write(`${JSON.stringify({ error: toFault(error) })}\n`);
      }
      output.end(`${JSON.stringify({ sums })}\n`);
    };
    void pump();
    return { body: output, type: NDJSON };
  },
});

const params = z.object({
  id: z.string().min(1).max(64).meta({ description: 'Id of the job.', example: example.id }),
});
const ofJob = {
  tag: 'Ingest' as const,
  scope: 'ingest' as const,
  params,
  query: z.object({}),
  answer: { description: 'The job.', schema: job, example },
  errors: ['not_found'] as const,
};

export const listJobs = defineWritingRoute({
  operationId: 'listJobs',
  path: '/v1/jobs',
  tag: 'Ingest',
  summary: 'List imports',
  description:
    'The imports that this key began as jobs, the newest first; to a key that administrates, all. They end with the process.',
  scope: 'ingest',
  params: z.object({}),
  query: z.object({}),
  answer: { description: 'The jobs.', schema: z.object({ data: z.array(job) }), example: { data: [example] } },
  errors: [],
  async handle(context, { key }) {
    requireScope(key, 'ingest');
    const jobs = await Promise.all(context.services.jobs.list(key).map((one) => renderJob(context, one)));
    return { body: `{"data":[${jobs.map(({ body }) => body).join(',')}]}` };
  },
});

export const getJob = defineWritingRoute({
  ...ofJob,
  operationId: 'getJob',
  path: '/v1/jobs/{id}',
  summary: 'Watch an import',
  description: 'How far a job is, and how often each outcome came.',
  async handle(context, { params: { id }, key }) {
    requireScope(key, 'ingest');
    return renderJob(context, context.services.jobs.get(id, key));
  },
});

export const getJobResults = defineWritingRoute({
  ...ofJob,
  operationId: 'getJobResults',
  path: '/v1/jobs/{id}/results',
  summary: 'Get the results of an import',
  description: 'What became of each page so far, as the lines that POST /v1/import streams.',
  answer: {
    type: NDJSON,
    description: 'A line for each page.',
    schema: result,
    example: { name: '-:1', id: '5ce9xysawm257s0j', outcome: 'created' },
  },
  async handle({ services }, { params: { id }, key }) {
    requireScope(key, 'ingest');
    return { body: (await services.jobs.openResults(id, key)) as Readable, type: NDJSON };
  },
});

export const cancelJob = defineWritingRoute({
  ...ofJob,
  operationId: 'cancelJob',
  method: 'DELETE',
  path: '/v1/jobs/{id}',
  summary: 'End an import',
  description: 'Ends a job after the batch that is under way. What was stored stays.',
  async handle(context, { params: { id }, key }) {
    requireScope(key, 'ingest');
    return renderJob(context, context.services.jobs.cancel(id, key));
  },
});
