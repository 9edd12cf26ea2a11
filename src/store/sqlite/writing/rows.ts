/** The statements that write one article and all that hangs on it. What to write, and when, is decided in write-store.ts. */
import { eq, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import {
  articleContents,
  articles,
  articleTerms,
  changes,
  corrections,
  originals,
  quotes,
  sections,
  sources,
  statistics,
  terms,
  uncorrected,
  withdrawals,
} from '../schema.js';
import { type Connection, prepareRead, prepareWrite } from '../statement.js';

/** A value given when the statement runs. */
const value = (name: string) => sql`${sql.placeholder(name)}`;
/** A text that is given as UTF-8. */
const text = (name: string) => sql`cast(${sql.placeholder(name)} as text)`;

export interface StoredArticle {
  rowid: number;
  fingerprint: string;
  revision: number;
  readBy: string;
  document: string;
}

export type Rows = ReturnType<typeof prepareRows>;

/** Prepares every statement of a writing connection. Values are named as the columns. */
export function prepareRows(connection: Connection) {
  const { db } = connection;
  const write = (query: Parameters<typeof prepareWrite>[1]) => prepareWrite(connection, query);
  const article = {
    fingerprint: value('fingerprint'),
    revision: value('revision'),
    readBy: value('readBy'),
    source: value('source'),
    issueDate: value('issueDate'),
    pageNumber: value('pageNumber'),
    reference: value('reference'),
    document: value('document'),
  };
  const original = { name: value('name'), mediaType: value('mediaType'), hints: value('hints'), bytes: value('bytes') };

  const removals = [quotes, statistics, articleTerms].map((table) =>
    write(db.delete(table).where(eq(table.article, value('article')))),
  );
  const byId = prepareRead<[number, string, number, string, string]>(
    connection,
    db
      .select({
        rowid: articles.rowid,
        fingerprint: articles.fingerprint,
        revision: articles.revision,
        readBy: articles.readBy,
        document: articles.document,
      })
      .from(articles)
      .where(eq(articles.id, value('id'))),
  );
  const documentsOf = (table: typeof quotes | typeof statistics) =>
    prepareRead<[string]>(
      connection,
      db
        .select({ document: table.document })
        .from(table)
        .where(eq(table.article, value('article')))
        .orderBy(table.position),
    );
  return {
    findArticle(id: string): StoredArticle | undefined {
      const row = byId.get({ id });
      return row && { rowid: row[0], fingerprint: row[1], revision: row[2], readBy: row[3], document: row[4] };
    },
    readContent: prepareRead<[string]>(
      connection,
      db
        .select({ document: articleContents.document })
        .from(articleContents)
        .where(eq(articleContents.article, value('article'))),
    ),
    readQuotes: documentsOf(quotes),
    readStatistics: documentsOf(statistics),
    readCorrections: prepareRead<[string]>(
      connection,
      db
        .select({ document: corrections.document })
        .from(corrections)
        .where(eq(corrections.article, value('article')))
        .orderBy(corrections.at, corrections.target, corrections.item),
    ),
    readUncorrected: prepareRead<[string]>(
      connection,
      db
        .select({ document: uncorrected.document })
        .from(uncorrected)
        .where(eq(uncorrected.article, value('article'))),
    ),
    readOriginalName: prepareRead<[string]>(
      connection,
      db
        .select({ name: originals.name })
        .from(originals)
        .where(eq(originals.article, value('article'))),
    ),
    readOriginal: prepareRead<[string, string, string, Buffer]>(
      connection,
      db
        .select({
          name: originals.name,
          mediaType: originals.mediaType,
          hints: originals.hints,
          bytes: originals.bytes,
        })
        .from(originals)
        .where(eq(originals.article, value('article'))),
    ),
    readWithdrawal: prepareRead<[number]>(
      connection,
      db
        .select({ revision: withdrawals.revision })
        .from(withdrawals)
        .where(eq(withdrawals.id, value('id'))),
    ),
    readTermsOf: prepareRead<[number, number]>(
      connection,
      db
        .select({ term: articleTerms.term, quoteCount: articleTerms.quoteCount })
        .from(articleTerms)
        .where(eq(articleTerms.article, value('article'))),
    ),
    readTerm: prepareRead<[number]>(
      connection,
      db
        .select({ id: terms.id })
        .from(terms)
        .where(sql`${eq(terms.kind, value('kind'))} and ${eq(terms.value, value('value'))}`),
    ),
    readSection: prepareRead<[number, string]>(
      connection,
      db
        .select({ id: sections.id, slug: sections.slug })
        .from(sections)
        .where(eq(sections.path, value('path'))),
    ),
    readSectionSlug: prepareRead<[number]>(
      connection,
      db
        .select({ id: sections.id })
        .from(sections)
        .where(eq(sections.slug, value('slug'))),
    ),
    readSource: prepareRead<[number, string]>(
      connection,
      db
        .select({ id: sources.id, slug: sources.slug })
        .from(sources)
        .where(eq(sources.name, value('name'))),
    ),
    readSourceSlug: prepareRead<[number]>(
      connection,
      db
        .select({ id: sources.id })
        .from(sources)
        .where(eq(sources.slug, value('slug'))),
    ),

    /** The name of a section or source. */
    readName: prepareRead<[string]>(
      connection,
      unionAll(
        db
          .select({ name: sections.name })
          .from(sections)
          .where(eq(sections.id, value('id'))),
        db
          .select({ name: sources.name })
          .from(sources)
          .where(eq(sources.id, value('id'))),
      ),
    ),

    /** Without a `rowid` (null) it is the next. */
    insertArticle: write(db.insert(articles).values({ rowid: value('rowid'), id: value('id'), ...article })),
    updateArticle: write(
      db
        .update(articles)
        .set(article)
        .where(eq(articles.rowid, value('rowid'))),
    ),
    noteReader: write(
      db
        .update(articles)
        .set({ readBy: value('readBy') })
        .where(eq(articles.rowid, value('rowid'))),
    ),
    /** Takes everything that hangs on the article with it. */
    deleteArticle: write(db.delete(articles).where(eq(articles.rowid, value('rowid')))),
    putContent: write(
      db
        .insert(articleContents)
        .values({ article: value('article'), document: text('document') })
        .onConflictDoUpdate({ target: articleContents.article, set: { document: sql`excluded.document` } }),
    ),
    putUncorrected: write(
      db
        .insert(uncorrected)
        .values({ article: value('article'), document: value('document') })
        .onConflictDoUpdate({ target: uncorrected.article, set: { document: sql`excluded.document` } }),
    ),
    putCorrection: write(
      db
        .insert(corrections)
        .values({
          article: value('article'),
          target: value('target'),
          item: value('item'),
          at: value('at'),
          document: value('document'),
        })
        .onConflictDoUpdate({
          target: [corrections.article, corrections.target, corrections.item],
          set: { at: sql`excluded.at`, document: sql`excluded.document` },
        }),
    ),
    putOriginal: write(
      db
        .insert(originals)
        .values({ article: value('article'), ...original })
        .onConflictDoUpdate({
          target: originals.article,
          set: {
            name: sql`excluded.name`,
            mediaType: sql`excluded.media_type`,
            hints: sql`excluded.hints`,
            bytes: sql`excluded.bytes`,
          },
        }),
    ),
    insertQuote: write(
      db.insert(quotes).values({
        article: value('article'),
        position: value('position'),
        kind: value('kind'),
        speaker: value('speaker'),
        role: value('role'),
        organization: value('organization'),
        document: text('document'),
      }),
    ),
    insertStatistic: write(
      db.insert(statistics).values({
        article: value('article'),
        position: value('position'),
        unit: value('unit'),
        normalizedUnit: value('normalizedUnit'),
        normalizedValue: value('normalizedValue'),
        measure: value('measure'),
        asOfFrom: value('asOfFrom'),
        asOfTo: value('asOfTo'),
        document: text('document'),
      }),
    ),
    insertArticleTerm: write(
      db.insert(articleTerms).values({
        article: value('article'),
        kind: value('kind'),
        term: value('term'),
        published: value('published'),
        issued: value('issued'),
        modified: value('modified'),
        quoteCount: value('quoteCount'),
      }),
    ),
    deleteChildren(rowid: number): void {
      for (const remove of removals) remove({ article: rowid });
    },
    insertTerm: write(
      db.insert(terms).values({ kind: value('kind'), value: value('value'), listedAs: value('listedAs') }),
    ),
    /** Gives the term as it is then. */
    addToTerm: prepareRead<[id: number, kind: number, value: string, listedAs: number | null, articleCount: number]>(
      connection,
      db
        .update(terms)
        .set({
          articleCount: sql`${terms.articleCount} + ${value('articles')}`,
          quoteCount: sql`${terms.quoteCount} + ${value('quotes')}`,
        })
        .where(eq(terms.id, value('term')))
        .returning({
          id: terms.id,
          kind: terms.kind,
          value: terms.value,
          listedAs: terms.listedAs,
          articleCount: terms.articleCount,
        }),
    ),
    insertSection: write(
      db.insert(sections).values({
        id: value('id'),
        parent: value('parent'),
        name: value('name'),
        slug: value('slug'),
        path: value('path'),
        names: value('names'),
      }),
    ),
    insertSource: write(db.insert(sources).values({ id: value('id'), slug: value('slug'), name: value('name') })),
    insertWithdrawal: write(db.insert(withdrawals).values({ id: value('id'), revision: value('revision') })),
    deleteWithdrawal: write(db.delete(withdrawals).where(eq(withdrawals.id, value('id')))),
    insertChange: write(
      db.insert(changes).values({
        type: 'article',
        id: value('id'),
        op: value('op'),
        at: value('at'),
        contentChanged: value('contentChanged'),
      }),
    ),
  };
}
