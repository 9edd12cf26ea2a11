/** `/v1/search/suggest`: names and titles that begin with what was typed, for a search box. */
import * as z from 'zod';
import { limits, suggestion, suggestionParameters, suggestionType } from '../../domain/suggestion.js';
import { wholeListOf } from '../answer.js';
import { readDigits, splitAtCommas } from '../parameters.js';
import { defineRoute } from '../route.js';

const types = suggestionType.options;

export const listSuggestions = defineRoute({
  operationId: 'suggest',
  path: '/v1/search/suggest',
  tag: 'Search',
  summary: 'Suggest',
  description:
    'Sections, sources, organizations, people and titles that begin with what was typed: in Chinese, simplified or traditional, in pinyin (tongli), or by the initials of pinyin (tl). What is just that comes first, then what is in many articles; titles go by date.',
  params: z.object({}),
  query: z.object({
    q: suggestionParameters.shape.q,
    types: z
      .preprocess(splitAtCommas, suggestionParameters.shape.types)
      .meta({ description: `Only these, separated by commas: ${types.join(', ')}.`, example: ['section', 'source'] }),
    limit: z
      .preprocess(readDigits, suggestionParameters.shape.limit)
      .meta({ description: `Suggestions, at most ${limits.suggestions.max}.`, example: 10 }),
  }),
  answer: {
    description: 'The suggestions, the most useful first.',
    schema: wholeListOf(suggestion),
    example: {
      data: [
        {
          type: 'source',
          text: '临溪日报',
          html: '<mark>临溪日报</mark>',
          marks: [{ start: 0, end: 4 }],
          value: 'lin-xi-ri-bao',
          context: null,
          count: 24,
        },
      ],
    },
  },
  errors: [],
  async handle({ read }, { query }) {
    return { body: JSON.stringify({ data: await read.listSuggestions(query) }) };
  },
});
