/** The section tree, built from the rows a store keeps of it. */
import type { Section } from '../domain/section.js';

/** A section as stores keep it. */
export interface SectionRow extends Omit<Section, 'children'> {
  id: number;
  parent: number | null;
}

/** Orders names as Chinese readers look them up: by pinyin. */
export const compareNames = new Intl.Collator('zh-Hans-CN').compare;

/** The roots of the tree, every level in order of name. Sections without articles are left out. */
export function buildSectionTree(rows: readonly SectionRow[]): Section[] {
  const byParent = new Map<number | null, SectionRow[]>();
  for (const row of rows) {
    if (row.articleCount === 0) continue;
    const siblings = byParent.get(row.parent);
    if (siblings) siblings.push(row);
    else byParent.set(row.parent, [row]);
  }
  const childrenOf = (parent: number | null): Section[] =>
    (byParent.get(parent) ?? [])
      .sort((a, b) => compareNames(a.name, b.name))
      .map(({ id, slug, name, path, articleCount }) => ({ slug, name, path, articleCount, children: childrenOf(id) }));
  return childrenOf(null);
}
