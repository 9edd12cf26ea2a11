/** `createPage`, `previewPage`, `createArticle` and the jobs of imports: bringing articles in. */
import { cancelJob, getJob, listJobs } from '../../http/routes/imports.js';
import { createArticle, createPage, previewPage } from '../../http/routes/ingest.js';
import { callRoute, findByRoute, type RouteRequest } from '../calls.js';
import type { GivenPage, PageFormat, Resolvers } from '../resolver-types.js';

const mediaTypes: Record<PageFormat, string> = { html: 'text/html', markdown: 'text/markdown', text: 'text/plain' };
const SNIFFED = 'application/octet-stream';

/** Tells text that says it was in another charset that it is in UTF-8 now. */
const MARK = '\uFEFF';

/** A page as its route takes it: the hints as parameters, the page as the body. */
function toPage({ content, format, ...hints }: GivenPage): RouteRequest {
  return {
    query: hints,
    body: Buffer.from(content === '' ? '' : MARK + content),
    contentType: format ? mediaTypes[format] : SNIFFED,
  };
}

export const ingestResolvers = {
  Query: {
    previewPage: (_, { input }, context) => callRoute(context, previewPage, toPage(input)),
    jobs: async (_, __, context) => (await callRoute<{ data: never }>(context, listJobs)).data,
    job: (_, params, context) => findByRoute(context, getJob, { params }),
  },
  Mutation: {
    createPage: (_, { input, idempotencyKey }, context) =>
      callRoute(context, createPage, { ...toPage(input), idempotencyKey }),
    createArticle: (_, { input, idempotencyKey }, context) =>
      callRoute(context, createArticle, { body: input, idempotencyKey }),
    cancelJob: (_, params, context) => callRoute(context, cancelJob, { params }),
  },
} satisfies Resolvers;
