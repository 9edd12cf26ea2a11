/** All routes of the API, on one screen. `/openapi.json` and `/docs`, which are made from this list, are in openapi.ts. */
import type { Route } from '../route.js';
import { downloadArchive, listArchives } from './archives.js';
import { getArticle, getArticleNeighbors, listArticleQuotes, listArticleStatistics } from './article.js';
import { listArticles } from './articles.js';
import { listChanges } from './changes.js';
import { quoteCorrections, statisticCorrections } from './corrections.js';
import { getCoverage } from './coverage.js';
import { patchArticle, putArticle, restoreArticle, withdrawArticle } from './edit.js';
import { explainFind } from './explanation.js';
import { exportList } from './export.js';
import { checkLiveness, checkReadiness } from './health.js';
import { countArticlesOverTime } from './histogram.js';
import { cancelJob, getJob, getJobResults, importPages, listJobs } from './imports.js';
import { createArticle, createPage, previewPage } from './ingest.js';
import { getIssue, listIssues } from './issues.js';
import { createKey, getKey, listKeys, revokeKey, rotateKey } from './keys.js';
import { lookUpArticle } from './lookup.js';
import { getOrganization, listOrganizationQuotes, listOrganizations } from './organizations.js';
import { getPerson, listPeople, listPersonQuotes } from './people.js';
import { listQuotes } from './quotes.js';
import { listRelatedArticles } from './related.js';
import { diffRevision, getRevision, listRevisions, revertArticle } from './revisions.js';
import { searchArchive } from './search.js';
import { listSections } from './sections.js';
import { listStatisticSeries } from './series.js';
import { listSources } from './sources.js';
import { listStatistics } from './statistics.js';
import { listSuggestions } from './suggestions.js';
import { discardUnpublished, getUnpublished, listUnpublished, patchUnpublished } from './unpublished.js';
import {
  createWebhook,
  getWebhook,
  listWebhookMessages,
  listWebhooks,
  pauseWebhook,
  removeWebhook,
  replayWebhook,
  resumeWebhook,
  rotateWebhook,
  testWebhook,
} from './webhooks.js';

export const routes: readonly Route[] = [
  listArticles, //          /v1/articles
  countArticlesOverTime, // /v1/articles/histogram
  lookUpArticle, //         /v1/articles/lookup
  getArticle, //            /v1/articles/{id}
  listArticleQuotes, //     /v1/articles/{id}/quotes
  listArticleStatistics, // /v1/articles/{id}/statistics
  listRelatedArticles, //   /v1/articles/{id}/related
  getArticleNeighbors, //   /v1/articles/{id}/neighbors
  listQuotes, //            /v1/quotes
  listStatistics, //        /v1/statistics
  listStatisticSeries, //   /v1/statistics/series
  searchArchive, //         /v1/search
  listSuggestions, //       /v1/search/suggest
  explainFind, //           /v1/search/explain
  listPeople, //            /v1/people
  getPerson, //             /v1/people/{name}
  listPersonQuotes, //      /v1/people/{name}/quotes
  listOrganizations, //     /v1/organizations
  getOrganization, //       /v1/organizations/{name}
  listOrganizationQuotes, // /v1/organizations/{name}/quotes
  listSections, //          /v1/sections
  listSources, //           /v1/sources
  listIssues, //            /v1/sources/{slug}/issues
  getIssue, //              /v1/sources/{slug}/issues/{date}
  getCoverage, //           /v1/sources/{slug}/coverage
  listChanges, //           /v1/changes (/v1/changes/stream is in change-stream.ts)
  exportList, //            /v1/export
  listArchives, //          /v1/archives
  downloadArchive, //       /v1/archives/{name}
  createPage, //            /v1/pages POST
  previewPage, //           /v1/pages/preview POST
  createArticle, //         /v1/articles POST
  patchArticle, //          /v1/articles/{id} PATCH
  putArticle, //            /v1/articles/{id} PUT
  withdrawArticle, //       /v1/articles/{id} DELETE
  restoreArticle, //        /v1/articles/{id}/restore POST
  listUnpublished, //       /v1/unpublished
  getUnpublished, //        /v1/unpublished/{id}
  patchUnpublished, //      /v1/unpublished/{id} PATCH
  discardUnpublished, //    /v1/unpublished/{id} DELETE
  listRevisions, //         /v1/articles/{id}/revisions
  getRevision, //           /v1/articles/{id}/revisions/{revision}
  diffRevision, //          /v1/articles/{id}/revisions/{revision}/diff
  revertArticle, //         /v1/articles/{id}/revisions/{revision}/revert POST
  // /v1/articles/{id}/quotes POST, and /{itemId} PATCH, DELETE; the same of statistics
  ...Object.values(quoteCorrections),
  ...Object.values(statisticCorrections),
  importPages, //           /v1/import POST
  listJobs, //              /v1/jobs
  getJob, //                /v1/jobs/{id}
  getJobResults, //         /v1/jobs/{id}/results
  cancelJob, //             /v1/jobs/{id} DELETE
  listKeys, //              /v1/keys
  createKey, //             /v1/keys POST
  getKey, //                /v1/keys/{id}
  revokeKey, //             /v1/keys/{id} DELETE
  rotateKey, //             /v1/keys/{id}/rotate POST
  listWebhooks, //          /v1/webhooks
  createWebhook, //         /v1/webhooks POST
  getWebhook, //            /v1/webhooks/{id}
  removeWebhook, //         /v1/webhooks/{id} DELETE
  rotateWebhook, //         /v1/webhooks/{id}/rotate POST
  pauseWebhook, //          /v1/webhooks/{id}/pause POST
  resumeWebhook, //         /v1/webhooks/{id}/resume POST
  testWebhook, //           /v1/webhooks/{id}/test POST
  replayWebhook, //         /v1/webhooks/{id}/replay POST
  listWebhookMessages, //   /v1/webhooks/{id}/deliveries
  checkLiveness, //         /livez
  checkReadiness, //        /readyz
];
