/** `/v1/changes`: what happened to the archive behind a token, so that a copy can follow it. */
import * as z from 'zod';
import type { Article } from '../../domain/article.js';
import {
  type Change,
  type ChangePosition,
  checkChangePosition,
  formatChangeToken,
  parseChangeToken,
} from '../../domain/change.js';
import { type ChangeEntry, changeEntry } from '../../domain/change-entry.js';
import { articleFilter } from '../../domain/query.js';
import { formatInstant } from '../../domain/time.js';
import { fromJson } from '../../store/json.js';
import type { ReadStore } from '../../store/store.js';
import { exampleArticle } from '../examples.js';
import { commaSeparated, paging } from '../parameters.js';
import { defineRoute } from '../route.js';

/** `since`: a token, or the seq of a change. */
export const since = z
  .string()
  .max(40)
  .transform((token, { addIssue }): ChangePosition => {
    const position = parseChangeToken(token);
    if (position !== undefined) return position;
    addIssue({ code: 'custom', message: 'must be a token that /v1/changes gave, or a seq' });
    return { seq: 0 };
  });

/** Renders a change in the zone of the archive. */
export const renderChange = (entry: Change, timeZone: string): ChangeEntry => ({
  ...entry,
  at: formatInstant(entry.at, timeZone),
});

const children = ['quotes', 'statistics'] as const;
const parts = ['article', ...children, 'order'] as const;

/** Adds the articles as they are now. */
async function addArticles(
  read: ReadStore,
  entries: readonly ChangeEntry[],
  include: readonly string[],
): Promise<ChangeEntry[]> {
  const ids = new Set(entries.filter(({ op }) => op === 'upsert').map(({ id }) => id));
  const chosen = children.filter((child) => include.includes(child));
  const articles = await read.getArticles([...ids], {
    include: chosen,
    content: true,
    order: include.includes('order'),
  });
  const byId = new Map(
    (fromJson(articles) as (Article & { order?: number })[]).map(({ order, ...article }) => [
      article.id,
      { article, ...(order !== undefined && { order }) },
    ]),
  );
  return entries.map((entry) =>
    entry.op === 'upsert' ? { ...entry, ...(byId.get(entry.id) ?? { article: null }) } : entry,
  );
}

/** `address` with its token replaced: the same changes, further on. */
function withToken(address: string, token: string): string {
  const [path = '', query = ''] = address.split('?', 2);
  const others = query.split('&').filter((pair) => pair !== '' && !/^(?:since|minSeq)=/.test(pair));
  return `${path}?${[...others, `since=${token}`].join('&')}`;
}

export const listChanges = defineRoute({
  operationId: 'listChanges',
  path: '/v1/changes',
  tag: 'Changes',
  summary: 'List changes',
  description:
    'The change log behind a token, oldest first; without since, from its beginning. Ask again with page.next, which is there also when nothing is left, until hasMore is false; later go on with the same token. No filter hides a delete: with section, what left the section is one, too. A token that the log no longer reaches is a 410, whose Link leads to a snapshot. /v1/changes/stream gives the same as server-sent events.',
  params: z.object({}),
  query: z.object({
    since: since.optional().meta({ description: 'page.next of an earlier answer, or a seq.', example: '0' }),
    types: commaSeparated(z.enum(['article']), 1)
      .optional()
      .meta({ description: 'Only changes of these; so far there are only articles.', example: ['article'] }),
    section: articleFilter.shape.section,
    limit: paging.shape.limit,
    include: commaSeparated(z.enum(parts), parts.length)
      .optional()
      .meta({
        description:
          'article: also give each article as it is now, with body and text; quotes, statistics, order: and these with it.',
        example: ['article'],
      }),
  }),
  answer: {
    description: 'A page of changes.',
    schema: z.object({
      data: z.array(changeEntry),
      page: z
        .object({
          next: z.string().meta({ description: 'Token to go on with, now or later.' }),
          limit: z.int().min(1),
          hasMore: z.boolean().meta({ description: 'Whether there may be more now.' }),
        })
        .meta({ id: 'ChangePageInfo' }),
    }),
    example: {
      data: [
        {
          seq: 57,
          type: 'article',
          id: exampleArticle.id,
          op: 'upsert',
          at: '2026-01-15T10:00:00+08:00',
          contentChanged: true,
        },
        {
          seq: 58,
          type: 'article',
          id: '9y45fgncc4g315v9',
          op: 'delete',
          at: '2026-01-15T11:00:00+08:00',
          contentChanged: true,
        },
      ],
      page: { next: 'mjv0c5xs-58', limit: 20, hasMore: false },
    },
  },
  errors: ['changes_expired', 'unknown_section'],
  async handle(context, { query: { since = { seq: 0 }, section, limit, include = [] }, address }) {
    const { read, origin } = context;
    const state = await read.getState();
    checkChangePosition(since, state);
    const { changes, end, hasMore } = await read.listChanges(since.seq, { limit, section });
    const entries = changes.map((entry) => renderChange(entry, state.timeZone));
    const next = formatChangeToken({ archiveId: state.archiveId, seq: end });
    const body = JSON.stringify({
      data: include.length === 0 ? entries : await addArticles(read, entries, include),
      page: { next, limit, hasMore },
    });
    return { body, link: `<${origin}${withToken(address, next)}>; rel="next"` };
  },
});
