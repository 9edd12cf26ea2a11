/** Whom words mean that only point back: 他, 二人, 后者, 老人, 该负责人, 声明. It reads no names. */
import { endsInDescription } from '../../domain/names.js';
import { createCodeSet, lastIndexIn } from '../../text/code-set.js';
import { bodyEnd } from './lexicon.js';
import { describe, readMention, type Speaker } from './mention.js';
import type { People, Place } from './people.js';
import { describeRelative, readRelation } from './relations.js';
import { fitsPronoun, isCalled, pronounOf } from './titles.js';

/** How far back a pronoun and a title look, in characters. */
const PRONOUN_REACH = 800;
/** How far back `老人说` looks for the old man, and words without a subject for who goes on. */
const NEAR = 250;
const GO_ON = 200;
const sentenceEnds = createCodeSet('。！？；“”\n');
/** Characters before a pronoun that are read for whom the clause before ends with. */
const JUST = 30;
/** Places of a document that are looked at for where it is issued. */
const MENTIONS = 4;

/** Several who are spoken of as one. */
const SEVERAL =
  /们$|夫妇$|夫妻$|[兄姐]妹$|兄弟$|父[母子女]$|母[子女]$|家人$|团队$|双方$|等人$|[\u4e00-\u9fff]{2}[、和与及][\u4e00-\u9fff]{2}/;
/** Several who a sentence begins with, or who belong together: `一些老师在…`, `柳氏夫妇`. */
const GROUPS =
  /(?<=[。！？\n，])(?<name>(?:(?:有些|一些|许多|不少|很多|众多|[几两三][位名])[\u4e00-\u9fff、]{2,10}?(?=[从在对向都也纷正已把来去看听走坐站聚围，])|[\u4e00-\u9fff]{1,3}(?:夫妇|夫妻|兄弟|姐妹|母子|父子|母女)))/g;
/** Descriptions that say too little to be another's. */
const GENERIC = /^(?:老人|老汉|大[爷娘妈叔姐]|小伙|姑娘|男子|女子|阿姨|奶奶|爷爷|师傅|先生|女士)/;
/** And those that people of many posts are called by. */
const BROAD =
  /(?:负责人|领导|专家|学者|官员|干部|人士|老师|企业家|[老男女]人|男子|女子|先生|女士|爷|妈|娘|叔|姐|哥|师傅|姑娘|小伙)$/;
/** Somebody who is introduced without a name at the end of a clause. */
const UNNAMED = /(?:[一有](?:[位名个]))[^，。、“”]{0,14}(?=[，。])/g;
/** What somebody does to a document that speaks for him. */
const ISSUES = /发[出布表了给]|[发致写]信|公布|公开|张贴|上传|撰|更新|写[了下道]/;

/** Who a sentence begins with that says when, where or on what something was issued. */
const ISSUER = /^\s*([^，。\s]{2,16}?)(?=[今昨前]天|\d+[日时]|日前|近日|随后|[也已在就对发]|通过|针对)/;

/** Somebody who spoke, and where the words or what tells of them begin and end. */
export interface Spoken {
  speaker: Speaker;
  from: number;
  at: number;
}

/** A description that points back: `老人`, `该负责人`. */
export interface Pointer {
  description: string;
  /** Whether it says that it points back: `该负责人`. */
  pointed: boolean;
  /** Whether it points to one person: `这位负责人`. */
  one: boolean;
}

export class Antecedents {
  readonly #text: string;
  readonly #people: People;
  #spoken: Spoken | null = null;

  constructor(text: string, people: People) {
    this.#text = text;
    this.#people = people;
  }

  /** Takes note of who has spoken: pronouns behind that mean them. */
  note(spoken: Spoken): void {
    this.#spoken = spoken;
  }

  /** Who goes on at `at` when a verb has no subject. */
  goOn(at: number, canBe: (name: string) => boolean): Speaker | null {
    return this.find(at, '', canBe, GO_ON);
  }

  /** The last person before `at` that a sentence was about, or who spoke, and whom the pronoun fits. */
  find(at: number, pronoun: string, canBe: (name: string) => boolean, reach = PRONOUN_REACH): Speaker | null {
    const fits = (place: Place) =>
      this.#people.find(place.name)?.isPerson === true &&
      canBe(place.name) &&
      (pronoun === '' || fitsPronoun(pronoun, this.#describe(place)));
    const just = pronoun === '' ? null : this.#readJust(at, pronoun);
    if (just) return just;
    const relative = pronoun === '' ? null : this.#readRelative(at, pronoun);
    if (relative) return relative;
    const own = pronoun === '' ? null : this.#findInSentence(at, fits);
    if (own) return own;
    const sure = this.#people.lastPlaceBefore(
      at,
      at - NEAR,
      (place) => fits(place) && isCalled(pronoun, this.#describe(place)),
    );
    const subject = sure ?? this.#people.lastPlaceBefore(at, at - reach, (place) => place.isSubject && fits(place));
    const spoken = this.#spoken;
    if (
      spoken &&
      spoken.from <= at &&
      spoken.at > (subject?.at ?? at - reach) &&
      canBe(spoken.speaker.name) &&
      canBePerson(spoken.speaker)
    ) {
      const speaker = this.#people.find(spoken.speaker.name) ?? spoken.speaker;
      if (pronoun === '' || fitsPronoun(pronoun, `${speaker.name}${speaker.role ?? ''}`)) return speaker;
    }
    const place = subject ?? this.#people.lastPlaceBefore(at, at - reach, fits);
    if (place !== null) return this.#people.find(place.name);
    const isAlone = pronoun !== '' && this.#people.lastPlaceBefore(at, at - reach) === null;
    return isAlone ? this.#readUnnamed(at, pronoun) : null;
  }

  /** 他们, 二人: the group that spoke last, else the one that was told of shortly before. */
  findGroup(at: number): Speaker | null {
    const spoken = this.#spoken;
    if (spoken && at - spoken.at < PRONOUN_REACH && SEVERAL.test(spoken.speaker.name)) return spoken.speaker;
    const near = this.#text.slice(Math.max(0, at - NEAR), at);
    const name = [...near.matchAll(GROUPS)].at(-1)?.groups?.name;
    return name !== undefined && (endsInDescription(name) || SEVERAL.test(name)) ? describe(name) : null;
  }

  /** 后者: who was named last. */
  findLatter(at: number): Speaker | null {
    return this.#people.lastNamedBefore(at, at - NEAR);
  }

  /** The last person before `at` whose surname a title stands behind: `王主任`. */
  findSurnamed(surname: string, at: number): Speaker | null {
    const place = this.#people.lastPlaceBefore(at, 0, ({ name }) => name.startsWith(surname));
    return place && this.#people.find(place.name);
  }

  /** Whose document speaks at `at`: who is said to have issued it, else who spoke or was spoken of last. */
  findAuthor(document: string, at: number): Speaker | null {
    let place = this.#text.lastIndexOf(document, at - 1);
    for (let n = 0; n < MENTIONS && place > 0 && at - place < PRONOUN_REACH; n += 1) {
      const start = Math.max(...['。', '\n', '；'].map((mark) => this.#text.lastIndexOf(mark, place - 1))) + 1;
      if (ISSUES.test(this.#text.slice(Math.max(start, place - 60), place))) {
        const spoken = this.#spoken;
        if (spoken && spoken.from >= start && spoken.from <= place) return spoken.speaker;
        const subject = this.#people.placesIn(start, place).at(-1);
        if (subject) return this.#people.find(subject.name);
        const name = ISSUER.exec(this.#text.slice(start, place))?.[1];
        if (name !== undefined && bodyEnd.test(name)) return { ...describe(name), organization: name };
      }
      place = this.#text.lastIndexOf(document, place - 1);
    }
    const spoken = this.#spoken;
    const subject = this.#people.lastPlaceBefore(at, at - NEAR, ({ isSubject }) => isSubject);
    if (spoken && at - spoken.at < NEAR && spoken.at > (subject?.at ?? 0)) return spoken.speaker;
    return subject && this.#people.find(subject.name);
  }

  /** Who was introduced as what a description says: `老人`, `该负责人`. */
  findDescribed({ description, pointed, one }: Pointer, at: number): Speaker | null {
    const hasRole = (end: string) =>
      this.#people.lastPlaceBefore(
        at,
        at - PRONOUN_REACH,
        ({ name }) => this.#people.find(name)?.role?.endsWith(end) === true,
      );
    const whole = hasRole(description);
    const last = this.#spoken;
    if (last && last.at > (whole?.at ?? at - PRONOUN_REACH) && last.speaker.name.endsWith(description))
      return last.speaker;
    if (whole) return this.#people.find(whole.name);
    if (!pointed && description.length > 2) return null;
    const head = description.slice(-2);
    const place = hasRole(head);
    if (place) return this.#people.find(place.name);
    if (last && at - last.at < PRONOUN_REACH && last.speaker.name.endsWith(head)) return last.speaker;
    if (!one && !GENERIC.test(description)) return null;
    const isBroad = BROAD.test(description);
    const near = this.#people.lastPlaceBefore(at, at - NEAR, (place) => {
      const person = this.#people.find(place.name);
      const fits = fitsPronoun(pronounOf(description), this.#describe(place));
      // `那位石油企业专家` is not a manager who was named.
      const canBeOne =
        one && isBroad && (BROAD.exec(description)?.index === 0 || agree(description, person?.role ?? ''));
      return place.isSubject && person?.isPerson === true && (canBeOne || person.role === null) && fits;
    });
    return near && this.#people.find(near.name);
  }

  /** Whom a clause of the same sentence begins with, the last one: `冉某走到堤上，他说`. */
  #findInSentence(at: number, fits: (place: Place) => boolean): Speaker | null {
    const from = Math.max(at - NEAR, lastIndexIn(sentenceEnds, this.#text, at) + 1);
    const place = this.#people.lastPlaceBefore(at, from, (each) => {
      const begins = each.at === from || this.#text.charAt(each.at - 1) === '，';
      return begins && this.#text.charAt(each.end) !== '的' && fits(each);
    });
    return place && this.#people.find(place.name);
  }

  /** Whom the clause right before ends with, when that is what the pronoun says: `开门的是店主的女儿，她…`. */
  #readJust(at: number, pronoun: string): Speaker | null {
    const before = this.#text.slice(Math.max(0, at - JUST), at).replace(/[，。；]$/, '');
    const mention = endsInDescription(before) && isCalled(pronoun, before.slice(-3)) ? readMention(before) : null;
    return mention && !mention.isPerson && isCalled(pronoun, mention.name) ? mention : null;
  }

  /** Who was introduced last without a name, where nobody has one: `她认识了一个牧羊的大伯，…他说`. */
  #readUnnamed(at: number, pronoun: string): Speaker | null {
    const near = this.#text.slice(Math.max(0, at - NEAR), at);
    const fitting = [...near.matchAll(UNNAMED)].filter(
      ([words]) => endsInDescription(words) && fitsPronoun(pronoun, words.slice(-3)),
    );
    return fitting.length === 0 ? null : readMention(fitting.at(-1)?.[0] ?? '');
  }

  /** Whose relative the sentence before begins with, when that is what the pronoun says: `某某的大儿子，昨日回来。他…`. */
  #readRelative(at: number, pronoun: string): Speaker | null {
    const to = lastIndexIn(sentenceEnds, this.#text, at);
    const from = Math.max(at - NEAR, lastIndexIn(sentenceEnds, this.#text, to - 1) + 1);
    const [place] = to < from ? [] : this.#people.placesIn(from, to);
    if (place?.at !== from) return null;
    const relation = readRelation(this.#text.slice(place.end, place.end + 8));
    if (relation === null || !isCalled(pronoun, relation)) return null;
    return describeRelative(place.name, relation);
  }

  #describe({ name }: Place): string {
    return `${name}${this.#people.find(name)?.role ?? ''}`;
  }
}

/** Whether two descriptions have two characters in a row in common. */
function agree(description: string, role: string): boolean {
  for (let at = 0; at < description.length - 1; at += 1) if (role.includes(description.slice(at, at + 2))) return true;
  return false;
}

/** Whether somebody who spoke can be called 他 or 她: not a body, and one alone. */
function canBePerson({ isPerson, organization, name }: Speaker): boolean {
  return isPerson || (organization !== name && !/们$|方面$|记者$|^记者|^(?:网友|警方|校方|院方)/.test(name));
}
