/** `/livez` and `/readyz`: what a supervisor and a load balancer ask. */
import * as z from 'zod';
import { ArchiveError } from '../../domain/errors.js';
import { defineRoute } from '../route.js';

export const checkLiveness = defineRoute({
  operationId: 'checkLiveness',
  path: '/livez',
  tag: 'Operations',
  summary: 'Is the process alive?',
  description: 'Answers as long as the process can answer at all; does not look at the archive.',
  params: z.object({}),
  query: z.object({}),
  answer: {
    description: 'It is.',
    schema: z.object({ status: z.literal('ok'), version: z.string() }),
    example: { status: 'ok', version: '0.1.0' },
  },
  caching: 'none',
  scope: null,
  errors: [],
  handle: async ({ version }) => ({ body: JSON.stringify({ status: 'ok', version }) }),
});

export const checkReadiness = defineRoute({
  operationId: 'checkReadiness',
  path: '/readyz',
  tag: 'Operations',
  summary: 'Can it serve?',
  description: 'Reads the state of the archive; 503 when that fails and while the server closes.',
  params: z.object({}),
  query: z.object({}),
  answer: {
    description: 'It can.',
    schema: z.object({
      status: z.literal('ready'),
      articleCount: z.int().min(0),
      seq: z.int().min(0).meta({ description: 'Number of the newest change.' }),
    }),
    example: { status: 'ready', articleCount: 42, seq: 57 },
  },
  caching: 'none',
  scope: null,
  errors: [],
  async handle({ read, isClosing }) {
    if (isClosing()) throw new ArchiveError('unavailable', 'The server is closing');
    try {
      const { articleCount, seq } = await read.getState();
      return { body: JSON.stringify({ status: 'ready', articleCount, seq }) };
    } catch (cause) {
      throw new ArchiveError('unavailable', 'The archive cannot be read', { cause });
    }
  },
});
