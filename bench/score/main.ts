/**
 * Scores the extraction on labelled articles: on the project's own set, and on a folder given as argument or in
 * BAOKU_LABELLED_SET. Labels are read here only, never by the extraction.
 */
import { parseArgs } from 'node:util';
import { compareArticle } from './compare.js';
import { renderErrors } from './errors.js';
import { findIn } from './findings.js';
import { listScores, raiseFloors } from './floors.js';
import { readLabelledSet } from './labels.js';
import { type Measures, measure } from './measures.js';
import { renderTable } from './table.js';

const usage =
  'usage: npm run score -- [folder with index.json, plain/, labels/] [--errors] [--ids a,b] [--json] [--raise-floors]';
const ownSet = new URL('../../test/golden/', import.meta.url).pathname;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: 'boolean', default: false },
    ids: { type: 'string' },
    json: { type: 'boolean', default: false },
    'raise-floors': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

// A part of the set says nothing about the floors of the whole.
if (values.help || positionals.length > 1 || (values['raise-floors'] && values.ids !== undefined)) {
  console.error(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  const otherSet = positionals[0] ?? process.env.BAOKU_LABELLED_SET;
  const own = scoreSet('own labelled set', ownSet);
  if (values['raise-floors']) raiseFloors(ownSet, listScores(own));
  if (otherSet) scoreSet(otherSet, otherSet);
}

function scoreSet(name: string, folder: string): Measures {
  const ids = values.ids?.split(',');
  const labelled = readLabelledSet(folder).filter(({ id }) => ids?.includes(id) ?? true);
  const comparisons = labelled.map((article) => compareArticle(article, findIn(article)));
  const measures = measure(comparisons);
  console.log(values.json ? JSON.stringify({ name, ...measures }) : renderTable(name, measures));
  if (values.errors) console.log(comparisons.map(renderErrors).filter(Boolean).join('\n'));
  console.log();
  return measures;
}
