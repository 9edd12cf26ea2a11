/** `/v1/sources`: the newspapers, agencies and sites that the articles come from. */
import * as z from 'zod';
import { source } from '../../domain/source.js';
import { wholeListOf } from '../answer.js';
import { exampleSource } from '../examples.js';
import { defineRoute } from '../route.js';

export const listSources = defineRoute({
  operationId: 'listSources',
  path: '/v1/sources',
  tag: 'Navigation',
  summary: 'List sources',
  description: 'All sources in order of name, with how many articles and printed issues each has.',
  params: z.object({}),
  query: z.object({}),
  answer: { description: 'The sources.', schema: wholeListOf(source), example: { data: [exampleSource] } },
  errors: [],
  handle: async ({ read }) => ({ body: JSON.stringify({ data: await read.listSources() }) }),
});
