/** `sections`, `sources`, `issues`, `people` and `organizations`: how to find one's way in the archive. */
import { indexSort } from '../../domain/query.js';
import { readPaging } from '../arguments.js';
import { connectionFields } from '../connections.js';
import type { IndexSort, QueryPeopleArgs, Resolvers } from '../resolver-types.js';

const sorts: Record<IndexSort, string> = {
  QUOTE_COUNT_DESC: '-quoteCount',
  QUOTE_COUNT_ASC: 'quoteCount',
  NAME_ASC: 'name',
  NAME_DESC: '-name',
};

const readIndexPage = ({ sort, ...paging }: QueryPeopleArgs) => ({
  sort: indexSort.parse(sort ? sorts[sort] : undefined),
  ...readPaging(paging),
});

export const navigationResolvers = {
  Query: {
    sections: (_, __, { read }) => read.listSections(),
    sources: (_, __, { read }) => read.listSources(),
    issues: async (_, { source, ...paging }, { read }) => {
      const { items, ...page } = await read.listIssues(source, readPaging(paging));
      return { nodes: items, page };
    },
    issue: async (_, { source, date }, { read }) => {
      const found = await read.getIssue(source, date);
      return found && { ...found.issue, pages: found.pages };
    },
    people: async (_, given, { read }) => {
      const { items, ...page } = await read.listPeople(readIndexPage(given));
      return { nodes: items, page };
    },
    person: (_, { name }, { read }) => read.getPerson(name),
    organizations: async (_, given, { read }) => {
      const { items, ...page } = await read.listOrganizations(readIndexPage(given));
      return { nodes: items, page };
    },
    organization: (_, { name }, { read }) => read.getOrganization(name),
  },
  // Articles carry the reference of their section and source; the rest is read once for all of them.
  Section: {
    articleCount: async ({ slug, articleCount }, _, { getSections }) =>
      articleCount ?? (await getSections()).get(slug)?.articleCount ?? 0,
    children: async ({ slug, children }, _, { getSections }) =>
      children ?? (await getSections()).get(slug)?.children ?? [],
  },
  Source: {
    articleCount: async ({ slug, articleCount }, _, { getSources }) =>
      articleCount ?? (await getSources()).get(slug)?.articleCount ?? 0,
    issueCount: async ({ slug, issueCount }, _, { getSources }) =>
      issueCount ?? (await getSources()).get(slug)?.issueCount ?? 0,
    firstIssueDate: async ({ slug, firstIssueDate }, _, { getSources }) =>
      firstIssueDate ?? (await getSources()).get(slug)?.firstIssueDate ?? null,
    lastIssueDate: async ({ slug, lastIssueDate }, _, { getSources }) =>
      lastIssueDate ?? (await getSources()).get(slug)?.lastIssueDate ?? null,
  },
  IssueConnection: connectionFields,
  PersonConnection: connectionFields,
  OrganizationConnection: connectionFields,
} satisfies Resolvers;
