/** Writing what no reader sees: drafts, articles that wait for their time, and what was withdrawn. */
import { checkLimits, mayWrite } from '../../../domain/key.js';
import { previewArticle } from '../../../domain/preview.js';
import type { Outcome, WriteStore } from '../../writing.js';
import { createRevisions } from '../revisions.js';
import type { Connection } from '../statement.js';
import { claimAddresses, keepUrl } from './addresses.js';
import type { ArticleWriter } from './article-writer.js';
import { createKept, type ShelvedArticle, type ShelvedOriginal } from './kept.js';
import { changeArticles, createMirrors } from './mirrors.js';
import { packOriginal } from './prepare.js';
import type { Extraction } from './stored.js';

export type UnpublishedWrites = Pick<WriteStore, 'hold' | 'editUnpublished' | 'discard'>;

/** Prepares these writes, each a transaction. */
export function createUnpublishedWrites(connection: Connection, writer: ArticleWriter): UnpublishedWrites {
  const { rows, addresses } = writer;
  const kept = createKept(connection);
  const revisions = createRevisions(connection);
  const mirrors = createMirrors(connection);
  const change = <T>(work: () => T): T => changeArticles(writer, mirrors, work);
  const claim = (id: string, given: Extraction) => claimAddresses(id, given.addresses, { addresses, rows, kept });
  const keepRevision = ({ revision, extraction }: ShelvedArticle, at: number) =>
    revisions.keep(previewArticle(extraction, at, writer.timeZone, revision + 1));

  return {
    async hold(write, when, at, within) {
      return change<Outcome>(() => {
        const { id } = write.article;
        if (!mayWrite(within, write)) return { outcome: 'refused', id };
        if (rows.findArticle(id)) return { outcome: 'conflict', id, heldBy: 'a published article' };
        if (kept.findStatus(id) === 'withdrawn') return { outcome: 'withdrawn', id };
        const owner = addresses.findOwner(id);
        if (owner !== undefined) return { outcome: 'conflict', id, heldBy: `the article ${owner}, by an alias` };
        const before = kept.take(id)?.article;
        if (before) checkLimits(within, before.extraction);
        const { original, ...extraction } = write;
        const isOther = before !== undefined && before.extraction.fingerprint !== write.fingerprint;
        if (isOther) keepRevision(before, at);
        addresses.keepOnly(id, []);
        claim(id, extraction);
        const bytes = packOriginal(original.bytes);
        const revision = (before?.revision ?? 0) + (isOther ? 1 : 0);
        const article = { revision, readBy: write.article.extractor, extraction, corrections: [], edit: null };
        kept.shelve(id, article, { ...original, bytes }, when);
        return { outcome: before ? 'updated' : 'created', id };
      });
    },

    async editUnpublished(id, edited, edit, { revision, within, at, ...standing }) {
      return change(() => {
        const before = kept.find(id)?.article;
        if (before?.revision !== revision - 1) return false;
        checkLimits(within, before.extraction, edited);
        const { original } = kept.take(id) as { original: ShelvedOriginal };
        if (edit === null) {
          kept.shelve(id, before, original, standing);
          return true;
        }
        keepRevision(before, at);
        const { article, section, source, findings } = edited;
        const changed = { ...before.extraction, article, section, source, addresses: edited.addresses, ...findings };
        const extraction = keepUrl(changed, before.extraction.article);
        claim(id, extraction);
        addresses.keepOnly(id, [...extraction.article.aliases, extraction.article.url ?? '']);
        const fields = { ...before.edit?.fields, ...edit.fields };
        kept.shelve(id, { ...before, revision, extraction, edit: { ...edit, fields } }, original, standing);
        return true;
      });
    },

    async discard(id, { revision, within }) {
      return change(() => {
        const found = kept.find(id)?.article;
        if (found?.revision !== revision - 1) return false;
        checkLimits(within, found.extraction);
        kept.take(id);
        revisions.forget(id);
        addresses.keepOnly(id, []);
        return true;
      });
    },
  };
}
