/** Whom the words before a verb of saying mean: somebody by name, by title, by a pronoun, or by a description. */
import { endsInDescription } from '../../domain/names.js';
import { beginsAside, beginsWithVerb, endsInVerb, trimAsides } from '../../text/words.js';
import { readMention, type Speaker } from './mention.js';
import type { People, Place } from './people.js';
import { fitsPronoun, isCalled } from './titles.js';

/** What parts the clauses of a subject. */
const BREAKS = ['，', ',', '—'];
/** What only joins a clause to the one before. */
const CONNECTIVE = /^(?:难道|难怪|正如|真如|诚如|就像|而且|因为|所以|因此|可是|但是|只是|于是|——)+(?=..)/;
/** How many clauses back the subject of a verb is looked for. */
const CLAUSES = 4;
/** How far back a pronoun and a title look, in characters. */
const PRONOUN_REACH = 800;
/** How far back `老人说` looks for the old man. */
const NEAR = 250;

export interface Resolution {
  speaker: Speaker;
  /** Whether the words named the speaker, or only pointed at somebody named before. */
  named: boolean;
}

/** Somebody who spoke, and where. */
export interface Spoken {
  speaker: Speaker;
  at: number;
}

const TITLED =
  /([\u4e00-\u9fff])(?:先生|女士|小姐|主任|书记|局长|院长|校长|教授|经理|总|大爷|大妈|大姐|老师|医生|师傅|镇长|县长|市长|区长|团长|队长|老人|老汉|奶奶|爷爷|律师|主席|总统|部长|会长|官|某某?)$/;
/** Behind a name: whose relative, friend or colleague it is, with or without a name. */
const RELATION =
  /^的?(?:父亲|母亲|父母|夫人|老伴|爱人|爸爸|妈妈|妻子|丈夫|爷爷|奶奶|外公|外婆|姥姥|姥爷|舅舅|姑姑|[姑姨舅]妈|姑父|姨父|婶婶|嫂子|小姨|叔叔|哥哥|姐姐|弟弟|妹妹|儿子|女儿|孙子|孙女|家人|家属|亲属|家|同事|同学|朋友|好友|室友|邻居|代理律师|辩护律师|辩护人|律师|班主任|老师|导师|岳父|岳母|[堂表][哥弟姐妹兄])/;
/** Whose relative speaks is told by a pronoun: `她丈夫`, `他的同事`. */
const RELATIVE = new RegExp(`[他她]${RELATION.source.slice(1)}`);
const PRONOUN =
  /^(?:但是?|而|不过|随后|同时|对此|为此|最后|接着|后来|于是|因此|所以|当时|其实|虽然)*([他她])(?![们的])/;
const PLURAL = /^(?:但|而|不过)*(?:他们|她们|[两二三]人)$/;
/** Several who are spoken of as one. */
const SEVERAL = /们$|夫妇$|夫妻$|[兄姐]妹$|兄弟$|父[母子女]$|母[子女]$|家人$|团队$|双方$|等人$/;
const HIMSELF = /^(?:本人|自己|其本人|其)$/;
/** Descriptions that point back: `该负责人`, `这位老人`, `上述人士`. */
const POINTING = /^(?:该|这[位名个]|那[位名个]|上述|前述|此)([^，。]{2,12})$/;
/** Descriptions that point back to one person. */
const ONE = /^(?:这|那|该)[位名]|^这个/;
/** Descriptions that say too little to be another's. */
const GENERIC = /^(?:老人|老汉|大[爷娘妈叔姐]|小伙|姑娘|男子|女子|阿姨|奶奶|爷爷|师傅|先生|女士)/;
const QUANTIFIED = /^(?:[一两几多各每另某有]|不少|许多|很多|众多|部分|其他|还有)|们$/;
/** What a description that stands alone can be printed as: a noun phrase without a verb. */
const PRINTED = /^[^，。；：！？、“”（()）\d\s]{2,14}$/;
/** The noun phrase before what somebody does with words. */
const ACTS =
  /^([^，。；：！？、“”《》（()）\d\s]{2,12}?)(?:[也还曾已都就则同时]*)(?:(?<!面)向|(?<!反)对|[在于就]|通过|发布|发出|发表|致信|写给|接受|回应|直[说言]|说|称|表示|认为|觉得|相信)/;
const NO_NOUN =
  /[了着过把被我你他她它]|^(?:几乎|现在|目前|如今|一面|一边|随即|这|那|其|此|却|仍|纷纷|随后|同样|最终|一致|再次|多次|对于|关于|至于|由于|作为|不过|也|就|都|要|不|没|可|如|若|因|虽|但|而|并|又|再|还|更|最|很|太|在|从|对(?!方)|向|跟|给|为|以|按|据|被|把|让|使|由|于|当|经|像|愿|是|有|说|想|看|听|问|我|你|您|咱|大家|正|会|能|应|需|来|去|做|用|与|和|及|或|所)|(?:是|的|有|在|要|会|能|来|去|时|后|中|里|上|下|前|以|为|到|地|得|道|写|给|出|不|想|也|都|还|愿|跪|站|坐|躺|走|跑|跳|笑|哭|喊|叫|拿|抱|拉|推|指|望|瞪|盯)$/;

export class References {
  readonly #people: People;
  #spoken: Spoken | null = null;

  constructor(people: People) {
    this.#people = people;
  }

  /** Takes note of who has spoken: pronouns behind that mean them. */
  note(spoken: Spoken): void {
    this.#spoken = spoken;
  }

  /**
   * Whom a subject that ends at `at` in the text means; null when it names nobody. With `printed` a noun phrase, the whole subject or what it opens with, that is known
   * neither as a name nor as a description is taken as it is printed. A pronoun means somebody before `anchor`: behind speech, not
   * those who are named in it.
   */
  resolve(subject: string, at: number, printed: 'whole' | 'opening' | null = null, anchor = at): Resolution | null {
    const first = Math.max(subject.lastIndexOf('：'), subject.lastIndexOf(':')) + 1;
    let end = subject.length;
    let asPrinted: Resolution | null = null;
    for (let n = 0; n < CLAUSES && end > first; n += 1) {
      const start = Math.max(first, ...BREAKS.map((mark) => subject.lastIndexOf(mark, end - 1) + 1));
      const clause = subject.slice(start, end).trim().replace(CONNECTIVE, '');
      const found = clause === '' ? null : this.#resolveClause(clause, at - (subject.length - end), anchor);
      if (found) return found;
      if (printed && clause !== '') asPrinted ??= readPrinted(clause, n === 0 ? printed : 'opening');
      if (n === 0 && asPrinted) return asPrinted;
      end = start - 1;
    }
    return asPrinted;
  }

  /** Who goes on speaking at `at` when a verb has no subject. */
  goOn(at: number): Resolution | null {
    return this.#pointBack(at, '', 200);
  }

  #resolveClause(clause: string, at: number, anchor: number): Resolution | null {
    const from = at - clause.length;
    if (/^(?:而)?[后後]者/.test(clause)) return this.#pointToLatter(from);
    const relative = RELATIVE.exec(clause);
    if (relative !== null && (relative.index === 0 || relative.index + relative[0].length === clause.length))
      return { speaker: { ...describe(relative[0]), role: relative[0].replace(/^[他她]的?/, '') }, named: true };
    if (PLURAL.test(clause)) {
      const group = this.#pointToGroup(from);
      if (group) return group;
    }
    const pronoun = PRONOUN.exec(clause)?.[1];
    if (pronoun !== undefined || HIMSELF.test(clause)) return this.#pointBack(Math.min(from, anchor), pronoun ?? '');
    return (
      (COUNTED.test(clause) ? this.#readCounted(clause, from, at) : null) ??
      this.#readNames(clause, from, at) ??
      this.#readTitle(clause, from) ??
      this.#readDescription(clause, from) ??
      this.readOpening(clause, at)
    );
  }

  /** The last person that a sentence was about, or who spoke, and whom the pronoun fits. */
  #pointBack(at: number, pronoun: string, reach = PRONOUN_REACH): Resolution | null {
    const fits = (place: Place) =>
      this.#people.find(place.name)?.isPerson === true &&
      (pronoun === '' || fitsPronoun(pronoun, this.#describe(place)));
    const sure = this.#people.lastPlaceBefore(
      at,
      at - NEAR,
      (place) => fits(place) && isCalled(pronoun, this.#describe(place)),
    );
    const subject = sure ?? this.#people.lastPlaceBefore(at, at - reach, (place) => place.isSubject && fits(place));
    const spoken = this.#spoken;
    if (spoken && spoken.at <= at && spoken.at > (subject?.at ?? at - reach) && canBePerson(spoken.speaker)) {
      const speaker = this.#people.find(spoken.speaker.name) ?? spoken.speaker;
      if (pronoun === '' || fitsPronoun(pronoun, `${speaker.name}${speaker.role ?? ''}`))
        return { speaker, named: false };
    }
    const place = subject ?? this.#people.lastPlaceBefore(at, at - reach, fits);
    const speaker = place && this.#people.find(place.name);
    return speaker && { speaker, named: false };
  }

  /** 他们, 二人: the group that spoke last, else the person a sentence was about last. */
  #pointToGroup(at: number): Resolution | null {
    const spoken = this.#spoken;
    if (spoken && at - spoken.at < PRONOUN_REACH && SEVERAL.test(spoken.speaker.name))
      return { speaker: spoken.speaker, named: false };
    return null;
  }

  /** 后者: who was named last. */
  #pointToLatter(at: number): Resolution | null {
    const speaker = this.#people.lastNamedBefore(at, at - NEAR);
    return speaker && { speaker, named: false };
  }

  #describe({ name }: Place): string {
    return `${name}${this.#people.find(name)?.role ?? ''}`;
  }

  /** By a name that is known: the one the clause ends with, else the first that is not somebody's attribute. */
  #readNames(clause: string, from: number, at: number): Resolution | null {
    // Not those in the title of a work.
    const titles = /《[^》]*》?/.exec(clause);
    const isFree = ({ at: place }: Place) =>
      titles === null || place < from + titles.index || place >= from + titles.index + titles[0].length;
    const places = this.#people.placesIn(from, at).filter(isFree);
    const last = places.at(-1);
    if (last === undefined) return null;
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
    if (RELATION.test(behind) && chosen.end < at) {
      // `李某的女儿张某说`, `李某的女儿说`: not the one they belong to.
      const relative = readMention(clause);
      if (relative?.isPerson) return { speaker: this.#people.add(relative), named: true };
      const role = behind.replace(/^的/, '');
      return { speaker: { name: chosen.name + behind, role, organization: null, isPerson: false }, named: true };
    }
    if (!own(chosen)) {
      // `一名男子拉住某某的手`: whom the clause begins with.
      const opening = this.readOpening(clause, at);
      if (opening !== null) return opening;
      // `某某的说法`: another may be meant, whom the clause ends with.
      const other = readMention(clause);
      if (other !== null && other.name !== chosen.name) return { speaker: this.#people.add(other), named: true };
    }
    return { speaker, named: true };
  }

  /** By surname and title: `王主任`. */
  #readTitle(clause: string, from: number): Resolution | null {
    const surname = TITLED.exec(clause)?.[1];
    if (surname === undefined) return null;
    const place = this.#people.lastPlaceBefore(from, 0, ({ name }) => name.startsWith(surname));
    const speaker = place && this.#people.find(place.name);
    return speaker && { speaker, named: true };
  }

  #readCounted(clause: string, from: number, at: number): Resolution | null {
    return endsInDescription(clause) ? this.#readDescription(clause, from) : this.readOpening(clause, at);
  }

  #readDescription(clause: string, from: number): Resolution | null {
    const mention = readMention(clause);
    if (mention === null) return null;
    if (mention.isPerson) return { speaker: this.#people.add(mention), named: true };
    const pointed = POINTING.exec(mention.name)?.[1];
    if (pointed !== undefined || (mention.name.length <= 4 && !QUANTIFIED.test(mention.name))) {
      const known = this.#findDescribed(pointed ?? mention.name, from, pointed !== undefined, ONE.test(mention.name));
      if (known)
        return known.isPerson
          ? { speaker: known, named: false }
          : { speaker: { ...known, name: mention.name }, named: true };
    }
    const organization = mention.organization ?? this.#people.homeOf(mention.role, from);
    return { speaker: { ...mention, organization }, named: true };
  }

  /** Who was introduced as what a description says: `老人`, `该负责人`. */
  #findDescribed(description: string, at: number, pointed: boolean, one: boolean): Speaker | null {
    const whole = this.#people.lastPlaceBefore(
      at,
      at - PRONOUN_REACH,
      ({ name }) => this.#people.find(name)?.role?.endsWith(description) === true,
    );
    const last = this.#spoken;
    if (last && last.at > (whole?.at ?? at - PRONOUN_REACH) && last.speaker.name.endsWith(description))
      return last.speaker;
    if (whole) return this.#people.find(whole.name);
    if (!pointed && description.length > 2) return null;
    const head = description.slice(-2);
    const place = this.#people.lastPlaceBefore(at, at - PRONOUN_REACH, ({ name }) => {
      const role = this.#people.find(name)?.role;
      return role?.endsWith(head) === true;
    });
    if (place) return this.#people.find(place.name);
    const spoken = this.#spoken;
    if (spoken && at - spoken.at < PRONOUN_REACH && spoken.speaker.name.endsWith(head)) return spoken.speaker;
    if (!one && !GENERIC.test(description)) return null;
    const near = this.#people.lastPlaceBefore(at, at - NEAR, ({ name, isSubject }) => {
      const person = this.#people.find(name);
      return isSubject && person?.isPerson === true && (one || person.role === null);
    });
    return near && this.#people.find(near.name);
  }

  /** By the description that a clause ending at `at` begins with: `该店一名店员|也持同样看法`. */
  readOpening(clause: string, at: number): Resolution | null {
    const from = at - clause.length;
    for (let end = 2; end <= Math.min(24, clause.length); end += 1) {
      const opening = clause.slice(0, end);
      // A clause that is nothing else introduces somebody: `一位赶来的妈妈，…`.
      if (
        end === clause.length
          ? !SOMEBODY.test(clause)
          : !FOLLOWS.test(clause.slice(end, end + 2)) || !(endsInDescription(opening) || opening.endsWith('们'))
      )
        continue;
      return this.#readDescription(opening, from);
    }
    return null;
  }
}

/** Somebody new, whatever names are in what he is told by: `一位和冉某同村的老师`. */
const COUNTED = /^据?(?:(?:另有?|还有|又|有)?[一两几][位名个]|有[位名])/;
const SOMEBODY = /^(?:有?一|[两几])[位名]/;
/** What goes on behind a description that is a subject. */
const FOLLOWS =
  /^(?:[也亦还都则就又却曾正将已再只才均皆仍便直]|一[愣面边]|[笑哭听坐站走跑冲赶叹感摇点挥摆捧抱翻端回接继最明强解补透坦呼比熟经住提认指建无没不很非觉想从跟给在用把被有是拿看拉握捏抱打发告反表介]|对[^方]|向|来到|十分|深|突然|面[有带露]|满脸|一脸|神情|表情)/;

/** A noun phrase as it is printed, up to what it does: `对方`, `青石重工|向供应商发出信函`. */
function readPrinted(clause: string, how: 'whole' | 'opening'): Resolution | null {
  const whole = how === 'whole' && PRINTED.test(clause);
  const phrase = trimAsides(whole ? clause : (ACTS.exec(clause)?.[1] ?? ''));
  if (phrase.length < 2 || NO_NOUN.test(phrase) || beginsAside(phrase) || (!whole && endsInVerb(phrase))) return null;
  return { speaker: describe(phrase), named: true };
}

/** Whether a name and the one behind it can be one mention, by what stands between: `乔某的女儿`, `乔某和`. */
function isNext(between: string): boolean {
  return /^$|[的、和与及跟同]$/.test(between) || (endsInDescription(between) && !beginsWithVerb(between));
}

/** Whether somebody who spoke can be called 他 or 她: not a body, and one alone. */
function canBePerson({ isPerson, organization, name }: Speaker): boolean {
  return isPerson || (organization !== name && !/们$|方面$|记者$|^记者|^(?:网友|警方|校方|院方)/.test(name));
}

/** Somebody who is known by how they are called alone. */
export function describe(name: string): Speaker {
  return { name, role: null, organization: null, isPerson: false };
}
