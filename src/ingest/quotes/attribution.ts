/** Whose words direct speech is: the candidates around it, best first. */
import type { TextLayout } from '../../domain/article.js';
import { endsInDescription } from '../../domain/names.js';
import { type Cue, readCueBefore, skipCircumstances } from './cues.js';
import { readMention, type Speaker } from './mention.js';
import type { People, Place } from './people.js';
import { describe, type References, type Resolution, type Spoken } from './reference.js';
import { JOINT } from './runs.js';

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

/** How far apart two pieces of one speech can be, in characters: within a paragraph's turn, and at all. */
const TURN = 60;
const REACH = 300;

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
}

/** Whom the reporter met: `记者联系到了店主李某`. */
const REPORTED = /(?:记者|笔者)[^，。]{0,8}(?:联系|采访|见|找|遇)(?:上|到)?了?/;
/** Whom somebody talked with before words that have no other owner: `和乡亲们聊起家常。“…”`. */
const TALKED_WITH =
  /(?:和|与|跟|同|向)([^，。“”]{1,10}(?:们|村民|居民|群众|农户|老人|游客|商户))[^，。“”]{0,8}(?:聊|谈|唠|拉家常|打听|询问|了解|交流)[^。“”]{0,20}。$/;

export class Attributions {
  readonly #text: string;
  readonly #people: People;
  readonly #references: References;

  constructor(text: string, people: People, references: References) {
    this.#text = text;
    this.#people = people;
    this.#references = references;
  }

  /** Whose the words are; `last` is who spoke before them. */
  attribute(utterance: Utterance, last: Spoken | null): Attribution {
    return this.#readCues(utterance, last) ?? this.#guess(utterance, last);
  }

  #readCues(utterance: Utterance, last: Spoken | null): Attribution | null {
    const { line, offset, start, before, after, cueBefore, cueAfter, afterAt, opening } = utterance;
    const beforeAt = offset + start - 1 - before.length;
    if (cueBefore?.adjacent) {
      const resolution = this.#resolve(cueBefore, beforeAt);
      if (resolution) return attributed(resolution, cueBefore.verb, 'cue-before');
    }
    if (cueAfter && !turnsTo(after, cueAfter, last !== null && last.at >= offset)) {
      const resolution = this.#resolve(cueAfter, offset + afterAt, offset + start - 1);
      if (resolution && isNear(cueAfter.subject, resolution)) return attributed(resolution, cueAfter.verb, 'cue-after');
    }
    if (opening && line.slice(0, start - 1).trim() === '') {
      const introduction = this.#text.slice(Math.max(opening.start, opening.end - 80), opening.end);
      const cue = readCueBefore(introduction);
      const resolution = cue && this.#resolve(cue, opening.end - introduction.length);
      if (resolution) return attributed(resolution, cue.verb, 'cue-before');
    }
    if (cueBefore && !cueBefore.adjacent) {
      const resolution = this.#resolve(cueBefore, beforeAt);
      if (resolution) return attributed(resolution, cueBefore.verb, 'cue-before');
    }
    return null;
  }

  #resolve(cue: Cue, base: number, anchor?: number): Resolution | null {
    if (cue.subject === '') return this.#references.goOn(anchor ?? base);
    const end = base + cue.subjectEnd;
    // `某某认为，声音不少，直言：“`: a clause that ended before the verb has its own verb.
    const printed = /[，,]/.test(this.#text.charAt(end)) ? 'opening' : 'whole';
    return this.#references.resolve(cue.subject, end, printed, anchor);
  }

  /** Whose words they are when nothing next to them says so. */
  #guess(utterance: Utterance, last: Spoken | null): Attribution {
    const { line, offset, start, end, after, cueBefore, cueAfter } = utterance;
    const verb = cueBefore?.verb ?? cueAfter?.verb ?? null;
    const people = this.#people;
    const here = offset + start - 1;
    // Nobody calls himself by his name: `“李某走了。”` is another's.
    const words = line.slice(start, end);
    const isOther = (name: string) => !words.includes(name) || /我[是叫]/.test(words);
    const spoke = last !== null && isOther(last.speaker.name) ? last : null;
    const nearby = (speaker: Speaker): Attribution => ({ speaker, verb, rule: 'named-nearby' });
    const continued = (speaker: Speaker): Attribution => ({ speaker, verb, rule: 'continued' });

    // `“…”“…”`, `“…”、“…”`: one voice.
    if (JOINT.test(utterance.before) && start > 2 && last) return continued(last.speaker);
    // `来的是系主任某某。“…”`: who was named in the last word before.
    const presented = people.lastNamedBefore(here, here - 12);
    if (presented && line.slice(0, start - 1).endsWith(`${presented.name}。`)) return nearby(presented);
    const turned = cueAfter !== null && turnsTo(after, cueAfter, spoke !== null && spoke.at >= offset);
    const behind = turned ? null : this.#findBehind(line, offset, end);
    const lastHere = spoke !== null && spoke.at >= offset ? spoke : null;
    if (behind && (behind.named || !lastHere)) return nearby(behind.speaker);
    // A paragraph that opens with speech goes on with that of the paragraph before.
    if (start <= 2 && spoke && here - spoke.at < TURN) return continued(spoke.speaker);
    const talked = TALKED_WITH.exec(line.slice(Math.max(0, start - 61), start - 1))?.[1];
    if (talked !== undefined) return nearby(describe(talked));
    // `X给Y打电话，“他当时很急”`: who speaks of X is another.
    if (/^[他她](?!们)/.test(line.slice(start, start + 2))) {
      const other = people.lastPlaceBefore(here, Math.max(offset, here - TURN), ({ isSubject }) => !isSubject);
      const speaker = other && people.find(other.name);
      if (speaker) return nearby(speaker);
    }
    const isSubject = (place: Place) => place.isSubject && isOther(place.name);
    const subject = people.lastPlaceBefore(here, Math.max(offset, lastHere?.at ?? 0), isSubject);
    const about = subject && people.find(subject.name);
    if (about) return about.name === lastHere?.speaker.name ? continued(about) : nearby(about);
    if (lastHere) return continued(lastHere.speaker);
    const before = people.lastPlaceBefore(here, offset, ({ name }) => isOther(name));
    const named = before && people.find(before.name);
    if (named) return nearby(named);
    const sentence = end + 1 + (/^[^。！？]{0,60}/.exec(line.slice(end + 1, end + 62))?.[0].length ?? 0);
    const later = people.firstNamedIn(offset + end, offset + sentence);
    if (later) return nearby(later);
    if (spoke && here - spoke.at < REACH) return continued(spoke.speaker);
    // Words alone in their paragraph may be explained by the next.
    const around = people.lastNamedBefore(here, here - REACH) ?? people.firstNamedIn(offset + end, offset + end + 40);
    return around ? nearby(around) : { speaker: null, verb, rule: 'unattributed' };
  }

  /** Who the sentence right behind the words begins with. */
  #findBehind(line: string, offset: number, end: number): { speaker: Speaker; named: boolean } | null {
    const place = this.#people.placesIn(offset + end, offset + Math.min(end + 40, line.length))[0];
    const next = place && this.#people.find(place.name);
    const lead = place && this.#text.slice(offset + end + 1, place.at);
    // By name, or with what he is before it.
    if (next && lead !== undefined && /^[。，！？、\s]*(?:但|而|不过)?$/.test(lead))
      return { speaker: next, named: true };
    if (
      next &&
      lead !== undefined &&
      place.isSubject &&
      /^\s*[\u4e00-\u9fff、]+$/.test(lead) &&
      endsInDescription(lead)
    )
      return { speaker: next, named: true };
    let speaker: Speaker | null = null;
    let met = false;
    skipCircumstances(line.slice(end + 1, end + 81), (clause) => {
      const at = offset + line.indexOf(clause, end + 1) + clause.length;
      const meeting = REPORTED.exec(clause);
      met = meeting !== null;
      const named = meeting && readMention(clause.slice(meeting.index + meeting[0].length));
      speaker = named ?? this.#references.readOpening(clause, at)?.speaker ?? null;
      return speaker !== null;
    });
    // `一位店主|…`: somebody new.
    return speaker ? { speaker, named: met || /[一有][名位]/.test((speaker as Speaker).name) } : null;
  }
}

function attributed({ speaker, named }: Resolution, verb: string | null, rule: Rule): Attribution {
  return { speaker, verb, rule: named ? rule : 'cue-pronoun' };
}

/** Whether a subject says little more than who it is: `被法院以介绍…` has a name far before its verb. */
function isNear(subject: string, { speaker, named }: Resolution): boolean {
  const at = subject.lastIndexOf(speaker.name);
  return !named || at < 0 || subject.length - (at + speaker.name.length) <= 10;
}

/** Whether the clause behind the words turns from who spoke them to another: `“…”李某也说，…`. */
function turnsTo(after: string, { subjectEnd }: Cue, goesOn: boolean): boolean {
  return goesOn && /^[也则却]/.test(after.slice(subjectEnd));
}
