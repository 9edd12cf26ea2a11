/** Changes: the log of what happened to the archive, in the order in which it became visible. */

/** One entry. `seq` grows without bound and is never used twice; `at` is in epoch milliseconds. */
export interface Change {
  seq: number;
  type: 'article';
  id: string;
  op: 'upsert' | 'delete';
  at: number;
  /** Whether what readers see changed, not only how it was extracted. */
  contentChanged: boolean;
}
