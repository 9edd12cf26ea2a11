/** The development split of a search benchmark: a folder of sets, each with documents, and queries with what answers them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Converter } from 'opencc-js';

export interface SetDocument {
  id: string;
  title: string;
  body: string;
  date?: string;
}
export interface SetQuery {
  id: string;
  text: string;
  relevant: ReadonlySet<string>;
}
export interface SearchSet {
  name: string;
  documents: SetDocument[];
  queries: SetQuery[];
}
/** A query for what holds a text, of a category. */
export interface Probe extends SetQuery {
  category: string;
}

/** Sets whose queries are headlines: what they stand above is looked for, so they are not indexed. */
const untitled = new Set(['crud-news', 'xwlb-title', 'chinanews-title']);
/** Sets, and the same with their queries in the other script. */
const variants: [name: string, folder: string, script: 'hans' | 'hant' | null][] = [
  ['cmrc2018', 'cmrc2018', null],
  ['– traditional queries', 'cmrc2018', 'hant'],
  ['drcd-hant', 'drcd-hant', null],
  ['– simplified queries', 'drcd-hant', 'hans'],
  ['dureader-demo', 'dureader-demo', null],
  ['crud-news', 'crud-news', null],
  ['xwlb-title', 'xwlb-title', null],
  ['chinanews-title', 'chinanews-title', null],
];

const readLines = <T>(...path: string[]): T[] =>
  gunzipSync(readFileSync(join(...path)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

const convert = {
  hans: Converter({ from: 'tw', to: 'cn' }),
  hant: Converter({ from: 'cn', to: 'tw' }),
};

/** The sets of a folder. */
export function readSets(root: string): SearchSet[] {
  return variants.map(([name, folder, script]) => {
    type Query = { id: string; text: string; rel: Record<string, number> };
    const documents = readLines<SetDocument>(root, folder, 'docs.jsonl.gz').map((document) =>
      untitled.has(folder) ? { ...document, title: '' } : document,
    );
    const queries = readLines<Query>(root, folder, 'queries.jsonl.gz').map(({ id, text, rel }) => ({
      id,
      text: script === null ? text : convert[script](text),
      relevant: new Set(Object.keys(rel)),
    }));
    return { name, documents, queries };
  });
}

/** The probes of a folder with the documents they look in. */
export function readProbes(root: string): { documents: SetDocument[]; probes: Probe[] } {
  const documents = ['xwlb-title', 'chinanews-title'].flatMap((set) =>
    readLines<SetDocument>(root, set, 'docs.jsonl.gz'),
  );
  type Line = { id: string; cat: string; text: string; rel: string[] };
  const probes = readLines<Line>(root, 'probes', 'queries.jsonl.gz').map(({ id, cat, text, rel }) => ({
    id,
    text,
    category: cat,
    relevant: new Set(rel),
  }));
  return { documents, probes };
}
