/** `/v1/sections`: the tree of sections, with how much each holds. */
import * as z from 'zod';
import { section } from '../../domain/section.js';
import { wholeListOf } from '../answer.js';
import { exampleSections } from '../examples.js';
import { defineRoute } from '../route.js';

export const listSections = defineRoute({
  operationId: 'listSections',
  path: '/v1/sections',
  tag: 'Navigation',
  summary: 'Get the section tree',
  description: 'All sections as a tree, in order of name; each counts its own articles and those of all below it.',
  params: z.object({}),
  query: z.object({}),
  answer: { description: 'The roots of the tree.', schema: wholeListOf(section), example: { data: exampleSections } },
  errors: [],
  handle: async ({ read }) => ({ body: JSON.stringify({ data: await read.listSections() }) }),
});
