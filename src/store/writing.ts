/**
 * The contract of writing, beside that of reading in store.ts. Each method is one transaction; one process writes at a time, and
 * a second one waits for the first, up to the busy timeout.
 */
import type { CorrectionRequest, Findings } from '../domain/correction.js';
import type { ArticleEdit } from '../domain/edit.js';
import type { KeptAnswer } from '../domain/idempotency.js';
import type { StoredKey, WriteLimits } from '../domain/key.js';
import type { Mirror, MirrorCounts, MirrorOrigin, MirrorPlace, MirrorStep } from '../domain/mirror.js';
import type { ArticleWrite, Replacement, UnpublishedArticle } from '../domain/write.js';
import type { WebhookWrites } from './webhooks.js';

export type Outcome =
  | { outcome: 'created' | 'updated' | 'unchanged'; id: string }
  /** People edited the article: their edit has to be laid over the write first. Nothing was written. */
  | { outcome: 'edited'; id: string; edit: ArticleEdit }
  /** The page is at an alias of another article, whose URL this is: it has to be read as a page of that one. Nothing was written. */
  | { outcome: 'moved'; id: string; to: string; url: string | null }
  /** An editor withdrew the article: only `restore` brings it back. Nothing was written. */
  | { outcome: 'withdrawn'; id: string }
  /** The write, or the article that is there now, is not within the limits. Nothing was written. */
  | { outcome: 'refused'; id: string }
  /** `identity_conflict`: another original without a URL already holds this id, with another text. Nothing was written. */
  | { outcome: 'conflict'; id: string; heldBy: string };

/** An article as it was edited; `findings` null: its text is as it was, and so is what was found in it. */
export type EditedArticle = Pick<ArticleWrite, 'article' | 'section' | 'source' | 'addresses'> & {
  findings: Findings | null;
};

/**
 * What an adapter makes of a write and needs no archive for, in the thread that read the page: bytes, since they need not be copied
 * from one thread to another. `publish` of the same adapter takes them, and nobody else looks into them. Pure.
 */
export interface Packing {
  pack(write: ArticleWrite): Uint8Array;
  /** The write that was packed. */
  unpack(packed: Uint8Array): ArticleWrite;
}

/** An article to publish: as extraction gives it, or packed. */
export type Publishable = ArticleWrite | Uint8Array;

/** Why an article is kept back, and until when. */
export interface HoldOptions {
  status: 'draft' | 'scheduled';
  publishAt: number | null;
}

export interface EditCondition {
  /** The revision that was edited. */
  revision: number;
  within: WriteLimits;
}

export type ReplaceOutcome = 'updated' | 'unchanged' | 'outdated';

/** Writing. */
export interface WriteStore extends WebhookWrites {
  /**
   * Stores articles in one transaction: each with its quotes, statistics, section and source rows, original and change-log
   * row. An article already there with the same fingerprint is `unchanged` and nothing is written for it; a withdrawn
   * one comes back. The corrections of an article are applied to what extraction found. With `within`, only what is within
   * these limits is written, and replaced. An article that was edited is `edited`, unless the write has the edit.
   * Its aliases are added to those it has, and a URL it had before becomes one. Throws `alias_conflict` when an address is that of another article. Outcomes are in the order of the writes.
   */
  publish(writes: readonly Publishable[], at: number, within?: WriteLimits): Promise<Outcome[]>;

  /**
   * Stores what extraction made of stored originals, as `publish` does, but brings nothing in: an article that is not
   * there as it was read is `outdated` and left alone. For an `unchanged` one only the version that read it is noted.
   */
  replace(replacements: readonly Replacement[], at: number): Promise<ReplaceOutcome[]>;

  /**
   * Stores a correction and renders the quotes and statistics of its article anew: one more revision, and a change in the
   * log. It holds for whatever extraction finds from then on, until the article is withdrawn. False: there is no such
   * article, or it has no such item. Throws `invalid_parameter` for an item outside the text.
   */
  correct(articleId: string, request: CorrectionRequest, at: number, within?: WriteLimits): Promise<boolean>;

  /**
   * Writes an article as it was edited, and remembers the fields of the edit beside those of earlier ones. A URL that it had
   * before becomes an alias. False: there is no article of this revision. Throws `alias_conflict`, and `forbidden` when it is, or
   * would be, outside of the limits.
   */
  edit(id: string, edited: EditedArticle, edit: ArticleEdit, when: EditCondition): Promise<boolean>;

  /** Withdraws an article and keeps it for `restore`; `publish` does not bring it back. False: it was not there. Throws `forbidden`. */
  shelve(id: string, at: number, within: WriteLimits): Promise<boolean>;

  /**
   * Writes an article that is not published as it was edited, remembers the fields of the edit, and keeps what it was before as a
   * revision; with `edit` null nothing but when it is to be published. False: there is none of this revision. Throws
   * `alias_conflict` and `forbidden`.
   */
  editUnpublished(
    id: string,
    edited: EditedArticle,
    edit: ArticleEdit | null,
    when: EditCondition & Pick<UnpublishedArticle, 'status' | 'publishAt'> & { at: number },
  ): Promise<boolean>;

  /**
   * Keeps an article back, as a draft or until its time, in place of a draft of the same id, which becomes a revision. `conflict`: it is published;
   * `withdrawn`: an editor took it out; `refused` as `publish`.
   */
  hold(write: ArticleWrite, options: HoldOptions, at: number, within: WriteLimits): Promise<Outcome>;

  /** Publishes the articles whose time has come, and gives how many. */
  publishDue(at: number): Promise<number>;

  /**
   * Forgets an article that is not published, with its original, edits and revisions; of a withdrawn one the tombstone stays. False:
   * there is none of this revision. Throws `forbidden`.
   */
  discard(id: string, when: EditCondition): Promise<boolean>;

  /** Publishes a draft, or brings a shelved article back, with its edits and corrections. False: there is none. Throws `forbidden`. */
  restore(id: string, at: number, within: WriteLimits): Promise<boolean>;

  /** Takes an article out of every list, forgets its revisions, and leaves a tombstone in the change log. False: it was not there. */
  withdraw(id: string, at: number): Promise<boolean>;

  /**
   * Makes an empty archive a mirror, which from then on nothing else writes articles to: those throw `mirror_conflict`. Gives how far it
   * has come, where it is one of this origin already. Throws `mirror_conflict` when it is one of another archive, has anything of its
   * own, or is in another zone.
   */
  beginMirror(origin: MirrorOrigin): Promise<Mirror>;

  /**
   * Writes what happened at the origin of a mirror, word for word and in order, with the place that was reached. Articles get the
   * same `order`; revisions that were there before are not kept. What is there as it is served is `unchanged`, and not in the log.
   */
  mirror(steps: readonly MirrorStep[], place: MirrorPlace, at: number): Promise<MirrorCounts>;

  /** Keeps a new key. Keys are no part of what readers see: none of this is in the change log. */
  createKey(key: StoredKey): Promise<void>;

  /** Gives a key the hash of a new secret, see `rotateKey` in domain/key. Null: there is no such key, or it is revoked. */
  rotateKey(id: string, hash: string, when: { at: number; graceUntil: number }): Promise<StoredKey | null>;

  /** Ends a key; one that is revoked already stays as it is. Null: there is no such key. */
  revokeKey(id: string, at: number): Promise<StoredKey | null>;

  /** Keeps the answer to a request under the name its client gave it, in place of what is kept there; forgets those before `since`. */
  keepAnswer(answer: KeptAnswer, since: number): Promise<void>;

  /** Notes when keys were used last. */
  noteKeyUses(uses: readonly { id: string; at: number }[]): Promise<void>;

  close(): Promise<void>;
}
