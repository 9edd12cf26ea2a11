/** OPML: the feed of every section, as a tree that feed readers take in one file. */
import { generateOpml } from 'feedsmith';
import type { Section } from '../domain/section.js';
import { toXmlText } from './feed.js';

interface Outline {
  text: string;
  type: string;
  xmlUrl: string;
  outlines?: Outline[];
}

/** Writes the tree; `toFeedUrl` gives the address of the feed of a section. */
export function writeOpml(title: string, sections: readonly Section[], toFeedUrl: (slug: string) => string): string {
  const toOutline = ({ slug, name, children }: Section): Outline => ({
    text: toXmlText(name),
    type: 'rss',
    xmlUrl: toFeedUrl(slug),
    ...(children.length > 0 && { outlines: children.map(toOutline) }),
  });
  return generateOpml({ head: { title: toXmlText(title) }, body: { outlines: sections.map(toOutline) } });
}
