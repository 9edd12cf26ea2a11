/** Whose words direct speech is: of all that tells it, what tells it best. */
import { CueEvidence } from './cue-evidence.js';
import { type Attribution, type Evidence, type Utterance, verbOf } from './evidence.js';
import type { People } from './people.js';
import type { References } from './reference.js';
import { Surroundings } from './surroundings.js';

export class Attributions {
  /** All evidence, the best first: what is said next to the marks, then what stands around them. */
  readonly #evidence: readonly Evidence[];

  constructor(text: string, people: People, references: References) {
    this.#evidence = [
      ...new CueEvidence(text, references).inOrder,
      ...new Surroundings(text, people, references).inOrder,
    ];
  }

  /** Whose the words are. */
  attribute(utterance: Utterance): Attribution {
    for (const tells of this.#evidence) {
      const attribution = tells(utterance);
      if (attribution) return attribution;
    }
    return { speaker: null, verb: verbOf(utterance), rule: 'unattributed' };
  }
}
