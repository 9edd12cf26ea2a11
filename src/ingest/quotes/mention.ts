/** Mentions taken apart: `区人大代表、律师宗某` into organization, role and name. It remembers nobody. */
import { endsInDescription, isNoPersonName, isPersonName } from '../../domain/names.js';
import { commonSurnames } from '../../domain/surnames.js';
import { createCodeSet, lastIndexIn } from '../../text/code-set.js';
import { isWord } from '../../text/words.js';
import { canBe, QUOTATION_MARK } from './characters.js';
import { readBodyAtEnd, splitDescription } from './description.js';
import { bodyEnd } from './lexicon.js';
import { isTransliterated, readNameAtEnd, readNameBehindBody } from './person-name.js';
import { isAddress, readTitleAtEnd } from './titles.js';

/** Somebody words are attributed to. */
export interface Speaker {
  /** Full name, or the description as printed. */
  name: string;
  role: string | null;
  organization: string | null;
  /** Whether the name is a personal one, not a description or a body. */
  isPerson: boolean;
}

/** Somebody who is known by how they are called alone. */
export function describe(name: string): Speaker {
  return { name, role: null, organization: null, isPerson: false };
}

/** Characters before a name that can belong to its description, at most. */
const REACH = 60;
/** Takes the mention that ends where `text` ends apart; null when it names nobody. */
export function readMention(text: string): Speaker | null {
  const near = text.slice(-REACH).replace(ASIDE, '');
  const isMarked = canBe(near, near.length - 1, QUOTATION_MARK);
  const nicknamed = isMarked || near.includes('@') ? NICKNAMED.exec(near) : null;
  if (nicknamed?.[1] !== undefined)
    return { name: nicknamed[0], role: nicknamed[1], organization: null, isPerson: false };
  const styled = isMarked ? STYLED.exec(near) : null;
  if (styled?.[1] !== undefined && styled[2] !== undefined)
    return { name: styled[0], role: styled[2], organization: styled[1], isPerson: false };
  const titled = readTitleAtEnd(near);
  const holder = titled === '' ? null : readHolder(near.slice(0, -titled.length).trimEnd());
  if (holder !== null) {
    const before = near.slice(0, near.slice(0, -titled.length).trimEnd().length - holder.length);
    const { role, organization } = splitDescription(before);
    return {
      name: holder,
      role: role ?? (isAddress(titled) ? null : titled),
      organization: organization ?? (role === null ? readBodyAtEnd(before) : null),
      isPerson: true,
    };
  }
  const surnamed = titled === '' ? null : SURNAMED.exec(near);
  if (surnamed?.[1] !== undefined && commonSurnames.has(surnamed[1]) && surnamed[2] === titled && !isAddress(titled))
    return { name: surnamed[0], role: titled, organization: null, isPerson: false };
  const member = titled === '' ? null : readTitledMember(near, titled);
  if (member !== null) return member;
  const name = readNameAtEnd(near);
  if (name !== null) {
    const before = near.slice(0, -name.length).trimEnd().replace(GAP, '');
    const { role, organization } = splitDescription(before);
    const body = role === null && before.endsWith('的') ? readBodyAtEnd(before) : null;
    return { name, role, organization: organization ?? body, isPerson: true };
  }
  const named = readNameBehindBody(near);
  if (named !== null && named.length > 2 && isPersonName(named)) {
    const organization = readBodyAtEnd(near.slice(0, -named.length));
    if (organization !== null) return { name: named, role: null, organization, isPerson: true };
  }
  const clause = near.slice(lastIndexIn(clauseEnds, near) + 1);
  const modifier = (clause.includes('的') && MODIFIER.exec(clause)?.[0]) || '';
  const plain = bodyEnd.test(modifier.slice(0, -1)) ? clause : clause.slice(modifier.length);
  if (plain.length < 2 || plain.length > 26) return null;
  const described = plain.replace(/^[^，]{1,10}的是(?=.{3})/, '').replace(LEAD, '');
  const group = GROUP.exec(described)?.[0];
  if (group !== undefined) return { name: group, role: null, organization: null, isPerson: false };
  if (described.length < 2 || NO_SPEAKER.test(described)) return null;
  if (isTransliterated(described)) return { name: described, role: null, organization: null, isPerson: true };
  if (bodyEnd.test(described) && !endsInDescription(described) && !GOES.test(described))
    return { name: described, role: null, organization: described, isPerson: false };
  if (!endsInDescription(described) && !/(?:们|方面|人员)$/.test(described)) return null;
  const { role, organization } = splitGroup(described.replace(COUNTED, ''));
  return { name: described, role, organization, isPerson: false };
}

/** Who is called by surname and title right behind a body: `青石小学郭老师`. */
function readTitledMember(text: string, title: string): Speaker | null {
  const start = text.length - title.length - 1;
  const before = text.slice(0, start);
  if (!commonSurnames.has(text.charAt(start)) || !bodyEnd.test(before)) return null;
  const organization = readBodyAtEnd(before);
  if (organization === null) return null;
  return { name: text.slice(start), role: isAddress(title) ? null : title, organization, isPerson: false };
}

/** Who has the title behind `text`: behind a description or a body; a body itself has its head: `区文联主席`. */
function readHolder(text: string): string | null {
  const name = readNameAtEnd(text) ?? readNameBehindBody(text);
  return name === null || name.length < 2 || isNoPersonName(name) ? null : name;
}

/** A surname alone before a title: `杨院长`, `杨姓院长`. */
const SURNAMED = /(?<![\u4e00-\u9fff])([\u4e00-\u9fff])姓?([\u4e00-\u9fff]{2,5})$/;
/** Somebody known by a nickname in marks or behind an at sign: `网友“柳河边”`. */
const NICKNAMED = /(网友|网民|用户|博主|楼主|读者|粉丝)(?:[“「"][^”」"，。]{1,16}[”」"]|@[^\s，。：]{2,16})$/;

/** Somebody who is called by a term in marks: `柳镇的“一把手”`. */
const STYLED =
  /([\u4e00-\u9fff]{2,12})的[“「]((?:[一二]把手|掌门人|当家人|掌舵人|领头[人羊雁]|带头人|老大|头雁))[”」]$/;

/** What some papers set between Chinese and other characters: `青石汽车 CEO 冉某`. */
const GAP = /(?<=[\u4e00-\u9fff]) (?=[A-Za-z])|(?<=[A-Za-z]) (?=[\u4e00-\u9fff])/g;

/** What stands before a clause. */
const clauseEnds = createCodeSet('，,。；”“ \n');
/** Those who are not told apart. */
const GROUP =
  /(?:有(?:一些|些|的)?人|(?<![老女男病工行路商证猎军族后])人们|众人|大家|大伙儿?|旁人|双方|对方|[这那]对(?:夫妻|夫妇|母子|父子|母女|兄弟|姐妹))$/;
/** Before somebody: how the sentence goes on, and whence it is known. */
const LEAD =
  /^(?:(?:[这那]是|但是|可是|于是|只是|但|然而|而|不过|同时|其中|唯独|随后|此前|日前|近日|当天|对此|为此|目前|曾|另|根据|据|按照|针对|面对|其|还|就连|就|也|如今|当时|昨日|昨天|今天|今日|今年|去年|同日|当晚|[昨今当][天日]?[上下中]?午|还有|也有|有位|有(?!关)(?=..{1,4}者$)|[\u4e00-\u9fff]{2,6}后(?![勤备台卫方续期者代生援])(?=..))(?![^，]{0,1}$))+/;
/** What somebody does or where, before who it is: `站在一旁的两名女生`. */
const MODIFIER = /^.{2,}的(?=[这那一两几三][名位个对群些]|某)/;
/** Remarks in brackets inside a description: `集团（下称青石）总经理`. */
const ASIDE = /[（(][^（()）\d]{0,24}[)）](?!(?:[^，。]{0,6}(?:公司|事务所|集团|银行|研究院)))/g;
/** 该 that points at somebody, not at the body he is of. */
const THIS = '该(?!公司|集团|[校院局厅所村镇乡县市区厂店站馆园队行社台会])';
const COUNTED = new RegExp(
  `^(?:有些|有|一些|不少|许多|很多|多位|多名|一位|一名|几位|几名|${THIS}|这位|那位|这名|那名)+`,
);
/** Nobody: a share of many, a remark in brackets, a clause with its verb. */
const NO_SPEAKER =
  /[（()）％%、，：]|^(?:当(?![地事班家值])|是|仅|每家|按|以(?![军方])|总|应|换|也|可以|老实|坦率|要|去|来(?!自)|想|让|请|向|跟|给|为|在)|[了着把被][^的]*$|要求|接到|还要|曾有|可见|^(?:虽然|尽管|如果|即使|因为|由于|只要|无论|不管|除了)/;

/** A clause that says what somebody does, not a body: `警方前往现场`, `环保局并未理会`. */
const GOES =
  /.(?:并[未不没]|没有|未曾|正在|已经|立即|立刻|前往|进入|来到|赶到|赶赴|赶往|抵达|到达|回到|走进|位于|成立|入驻)/;

/** What a description says beside itself: `某大学校警` has an organization and a role, `海外网友` has neither. */
function splitGroup(description: string): Pick<Speaker, 'role' | 'organization'> {
  const [, place = '', counted = ''] = PLACED.exec(description) ?? [];
  const known = splitDescription(counted || description.replace(POINTER, ''));
  if (counted !== '' && (known.organization === null || bodyEnd.test(place)))
    return { role: known.role ?? readHead(counted), organization: place };
  // `该公司负责人`: where is told elsewhere.
  const isPointed = description.startsWith('该') && known.role !== null;
  return known.organization !== null || isPointed ? known : { role: readHead(description), organization: null };
}

/** What somebody is by the last words of a description: `人士` of `接近青石重工的人士`; null when they are none. */
function readHead(description: string): string | null {
  const tail = description
    .slice(description.lastIndexOf('的') + 1)
    .replace(POINTER, '')
    .replace(/们$/, '');
  if (!endsInDescription(tail)) return null;
  if (tail.length <= LONGEST_ROLE) return tail;
  for (let length = 4; length >= 2; length -= 1) {
    const head = tail.slice(-length);
    if (isWord(head) && endsInDescription(head)) return head;
  }
  return null;
}

/** Somebody counted behind a place or a body: `青石港一位工程师`. */
const PLACED = /^(?!上述|前述|有)([\u4e00-\u9fff]{2,14}?)的?(?:另外?)?(?:[一两几多][位名]|[一多]个)(.{2,14})$/;
/** What points back, or says how many: it is no part of what somebody is. */
const POINTER = new RegExp(`^(?:上述|前述|${THIS}|[这那][位名个]|有|部分|大部分|个别|多数|[一两几多][位名家]|另)+`);
/** Longer ones are hardly a role alone. */
const LONGEST_ROLE = 6;
