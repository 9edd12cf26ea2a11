/** Where raw pages come from: files, folders, globs, standard input and compressed files. It does not look into a page. */

/** What may be said about a page from outside; it wins over what the page says. */
export interface PageHints {
  url?: string | undefined;
  /** Name of the newspaper, agency or site. */
  source?: string | undefined;
  /** Names from the root of the section tree. */
  section?: readonly string[] | undefined;
}

/** One page as it was found. */
export interface RawPage {
  /** As given: a path, a path inside an archive file (`issue.zip/05/a.html`), or a line (`pages.ndjson:12`). */
  name: string;
  /** How the bytes are to be read; decided by the name, or for standard input by the first bytes. */
  format: 'text' | 'html' | 'markdown' | 'record';
  bytes: Uint8Array;
  hints: PageHints;
}
