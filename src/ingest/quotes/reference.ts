/** Whom the words before a verb of saying mean: somebody by name, by title, by a pronoun, or by a description. */
import { endsInDescription } from '../../domain/names.js';
import { createCodeSet, lastIndexIn } from '../../text/code-set.js';
import { beginsWithVerb } from '../../text/words.js';
import { Antecedents, type Spoken } from './antecedents.js';
import { writers } from './lexicon.js';
import { describe, readMention, type Speaker } from './mention.js';
import { endOfOpening, isOne, readUnknown } from './openings.js';
import type { People, Place } from './people.js';
import { isNominal, readPrinted } from './printed-subject.js';
import { describeRelative, readRelation, readRelative } from './relations.js';
import { readNameAtStart } from './repeated.js';

/** What parts the clauses of a subject. */
const breaks = createCodeSet('，,—');
/** What only joins a clause to the one before. */
const CONNECTIVE =
  /^(?:[^\p{L}\p{N}“”「」《》@（）()…]|难道|难怪|正如|真如|诚如|就像|而且|因为|所以|因此|可是|但是|但(?!丁|愿)|然而|只是|于是|不过|随后|此后|对此|并且?(?=[\u4e00-\u9fff]{3})|待到|让|令|使得?|[引惹]得|遭到|碰到|碰见)+(?=..)/u;
/** How many clauses back the subject of a verb is looked for. */
export const CLAUSES = 4;

export interface Resolution {
  speaker: Speaker;
  /** Whether the words named the speaker, or only pointed at somebody named before. */
  named: boolean;
}

/** How a subject is read. */
export interface Reading {
  /** Whether a noun phrase, the whole subject or what it opens with, that is known neither as a name nor as a description is taken as it is printed. */
  printed?: 'whole' | 'opening';
  /** A pronoun means somebody before this place: behind speech, not those who are named in it. */
  anchor?: number;
  /** Whom a pronoun can mean. */
  canBe?: (name: string) => boolean;
}

const TITLED =
  /([\u4e00-\u9fff])(?:先生|女士|小姐|主任|书记|局长|院长|校长|教授|经理|总|老|大爷|大妈|大姐|老师|医生|师傅|镇长|县长|市长|区长|团长|队长|老人|老汉|奶奶|爷爷|律师|主席|总统|部长|会长|官|指导|教练|老板|博士|院士|[处科厅所站行园村社乡组店厂连排营司舰船机道台州署]长|支书|班长|监|法官|警官|阿姨|大叔|大婶|大伯|某某?)$/;
/** Behind a name: that its bearer's words are meant. */
const WORDS = /^的(?:[一这](?:句|番|席))?(?:话|回答|答案|讲述|介绍|观点|感受|想法)/;
const PRONOUN =
  /^(?:但是?|而|不过|随后|同时|对此|为此|最后|接着|后来|于是|因此|所以|当时|其实|虽然|[^，他她]{1,12}的(?=[他她]$))*([他她])(?![们的])/;
const PLURAL = /^(?:但|而|不过)*(?:他们|她们|[两二三]人)$/;
const HIMSELF = /^(?:本人|自己|其本人|其)$/;
/** What somebody says something in: `声明`, `倡议书中`. */
const DOCUMENT =
  /^(?:并?在)?(?:该|这[份封条篇则])?((?:致歉|道歉|联合)?声明|公告|通报|[帖贴]文|微博|公开信|倡议书|致歉信|道歉信|回信|遗书|复函)[中里上]?(?:同时|最后|着重)?$/;
/** Descriptions that point back: `该负责人`, `这位老人`, `上述人士`. */
const POINTING = /^(?:该|(?:上述|前述)?[这那][位名个]|上述|前述|此)((?:(?![一两几][位名个])[^，。]){2,12})$/;
const QUANTIFIED = /^(?:[一两几多各每另某有]|不少|许多|很多|众多|部分|其他|还有)|们$/;
/** Somebody new, whatever names are in what he is told by: `一位和冉某同村的老师`. */
const COUNTED = /^据?(?:一旁|旁边|身旁|现场)?的?(?:(?:另有?|还有|又|有)?[一两几][位名个对群家帮]|有[位名])/;
/** What a clause begins with that only goes on with what somebody does: to whom or with whom is said in it. */
const OBJECTS = /^(?:[将把](?!.*[弄搞吓惹乐急])|[来走赶回]到|走进|递给|送给|交给|拉着|握着)/;
/** An account, by its name in marks, and what it does with words: `“青石发布”发布消息`. */
const ACCOUNT =
  /^(?:[^，。“”「」]{0,12}(?:微博|微信|公众号|账号|平台)[“「]@?([^“”「」@，。：]{2,16})[”」].*$|[“「]@?([^“”「」@，。：]{2,16})[”」](?:官方)?(?:微博|微信|公众号|账号|号)?(?:今天|昨天|随后|也|再次)?(?:发布(?:消息|通报|声明|公告)?|发文|发帖|消息)?$)/;
const anybody = (_name: string) => true;

export class References {
  readonly #people: People;
  readonly #antecedents: Antecedents;

  constructor(text: string, people: People) {
    this.#people = people;
    this.#antecedents = new Antecedents(text, people);
  }

  /** Takes note of who has spoken: pronouns behind that mean them. */
  note(spoken: Spoken): void {
    this.#antecedents.note(spoken);
  }

  /** Whom a subject that ends at `at` in the text means; null when it names nobody. */
  resolve(subject: string, at: number, { printed, anchor = at, canBe = anybody }: Reading = {}): Resolution | null {
    const first = Math.max(subject.lastIndexOf('：'), subject.lastIndexOf(':')) + 1;
    let end = subject.length;
    let asPrinted: Resolution | null = null;
    for (let n = 0; n < CLAUSES && end > first; n += 1) {
      const start = lastIndexIn(breaks, subject, end, first) + 1;
      const clause = subject.slice(start, end).trim().replace(CONNECTIVE, '');
      const found = clause === '' ? null : this.#resolveClause(clause, at - (subject.length - end), anchor, canBe);
      if (found) return found;
      if (printed && clause !== '') asPrinted ??= named(this.#readAsPrinted(clause, n === 0 ? printed : 'opening'));
      if (n === 0 && asPrinted && isNominal(asPrinted.speaker.name)) return asPrinted;
      end = start - 1;
    }
    return asPrinted;
  }

  /** Who goes on speaking at `at` when a verb has no subject. */
  goOn(at: number, canBe = anybody): Resolution | null {
    return pointed(this.#antecedents.goOn(at, canBe));
  }

  #resolveClause(clause: string, at: number, anchor: number, canBe: (name: string) => boolean): Resolution | null {
    const from = at - clause.length;
    if (/^(?:而)?[后後]者/.test(clause)) return pointed(this.#antecedents.findLatter(from));
    const relative = readRelative(clause);
    if (relative !== null && readMention(clause)?.isPerson !== true)
      return named({ ...describe(relative), role: relative.replace(/^[他她](?:曾经)?的?/, '') });
    const group = PLURAL.test(clause) ? this.#antecedents.findGroup(from) : null;
    if (group) return pointed(group);
    const [, introduced, alone] = ACCOUNT.exec(clause) ?? [];
    const account = introduced ?? alone;
    if (account !== undefined) return named(describe(account));
    const pronoun = PRONOUN.exec(clause)?.[1];
    if (pronoun !== undefined || HIMSELF.test(clause))
      return pointed(this.#antecedents.find(Math.min(from, anchor), pronoun ?? '', canBe));
    const document = DOCUMENT.exec(clause)?.[1];
    const author = document === undefined ? null : this.#antecedents.findAuthor(document, from);
    if (author) return pointed(author);
    return (
      (COUNTED.test(clause) ? this.#readCounted(clause, from, at) : null) ??
      this.#readNames(clause, from, at) ??
      this.#readTitle(clause, from) ??
      this.#readDescription(clause, from) ??
      this.readOpening(clause, at)
    );
  }

  /** By a name that is known: the one the clause ends with, else the first that is not somebody's attribute. */
  #readNames(clause: string, from: number, at: number): Resolution | null {
    // Not those in the title of a work.
    const titles = /《[^》]*》?/.exec(clause);
    const isFree = ({ at: place }: Place) =>
      titles === null || place < from + titles.index || place >= from + titles.index + titles[0].length;
    const places = this.#people.placesIn(from, at).filter(isFree);
    const last = places.at(-1);
    // `来到冉某家里`, `将信递给栾某`: whom the clause is about was named before.
    if (last === undefined || (last.at > from && OBJECTS.test(clause))) return null;
    const joined = readJoined(clause, from, places, (name) => this.#people.find(name));
    if (joined !== null) return named(joined);
    const own = (place: Place) => clause.charAt(place.end - from) !== '的';
    const first = places[0] as Place;
    const between = clause.slice(first.end - from, last.at - from);
    // `乔某致电冉某，强调`: a verb between them, and who called speaks.
    const opens = first.at === from || endsInDescription(clause.slice(0, first.at - from));
    const isObject = opens && first !== last && !isNext(between);
    const chosen = last.end === at && !isObject ? last : (places.find(own) ?? last);
    const speaker = this.#people.find(chosen.name);
    if (speaker === null) return null;
    const behind = clause.slice(chosen.end - from);
    const relation = readRelation(behind);
    if (relation !== null) {
      // `李某的女儿张某说`, `李某的女儿说`: not the one they belong to.
      const relative = readMention(clause);
      if (relative?.isPerson) return named(this.#people.add(relative));
      // `李某的朋友、一位住户`
      const other =
        behind.charAt(relation.length) === '、' && this.#readDescription(behind.slice(relation.length + 1), at);
      if (other) return other;
      return named(describeRelative(chosen.name, relation));
    }
    // `认识某某多年的邻居`: whom the clause ends with.
    const head = /[^的]的(?=[^的，]{2,12}$)/.exec(behind);
    if (head && chosen === last && endsInDescription(clause)) {
      const described = this.#readDescription(behind.slice(head.index + 2), at);
      if (described) return described;
    }
    // `某某的一句话让人难忘`
    if (!own(chosen) && WORDS.test(behind)) return named(speaker);
    if (!own(chosen)) {
      // `一名男子拉住某某的手`: whom the clause begins with.
      const opening = this.readOpening(clause, at);
      if (opening !== null) return opening;
      // `某某的说法`: another may be meant, whom the clause ends with.
      const other = readMention(clause);
      if (other !== null && other.name !== chosen.name) return named(this.#people.add(other));
    }
    return named(speaker);
  }

  /** By surname and title: `王主任`. */
  #readTitle(clause: string, from: number): Resolution | null {
    // `钟回应`: the surname alone of somebody named before.
    const surname = clause.length === 1 ? clause : TITLED.exec(clause)?.[1];
    return surname === undefined ? null : named(this.#antecedents.findSurnamed(surname, from));
  }

  #readCounted(clause: string, from: number, at: number): Resolution | null {
    return endsInDescription(clause) ? this.#readDescription(clause, from) : this.readOpening(clause, at);
  }

  #readDescription(clause: string, from: number): Resolution | null {
    const mention = readMention(clause);
    if (mention === null) return null;
    if (mention.isPerson) return named(this.#people.add(mention));
    const titled = mention.name.length <= 4 ? this.#readTitle(mention.name, from) : null;
    if (titled) return titled;
    const back = POINTING.exec(mention.name)?.[1];
    if (back !== undefined || (mention.name.length <= 4 && !QUANTIFIED.test(mention.name))) {
      const pointer = { description: back ?? mention.name, pointed: back !== undefined, one: isOne(mention.name) };
      const known = this.#antecedents.findDescribed(pointer, from);
      if (known) return known.isPerson ? pointed(known) : named({ ...known, name: mention.name });
    }
    const known = mention.organization?.startsWith('该') ? null : mention.organization;
    const organization = known ?? this.#people.homeOf(mention.role, clause, from);
    return named({ ...mention, organization });
  }

  /** Who is named where a clause at `from` begins, as whom it is about. */
  readStart(clause: string, from: number): Speaker | null {
    const [place] = this.#people.placesIn(from, from + clause.length);
    if (place === undefined || clause.charAt(place.end - from) === '的') return null;
    const lead = clause.slice(0, place.at - from);
    return lead === '' || endsInDescription(lead) ? this.#people.find(place.name) : null;
  }

  /** Whom the last clause with a subject is about, of those that end at `at`. */
  readAhead(sentence: string, at: number, clauses: number): Speaker | null {
    let end = sentence.length;
    for (let n = 0; n < clauses && end > 0; n += 1) {
      const start = lastIndexIn(breaks, sentence, end) + 1;
      const clause = sentence.slice(start, end).trim();
      const to = at - (sentence.length - end);
      const from = to - clause.length;
      const place = this.#people.placesIn(from, to).find((each) => clause.charAt(each.end - from) !== '的');
      if (place && (place.isSubject || endsInDescription(clause.slice(0, place.at - from))))
        return this.#people.find(place.name);
      const opening = clause === '' ? null : this.readOpening(clause, to);
      if (opening && !writers.test(opening.speaker.name)) return opening.speaker;
      const stranger = this.readStranger(clause);
      if (stranger !== null) return stranger;
      end = start - 1;
    }
    return null;
  }

  /** By the description that a clause ending at `at` begins with: `该店一名店员|也持同样看法`. */
  readOpening(clause: string, at: number): Resolution | null {
    const from = at - clause.length;
    const end = endOfOpening(clause);
    if (end !== null) return this.#readDescription(clause.slice(0, end), from);
    return named(readUnknown(clause));
  }

  /** Somebody whom nothing introduces and a clause begins with: `宋某跳了起来`. */
  readStranger(clause: string): Speaker | null {
    const name = readNameAtStart(clause);
    return name === null ? null : this.#people.add({ ...describe(name), isPerson: true });
  }

  /** A name that nothing introduces and a clause begins with, else the noun phrase there. */
  #readAsPrinted(clause: string, how: 'whole' | 'opening'): Speaker | null {
    const stranger = this.readStranger(clause);
    if (stranger !== null) return stranger;
    const printed = readPrinted(clause, how);
    return printed && (printed.isPerson ? this.#people.add(printed) : (this.#people.find(printed.name) ?? printed));
  }
}

/** Several who speak together, whom a clause at `from` is made of: `村民冉某和栾某`; null when it is not. */
function readJoined(
  clause: string,
  from: number,
  places: readonly Place[],
  find: (name: string) => Speaker | null,
): Speaker | null {
  const [first, ...others] = places;
  if (first === undefined || others.length === 0) return null;
  const lead = clause.slice(0, first.at - from);
  if (lead !== '' && !endsInDescription(lead)) return null;
  let end = first.end - from;
  let name = first.name;
  for (const place of others) {
    const [, joint = '', description = ''] = JOINT.exec(clause.slice(end, place.at - from)) ?? [];
    if (joint === '' || (description !== '' && !endsInDescription(description))) return null;
    name += joint + place.name;
    end = place.end - from;
  }
  if (!TOGETHER.test(clause.slice(end))) return null;
  const people = places.map((place) => find(place.name));
  const list = (each: (person: Speaker | null) => string | null | undefined) =>
    [...new Set(people.map(each).filter(Boolean))].join('、') || null;
  return {
    name,
    role: list((person) => person?.role),
    organization: list((person) => person?.organization),
    isPerson: false,
  };
}
/** Between the names of several, and behind the last. */
const JOINT = /^(、|和|与|及|以及)([\u4e00-\u9fff]{0,16})$/;
const TOGETHER = /^(?:夫妇|夫妻|父[子女]|母[子女]|兄弟|姐妹|等人?|[俩两二三]人?)?$/;

/** Whether a name and the one behind it can be one mention, by what stands between: `乔某的女儿`, `乔某和`. */
function isNext(between: string): boolean {
  return /^$|[的、和与及跟同]$/.test(between) || (endsInDescription(between) && !beginsWithVerb(between));
}

function named(speaker: Speaker | null): Resolution | null {
  return speaker && { speaker, named: true };
}

function pointed(speaker: Speaker | null): Resolution | null {
  return speaker && { speaker, named: false };
}
