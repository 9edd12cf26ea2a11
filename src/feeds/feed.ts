/** A feed before it is written in one of the formats: what all of them have in common. */

/** One entry. Its HTML is made from parts that were escaped. */
export interface FeedItem {
  /** Never changes, whatever becomes of addresses: `urn:baoku:article:…`. */
  id: string;
  /** Where people read it. */
  url: string;
  title: string;
  summary: string | null;
  html: string;
  publishedAt: Date | null;
  modifiedAt: Date;
  author: string | null;
  categories: readonly string[];
  /** The newspaper it stood in. */
  source: { name: string; issueDate: string | null; page: string | null } | null;
}

/** A page of a feed. All addresses are absolute. */
export interface Feed {
  id: string;
  title: string;
  description: string;
  /** What the feed is of, for people. */
  homeUrl: string;
  selfUrl: string;
  /** The page with what is older; null: this is the last. */
  nextUrl: string | null;
  /** The WebSub hub that tells subscribers of news; null: none. */
  hubUrl: string | null;
  updatedAt: Date;
  items: readonly FeedItem[];
}

/** Minutes after which to ask again. */
export const TIME_TO_LIVE = 15;

/** Text without the characters that XML cannot hold, however they are escaped. */
export function toXmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
