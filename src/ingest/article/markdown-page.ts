/** Markdown pages: the front matter is read as a record, the rest as the HTML it stands for. */
import { marked } from 'marked';
import { parse } from 'yaml';
import { ArchiveError } from '../../domain/errors.js';
import type { Draft } from './draft.js';
import { readBodyHtml } from './html-page.js';
import { readRecord } from './record.js';

/** YAML takes the square of the number of its fields. */
const MAX_FRONT_MATTER = 20_000;

/** Reads a Markdown page. Throws `invalid_record` when its front matter is not YAML fields. */
export function readMarkdownPage(text: string): Draft {
  const [, frontMatter, content] =
    /^\s*---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n([\s\S]*))?$/.exec(text) ?? [];
  const body = readBodyHtml(render(content ?? (frontMatter === undefined ? text : '')));
  const draft = readRecord(frontMatter === undefined ? {} : readFrontMatter(frontMatter), body);
  const [first] = draft.body;
  if (first?.type === 'heading' && (draft.title === null || draft.title === first.text)) {
    draft.title = first.text;
    draft.body.shift();
  }
  return draft;
}

/** Quotes and lists nested deeper than anyone writes are flattened: rendering them takes a stack and the square of their depth. */
function render(markdown: string): string {
  const shallow = markdown.replace(/^(?:[ \t]{0,3}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]?){8,}/gm, '> ');
  try {
    return marked.parse(shallow, { async: false, gfm: true });
  } catch (cause) {
    throw new ArchiveError('page_unreadable', 'The Markdown cannot be rendered', { cause });
  }
}

function readFrontMatter(yaml: string): Record<string, unknown> {
  if (yaml.length > MAX_FRONT_MATTER) {
    throw new ArchiveError('invalid_record', `The front matter is longer than ${MAX_FRONT_MATTER} characters`);
  }
  let fields: unknown;
  try {
    // Dates stay as they are printed: YAML 1.2 has no type for them.
    fields = parse(yaml, { maxAliasCount: 10 });
  } catch (cause) {
    throw new ArchiveError('invalid_record', 'The front matter is not YAML', { cause });
  }
  if (fields === null) return {};
  if (typeof fields !== 'object' || Array.isArray(fields)) {
    throw new ArchiveError('invalid_record', 'The front matter is not a list of fields');
  }
  return fields as Record<string, unknown>;
}
