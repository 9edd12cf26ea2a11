/** All resolvers, by type. A field that is not here is read from its parent by its name. */
import type { Resolvers } from '../resolver-types.js';
import { articleResolvers } from './articles.js';
import { changeResolvers } from './changes.js';
import { chartResolvers } from './charts.js';
import { listResolvers } from './lists.js';
import { navigationResolvers } from './navigation.js';
import { searchResolvers } from './search.js';

export const resolvers = {
  ...listResolvers,
  ...articleResolvers,
  ...searchResolvers,
  ...navigationResolvers,
  ...changeResolvers,
  Query: {
    ...listResolvers.Query,
    ...articleResolvers.Query,
    ...searchResolvers.Query,
    ...navigationResolvers.Query,
    ...changeResolvers.Query,
    ...chartResolvers.Query,
  },
} satisfies Resolvers;
