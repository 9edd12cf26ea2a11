/** Floors: what the extraction has once reached on the project's own labelled set, and must not fall below. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Measures } from './measures.js';

/** Measures by name: shares from 0 to 1, and counts. */
export type Scores = Record<string, number>;

/**
 * Every measure as one number by name; 0 where nothing was measured. Fields of matched items count what is right, not its
 * share: one more item found, with one field wrong, is no step back.
 */
export function listScores(measures: Measures): Scores {
  const scores: Scores = {};
  for (const [name, { f1 }] of Object.entries(measures.retrieval)) scores[`${name}.f1`] = f1;
  for (const [name, { right }] of Object.entries(measures.accuracy)) scores[`${name}.right`] = right;
  for (const [name, { f1 }] of Object.entries(measures.metadata)) scores[`metadata.${name}.f1`] = f1;
  scores.bodyBigramF1 = measures.bodyBigramF1 ?? 0;
  return scores;
}

/** Reads the floors of a labelled set. */
export function readFloors(folder: string): Scores {
  return JSON.parse(readFileSync(`${folder}/floors.json`, 'utf8'));
}

/** Raises the floors of a labelled set to what was reached, cut to three digits. A floor never goes down. */
export function raiseFloors(folder: string, reached: Scores): void {
  const floors = readFloors(folder);
  const raised = Object.entries(reached).map(([name, score]) => {
    return [name, Math.max(floors[name] ?? 0, Math.floor(score * 1000) / 1000)];
  });
  writeFileSync(`${folder}/floors.json`, `${JSON.stringify(Object.fromEntries(raised), null, 2)}\n`);
}
