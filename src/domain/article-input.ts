/** Articles as people and programs give them: the fields of an article that can be written, by the names they are read by. */
import * as z from 'zod';
import { calendarDate, instant } from './time.js';

const line = z.string().trim().min(1).max(2_000);
const name = z.string().trim().min(1).max(200);
/** Addresses that a browser would run are none of an article. */
const address = z
  .string()
  .trim()
  .min(1)
  .max(2_000)
  .refine((url) => !/^\s*(?:javascript|vbscript|data|file):/i.test(url), 'must be an address, not a program')
  .meta({ description: 'An address; http or https.' });
const text = z.string().max(1_000_000);
const alt = text.nullable().default(null);

/** A block of a body that is given: where it stands in the text follows from the others. */
export const inputBlock = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('heading'), level: z.int().min(2).max(6).default(2), text }),
    z.strictObject({ type: z.literal('paragraph'), text }),
    z.strictObject({ type: z.literal('list'), ordered: z.boolean().default(false), items: z.array(text) }),
    z.strictObject({ type: z.literal('image'), url: address, alt, caption: alt }),
    z.strictObject({ type: z.literal('table'), caption: alt, rows: z.array(z.array(text)) }),
  ])
  .meta({ id: 'GivenBlock' });

const body = z.array(inputBlock).min(1).max(10_000);

/** Everything but the body. */
export const articleFields = z.strictObject({
  url: address.nullable().meta({ description: 'Canonical URL of the page; the id of a new article follows from it.' }),
  title: line,
  subtitle: line.nullable(),
  lead: z.string().trim().min(1).max(20_000).nullable(),
  section: z
    .array(name)
    .max(10)
    .meta({ description: 'Names of the sections from the root to that of the article; empty: none.' }),
  source: name.nullable().meta({ description: 'Newspaper, agency or site.' }),
  issue: z.strictObject({ date: calendarDate, page: name.nullable().default(null) }).nullable(),
  byline: line.nullable(),
  publishedAt: instant.nullable(),
  keywords: z.array(name).max(100),
  aliases: z
    .array(address)
    .max(100)
    .meta({ description: 'Other addresses that lead to it: old URLs, and its ids or slugs in an earlier system.' }),
});

/** A whole article as it is brought in: its body as blocks, as HTML (of which no markup is kept) or as text. */
export const articleInput = articleFields
  .partial()
  .required({ title: true })
  .extend({
    body: body.optional(),
    html: text.optional().meta({ description: 'The body as HTML instead; read as that of a page, as blocks.' }),
    status: z
      .enum(['published', 'draft', 'scheduled'])
      .default('published')
      .meta({ description: 'draft: no reader sees it; scheduled: none until publishAt.' }),
    publishAt: instant.optional().meta({ description: 'When a scheduled article is to be published.' }),
    text: text.optional().meta({ description: 'The body as plain text instead, a paragraph a line.' }),
  })
  .meta({ id: 'GivenArticle' });
export type ArticleInput = z.output<typeof articleInput>;
