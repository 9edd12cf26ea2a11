/** Looking up what a filter names: terms, sections and sources. */
import { eq, or, sql } from 'drizzle-orm';
import { ArchiveError } from '../../../domain/errors.js';
import { findNearest } from '../../../domain/nearest.js';
import type { SourceReference } from '../../../domain/source.js';
import { sections, sources, terms } from '../schema.js';
import { type Connection, prepareRead } from '../statement.js';
import { termKinds } from '../terms.js';

export interface Term {
  id: number;
  kind: number;
  value: string;
  articleCount: number;
}

/** Ambiguous names are answered with no more candidates than a person reads. */
const SUGGESTED = 5;

export type Lookup = ReturnType<typeof createLookup>;

/** Prepares the look-ups of a connection. */
export function createLookup(connection: Connection) {
  const { client, db } = connection;
  const given = sql.placeholder('given');
  const term = { id: terms.id, kind: terms.kind, value: terms.value, articleCount: terms.articleCount };
  type TermRow = [number, number, string, number];
  const toTerm = (row: readonly [...TermRow, ...unknown[]]): Term => ({
    id: row[0],
    kind: row[1],
    value: row[2],
    articleCount: row[3],
  });

  const byValue = prepareRead<TermRow>(
    connection,
    db
      .select(term)
      .from(terms)
      .where(sql`${eq(terms.kind, sql.placeholder('kind'))} and ${eq(terms.value, given)}`),
  );
  const bySection = prepareRead<[...TermRow, string, string]>(
    connection,
    db
      .select({ ...term, slug: sections.slug, names: sections.names })
      .from(sections)
      .innerJoin(terms, eq(terms.id, sections.id))
      .where(or(eq(sections.names, given), eq(sections.name, given))),
  );
  const bySource = prepareRead<[...TermRow, string, string]>(
    connection,
    db
      .select({ ...term, slug: sources.slug, name: sources.name })
      .from(sources)
      .innerJoin(terms, eq(terms.id, sources.id))
      .where(or(eq(sources.slug, given), eq(sources.name, given))),
  );
  const sectionNames = prepareRead<[string, string, string]>(
    connection,
    db.select({ slug: sections.slug, name: sections.name, names: sections.names }).from(sections),
  );
  const sourceNames = prepareRead<[string, string]>(
    connection,
    db.select({ slug: sources.slug, name: sources.name }).from(sources),
  );

  return {
    /** Zone in which instants are rendered. */
    timeZone: client.prepare('SELECT time_zone FROM archive').pluck().get() as string,

    /** A term; undefined when the archive never met it. */
    findTerm(kind: number, value: string): Term | undefined {
      const row = byValue.get({ kind, given: value });
      return row && toTerm(row);
    },

    /** A section by its slug, its names joined by "/", or its name where no other has it. Throws `unknown_section`. */
    findSection(name: string): Term {
      // A slug is unique, the value of its term, and wins; it is what most ask with, and found in a quarter of the time.
      const bySlug = byValue.get({ kind: termKinds.section, given: name });
      if (bySlug) return toTerm(bySlug);
      const rows = bySection.all({ given: name });
      const named = rows.filter(([, , , , , names]) => names === name);
      const row = named.length === 1 ? named[0] : rows.length === 1 ? rows[0] : undefined;
      if (row) return toTerm(row);
      if (rows.length > 0) {
        const candidates = rows.slice(0, SUGGESTED).map(([, , , , slug, names]) => `${slug} (${names})`);
        throw new ArchiveError('unknown_section', `There are ${rows.length} sections called "${name}"`, {
          parameter: 'section',
          suggestion: `Write which one: ${candidates.join(', ')}${rows.length > SUGGESTED ? ' …' : ''}`,
        });
      }
      const nearest = findNearest(name, sectionNames.all().flat());
      throw new ArchiveError('unknown_section', `There is no section "${name}"`, {
        parameter: 'section',
        suggestion: nearest === undefined ? 'See /v1/sections for those there are.' : `Did you mean ${nearest}?`,
      });
    },

    /** A source by its slug or name. Throws `unknown_source`. */
    findSource(name: string): Term & { reference: SourceReference } {
      const rows = bySource.all({ given: name });
      // A slug is unique, and wins over a source that is called like it.
      const row = rows.find(([, , , , slug]) => slug === name) ?? rows[0];
      if (row) return { ...toTerm(row), reference: { slug: row[4], name: row[5] } };
      const nearest = findNearest(name, sourceNames.all().flat());
      throw new ArchiveError('unknown_source', `There is no source "${name}"`, {
        parameter: 'source',
        suggestion: nearest === undefined ? 'See /v1/sources for those there are.' : `Did you mean ${nearest}?`,
      });
    },
  };
}
