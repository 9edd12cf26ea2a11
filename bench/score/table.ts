/** The measures as a table for the terminal. */
import type { Accuracy, Measures, Retrieval } from './measures.js';

const retrievalLabels: [keyof Measures['retrieval'], string, (keyof Measures['accuracy'])[]][] = [
  ['quoteExact', 'quote span, exact', []],
  ['quoteOverlap', 'quote span, overlap (IoU>=.5)', []],
  ['quoteOverlapAndSpeaker', 'quote overlap AND speaker', ['speaker', 'role', 'organization', 'testimonialRecall']],
  ['indirectOverlap', 'indirect span, overlap', ['indirectSpeaker']],
  ['statisticExact', 'statistic span, exact', []],
  ['statisticOverlap', 'statistic span, overlap', []],
  ['statisticOverlapAndValue', 'statistic overlap AND value', []],
  [
    'statisticOverlapValueMeasure',
    'statistic AND value AND measure',
    ['value', 'unit', 'qualifier', 'measure', 'asOf'],
  ],
];

const accuracyLabels: Record<keyof Measures['accuracy'], string> = {
  speaker: 'speaker | matched',
  role: 'role | matched',
  organization: 'organization | matched',
  testimonialRecall: 'testimonial recall',
  indirectSpeaker: 'speaker | matched',
  value: 'value | matched',
  unit: 'unit | matched',
  qualifier: 'qualifier | matched',
  measure: 'measure | matched',
  asOf: 'asOf | matched',
};

const width = 34;
const show = (number: number | null) => (number === null ? '-' : number.toFixed(3));

/** Renders the measures of one labelled set, one a line. */
export function renderTable(name: string, measures: Measures): string {
  const lines = [`${name}: ${measures.articles} articles`];
  for (const [key, label, details] of retrievalLabels) {
    lines.push(renderRetrieval(label, measures.retrieval[key]));
    for (const detail of details) lines.push(renderAccuracy(`  ${accuracyLabels[detail]}`, measures.accuracy[detail]));
  }
  lines.push(`${'  measure mean dice'.padEnd(width)} ${show(measures.measureMeanDice)}`);
  for (const [field, retrieval] of Object.entries(measures.metadata)) {
    lines.push(renderRetrieval(`metadata ${field}`, retrieval));
  }
  lines.push(`${'body bigram F1'.padEnd(width)} ${show(measures.bodyBigramF1)}`);
  return lines.join('\n');
}

function renderRetrieval(label: string, { precision, recall, f1, hits, found, labelled }: Retrieval): string {
  const rates = `P ${show(precision)}  R ${show(recall)}  F1 ${show(f1)}`;
  return `${label.padEnd(width)} ${rates}   (hits ${hits} / found ${found} / labelled ${labelled})`;
}

function renderAccuracy(label: string, { right, of, accuracy }: Accuracy): string {
  return `${label.padEnd(width)} ${show(accuracy)}   (${right}/${of})`;
}
