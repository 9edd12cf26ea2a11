/**
 * A prepared write as bytes: so it goes from the thread that read its page to the one that writes. An object of as many parts
 * would be taken apart and built again on the way, and outlive young objects in both threads, which costs more than storing it.
 */
import type { Packing, Publishable } from '../../writing.js';
import { searchColumns } from '../search/search-index.js';
import { type PreparedArticle, type PreparedWrite, prepareWrite, restoreWrite, type WriteHead } from './prepare.js';

/** How writes are packed for archives of this kind. */
export const packing: Packing = {
  pack: (write) => packWrite(prepareWrite(write)),
  unpack: (packed) => restoreWrite(unpackWrite(packed)),
};

/** What is told as JSON, in front of texts and tokens. */
interface Told {
  head: WriteHead;
  terms: PreparedArticle['terms'];
  quotes: ToldRows<'quotes'>;
  statistics: ToldRows<'statistics'>;
}

interface ToldRows<List extends 'quotes' | 'statistics'> {
  columns: PreparedArticle[List]['columns'];
  /** Of the rows that are searched. */
  own: PreparedArticle['search'][List][number]['own'][];
}

const lists = ['quotes', 'statistics'] as const;
const countColumns = (list: keyof typeof searchColumns) => Object.keys(searchColumns[list]).length;

/** What is told of a write, and what is prepared of it: by now, or else when it is asked for. */
export function openWrite(given: Publishable): { head: WriteHead; prepare: () => PreparedWrite } {
  if (!(given instanceof Uint8Array)) return { head: given, prepare: () => prepareWrite(given) };
  const prepared = unpackWrite(given);
  return { head: prepared.head, prepare: () => prepared };
}

function packWrite({ head, article, original }: PreparedWrite): Uint8Array {
  const { search, terms } = article;
  const tell = <List extends 'quotes' | 'statistics'>(list: List): ToldRows<List> => ({
    columns: article[list].columns,
    own: search[list].map(({ own }) => own),
  });
  const told: Told = { head, terms, quotes: tell('quotes'), statistics: tell('statistics') };
  const { characters, impacts } = search;
  const parts = [original, article.content, article.titleTokens, ...search.article, characters, impacts];
  for (const list of lists) {
    parts.push(...article[list].documents);
    for (const { columns } of search[list]) parts.push(...columns);
  }
  return join([Buffer.from(JSON.stringify(told)), ...parts]);
}

/** The prepared write of which these are the bytes; its texts are parts of them. */
function unpackWrite(packed: Uint8Array): PreparedWrite {
  const next = read(packed);
  const take = (count: number) => Array.from({ length: count }, next);
  const { head, terms, ...rows } = JSON.parse(next().toString()) as Told;
  const [original, content, titleTokens] = [next(), next(), next()];
  const texts = take(countColumns('articles'));
  const [characters, impacts] = [next(), next()];
  const takeRows = <List extends 'quotes' | 'statistics'>(list: List, { columns, own }: ToldRows<List>) => {
    const documents = take(columns.length);
    const searched = own.map((one) => ({ columns: take(countColumns(list)), own: one }));
    return { rows: { columns, documents }, searched };
  };
  const quotes = takeRows('quotes', rows.quotes);
  const statistics = takeRows('statistics', rows.statistics);
  const search = { article: texts, characters, impacts, quotes: quotes.searched, statistics: statistics.searched };
  const article = { content, quotes: quotes.rows, statistics: statistics.rows, terms, search, titleTokens };
  return { head, article, original };
}

/** The parts one after the other, each behind its length, in memory of their own: that is handed over and not copied. */
function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(parts.reduce((sum, { length }) => sum + 4 + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.writeUInt32LE(part.length, at);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytes;
}

/** Gives one part after the other. */
function read(packed: Uint8Array): () => Buffer {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.length);
  let at = 0;
  return () => {
    const start = at + 4;
    at = start + bytes.readUInt32LE(at);
    return bytes.subarray(start, at);
  };
}
