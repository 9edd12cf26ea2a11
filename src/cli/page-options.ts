/** Options of the commands that read pages: what is said of pages from outside, and how they are to be read. */
import { type Command, InvalidArgumentError } from 'commander';
import { timeZone } from '../domain/time.js';
import type { PageHints } from '../ingest/source.js';

export interface PageOptions {
  source?: string;
  section?: string[];
  timezone?: string;
  siteRules?: string;
}

/** Adds the options of {@link PageOptions}. */
export function addPageOptions(command: Command): Command {
  return command
    .option('--source <name>', 'newspaper, agency or site that the pages come from')
    .option('--section <path>', 'section of the pages, its levels separated by /', parseSection)
    .option('--timezone <zone>', 'zone of times that pages print without one (+08:00)', parseTimeZone)
    .option('--site-rules <file>', 'JSON file with selectors by site (BAOKU_SITE_RULES)');
}

/** What the options say of every page. */
export function toHints({ source, section, timezone }: PageOptions): PageHints {
  return {
    ...(source !== undefined && { source }),
    ...(section !== undefined && { section }),
    ...(timezone !== undefined && { timeZone: timezone }),
  };
}

function parseSection(value: string): string[] {
  const names = value.split('/').map((name) => name.trim());
  if (names.every((name) => name !== '')) return names;
  throw new InvalidArgumentError('It must be names separated by single slashes, as 新闻/本地.');
}

function parseTimeZone(value: string): string {
  if (timeZone.safeParse(value).success) return value;
  throw new InvalidArgumentError('It must be an offset such as +08:00 or a name such as Asia/Shanghai.');
}
