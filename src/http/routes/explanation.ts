/** `/v1/search/explain`: why a search finds an article where it does. */
import * as z from 'zod';
import { ArchiveError } from '../../domain/errors.js';
import { explanation } from '../../domain/explanation.js';
import { resolveId } from '../../services/addresses.js';
import { explainSearch } from '../../services/explain.js';
import { exampleArticle } from '../examples.js';
import { searchText } from '../parameters.js';
import { defineRoute } from '../route.js';
import { articleParams } from './article.js';

export const explainFind = defineRoute({
  operationId: 'explainSearch',
  path: '/v1/search/explain',
  tag: 'Search',
  summary: 'Explain a search',
  description:
    'How a query was read, and what a search for articles by relevance, without filters, makes of one article: where each phrase stands in it, and the parts that its score is the sum of.',
  params: z.object({}),
  query: z.object({ q: searchText, id: articleParams.shape.id }),
  answer: {
    description: 'The explanation.',
    schema: explanation,
    example: {
      id: exampleArticle.id,
      normalized: '引资',
      search: { tokens: ['引资'], strategy: 'literal', synonyms: [], dictionary: null },
      matches: [{ clause: 1, text: '引资', fields: ['title', 'lead'] }],
      place: 1,
      score: 1008.41,
      parts: [
        { step: 'literal', part: 'step', score: 1000 },
        { step: 'literal', part: 'words', score: 8.41 },
      ],
    },
  },
  errors: ['not_found'],
  async handle({ read }, { query: { q, id } }) {
    const explained = await explainSearch(read, q, await resolveId(read, id));
    if (explained !== null) return { body: JSON.stringify(explained) };
    throw new ArchiveError('not_found', 'The archive has no article with this id', { parameter: 'id' });
  },
});
