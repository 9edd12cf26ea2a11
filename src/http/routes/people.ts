/** `/v1/people`: who is quoted in the archive, each with their roles over time and their quotes. */
import * as z from 'zod';
import { ArchiveError } from '../../domain/errors.js';
import { person, personSummary } from '../../domain/person.js';
import { listOf, renderPage } from '../answer.js';
import { examplePage, examplePerson } from '../examples.js';
import { indexPaging } from '../parameters.js';
import { defineRoute, filterErrors } from '../route.js';
import { quoteList } from './quotes.js';

const params = z.object({
  name: z.string().min(1).max(200).meta({ description: 'Full name of the person.', example: examplePerson.name }),
});

const refuse = (name: string) =>
  new ArchiveError('not_found', `Nobody called "${name}" is quoted in the archive`, {
    parameter: 'name',
    suggestion: 'See /v1/people for those who are; /v1/quotes?speaker= also finds speakers without a name.',
  });

export const listPeople = defineRoute({
  operationId: 'listPeople',
  path: '/v1/people',
  tag: 'People',
  summary: 'List people',
  description:
    'Everyone who is quoted under a personal name. Descriptions (一位村民, 该负责人) and bodies are not people. Two people of one name share an entry. For those of a section or a time, ask /v1/quotes for facets=speaker.',
  params: z.object({}),
  query: indexPaging,
  answer: {
    description: 'A page of people.',
    schema: listOf(personSummary),
    example: { data: [personSummary.parse(examplePerson)], page: examplePage },
  },
  errors: ['invalid_cursor'],
  async handle({ read, origin }, { query, address }) {
    const page = await read.listPeople(query);
    return renderPage({ ...page, items: JSON.stringify(page.items) }, { limit: query.limit, address, origin });
  },
});

export const getPerson = defineRoute({
  operationId: 'getPerson',
  path: '/v1/people/{name}',
  tag: 'People',
  summary: 'Get a person',
  description: 'One person with their roles over time, as the articles that quote them say.',
  params,
  query: z.object({}),
  answer: { description: 'The person.', schema: person, example: examplePerson },
  errors: ['not_found'],
  async handle({ read }, { params: { name } }) {
    const found = await read.getPerson(name);
    if (found === null) throw refuse(name);
    return { body: JSON.stringify(found) };
  },
});

export const listPersonQuotes = defineRoute({
  operationId: 'listPersonQuotes',
  path: '/v1/people/{name}/quotes',
  tag: 'People',
  summary: 'List the quotes of a person',
  description: 'What a person is quoted with, newest article first: /v1/quotes with this speaker.',
  params,
  query: quoteList.query.omit({ speaker: true }),
  answer: quoteList.answer,
  errors: ['not_found', ...filterErrors],
  async handle(context, { params: { name }, query, address }) {
    if ((await context.read.findPerson(name)) === null) throw refuse(name);
    return quoteList.handle(context, { ...query, speaker: name }, address);
  },
});
