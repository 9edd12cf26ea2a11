/** `/v1/sources/{slug}/issues`: the printed issues of a newspaper, and the articles of one, page by page. */
import * as z from 'zod';
import { ArchiveError } from '../../domain/errors.js';
import { issueWithPages } from '../../domain/issue.js';
import { issue } from '../../domain/source.js';
import { calendarDate } from '../../domain/time.js';
import { listOf, renderPage } from '../answer.js';
import { exampleArticle, exampleIssue, examplePage, summarize } from '../examples.js';
import { paging } from '../parameters.js';
import { defineRoute } from '../route.js';

export const ofSource = z.object({
  slug: z
    .string()
    .min(1)
    .max(200)
    .meta({ description: 'Slug (or name) of the source.', example: exampleIssue.source.slug }),
});

/** In a path, a source that is not there is an address that is not there. */
export async function findInPath<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.code !== 'unknown_source') throw error;
    const { message, suggestion } = error;
    throw new ArchiveError('not_found', message, {
      parameter: 'slug',
      ...(suggestion !== undefined && { suggestion }),
    });
  }
}

export const listIssues = defineRoute({
  operationId: 'listIssues',
  path: '/v1/sources/{slug}/issues',
  tag: 'Navigation',
  summary: 'List the printed issues of a source',
  description: 'Printed issues that have at least one article, newest first.',
  params: ofSource,
  query: paging,
  answer: {
    description: 'A page of issues.',
    schema: listOf(issue),
    example: { data: [exampleIssue], page: examplePage },
  },
  errors: ['not_found', 'invalid_cursor'],
  async handle({ read, origin }, { params, query, address }) {
    const page = await findInPath(read.listIssues(params.slug, query));
    return renderPage({ ...page, items: JSON.stringify(page.items) }, { limit: query.limit, address, origin });
  },
});

export const getIssue = defineRoute({
  operationId: 'getIssue',
  path: '/v1/sources/{slug}/issues/{date}',
  tag: 'Navigation',
  summary: 'Get a printed issue',
  description: 'One printed issue: its pages in order, each with its articles.',
  params: ofSource.extend({ date: calendarDate.meta({ description: 'Date of the issue.', example: '2018-10-12' }) }),
  query: z.object({}),
  answer: {
    description: 'The issue.',
    schema: issueWithPages,
    example: { ...exampleIssue, pages: [{ page: exampleArticle.issue?.page, articles: [summarize(exampleArticle)] }] },
  },
  errors: ['not_found'],
  async handle({ read }, { params: { slug, date } }) {
    const found = await findInPath(read.getIssue(slug, date));
    if (found === null)
      throw new ArchiveError('not_found', `The source has no issue of ${date}`, { parameter: 'date' });
    return { body: JSON.stringify({ ...found.issue, pages: found.pages }) };
  },
});
