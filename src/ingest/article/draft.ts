/** Drafts: what one kind of page gave, before hints are laid over it and what is missing is complained about. */
import type { UnplacedBlock } from '../../domain/article.js';
import type { FoundDate } from '../../text/dates.js';

/** Something a person should look at, although the page was taken in. */
export interface Warning {
  code:
    | 'no_date'
    | 'no_source'
    | 'impossible_date'
    | 'charset_mismatch'
    | 'damaged_text'
    | 'truncated'
    | 'unknown_field';
  message: string;
}

/** An article as far as its page tells. Null: it does not. */
export interface Draft {
  url: string | null;
  title: string | null;
  subtitle: string | null;
  lead: string | null;
  /** As printed, outermost first. */
  breadcrumb: string[];
  source: string | null;
  issue: { date: string; page: string | null } | null;
  byline: string | null;
  published: FoundDate | null;
  keywords: string[];
  aliases: string[];
  body: UnplacedBlock[];
  warnings: Warning[];
}

/** A draft that says nothing yet. */
export function createDraft(): Draft {
  return {
    url: null,
    title: null,
    subtitle: null,
    lead: null,
    breadcrumb: [],
    source: null,
    issue: null,
    byline: null,
    published: null,
    keywords: [],
    aliases: [],
    body: [],
    warnings: [],
  };
}
