/** Examining an archive: whether what is derived agrees with what it is derived from. It changes nothing; see repair.ts. */
import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type Database from 'better-sqlite3';
import type { ListName } from '../../store.js';
import { connect, toPath, translateErrors } from '../connect.js';
import { termKinds } from '../terms.js';
import { listWrongMonths } from '../writing/months.js';
import {
  expectedKeys,
  expectedTerms,
  prepareVocabulary,
  searchedTerms,
  wrongCounts,
  wrongPlaces,
} from './derivations.js';
import { listDamage } from './integrity.js';
import { checkVersion } from './migrate.js';

/** One thing that was looked at. */
export interface Finding {
  check: 'file' | 'search' | 'counts' | 'documents' | 'rows' | 'log' | 'space';
  status: 'ok' | 'warning' | 'problem';
  /** A sentence, with numbers. */
  detail: string;
  /** Whether repairing the archive mends it. */
  fixable?: true;
}

/** Bytes of a write-ahead log that something keeps from being tidied up. */
const LONG_LOG = 512 * 2 ** 20;

/**
 * Looks at everything an archive can be wrong in, one after the other, while it may be in use; some of it reads the whole file.
 * Throws `unavailable` and `archive_incompatible` where there is nothing to look at.
 */
export async function* examineArchive(location: string): AsyncGenerator<Finding> {
  const client = connect(location, 'read');
  const path = toPath(location);
  try {
    checkVersion(client, path);
    const damage = listDamage(client);
    yield damage.length === 0
      ? ok('file', 'sound: pages, indexes, full-text indexes and references between rows')
      : problem('file', `damaged: ${damage.join('; ')}`);
    // What stands in damaged tables says nothing.
    if (damage.length === 0) yield* translateErrors(path, () => examineRows(client));
    yield await examineSpace(client, path);
  } finally {
    client.close();
  }
}

/** All on the archive of one moment, so that what is written meanwhile does not look like a fault. */
function examineRows(client: Database.Database): Finding[] {
  prepareVocabulary(client);
  return client.transaction(() => [
    ...lists.map((list) => examineSearch(client, list)),
    examineSearchTerms(client),
    examineCounts(client),
    examineDocuments(client),
    examineParts(client),
    examineLog(client),
  ])();
}

const lists = ['articles', 'quotes', 'statistics'] as const satisfies readonly ListName[];

const ok = (check: Finding['check'], detail: string): Finding => ({ check, status: 'ok', detail });
const problem = (check: Finding['check'], detail: string): Finding => ({ check, status: 'problem', detail });
const fixable = (check: Finding['check'], detail: string): Finding => ({ ...problem(check, detail), fixable: true });

const count = (client: Database.Database, query: string) => client.prepare(query).pluck().get() as number;

function examineSearch(client: Database.Database, list: ListName): Finding {
  const found = `SELECT id FROM search_${list}_docsize`;
  const expected = `SELECT key FROM (${expectedKeys[list]})`;
  const missing = count(client, `SELECT count(*) FROM (${expected}) WHERE key IS NULL OR key NOT IN (${found})`);
  const stray = count(client, `SELECT count(*) FROM (${found} EXCEPT ${expected})`);
  if (missing === 0 && stray === 0) {
    return ok('search', `all ${count(client, `SELECT count(*) FROM (${found})`)} ${list} can be found`);
  }
  return fixable('search', `${missing} ${list} cannot be found, ${stray} that are not there are found`);
}

function examineSearchTerms(client: Database.Database): Finding {
  const missing = count(client, `SELECT count(DISTINCT key) FROM (${expectedTerms} EXCEPT ${searchedTerms})`);
  const stray = count(client, `SELECT count(DISTINCT key) FROM (${searchedTerms} EXCEPT ${expectedTerms})`);
  if (missing === 0 && stray === 0) return ok('search', 'filters find in searches what they find in lists');
  return fixable('search', `filters of searches miss ${missing} articles and find ${stray} that lists do not`);
}

function examineCounts(client: Database.Database): Finding {
  const wrong = count(client, `SELECT count(*) FROM (${wrongCounts})`);
  if (wrong > 0) return fixable('counts', `${wrong} sections, sources, speakers or other terms have a wrong count`);
  const places = count(client, `SELECT count(*) FROM (${wrongPlaces})`);
  if (places > 0) return fixable('counts', `${places} articles are counted where they do not stand`);
  const months = listWrongMonths(client).length;
  if (months > 0) return fixable('counts', `${months} months have a wrong count`);
  return ok('counts', `the counts of all ${count(client, 'SELECT count(*) FROM terms')} terms are right`);
}

const documented = ['articles', 'article_contents', 'quotes', 'statistics', 'corrections', 'uncorrected'];

function examineDocuments(client: Database.Database): Finding {
  const broken = documented.flatMap((table) => {
    const rows = count(client, `SELECT count(*) FROM ${table} WHERE NOT json_valid(document)`);
    return rows === 0 ? [] : [`${rows} of ${table}`];
  });
  return broken.length === 0
    ? ok('documents', 'all are JSON')
    : problem('documents', `not JSON: ${broken.join(', ')}; import their pages again`);
}

function examineParts(client: Database.Database): Finding {
  const wrong = [
    ['articles without a body', 'articles WHERE rowid NOT IN (SELECT article FROM article_contents)'],
    [
      'articles without their original',
      'articles WHERE rowid NOT IN (SELECT article FROM originals) AND NOT EXISTS (SELECT 1 FROM mirrors)',
    ],
    [
      'articles that are in no list',
      `articles WHERE rowid NOT IN (SELECT article FROM article_terms WHERE kind = ${termKinds.all})`,
    ],
    ['articles that are withdrawn as well', 'articles WHERE id IN (SELECT id FROM withdrawals)'],
    [
      'addresses without their article',
      'addresses WHERE article NOT IN (SELECT id FROM articles UNION ALL SELECT id FROM shelved UNION ALL SELECT id FROM withdrawals)',
    ],
    ['addresses of two articles', 'addresses WHERE id IN (SELECT id FROM articles)'],
    ['sections without their term', 'sections WHERE id NOT IN (SELECT id FROM terms)'],
  ].flatMap(([what, from]) => {
    const rows = count(client, `SELECT count(*) FROM ${from}`);
    return rows === 0 ? [] : [`${rows} ${what}`];
  });
  return wrong.length === 0 ? ok('rows', 'every article has all its parts') : problem('rows', wrong.join('; '));
}

function examineLog(client: Database.Database): Finding {
  const last = 'SELECT id, op, max(seq) FROM changes GROUP BY id';
  const silent = count(
    client,
    `SELECT count(*) FROM articles a LEFT JOIN (${last}) c ON c.id = a.id WHERE c.op IS NOT 'upsert'`,
  );
  const standing = count(
    client,
    `SELECT count(*) FROM withdrawals w LEFT JOIN (${last}) c ON c.id = w.id WHERE c.op IS NOT 'delete'`,
  );
  if (silent === 0 && standing === 0) return ok('log', 'the change log leads to the archive as it is');
  return problem('log', `the change log does not tell of ${silent} articles and ${standing} withdrawals`);
}

async function examineSpace(client: Database.Database, path: string): Promise<Finding> {
  const number = (pragma: string) => client.pragma(pragma, { simple: true }) as number;
  const size = number('page_count') * number('page_size');
  const log = existsSync(`${path}-wal`) ? statSync(`${path}-wal`).size : 0;
  const { bavail, bsize } = await statfs(dirname(resolve(path)));
  const free = bavail * bsize;
  const detail = `the archive takes ${toMiB(size)}, its log ${toMiB(log)}; ${toMiB(free)} are free`;
  if (free < size) return { check: 'space', status: 'warning', detail: `${detail}: no room for another copy of it` };
  if (log > LONG_LOG) return { check: 'space', status: 'warning', detail: `${detail}: something keeps the log open` };
  return ok('space', detail);
}

const toMiB = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MiB`;
