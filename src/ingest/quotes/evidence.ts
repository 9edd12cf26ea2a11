/** Evidence of whose words direct speech is: what it is asked of, what it answers, and what all kinds of it ask. */
import type { TextLayout } from '../../domain/article.js';
import type { Spoken } from './antecedents.js';
import type { Cue } from './cues.js';
import type { Speaker } from './mention.js';

/** How an attribution was found; the confidence of each is what share of such quotes has the right speaker, roughly. */
export const confidences = {
  signature: 0.95,
  'cue-before': 0.95,
  'cue-after': 0.95,
  'cue-pronoun': 0.8,
  label: 0.9,
  continued: 0.75,
  'named-nearby': 0.6,
  unattributed: 0.3,
  reported: 0.85,
  'reported-pronoun': 0.7,
} as const;
export type Rule = keyof typeof confidences;

export interface Attribution {
  speaker: Speaker | null;
  verb: string | null;
  rule: Rule;
}

/** Direct speech in its line. */
export interface Utterance {
  /** The line, and where it stands in the text. */
  line: string;
  offset: number;
  /** Inside the marks, counted from the start of the line. */
  start: number;
  end: number;
  /** The words before and behind, up to other speech, and the cues in them. */
  before: string;
  after: string;
  cueBefore: Cue | null;
  cueAfter: Cue | null;
  /** Where the words behind begin in the line: marks that follow without a gap are passed over. */
  afterAt: number;
  /** The line before, when it ends with a colon. */
  opening: TextLayout['lines'][number] | null;
  /** Who spoke last before. */
  last: Spoken | null;
}

/** What can tell whose words an utterance is; null when it does not. */
export type Evidence = (utterance: Utterance) => Attribution | null;

/** The verb that stands by the marks, whoever its subject is. */
export function verbOf({ cueBefore, cueAfter }: Utterance): string | null {
  return cueBefore?.verb ?? cueAfter?.verb ?? null;
}

/** Whether somebody can have said the words: nobody calls himself by his name, unless he says who he is. */
export function canHaveSaid({ line, start, end }: Utterance): (name: string) => boolean {
  const words = line.slice(start, end);
  return (name) => !words.includes(name) || /我[是叫]/.test(words);
}

/** Whether the clause behind the words turns from who spoke them to another: `“…”李某也说，…`. */
export function turnsAway({ after, cueAfter, last, offset }: Utterance): boolean {
  return cueAfter !== null && last !== null && last.at >= offset && /^[也则却]/.test(after.slice(cueAfter.subjectEnd));
}
