/** A reading connection with everything prepared on it: used where it was opened, on the main thread or in a reader thread. */

import type { WebhookReads } from '../webhooks.js';
import { type Answers, createAnswers } from './answers.js';
import { type ChangeLog, createChangeLog } from './change-log.js';
import { connect, toPath } from './connect.js';
import { type Deadline, registerFunctions } from './functions.js';
import { createKeys, type Keys } from './keys.js';
import { type Counts, createCounts } from './lists/counts.js';
import { createDocuments, type Documents } from './lists/documents.js';
import { createIssues, type Issues } from './lists/issues.js';
import { createLists, type Lists } from './lists/lists.js';
import { createLookup, type Lookup } from './lists/lookup.js';
import { createNameIndex, type NameIndex } from './lists/name-index.js';
import { createNavigation, type Navigation } from './lists/navigation.js';
import { createOriginals, type Originals } from './originals.js';
import { createRevisions, type Revisions } from './revisions.js';
import { createExplanations, type Explanations } from './search/explanations.js';
import { createRelatedArticles, type RelatedArticles } from './search/related.js';
import { createSearch, type Search } from './search/search.js';
import { createSimilarWords, type SimilarWords } from './search/similar-words.js';
import { createSuggestions, type Suggestions } from './search/suggestions.js';
import { wrapConnection } from './statement.js';
import { createUnpublished, type Unpublished } from './unpublished.js';
import { checkVersion } from './upkeep/migrate.js';
import { createWebhookReads } from './webhooks.js';
import { type Addresses, createAddresses } from './writing/addresses.js';
import { createMirrors, type Mirrors } from './writing/mirrors.js';
import { createMonths, type Months } from './writing/months.js';

export interface Reader {
  lookup: Lookup;
  addresses: Addresses;
  documents: Documents;
  lists: Lists;
  search: Search;
  counts: Counts;
  navigation: Navigation;
  changeLog: ChangeLog;
  months: Months;
  issues: Issues;
  nameIndex: NameIndex;
  suggestions: Suggestions;
  related: RelatedArticles;
  explanations: Explanations;
  similarWords: SimilarWords;
  originals: Originals;
  keys: Keys;
  mirrors: Pick<Mirrors, 'find'>;
  answers: Answers;
  webhooks: WebhookReads;
  revisions: Revisions;
  unpublished: Unpublished;
  /** When statements of a guarded reader stop. */
  deadline: Deadline;
  /** Runs reads on the archive of one moment. */
  inTransaction: <T>(work: () => T) => T;
  /** Reads the archive of this moment from the next statement on, until the snapshot ends. */
  beginSnapshot(): void;
  endSnapshot(): void;
  close(): void;
}

export interface ReaderOptions {
  /** Whether statements look at the deadline, which costs some of their time. */
  guarded: boolean;
  /** Told every statement that runs. */
  verbose?: ((statement: unknown) => void) | undefined;
}

/** Opens an archive for reading. Throws `unavailable` and `archive_incompatible`. */
export function openReader(location: string, { guarded, verbose }: ReaderOptions): Reader {
  const client = connect(location, 'read', { verbose });
  try {
    checkVersion(client, toPath(location));
    const deadline = registerFunctions(client);
    const connection = wrapConnection(client);
    const lookup = createLookup(connection);
    return {
      lookup,
      addresses: createAddresses(connection),
      documents: createDocuments(connection),
      lists: createLists(connection, guarded),
      search: createSearch(connection, guarded),
      counts: createCounts(connection, lookup, guarded),
      navigation: createNavigation(connection, guarded),
      changeLog: createChangeLog(connection, lookup),
      months: createMonths(connection, lookup.timeZone),
      issues: createIssues(connection, lookup, guarded),
      nameIndex: createNameIndex(connection, lookup, guarded),
      originals: createOriginals(connection),
      keys: createKeys(connection),
      mirrors: createMirrors(connection),
      suggestions: createSuggestions(connection, lookup),
      answers: createAnswers(connection),
      revisions: createRevisions(connection),
      unpublished: createUnpublished(connection),
      related: createRelatedArticles(connection),
      explanations: createExplanations(connection, guarded),
      webhooks: createWebhookReads(connection),
      similarWords: createSimilarWords(connection),
      deadline,
      inTransaction: connection.inTransaction,
      beginSnapshot: () => client.exec('BEGIN'),
      endSnapshot: () => client.exec('COMMIT'),
      close: () => client.close(),
    };
  } catch (error) {
    client.close();
    throw error;
  }
}
