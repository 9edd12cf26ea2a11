/** What our pipeline finds in a labelled page, brought into the terms and the reference text of the labels. */
import type { Block } from '../../src/domain/article.js';
import { ArchiveError } from '../../src/domain/errors.js';
import type { Quote } from '../../src/domain/quote.js';
import type { Statistic } from '../../src/domain/statistic.js';
import { ingestPage } from '../../src/ingest/pipeline.js';
import type { LabelledArticle, Metadata } from './labels.js';
import { alignTexts, createFinder, type Placed } from './spans.js';

/** What was found in one page. `failure` says why nothing was, when the page was refused. */
export interface Findings {
  metadata: Metadata;
  body: string | null;
  quotes: Placed<Quote>[];
  statistics: Placed<Statistic>[];
  failure: string | null;
}

/** Runs the pipeline on a labelled page. A page that it refuses gives no findings and a failure. */
export function findIn(labelled: LabelledArticle): Findings {
  try {
    return read(labelled);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return { metadata: {}, body: null, quotes: [], statistics: [], failure: `${error.code}: ${error.message}` };
  }
}

function read({ page, plain }: LabelledArticle): Findings {
  const { article, source, quotes, statistics } = ingestPage(page, { timeZone: '+08:00', siteRules: {} }).write;
  const carryOver = alignTexts(article.text, plain);
  const placeAll = <T extends Quote | Statistic>(items: readonly T[]): Placed<T>[] => {
    const find = createFinder(plain);
    return items.map((item) => {
      const [start, end] = carryOver(item.span) ?? find(item.text) ?? [-1, -1];
      return { item, start, end };
    });
  };
  return {
    metadata: {
      title: article.title,
      section: article.breadcrumb,
      source: source?.name ?? null,
      issueDate: article.issue?.date ?? null,
      page: article.issue?.page ?? null,
      publishedAt: article.publishedAt,
      author: article.byline,
      lead: article.lead,
    },
    body: article.body.flatMap(listTexts).filter(Boolean).join('\n'),
    quotes: placeAll(quotes),
    statistics: placeAll(statistics),
    failure: null,
  };
}

function listTexts(block: Block): string[] {
  switch (block.type) {
    case 'list':
      return block.items;
    case 'image':
      return [block.caption ?? ''];
    case 'table':
      return [block.caption ?? '', ...block.rows.map((cells) => cells.join(' '))];
    default:
      return [block.text];
  }
}
