/** Edits laid over an article: the fields that people set win, and what is found in its text is found anew when that changed. Pure. */
import { countChars, layOut } from '../domain/article.js';
import { type EditedFields, withoutSpans } from '../domain/edit.js';
import type { ArticleWrite } from '../domain/write.js';
import { slugify } from '../text/slug.js';
import { identifyItems, listAddresses } from './identity.js';
import { extractQuotes } from './quotes.js';
import { extractStatistics } from './statistics.js';

type Edited = Pick<ArticleWrite, 'article' | 'section' | 'source' | 'addresses' | 'quotes' | 'statistics'>;

/** The article as it was edited. It keeps its id and, where the text stays as it was, its quotes and statistics. */
export function applyEdit<W extends Edited>(write: W, fields: EditedFields): W {
  const { article } = write;
  const { section, source, body, ...others } = fields;
  const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
  const edited = { ...article, ...given };
  const layout = layOut({ ...edited, body: body ?? withoutSpans(article.body) });
  const date = dateOf(edited);
  // “今年” in a figure is read by the date of the article.
  const isSame = layout.text === article.text && date === dateOf(article);
  const { aliases, addresses } = listAddresses(edited.url, edited.aliases);
  return {
    ...write,
    article: {
      ...edited,
      // The breadcrumb is what the page printed; a section that people set has none.
      breadcrumb: section === undefined ? article.breadcrumb : [...section],
      body: layout.body,
      text: layout.text,
      charCount: countChars(layout),
      aliases,
    },
    addresses,
    ...(section && { section: section.map((name) => ({ name, slug: slugify(name) })) }),
    ...(source !== undefined && { source: source === null ? null : { name: source, slug: slugify(source) } }),
    ...(!isSame && {
      quotes: identifyItems(article.id, 'quote', extractQuotes(layout)),
      statistics: identifyItems(article.id, 'statistic', extractStatistics(layout, date)),
    }),
  };
}

/** The day an article is about, as far as it says. */
const dateOf = ({ issue, publishedAt }: Pick<ArticleWrite['article'], 'issue' | 'publishedAt'>) =>
  issue?.date ?? publishedAt?.slice(0, 10) ?? null;
