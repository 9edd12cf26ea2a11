/** What the text around words tells when no verb of saying does: who goes on, whom it is about, whom it presents. */
import { endsInDescription } from '../../domain/names.js';
import { createCodeSet, lastIndexIn } from '../../text/code-set.js';
import { skipCircumstances } from './cues.js';
import { type Attribution, canHaveSaid, type Evidence, turnsAway, type Utterance, verbOf } from './evidence.js';
import { describe, readMention, type Speaker } from './mention.js';
import type { People, Place } from './people.js';
import { CLAUSES, type References } from './reference.js';
import { JOINT } from './runs.js';

const sentenceEnds = createCodeSet('。！？；”');

/** How far apart two pieces of one speech can be, in characters: within a turn, at all, and when nobody else can have spoken. */
const TURN = 60;
const REACH = 300;
const ALONE = 1500;

/** Whom the reporter met: `记者联系到了店主李某`. */
const REPORTED = /(?:记者|笔者)[^，。]{0,30}?(?:联系|采访|见|找|遇)(?:上|到)?了?/;
/** Whose words somebody has heard: `听完医生的话，…`. */
const HEARD =
  /^[\s，,]*听(?:完|了|罢|到|着)?([^，。“”]{2,30}?)的?(?:一番话|一席话|话|介绍|讲述|回答|解释|提问|建议|承诺)(?:[，,]|后|之后|时)/;
/** Who has written what somebody got: `收到了某某寄来的信`. */
const WRITTEN = /^[^。“”]{0,40}?(?:收到|接到|读到|读着|打开|展开)了?([^，。“”]{2,20}?)(?:寄|写|发|送|传)来的/;
/** Whom somebody talked with before words that have no other owner: `和乡亲们聊起家常。“…”`. */
const TALKED_WITH =
  /(?:和|与|跟|同|向)([^，。“”]{1,10}(?:们|村民|居民|群众|农户|老人|游客|商户))[^，。“”]{0,8}(?:聊|谈|唠|拉家常|打听|询问|了解|交流)[^。“”]{0,20}。$/;
/** Whom somebody asks or calls: `X给Y打电话`. */
const CALLS = /(?:给|向|问|找到?|联系上?到?|致电|拨通|电话|采访到?)了?$/;
/** That a clause says where something was. */
const WHERE = /^[\s，。]*[在从][^，。]*$/;
/** Words about somebody else. */
const OF_ANOTHER = /^(?:[他她](?!们)|那[位名])/;
const RELATIVES = /父亲|母亲|爸|妈|妻子|丈夫|老伴|儿子|女儿|孩子|哥哥|弟弟|姐姐|妹妹|老师|同事|朋友|老人|学生/;

export class Surroundings {
  readonly #text: string;
  readonly #people: People;
  readonly #references: References;
  readonly inOrder: readonly Evidence[];

  constructor(text: string, people: People, references: References) {
    this.#text = text;
    this.#people = people;
    this.#references = references;
    this.inOrder = [
      (utterance) => this.#joinLast(utterance),
      (utterance) => this.#findPresented(utterance),
      (utterance) => this.#findAhead(utterance),
      (utterance) => this.#findBehind(utterance),
      (utterance) => this.#openParagraph(utterance),
      (utterance) => this.#findTalkedWith(utterance),
      (utterance) => this.#findCalled(utterance),
      (utterance) => this.#findDescribed(utterance),
      (utterance) => this.#findSubject(utterance),
      (utterance) => this.#goOn(utterance),
      (utterance) => this.#findNamed(utterance),
      (utterance) => this.#goOn(utterance, REACH),
      (utterance) => this.#findAround(utterance),
    ];
  }

  /** `“…”“…”`, `“…”、“…”`: one voice. */
  #joinLast(utterance: Utterance): Attribution | null {
    const { before, start, last } = utterance;
    const isJoined = JOINT.test(before) && start > 2 && last && !this.#isAnswered(utterance);
    return isJoined ? continued(last.speaker, utterance) : null;
  }

  /** `X说：“…”“…”Y站了起来。`: what was introduced before the first words is over, and another follows the next. */
  #isAnswered(utterance: Utterance): boolean {
    const { line, start, last } = utterance;
    const open = line.lastIndexOf('“', start - 2);
    const behind = open > 0 && line.charAt(open - 1) === '：' ? this.#readBehind(utterance) : null;
    return behind?.named === true && behind.speaker.isPerson && behind.speaker.name !== last?.speaker.name;
  }

  /** `来的是系主任某某。“…”`: who was named in the last word before. */
  #findPresented(utterance: Utterance): Attribution | null {
    const { line, start } = utterance;
    const here = placeOf(utterance);
    const presented = this.#people.lastNamedBefore(here, here - 12);
    const before = line.slice(0, start - 1);
    if (!presented || !before.endsWith(`${presented.name}。`)) return null;
    // `采访了冉某、青石学校的栾校长。`: none of several.
    const sentence = before.slice(lastIndexIn(sentenceEnds, before, before.length - 2) + 1);
    const others = this.#people.placesIn(here - sentence.length, here - 1 - presented.name.length);
    return others.length > 0 && sentence.includes('、') ? null : nearby(presented, utterance);
  }

  /** Who a sentence begins with that runs into the words: `网友听了炸锅，“…”`. */
  #findAhead(utterance: Utterance): Attribution | null {
    const { before, offset, start } = utterance;
    if (!/[，,：:]\s*$/.test(before) || isOfAnother(utterance)) return null;
    const sentence = /[^。！？；!?;”」]*$/.exec(before)?.[0] ?? '';
    const ahead = this.#references.readAhead(
      sentence.trimEnd().slice(0, -1),
      offset + start - 2,
      spokeHere(utterance) ? 1 : CLAUSES,
    );
    return ahead && canHaveSaid(utterance)(ahead.name) ? nearby(ahead, utterance) : null;
  }

  /** Who the sentence right behind the words begins with; one without a name only where nobody in this paragraph has spoken. */
  #findBehind(utterance: Utterance): Attribution | null {
    if (turnsAway(utterance)) return null;
    const behind = this.#readBehind(utterance);
    return behind && (behind.named || !spokeHere(utterance)) ? nearby(behind.speaker, utterance) : null;
  }

  #readBehind({ line, offset, afterAt }: Utterance): { speaker: Speaker; named: boolean } | null {
    const end = afterAt - 1;
    const behind = line.slice(end + 1, end + 61);
    const heard = HEARD.exec(behind)?.[1] ?? (behind.includes('来的') ? WRITTEN.exec(behind)?.[1] : undefined);
    if (heard !== undefined) return { speaker: this.#readHeard(heard, line, offset, end), named: true };
    // `在栾某家，冉某…`: not whose place it is.
    const place = this.#people
      .placesIn(offset + end, offset + Math.min(end + 60, line.length))
      .find(({ at }) => !WHERE.test(this.#text.slice(offset + end + 1, at)));
    const next = place && this.#people.find(place.name);
    const lead = place && this.#text.slice(offset + end + 1, place.at);
    // By name, or with what he is before it.
    if (next && lead !== undefined && /^[。，！？、\s]*(?:但|而|不过)?$/.test(lead))
      return { speaker: next, named: true };
    if (
      next &&
      lead !== undefined &&
      place.isSubject &&
      /^\s*(?:[在从][^，。“”]{2,30}，)?[\u4e00-\u9fff、]+$/.test(lead) &&
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
      speaker = named ?? this.#references.readOpening(clause, at)?.speaker ?? this.#references.readStranger(clause);
      return speaker !== null;
    });
    // `身高一米八的|栾某某是…`: what is said of somebody first.
    const attribute = /^[^，。“”：\s]{2,16}的(?=[^，。“”]{4})/.exec(line.slice(end + 1, end + 24))?.[0].length ?? 0;
    const begins = end + 1 + attribute;
    speaker ??= this.#references.readStranger(line.slice(begins, begins + 8));
    // `发信人是|店主某某`: who it is that was described.
    if (speaker && next && lead?.startsWith(`${(speaker as Speaker).name}是`)) return { speaker: next, named: true };
    // `一位店主|…`: somebody new.
    return speaker
      ? { speaker, named: met || (speaker as Speaker).isPerson || this.#isNew(speaker, offset + end) }
      : null;
  }

  /** Whether a description is of somebody who was not spoken of before `at`. */
  #isNew({ name }: Speaker, at: number): boolean {
    return (
      /[一有][名位]/.test(name) ||
      (name.length > 4 && !/^[他她]/.test(name) && this.#text.lastIndexOf(name, at - 1) < 0)
    );
  }

  #readHeard(heard: string, line: string, offset: number, end: number): Speaker {
    const at = offset + line.indexOf(heard, end) + heard.length;
    return this.#references.resolve(heard, at)?.speaker ?? describe(heard);
  }

  /** A paragraph that opens with speech goes on with that of the paragraph before. */
  #openParagraph(utterance: Utterance): Attribution | null {
    const { start, last } = utterance;
    const goesOn = start <= 2 && last !== null && placeOf(utterance) - last.at < TURN;
    return goesOn && canHaveSaid(utterance)(last.speaker.name) ? continued(last.speaker, utterance) : null;
  }

  #findTalkedWith(utterance: Utterance): Attribution | null {
    const { line, start } = utterance;
    const talked = TALKED_WITH.exec(line.slice(Math.max(0, start - 61), start - 1))?.[1];
    return talked === undefined ? null : nearby(describe(talked), utterance);
  }

  /** `X给Y打电话，“他当时很急”`: who speaks of X is another. */
  #findCalled(utterance: Utterance): Attribution | null {
    if (!isOfAnother(utterance)) return null;
    const here = placeOf(utterance);
    const called = this.#people.lastPlaceBefore(
      here,
      Math.max(utterance.offset, here - TURN),
      ({ at, isSubject }) => !isSubject && CALLS.test(this.#text.slice(Math.max(0, at - 4), at)),
    );
    const speaker = called && this.#people.find(called.name);
    return speaker && nearby(speaker, utterance);
  }

  /** Who is described at the head of the sentence right before, which names nobody: `大队负责人放了录像。“看。”`. */
  #findDescribed(utterance: Utterance): Attribution | null {
    const { line, offset, start } = utterance;
    const before = line.slice(0, start - 1).trimEnd();
    if (!before.endsWith('。') || isOfAnother(utterance)) return null;
    const from = lastIndexIn(sentenceEnds, before, before.length - 1) + 1;
    const to = before.length - 1;
    // `“…”方面更严重。`: what goes on behind a term.
    if (before.charAt(from - 1) === '”') return null;
    if (this.#people.placesIn(offset + from, offset + to).length > 0) return null;
    const speaker = this.#references.readAhead(before.slice(from, to), offset + to, 1);
    return speaker && canHaveSaid(utterance)(speaker.name) ? nearby(speaker, utterance) : null;
  }

  /** Whom the sentences before, since somebody spoke last, are about. */
  #findSubject(utterance: Utterance): Attribution | null {
    const { offset, last } = utterance;
    const here = placeOf(utterance);
    const canSay = canHaveSaid(utterance);
    const spoke = spokeHere(utterance);
    const subject = this.#people.lastPlaceBefore(
      here,
      Math.max(offset, spoke?.at ?? 0),
      (place) => place.isSubject && canSay(place.name),
    );
    const speaker = subject && this.#people.find(subject.name);
    if (!speaker) return null;
    if (speaker.name === spoke?.speaker.name) return continued(speaker, utterance);
    // `X站了起来。“他一直这样。”`: another speaks of X, when somebody else has spoken.
    const isMeant = isOfAnother(utterance) && this.#isAlone(subject, here);
    if (isMeant && last && last.speaker.name !== speaker.name && here - last.at < ALONE)
      return continued(last.speaker, utterance);
    return nearby(speaker, utterance);
  }

  /** Whether nobody else is named or spoken of between a place and the words. */
  #isAlone(place: Place, here: number): boolean {
    const others = this.#people.placesIn(place.end, here).some(({ name }) => name !== place.name);
    return !others && !RELATIVES.test(this.#text.slice(place.end, here));
  }

  /** Who spoke last, in this paragraph or at most `reach` characters before. */
  #goOn(utterance: Utterance, reach?: number): Attribution | null {
    const { last } = utterance;
    const near = reach === undefined ? spokeHere(utterance) !== null : last && placeOf(utterance) - last.at < reach;
    return near && last && canHaveSaid(utterance)(last.speaker.name) ? continued(last.speaker, utterance) : null;
  }

  /** Whoever is named before in the paragraph, else in the sentence behind. */
  #findNamed(utterance: Utterance): Attribution | null {
    const { line, offset, end } = utterance;
    const canSay = canHaveSaid(utterance);
    const before = this.#people.lastPlaceBefore(placeOf(utterance), offset, ({ name }) => canSay(name));
    const sentence = end + 1 + (/^[^。！？]{0,60}/.exec(line.slice(end + 1, end + 62))?.[0].length ?? 0);
    const speaker = before
      ? this.#people.find(before.name)
      : this.#people.firstNamedIn(offset + end, offset + sentence);
    return speaker && nearby(speaker, utterance);
  }

  /** Words alone in their paragraph may be explained by the one before or the next. */
  #findAround(utterance: Utterance): Attribution | null {
    const { offset, end } = utterance;
    const here = placeOf(utterance);
    const speaker =
      this.#people.lastNamedBefore(here, here - REACH) ?? this.#people.firstNamedIn(offset + end, offset + end + 40);
    return speaker && nearby(speaker, utterance);
  }
}

/** Where the opening mark stands in the text. */
function placeOf({ offset, start }: Utterance): number {
  return offset + start - 1;
}

/** Who spoke last, when that was in this paragraph and can have said this, too. */
function spokeHere(utterance: Utterance): Utterance['last'] {
  const { last, offset } = utterance;
  return last !== null && last.at >= offset && canHaveSaid(utterance)(last.speaker.name) ? last : null;
}

function isOfAnother({ line, start }: Utterance): boolean {
  return OF_ANOTHER.test(line.slice(start, start + 2));
}

function nearby(speaker: Speaker, utterance: Utterance): Attribution {
  return { speaker, verb: verbOf(utterance), rule: 'named-nearby' };
}

function continued(speaker: Speaker, utterance: Utterance): Attribution {
  return { speaker, verb: verbOf(utterance), rule: 'continued' };
}
