/** `/v1/sources/{slug}/coverage`: which days and pages of a newspaper are there, missing or suspect. */
import * as z from 'zod';
import { coverage } from '../../domain/coverage.js';
import { ArchiveError } from '../../domain/errors.js';
import { calendarDate } from '../../domain/time.js';
import { MOST_DAYS, readCoverage } from '../../services/coverage.js';
import { exampleIssue } from '../examples.js';
import { defineRoute } from '../route.js';
import { findInPath, ofSource } from './issues.js';

export const getCoverage = defineRoute({
  operationId: 'getCoverage',
  path: '/v1/sources/{slug}/coverage',
  tag: 'Navigation',
  summary: 'Tell what is missing of a newspaper',
  description: `Every day on which a printed newspaper appeared, or should have by the same weekday of the half year before and after it. A day is \`missing\` when it has no article though the paper usually appears, and \`suspect\` when page numbers are left out or it has less than half its usual pages. Days outside its first and last issue, and days on which it does not appear, are not given. At most ${MOST_DAYS} days.`,
  params: ofSource,
  query: z.object({
    from: calendarDate.optional().meta({ description: 'First day; default: a year before to.', example: '2018-01-01' }),
    to: calendarDate
      .optional()
      .meta({ description: 'Last day; default: that of the last issue.', example: '2018-12-31' }),
  }),
  answer: {
    description: 'The days, the oldest first.',
    schema: coverage,
    example: {
      source: exampleIssue.source,
      from: '2018-10-12',
      to: '2018-10-19',
      data: [
        { date: '2018-10-12', state: 'suspect', pageCount: 3, articleCount: 9, usualPageCount: 4, missingPages: ['3'] },
        { date: '2018-10-19', state: 'missing', pageCount: 0, articleCount: 0, usualPageCount: 4, missingPages: [] },
      ],
    },
  },
  errors: ['not_found'],
  async handle({ read }, { params, query }) {
    const found = await findInPath(readCoverage(read, params.slug, query));
    if (found === null) throw new ArchiveError('not_found', 'The source has no printed issue', { parameter: 'slug' });
    return { body: JSON.stringify(found) };
  },
});
