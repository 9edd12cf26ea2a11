/**
 * The views, a folder each: a view is the default export of its folder's index.tsx, and is loaded with its style when it is first
 * shown. A new view is a path in paths.ts (and in http/explorer.ts), a line here, and one in `entrances` where people begin there.
 */
import type { ComponentType } from 'preact';
import type { ViewName, ViewProps } from './paths.js';

export type View = ComponentType<ViewProps>;

export const views: Record<ViewName, () => Promise<{ default: View }>> = {
  search: () => import('./views/search/index.js'),
  article: () => import('./views/article/index.js'),
  sources: () => import('./views/sources/index.js'),
  source: () => import('./views/source/index.js'),
  issue: () => import('./views/issue/index.js'),
  page: () => import('./views/issue/index.js'),
  people: () => import('./views/people/index.js'),
  person: () => import('./views/person/index.js'),
  organizations: () => import('./views/organizations/index.js'),
  organization: () => import('./views/organization/index.js'),
  statistics: () => import('./views/statistics/index.js'),
  desk: () => import('./views/desk/index.js'),
  correct: () => import('./views/correct/index.js'),
  jobs: () => import('./views/jobs/index.js'),
  keys: () => import('./views/keys/index.js'),
  webhooks: () => import('./views/webhooks/index.js'),
  webhook: () => import('./views/webhook/index.js'),
};

/** The views of the navigation; each has its name in the messages. */
export const entrances = ['search', 'sources', 'people', 'statistics', 'desk'] as const satisfies ViewName[];
