/** The indexes of people and of organizations: their lists, and one entry with its roles over time. */
import { and, asc, desc, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import { fingerprintList } from '../../../domain/cursor.js';
import type { Organization } from '../../../domain/organization.js';
import type { IndexEntry, Person } from '../../../domain/person.js';
import { type IndexParameters, limits } from '../../../domain/query.js';
import { toDate } from '../../../domain/time.js';
import type { Page } from '../../store.js';
import { articleTerms, quotes, terms } from '../schema.js';
import { type Connection, prepareRead, type Statement } from '../statement.js';
import { NEVER, termKinds } from '../terms.js';
import type { Lookup } from './lookup.js';
import { cutPage, planTurn } from './pages.js';
import { value, walked } from './selection.js';

type EntryRow = [id: number, name: string, quotes: number, articles: number, first: number | null, last: number | null];
/** What a role is of, the role, and when it was said: article dates, {@link NEVER} for those without. */
type RoleRow = [of: string | null, role: string | null, quotes: number, first: number | null, last: number];

const kinds = { people: termKinds.speaker, organizations: termKinds.organization } as const;
export type IndexName = keyof typeof kinds;

/** The terms an index lists, as the indexes of SQLite that serve it are restricted to them. */
const isListedAs = (kind: SQL) =>
  sql`${eq(terms.listedAs, kind)} and ${terms.listedAs} is not null and ${terms.articleCount} > 0`;

export type NameIndex = ReturnType<typeof createNameIndex>;

/** Prepares the reading of both indexes on a connection; `guarded` roles stop at the deadline. */
export function createNameIndex(connection: Connection, lookup: Lookup, guarded: boolean) {
  const { db } = connection;
  const dated = (end: 'min' | 'max') =>
    sql<
      number | null
    >`(select ${sql.raw(end)}(${articleTerms.published}) from ${articleTerms} where ${articleTerms.term} = ${terms.id} and ${articleTerms.published} > ${sql.raw(String(NEVER))})`;
  const entry = {
    id: terms.id,
    name: terms.value,
    quoteCount: terms.quoteCount,
    articleCount: terms.articleCount,
    first: dated('min'),
    last: dated('max'),
  };
  const byName = prepareRead<EntryRow>(
    connection,
    db
      .select(entry)
      .from(terms)
      .where(and(isListedAs(value('kind')), eq(terms.value, value('name')))),
  );

  const prepared = new Map<string, Statement<EntryRow>>();
  function prepareList(byName: boolean, descending: boolean, fromCursor: boolean): Statement<EntryRow> {
    const shape = `${byName} ${descending} ${fromCursor}`;
    const known = prepared.get(shape);
    if (known) return known;
    const order = descending ? desc : asc;
    const compare = sql.raw(descending ? '<' : '>');
    const next = byName
      ? sql`${terms.value} ${compare} ${value('name')}`
      : sql`(${terms.quoteCount}, ${terms.value}) ${compare} (${value('quoteCount')}, ${value('name')})`;
    const statement = prepareRead<EntryRow>(
      connection,
      db
        .select(entry)
        .from(terms)
        .where(and(isListedAs(value('kind')), fromCursor ? next : undefined))
        .orderBy(...(byName ? [] : [order(terms.quoteCount)]), order(terms.value))
        .limit(sql.placeholder('limit')),
    );
    prepared.set(shape, statement);
    return statement;
  }

  const toDay = (published: number | null) =>
    published === null || published === NEVER ? null : toDate(published, lookup.timeZone);
  const toEntry = ([, name, quoteCount, articleCount, first, last]: EntryRow): IndexEntry => ({
    name,
    quoteCount,
    articleCount,
    firstQuotedOn: toDay(first),
    lastQuotedOn: toDay(last),
  });

  /** Of a term's articles those quotes that meet the conditions. */
  const ofTerm = (...conditions: (SQL | undefined)[]) =>
    and(
      eq(walked.term, value('id')),
      eq(quotes.article, walked.article),
      ...conditions,
      guarded ? sql`((${walked.article} & 15) <> 0 or within_deadline())` : undefined,
    );
  /** The quotes of a term in groups, those last quoted first. */
  const prepareRoles = (of: typeof quotes.speaker | typeof quotes.organization, ...conditions: (SQL | undefined)[]) =>
    prepareRead<RoleRow>(
      connection,
      db
        .select({
          of,
          role: quotes.role,
          quoteCount: sql<number>`count(*)`,
          first: sql<number | null>`min(nullif(${walked.published}, ${sql.raw(String(NEVER))}))`,
          last: sql<number>`max(${walked.published})`.as('last'),
        })
        .from(walked)
        .crossJoin(quotes)
        .where(ofTerm(...conditions))
        .groupBy(of, quotes.role)
        .orderBy(sql`last desc`, asc(of), asc(quotes.role))
        .limit(limits.roles),
    );
  const rolesOf = prepareRoles(
    quotes.organization,
    eq(quotes.speaker, value('name')),
    or(isNotNull(quotes.role), isNotNull(quotes.organization)),
  );
  const people = db
    .select({ one: sql`1` })
    .from(terms)
    .where(and(isListedAs(sql.raw(String(termKinds.speaker))), eq(terms.value, quotes.speaker)));
  const peopleOf = prepareRoles(quotes.speaker, eq(quotes.organization, value('name')), sql`exists ${people}`);
  const ownQuotes = prepareRead<[number]>(
    connection,
    db
      .select({ count: sql<number>`count(*)` })
      .from(walked)
      .crossJoin(quotes)
      .where(ofTerm(eq(quotes.organization, value('name')), eq(quotes.speaker, value('name')))),
  );

  /** An entry with what `read` adds to it, of one moment. */
  function getWith<T>(index: IndexName, name: string, read: (id: number) => T): (IndexEntry & T) | null {
    return connection.inTransaction(() => {
      const row = byName.get({ kind: kinds[index], name });
      return row ? { ...toEntry(row), ...read(row[0]) } : null;
    });
  }

  return {
    list(index: IndexName, { sort, ...page }: IndexParameters): Page<IndexEntry> {
      const turn = planTurn(page, fingerprintList([index, sort]));
      const { position, back, limit } = turn;
      const byName = sort.endsWith('name');
      const rows = prepareList(byName, sort.startsWith('-') !== back, position !== undefined).all({
        kind: kinds[index],
        limit: limit + 1,
        ...(position && { name: position.key, ...(!byName && { quoteCount: position.ties[0] }) }),
      });
      if (back) rows.reverse();
      const { extra: _, ...placed } = cutPage(rows, turn, ([, name, quoteCount]) => ({
        key: name,
        ties: [quoteCount],
      }));
      return { items: rows.map(toEntry), ...placed };
    },

    find(index: IndexName, name: string): IndexEntry | null {
      const row = byName.get({ kind: kinds[index], name });
      return row ? toEntry(row) : null;
    },

    getPerson: (name: string): Person | null =>
      getWith('people', name, (id) => ({
        roles: rolesOf.all({ id, name }).map(([organization, role, quoteCount, first, last]) => ({
          role,
          organization,
          from: toDay(first),
          to: toDay(last),
          quoteCount,
        })),
      })),

    getOrganization: (name: string): Organization | null =>
      getWith('organizations', name, (id) => ({
        ownQuoteCount: ownQuotes.get({ id, name })?.[0] ?? 0,
        people: peopleOf.all({ id, name }).map(([speaker, role, quoteCount, first, last]) => ({
          name: speaker ?? '',
          role,
          from: toDay(first),
          to: toDay(last),
          quoteCount,
        })),
      })),
  };
}
