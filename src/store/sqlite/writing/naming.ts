/** Sections, sources and other terms as the writer finds or makes them, each with a slug that is its own. */
import type { SectionReference } from '../../../domain/section.js';
import type { SourceReference } from '../../../domain/source.js';
import type { ArticleWrite } from '../../../domain/write.js';
import { isListed, type TermKey, termKinds } from '../terms.js';
import type { Rows } from './rows.js';

/** Terms kept in memory at most; a long import meets far more speakers than it meets again. */
const REMEMBERED = 50_000;

export interface Named<T> {
  reference: T;
  term: number;
}

/** What the archive calls things. Must be forgotten when the transaction it was used in is rolled back. */
export class Naming {
  readonly #rows: Rows;
  readonly #terms = new Map<string, number>();
  readonly #sections = new Map<string, Named<SectionReference>>();
  readonly #sources = new Map<string, Named<SourceReference>>();

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  forget(): void {
    this.#terms.clear();
    this.#sections.clear();
    this.#sources.clear();
  }

  /** The id of a term, which is made when it is new. */
  findTerm({ kind, value }: TermKey): number {
    const key = `${kind} ${value}`;
    let term = this.#terms.get(key) ?? this.#rows.readTerm.get({ kind, value })?.[0];
    if (term === undefined) {
      const listedAs = isListed({ kind, value }) ? kind : null;
      term = Number(this.#rows.insertTerm({ kind, value, listedAs }).lastInsertRowid);
    }
    if (this.#terms.size >= REMEMBERED) this.#terms.clear();
    this.#terms.set(key, term);
    return term;
  }

  /** The sections of a write from the root down, those that are new being made. */
  findSections(section: ArticleWrite['section']): Named<SectionReference>[] {
    const found: Named<SectionReference>[] = [];
    const path: string[] = [];
    for (const { name, slug } of section) {
      path.push(name);
      found.push(this.#findSection([...path], slug, found.at(-1)));
    }
    return found;
  }

  #findSection(path: string[], segment: string, parent: Named<SectionReference> | undefined): Named<SectionReference> {
    const key = JSON.stringify(path);
    const known = this.#sections.get(key);
    if (known) return known;
    const row = this.#rows.readSection.get({ path: key });
    const name = path.at(-1) ?? '';
    let section: Named<SectionReference>;
    if (row) {
      section = { term: row[0], reference: { slug: row[1], name, path } };
    } else {
      const wanted = parent ? `${parent.reference.slug}/${segment}` : segment;
      const slug = chooseSlug(wanted, (taken) => this.#rows.readSectionSlug.get({ slug: taken }) !== undefined);
      const term = this.findTerm({ kind: termKinds.section, value: slug });
      this.#rows.insertSection({
        id: term,
        parent: parent?.term ?? null,
        name,
        slug,
        path: key,
        names: path.join('/'),
      });
      section = { term, reference: { slug, name, path } };
    }
    this.#sections.set(key, section);
    return section;
  }

  /** The source of a write, which is made when it is new. */
  findSource({ name, slug: wanted }: SourceReference): Named<SourceReference> {
    const known = this.#sources.get(name);
    if (known) return known;
    const row = this.#rows.readSource.get({ name });
    let source: Named<SourceReference>;
    if (row) {
      source = { term: row[0], reference: { slug: row[1], name } };
    } else {
      const slug = chooseSlug(wanted, (taken) => this.#rows.readSourceSlug.get({ slug: taken }) !== undefined);
      const term = this.findTerm({ kind: termKinds.source, value: slug });
      this.#rows.insertSource({ id: term, slug, name });
      source = { term, reference: { slug, name } };
    }
    this.#sources.set(name, source);
    return source;
  }
}

/** The slug itself, or the first of `slug-2`, `slug-3` … that is free. */
function chooseSlug(slug: string, isTaken: (slug: string) => boolean): string {
  let chosen = slug;
  for (let number = 2; isTaken(chosen); number += 1) chosen = `${slug}-${number}`;
  return chosen;
}
