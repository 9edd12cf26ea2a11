/** Slugs: names as pinyin that can stand in a URL. */
import { pinyin } from 'pinyin-pro';

/** Slugs kept in memory at most: the pages of an archive share few sections and sources. */
const REMEMBERED = 10_000;
const known = new Map<string, string>();

/** The pinyin of a name, one syllable after the other: 吴江日报 gives `wu-jiang-ri-bao`. Never empty. */
export function slugify(name: string): string {
  let slug = known.get(name);
  if (slug === undefined) {
    slug = spell(name);
    if (known.size >= REMEMBERED) known.clear();
    known.set(name, slug);
  }
  return slug;
}

function spell(name: string): string {
  const syllables = pinyin(name.normalize('NFKC'), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const slug = syllables
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug === '' ? [...name].map((char) => char.codePointAt(0)?.toString(16)).join('-') : slug;
}
