/** Where articles can be found beside their ids. Which id stands for which address is decided above the store. */
import { eq, sql } from 'drizzle-orm';
import type { ArticleSummary } from '../../../domain/article.js';
import { ArchiveError } from '../../../domain/errors.js';
import type { Address, ArticleWrite, UnpublishedStatus } from '../../../domain/write.js';
import { addresses, articles, withdrawals } from '../schema.js';
import { type Connection, prepareRead, prepareWrite } from '../statement.js';
import type { Rows } from './rows.js';

const value = (name: string) => sql`${sql.placeholder(name)}`;

type Addressed = { article: Pick<ArticleWrite['article'], 'url' | 'aliases'> };

export type Addresses = ReturnType<typeof createAddresses>;

/** Prepares the statements; those that write fail on a connection that only reads. */
export function createAddresses(connection: Connection) {
  const { db } = connection;
  const owner = prepareRead<[string]>(
    connection,
    db
      .select({ article: addresses.article })
      .from(addresses)
      .where(eq(addresses.id, value('id'))),
  );
  const given = sql`j.value`;
  const published = sql`(select ${articles.id} from ${articles} where ${articles.id} = ${given})`;
  const addressed = sql`(select ${addresses.article} from ${addresses} where ${addresses.id} = ${given})`;
  const withdrawn = sql`(select ${withdrawals.id} from ${withdrawals} where ${withdrawals.id} = ${given})`;
  const owners = prepareRead<[string, string | null]>(
    connection,
    db
      .select({ id: given, article: sql`coalesce(${published}, ${addressed}, ${withdrawn})` })
      .from(sql`json_each(${value('ids')}) j`),
  );
  const of = prepareRead<[string, string]>(
    connection,
    db
      .select({ id: addresses.id, address: addresses.address })
      .from(addresses)
      .where(eq(addresses.article, value('article'))),
  );
  const put = prepareWrite(
    connection,
    db
      .insert(addresses)
      .values({ id: value('id'), article: value('article'), address: value('address') })
      .onConflictDoUpdate({
        target: addresses.id,
        set: { article: sql`excluded.article`, address: sql`excluded.address` },
      }),
  );
  const remove = prepareWrite(connection, db.delete(addresses).where(eq(addresses.id, value('id'))));

  return {
    /** The article that has the address of an id; undefined: none has. */
    findOwner: (id: string): string | undefined => owner.get({ id })?.[0],

    /** The article that each of these ids leads to, see the contract. */
    findOwners(ids: readonly string[]): Map<string, string> {
      const rows = owners.all({ ids: JSON.stringify(ids) });
      return new Map(rows.flatMap(([id, article]) => (article === null ? [] : [[id, article]])));
    },

    listOf: (article: string): Address[] => of.all({ article }).map(([id, address]) => ({ id, address })),

    put(article: string, { id, address }: Address): void {
      put({ id, article, address });
    },

    /** Gives up the addresses of an article but these. */
    keepOnly(article: string, kept: readonly string[]): void {
      for (const [id, address] of of.all({ article })) if (!kept.includes(address)) remove({ id });
    },
  };
}

/**
 * Gives an article its addresses. Throws `alias_conflict` for one that another article has, published or kept back; one that was
 * withdrawn can be replaced by another in this way.
 */
export function claimAddresses(
  article: string,
  wanted: readonly Address[],
  {
    addresses,
    rows,
    kept,
  }: { addresses: Addresses; rows: Rows; kept: { findStatus(id: string): UnpublishedStatus | undefined } },
): void {
  for (const one of wanted) {
    // What its id stands for leads to an article anyway.
    if (one.id === article) continue;
    const owner = addresses.findOwner(one.id);
    const isHeld = rows.findArticle(one.id) || ['draft', 'scheduled'].includes(kept.findStatus(one.id) ?? '');
    const other = owner ?? (isHeld ? one.id : article);
    if (other !== article) throw refuseAddress(one.address, other);
    addresses.put(article, one);
  }
}

/** What is said of an address that is taken. */
export const refuseAddress = (address: string, owner: string) =>
  new ArchiveError('alias_conflict', `The address ${address} is that of the article ${owner}`, {
    parameter: 'aliases',
    suggestion: 'Take it from that article first, or withdraw that one.',
  });

/** The write with the aliases that its article had: pages bring some in, and only people take one away. */
export function keepAliases<W extends Addressed>(write: W, { aliases }: ArticleSummary): W {
  const all = new Set([...aliases, ...write.article.aliases]);
  all.delete(write.article.url ?? '');
  return { ...write, article: { ...write.article, aliases: [...all] } };
}

/** The write with the URL that its article had as an alias, where it has another now. */
export function keepUrl<W extends Addressed>(write: W, { url }: Pick<ArticleSummary, 'url'>): W {
  const { article } = write;
  if (url === null || url === article.url || article.aliases.includes(url)) return write;
  return { ...write, article: { ...article, aliases: [...article.aliases, url] } };
}
