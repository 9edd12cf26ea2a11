/** All resolvers, by type. A field that is not here is read from its parent by its name. */
import type { Resolvers } from '../resolver-types.js';
import { administrationResolvers } from './administration.js';
import { articleResolvers } from './articles.js';
import { changeResolvers } from './changes.js';
import { chartResolvers } from './charts.js';
import { editingResolvers } from './editing.js';
import { ingestResolvers } from './ingest.js';
import { listResolvers } from './lists.js';
import { navigationResolvers } from './navigation.js';
import { searchResolvers } from './search.js';

export const resolvers = {
  ...listResolvers,
  ...articleResolvers,
  ...searchResolvers,
  ...navigationResolvers,
  ...changeResolvers,
  ...administrationResolvers,
  Query: {
    ...listResolvers.Query,
    ...articleResolvers.Query,
    ...searchResolvers.Query,
    ...navigationResolvers.Query,
    ...changeResolvers.Query,
    ...chartResolvers.Query,
    ...ingestResolvers.Query,
    ...editingResolvers.Query,
    ...administrationResolvers.Query,
  },
  Mutation: {
    ...ingestResolvers.Mutation,
    ...editingResolvers.Mutation,
    ...administrationResolvers.Mutation,
  },
} satisfies Resolvers;
