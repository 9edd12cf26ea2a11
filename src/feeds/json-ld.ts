/** Articles as JSON-LD: schema.org's NewsArticle, with the quotes and figures as its parts. */
import type { Article, Block } from '../domain/article.js';
import type { Quote } from '../domain/quote.js';
import type { Statistic } from '../domain/statistic.js';

/** JSON without what is null or empty, which schema.org has no use for. */
const given = (members: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== undefined && !isEmpty(value)),
  );
const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;

const toQuotation = ({ id, text, speaker, role, organization }: Quote) => ({
  '@type': 'Quotation',
  ...given({
    '@id': `urn:baoku:quote:${id}`,
    text,
    spokenByCharacter:
      speaker === null
        ? null
        : {
            '@type': 'Person',
            ...given({
              name: speaker,
              jobTitle: role,
              affiliation: organization === null ? null : { '@type': 'Organization', name: organization },
            }),
          },
  }),
});

const toObservation = ({ id, text, measure, normalizedValue, normalizedUnit, asOf }: Statistic) => ({
  '@type': 'Observation',
  ...given({
    '@id': `urn:baoku:statistic:${id}`,
    description: text,
    name: measure,
    // As text: a number would lose digits.
    value: normalizedValue,
    unitText: normalizedUnit,
    observationDate: asOf?.to ?? asOf?.from,
  }),
});

const isImage = (block: Block): block is Extract<Block, { type: 'image' }> => block.type === 'image';

/** An article with its quotes and statistics; `address` is where people read it. */
export function toJsonLd(article: Article, address: string): Record<string, unknown> {
  const { id, title, subtitle, lead, section, source, issue, byline, publishedAt, modifiedAt, keywords } = article;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': `urn:baoku:article:${id}`,
    ...given({
      url: address,
      headline: title,
      alternativeHeadline: subtitle,
      abstract: lead,
      articleBody: article.text,
      articleSection: section?.path,
      inLanguage: 'zh',
      datePublished: publishedAt ?? issue?.date,
      dateModified: modifiedAt,
      author: byline?.split('、').map((name) => ({ '@type': 'Person', name })),
      publisher: source && { '@type': 'NewsMediaOrganization', name: source.name },
      printEdition: issue?.date,
      printPage: issue?.page,
      printSection: issue === null ? null : section?.name,
      keywords,
      image: article.body.filter(isImage).map(({ url }) => url),
      hasPart: [...(article.quotes ?? []).map(toQuotation), ...(article.statistics ?? []).map(toObservation)],
    }),
  };
}
