/** Mentions taken apart: `区人大代表、律师宗某` into organization, role and name. It remembers nobody. */
import { endsInDescription } from '../../domain/names.js';
import { compoundSurnames, surnames } from '../../domain/surnames.js';
import { standsApart } from './boundaries.js';
import { CAPITAL, canBe, NAME_DOT, ROLE_END, SURNAME } from './characters.js';
import { afterName, bodyEnd, notGiven, notLast, transliteration, writers } from './lexicon.js';

/** Somebody words are attributed to. */
export interface Speaker {
  /** Full name, or the description as printed. */
  name: string;
  role: string | null;
  organization: string | null;
  /** Whether the name is a personal one, not a description or a body. */
  isPerson: boolean;
}

/** Characters before a name that can belong to its description, at most. */
const REACH = 60;
const HAN = /^[\u4e00-\u9fff]+$/;
const FOREIGN = /[\u4e00-\u9fff]{1,8}(?:[·•・][\u4e00-\u9fff]{1,8}){1,3}$/;
const LATIN = /[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}$/;

/** Whether a name of a person can be spelled so: a surname and one or two characters, or a foreign or Latin name. */
export function isPersonalName(name: string): boolean {
  if (FOREIGN.exec(name)?.[0] === name || LATIN.exec(name)?.[0] === name) return true;
  if (!HAN.test(name)) return false;
  if (compoundSurnames.has(name.slice(0, 2))) return name.length === 3 || name.length === 4;
  if (!surnames.has(name.charAt(0))) return false;
  if (name.length === 2) return !notGiven.has(name.charAt(1));
  return name.length === 3 && !/[的了是不们对]/.test(name.charAt(1)) && !notLast.has(name.charAt(2));
}

/** The personal name that ends where `text` ends; null when there is none. */
export function readNameAtEnd(text: string): string | null {
  const spelled = FOREIGN.exec(text.slice(-30)) ?? LATIN.exec(text.slice(-40));
  if (spelled) return trimForeign(spelled[0]);
  const called = CALLED.exec(text);
  if (called && (called[1] === undefined ? !repeated.has(called[0]) : surnames.has(called[1]))) {
    const before = text.slice(0, called.index);
    if (before === '' || isDescription(before)) return called[0];
  }
  for (const length of [4, 3, 2]) {
    const name = text.slice(-length);
    if (name.length < length || !isPersonalName(name)) continue;
    const before = text.slice(0, -length);
    if ((before === '' || isDescription(before)) && standsApart(text, before.length, text.length)) return name;
  }
  return null;
}

/** Whether what ends so can stand right before a name: a description, or the end of a clause. */
function isDescription(before: string): boolean {
  return /[，。、；：,（()）“”「」》\s的]$/.test(before) || endsInDescription(before);
}

/** A post in Chinese characters runs into a foreign name without a gap: `工程师马尔科·贝里尼`. */
function trimForeign(name: string): string {
  const dot = name.search(/[·•・]/);
  let start = dot;
  while (start > 0 && dot - start < 6 && transliteration.has(name.charAt(start - 1))) start -= 1;
  return dot < 0 ? name : name.slice(start);
}

/** Where the foreign name ends whose dot is at `dot`. */
function endOfForeign(line: string, dot: number): number {
  let end = dot + 1;
  while (end - dot <= 16 && (transliteration.has(line.charAt(end)) || /[·•・]/.test(line.charAt(end)))) end += 1;
  return end;
}

/** How people are called who are not to be named, or are known by a nickname: `付小姐`, `李某`, `弯弯`. */
const CALLED =
  /(?:([\u4e00-\u9fff])(?:先生|女士|小姐|大爷|大妈|大姐|大娘|师傅|阿姨|大叔|同学|某某?)|([\u4e00-\u9fff])\2|[小阿老][\u4e00-\u9fff])$/;

/** Words that are made like nicknames. */
const repeated = new Set(
  '纷纷 常常 往往 渐渐 刚刚 仅仅 偏偏 屡屡 频频 连连 默默 悄悄 明明 天天 人人 家家 处处 时时 稍稍 恰恰 略略 深深 紧紧 久久 慢慢 好好 早早 远远 轻轻 细细 大大 小小 足足 整整 统统 通通 爷爷 奶奶 爸爸 妈妈 哥哥 姐姐 弟弟 妹妹 叔叔 伯伯 婆婆 公公 舅舅 宝宝'.split(
    ' ',
  ),
);

/** Where a name begins in `line` right behind a description, and how long it is; for introductions such as `村民冉某说`. */
export function findIntroductions(line: string, countOf: (name: string) => number): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let at = 1; at < line.length - 1; at += 1) {
    if (!canBe(line, at, SURNAME | NAME_DOT | CAPITAL)) continue;
    if (canBe(line, at, NAME_DOT)) {
      if (!transliteration.has(line.charAt(at - 1)) || !transliteration.has(line.charAt(at + 1))) continue;
      const end = endOfForeign(line, at);
      const name = readNameAtEnd(line.slice(Math.max(0, at - 10), end));
      if (name !== null) found.push({ start: end - name.length, end });
      at = end - 1;
      continue;
    }
    if (!canBe(line, at - 1, ROLE_END)) continue;
    const before = line.slice(Math.max(0, at - 4), at);
    if (!endsInDescription(before) || writers.test(before)) continue;
    if (canBe(line, at, CAPITAL)) {
      const latin = /^[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,3}/.exec(line.slice(at, at + 40));
      if (latin) found.push({ start: at, end: at + latin[0].length });
      continue;
    }
    const two = line.slice(at, at + 2);
    const compound = compoundSurnames.has(two);
    const lengths = compound ? [4, 3] : [3, 2];
    const names = lengths
      .map((length) => line.slice(at, at + length))
      .filter(
        (name, i) => name.length === lengths[i] && isPersonalName(name) && standsApart(line, at, at + name.length),
      );
    const ended = names.filter((name) => afterName.test(line.slice(at + name.length, at + name.length + 2)));
    const chosen =
      ended.find((name) => countOf(name) > 1) ?? ended[0] ?? names.find((name) => name.length > 2 && countOf(name) > 1);
    if (chosen === undefined) continue;
    found.push({ start: at, end: at + chosen.length });
    at += chosen.length - 1;
  }
  return found;
}

/** Names with the title behind them: `吴某某副院长`, `高某某老人`. */
const TITLE_BEHIND =
  /^(?:老人|先生|女士|大爷|大妈|教授|副?院长|副?校长|副?局长|副?主任|副?书记|副?总经理|医生|老师|律师|法官|师傅|同志)/;

/** Where names stand in `line` that have their title behind them. */
export function findTitled(line: string): { name: string; role: string | null }[] {
  const found: { name: string; role: string | null }[] = [];
  for (let at = 0; at < line.length - 3; at += 1) {
    if (!canBe(line, at, SURNAME) || (at > 0 && !isDescription(line.slice(Math.max(0, at - 4), at)))) continue;
    for (const length of [3, 2]) {
      const name = line.slice(at, at + length);
      const title =
        isPersonalName(name) &&
        standsApart(line, at, at + length) &&
        TITLE_BEHIND.exec(line.slice(at + length, at + length + 5))?.[0];
      if (!title) continue;
      found.push({ name, role: /先生|女士|同志/.test(title) ? null : title });
      break;
    }
  }
  return found;
}

/** Takes the mention that ends where `text` ends apart; null when it names nobody. */
export function readMention(text: string): Speaker | null {
  const near = text.slice(-REACH);
  const name = readNameAtEnd(near);
  if (name !== null) {
    const { role, organization } = splitDescription(near.slice(0, -name.length));
    return { name, role, organization, isPerson: true };
  }
  const clause = near.slice(
    Math.max(...['，', ',', '。', '；', '”', '“', ' ', '\n'].map((mark) => near.lastIndexOf(mark))) + 1,
  );
  if (clause.length < 2 || clause.length > 20) return null;
  const described = clause.replace(LEAD, '');
  if (described.length < 2 || NO_SPEAKER.test(described)) return null;
  if (bodyEnd.test(described) && !endsInDescription(described))
    return { name: described, role: null, organization: described, isPerson: false };
  if (!endsInDescription(described) && !/(?:们|方面|人员)$/.test(described)) return null;
  return { name: described, ...splitGroup(described.replace(COUNTED, '')), isPerson: false };
}

/** Before somebody: how the sentence goes on, and whence it is known. */
const LEAD =
  /^(?:(?:但|而|不过|同时|其中|随后|此前|日前|近日|当天|对此|为此|目前|曾|另|根据|据|按照|针对|面对|其|还|就连|就|也|[\u4e00-\u9fff]{2,6}后(?=..))(?![^，]{0,1}$))+/;
const COUNTED = /^(?:有|一些|不少|许多|很多|多位|多名|一位|一名|几位|几名|该|这位|那位|这名|那名)+/;
/** Nobody: a share of many, a remark in brackets, a clause with its verb. */
const NO_SPEAKER =
  /[（()）％%、，：]|^(?:按|总|应|换|也|可以|老实|坦率|要|去|来|想|让|请|向|跟|给|为|在)|[了着把被]|要求|接到|还要|曾有|可见/;

/** What a description says beside itself: `某大学校警` has an organization and a role, `海外网友` has neither. */
function splitGroup(description: string): Pick<Speaker, 'role' | 'organization'> {
  const { role, organization } = splitDescription(description);
  return organization === null && description.length > 3 ? { role: null, organization: null } : { role, organization };
}

/** The description before a name: what somebody is, and where. */
export function splitDescription(before: string): Pick<Speaker, 'role' | 'organization'> {
  const none = { role: null, organization: null };
  const clause = before.slice(
    Math.max(
      ...['，', ',', '。', '；', '：', '！', '？', '“', '”', '「', '」', '—', '…', ' ', '　', '\t'].map((mark) =>
        before.lastIndexOf(mark),
      ),
    ) + 1,
  );
  if (clause === '' || !endsInDescription(clause)) return none;
  const parts = clause.split(/[、,兼]/);
  // Only the parts that are posts themselves belong to the description.
  let first = parts.length - 1;
  while (first > 0 && endsInDescription(parts[first - 1] as string)) first -= 1;
  const separators = clause.slice(parts.slice(0, first).reduce((sum, part) => sum + part.length + 1, 0));
  const [head = '', ...rest] = [parts[first] as string, separators.slice((parts[first] as string).length)];
  const { role, organization } = splitHead(head);
  return { role: `${role}${rest.join('')}` || null, organization };
}

/** `青禾区柳巷社区的退休教师` into where and what. */
function splitHead(head: string): { role: string; organization: string | null } {
  const of = head.lastIndexOf('的');
  if (of > 0) {
    const place = head.slice(0, of).replace(/^(?:来自|家住|住在|在|作为|身为)/, '');
    const inner = splitHead(head.slice(of + 1));
    return { role: inner.role, organization: inner.organization ?? (isBody(place) ? place : null) };
  }
  const start = head
    .replace(/^.*(?:由|被|邀请|专访|采访|走访|看望|慰问|会见|赶到)了?/, '')
    .replace(/^(?:来自|家住|据|对此|都是出自|都是|就是|而|但|虽然|如果|因为|在|由|与|和|让|经|从|听|到|连)+/, '')
    .replace(/^.*?\d+[日时点分岁]/, '');
  for (let at = start.length - 2; at >= 2; at -= 1) {
    const place = start.slice(0, at);
    const role = start.slice(at);
    if (
      !bodyEnd.test(place) ||
      bodyPrefix.test(role) ||
      postPrefix.test(place) ||
      (place.endsWith('班') && role === '主任') ||
      DIVISION.test(place)
    )
      continue;
    return { role, organization: /^[该本我全各]/.test(place) ? null : place };
  }
  const named = OFFICER.exec(start);
  if (named?.[1] !== undefined && named[2] !== undefined) return { role: named[2], organization: named[1] };
  return { role: start, organization: null };
}

/** Officers of companies, whose names need not end like those of bodies: `青石重工总经理`. */
const OFFICER =
  /^((?!高级|资深|执行|常务|首席|联合|市场|品牌|技术|财务|运营|销售|产品|副)[\u4e00-\u9fffA-Za-z]{2,14}?)((?:高级|资深|执行|常务|首席|联合|市场|品牌|技术|财务|运营|销售|产品)*副?(?:董事长|总裁|总经理|首席.{1,3}官|CEO|CTO|创始人|总监|总编辑))$/;
/** Parts of a body that say nothing without it: they belong to the post. */
const DIVISION = /^(?:党委|党组|党总支|党支部|支部|村委会|居委会|董事会|理事会|监事会|[\u4e00-\u9fff]{2}[科室])$/;

/** Whether what stands before 的 is a body: it ends like one, or is a short name without a number or a verb in it. */
function isBody(place: string): boolean {
  return (
    bodyEnd.test(place) ||
    (/^[\u4e00-\u9fffA-Za-z]{2,8}$/.test(place) &&
      !isPersonalName(place) &&
      !/[在有是到着了过来去岁年多位名说话讲这那接近]/.test(place))
  );
}

/** What cannot begin a post: the rest of a body's name that was cut too early. */
const bodyPrefix = /^(?:委会|民政府|长$|场|门|员会|业|务|术)/;
/** What ends like a body and belongs to the post behind it: `高级市场总监`. */
const postPrefix = /(?:市场|技术|运营|销售|产品|财务|项目|人事|行政|品牌|研发|艺术|创意|工会|小组)$/;
