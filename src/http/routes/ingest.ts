/** `POST /v1/pages`, `/v1/pages/preview` and `/v1/articles`: one page or article at a time, stored when the answer comes. */
import * as z from 'zod';
import { article } from '../../domain/article.js';
import { articleInput } from '../../domain/article-input.js';
import { ArchiveError, type ErrorCode } from '../../domain/errors.js';
import { requireScope } from '../../domain/key.js';
import { previewArticle } from '../../domain/preview.js';
import { calendarDate, instant, timeZone } from '../../domain/time.js';
import type { Ingested, SentPage } from '../../services/ingest.js';
import type { Answer } from '../answer.js';
import { exampleArticle } from '../examples.js';
import { defineWritingRoute, type RouteInput, rawBody, type WritingContext } from '../route.js';

const warning = z
  .object({ code: z.string(), message: z.string() })
  .meta({ id: 'Warning', description: 'What a person should look at, although the page was taken in.' });

const stored = z
  .object({
    outcome: z.enum(['created', 'updated', 'unchanged', 'held']).meta({
      description: 'unchanged: it was there already, and nothing was written; held: it is kept, and not published.',
    }),
    warnings: z.array(warning),
    article,
  })
  .meta({ id: 'StoredArticle' });

const name = z.string().min(1).max(200);
const hints = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({ description: 'Its canonical URL.', example: 'https://news.example/1' }),
  source: name.optional().meta({ description: 'Newspaper, agency or site that it comes from.', example: '云岭日报' }),
  section: z
    .string()
    .min(1)
    .max(1_000)
    .transform((path) =>
      path
        .split('/')
        .map((each) => each.trim())
        .filter((each) => each !== ''),
    )
    .optional()
    .meta({ description: 'Its section, the names of its levels separated by /.', example: '新闻/本地' }),
  publishedAt: instant.optional().meta({ description: 'When it was published.', example: '2024-03-05T09:30:00+08:00' }),
  issueDate: calendarDate.optional().meta({ description: 'Day of the printed issue.', example: '2024-03-05' }),
  page: name.optional().meta({ description: 'Page (版) of that issue; goes only with issueDate.', example: '02' }),
  timeZone: timeZone.optional(),
  name: name.optional().meta({
    description: 'What the page is called, as a file name: one without URL replaces another only under the same name.',
    example: '2024-03-05-02-1.html',
  }),
});

const formats: Record<string, SentPage['format']> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'application/octet-stream': null,
};
const types = Object.keys(formats) as [string, ...string[]];

const pageBody = {
  kind: 'bytes' as const,
  types,
  description:
    'The page as it was found: HTML, Markdown or plain text, in UTF-8, GBK, Big5 or UTF-16; its bytes say in which. What a parameter says wins over what the page says.',
  schema: rawBody.meta({ type: 'string', format: 'binary' }),
  example: '<html><title>青石桥今日通车</title><h1>青石桥今日通车</h1><p>“桥终于通了。”村民王大有说。</p></html>',
};

/** Why a page holds no article. */
const pageErrors = [
  'page_empty',
  'page_too_large',
  'page_binary',
  'page_unreadable',
  'page_untitled',
  'page_without_body',
  'invalid_record',
] as const satisfies readonly ErrorCode[];
const storeErrors = [...pageErrors, 'identity_conflict', 'alias_conflict'] as const;

type PageInput = RouteInput<unknown, z.output<typeof hints>, Buffer>;

function toSentPage({ query, body, header }: PageInput): SentPage {
  const { name: given, publishedAt, ...rest } = query;
  if (rest.page !== undefined && rest.issueDate === undefined) {
    throw new ArchiveError('invalid_parameter', 'page goes only with issueDate', { parameter: 'page' });
  }
  const [type = ''] = (header('content-type') ?? '').split(';', 1);
  return {
    // Without a body the framework gives none.
    bytes: body ?? new Uint8Array(),
    format: formats[type.trim().toLowerCase()] ?? null,
    name: given ?? null,
    hints: { ...rest, ...(publishedAt !== undefined && { publishedAt: Date.parse(publishedAt) }) },
  };
}

/** The article as it is now, which the archive keeps from here on. */
async function renderStored({ read, origin }: WritingContext, { outcome, id, warnings }: Ingested): Promise<Answer> {
  const found = await read.getArticle(id, ['quotes', 'statistics']);
  if (found.state !== 'published') throw new ArchiveError('withdrawn', 'The article was withdrawn right after');
  const head = JSON.stringify({ outcome, warnings });
  const body = Buffer.concat([
    Buffer.from(`${head.slice(0, -1)},"article":`),
    Buffer.from(found.article),
    Buffer.from('}'),
  ]);
  return { body, status: outcome === 'created' ? 201 : 200, location: `${origin}/v1/articles/${id}` };
}

const answer = {
  statuses: [201, 200] as const,
  description: 'It is on the disk. 201: a new article; 200: one that was there, changed or not.',
  schema: stored,
  example: { outcome: 'created', warnings: [], article: exampleArticle },
};

export const createPage = defineWritingRoute({
  operationId: 'createPage',
  method: 'POST',
  path: '/v1/pages',
  tag: 'Ingest',
  summary: 'Bring a page in',
  description:
    'Takes a raw page, finds the article, its quotes and statistics in it, and stores them. The same page again changes nothing.',
  scope: 'ingest',
  params: z.object({}),
  query: hints,
  headers: ['Idempotency-Key'],
  body: pageBody,
  answer,
  errors: [...storeErrors, 'withdrawn'],
  async handle(context, input) {
    requireScope(input.key, 'ingest');
    return renderStored(context, await context.services.ingest.storePage(toSentPage(input), input.key));
  },
});

export const previewPage = defineWritingRoute({
  operationId: 'previewPage',
  method: 'POST',
  path: '/v1/pages/preview',
  tag: 'Ingest',
  summary: 'See what a page would give',
  description:
    'What POST /v1/pages would store, with warnings and the place of each quote and figure. Nothing is stored.',
  scope: 'ingest',
  params: z.object({}),
  query: hints,
  body: pageBody,
  answer: {
    description: 'The article as it would be stored.',
    schema: z.object({ warnings: z.array(warning), article }),
    example: { warnings: [], article: exampleArticle },
  },
  errors: pageErrors,
  async handle({ services }, input) {
    const { article, warnings } = await services.ingest.preview(toSentPage(input));
    return { body: JSON.stringify({ warnings, article }) };
  },
});

export const createArticle = defineWritingRoute({
  operationId: 'createArticle',
  method: 'POST',
  path: '/v1/articles',
  tag: 'Ingest',
  summary: 'Bring an article in',
  description:
    'Takes an article field by field; its body as blocks, as HTML or as text. Quotes and statistics are found in it as in a page.',
  scope: 'ingest',
  params: z.object({}),
  query: z.object({}),
  headers: ['Idempotency-Key'],
  body: {
    description: 'The article, with one of body, html and text.',
    schema: articleInput,
    example: {
      url: 'https://news.example/2024/qingshi',
      title: '青石桥今日通车',
      section: ['新闻', '本地'],
      source: '云岭日报',
      issue: { date: '2024-03-05', page: '02' },
      body: [{ type: 'paragraph', text: '“等了十年,桥终于通了。”青石村村民王大有说。该桥总投资3亿元。' }],
    },
  },
  answer,
  errors: [...storeErrors, 'withdrawn'],
  async handle(context, { body, key }) {
    requireScope(key, 'ingest');
    if (body.status !== 'published') {
      const { id, warnings } = await context.services.ingest.holdArticle(body, key);
      const held = await context.read.getUnpublished(id);
      if (held === null) throw new ArchiveError('not_found', 'The article was published right after');
      const { timeZone } = await context.read.getState();
      const article = previewArticle(held.write, context.services.clock(), timeZone, held.revision);
      const location = `${context.origin}/v1/unpublished/${id}`;
      return { body: JSON.stringify({ outcome: 'held', warnings, article }), location };
    }
    return renderStored(context, await context.services.ingest.storeArticle(body, key));
  },
});
