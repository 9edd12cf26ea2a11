/** `/v1/organizations`: the bodies and places people are quoted for, each with its people over time and its quotes. */
import * as z from 'zod';
import { ArchiveError } from '../../domain/errors.js';
import { organization, organizationSummary } from '../../domain/organization.js';
import { listOf, renderPage } from '../answer.js';
import { exampleOrganization, examplePage } from '../examples.js';
import { indexPaging } from '../parameters.js';
import { defineRoute, filterErrors } from '../route.js';
import { quoteList } from './quotes.js';

const params = z.object({
  name: z
    .string()
    .min(1)
    .max(200)
    .meta({ description: 'Name of the organization, as quotes give it.', example: exampleOrganization.name }),
});

const refuse = (name: string) =>
  new ArchiveError('not_found', `No organization called "${name}" is quoted in the archive`, {
    parameter: 'name',
    suggestion: 'See /v1/organizations for those that are.',
  });

export const listOrganizations = defineRoute({
  operationId: 'listOrganizations',
  path: '/v1/organizations',
  tag: 'People',
  summary: 'List organizations',
  description:
    'The bodies and places that people are quoted for, and those that are quoted themselves. What only points to one (该公司, 有关部门) is not in it. Names are kept as printed, a full and a short one apart. For those of a section or a time, ask /v1/quotes for facets=organization.',
  params: z.object({}),
  query: indexPaging,
  answer: {
    description: 'A page of organizations.',
    schema: listOf(organizationSummary),
    example: { data: [organizationSummary.parse(exampleOrganization)], page: examplePage },
  },
  errors: ['invalid_cursor'],
  async handle({ read, origin }, { query, address }) {
    const page = await read.listOrganizations(query);
    return renderPage({ ...page, items: JSON.stringify(page.items) }, { limit: query.limit, address, origin });
  },
});

export const getOrganization = defineRoute({
  operationId: 'getOrganization',
  path: '/v1/organizations/{name}',
  tag: 'People',
  summary: 'Get an organization',
  description: 'One organization with the people quoted for it and their roles over time.',
  params,
  query: z.object({}),
  answer: { description: 'The organization.', schema: organization, example: exampleOrganization },
  errors: ['not_found'],
  async handle({ read }, { params: { name } }) {
    const found = await read.getOrganization(name);
    if (found === null) throw refuse(name);
    return { body: JSON.stringify(found) };
  },
});

export const listOrganizationQuotes = defineRoute({
  operationId: 'listOrganizationQuotes',
  path: '/v1/organizations/{name}/quotes',
  tag: 'People',
  summary: 'List the quotes of an organization',
  description:
    'What its people and the organization itself are quoted with, newest article first: /v1/quotes with this organization.',
  params,
  query: quoteList.query.omit({ organization: true }),
  answer: quoteList.answer,
  errors: ['not_found', ...filterErrors],
  async handle(context, { params: { name }, query, address }) {
    if ((await context.read.findOrganization(name)) === null) throw refuse(name);
    return quoteList.handle(context, { ...query, organization: name }, address);
  },
});
