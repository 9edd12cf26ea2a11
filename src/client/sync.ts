/** Copies kept in step: what changed since a token, or everything, put into a store that the caller gives. */
import type { Article } from '../domain/article.js';
import type { ChangeEntry } from '../domain/change-entry.js';
import type { ChangePageInfo } from './answers.js';
import { BaokuError } from './errors.js';
import type { Child } from './queries.js';
import type { CallOptions, Transport } from './transport.js';

/** What a copy takes in at once, at best in one transaction with the token. */
export interface SyncBatch {
  /** Articles to put in place of those with their ids. */
  upserts: Article[];
  /** Ids to remove; what the copy never had may be among them. */
  deletes: string[];
  /** Where to go on after this batch; null: within a snapshot, which cannot be gone on with. */
  token: string | null;
}

/** Where the copy is kept. */
export interface SyncStore {
  /** The token of the last batch; null: there is none. */
  getToken(): string | null | Promise<string | null>;
  /** Removes everything, the token too: a snapshot begins. */
  clear(): void | Promise<void>;
  apply(batch: SyncBatch): void | Promise<void>;
}

export interface SyncOptions extends CallOptions {
  /** Only what is in this section or below it. A copy stays with one section. */
  section?: string | undefined;
  /** Also keep these with each article. */
  include?: Child[] | undefined;
}

export interface SyncResult {
  /** Whether it began anew from a snapshot. */
  snapshot: boolean;
  upserted: number;
  deleted: number;
  /** Where the copy stands. */
  token: string;
}

/** Articles of a batch. */
const BATCH = 100;

export async function sync(transport: Transport, store: SyncStore, options: SyncOptions = {}): Promise<SyncResult> {
  const result = { snapshot: false, upserted: 0, deleted: 0, token: '' };
  const take = async (batch: SyncBatch) => {
    await store.apply(batch);
    result.upserted += batch.upserts.length;
    result.deleted += batch.deletes.length;
    if (batch.token !== null) result.token = batch.token;
  };
  const token = await store.getToken();
  if (token !== null) {
    try {
      await takeChanges(transport, token, options, take);
      return result;
    } catch (error) {
      if (!(error instanceof BaokuError) || error.code !== 'changes_expired') throw error;
    }
  }
  result.snapshot = true;
  await store.clear();
  const seq = await takeSnapshot(transport, options, take);
  // What changed during the snapshot; and a token that names the archive, which a seq does not.
  await takeChanges(transport, seq, options, take);
  return result;
}

type Take = (batch: SyncBatch) => Promise<void>;

const writeQuery = (pairs: Record<string, string | undefined>) =>
  Object.entries(pairs).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );

async function takeChanges(
  transport: Transport,
  since: string,
  { section, include = [], ...call }: SyncOptions,
  take: Take,
): Promise<void> {
  let token = since;
  for (;;) {
    const query = writeQuery({ since: token, section, limit: String(BATCH), include: ['article', ...include].join() });
    const { data, page } = await transport.getJson<{ data: ChangeEntry[]; page: ChangePageInfo }>(
      { method: 'GET', path: `/v1/changes?${query.join('&')}` },
      call,
    );
    // An article that changed several times is in each of its entries as it is now: one of them is enough.
    const last = new Map(data.map((entry) => [entry.id, entry.article ?? null]));
    const upserts = [...last.values()].filter((article) => article !== null);
    const deletes = [...last].flatMap(([id, article]) => (article === null ? [id] : []));
    await take({ upserts, deletes, token: page.next });
    token = page.next;
    if (!page.hasMore) return;
  }
}

/** Takes everything, of one moment; gives its seq. */
async function takeSnapshot(
  transport: Transport,
  { section, include, ...call }: SyncOptions,
  take: Take,
): Promise<string> {
  const query = writeQuery({ content: 'true', sort: 'publishedAt', section, include: include?.join() });
  const path = `/v1/export?${query.join('&')}`;
  const { headers, lines } = await transport.openLines({ method: 'GET', path }, call);
  const seq = headers.get('baoku-seq');
  if (seq === null) throw new BaokuError('unexpected_answer', `No Baoku-Seq with ${path}`);
  let upserts: Article[] = [];
  for await (const line of lines) {
    upserts.push(JSON.parse(line) as Article);
    if (upserts.length < BATCH) continue;
    await take({ upserts, deletes: [], token: null });
    upserts = [];
  }
  await take({ upserts, deletes: [], token: seq });
  return seq;
}
