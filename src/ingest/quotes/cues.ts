/** Cues: the words next to quoted ones that say whose they are. */
import { endsInDescription } from '../../domain/names.js';
import { createCodeSet, isIn, lastIndexIn, lengthWithout, WHITE_SPACE } from '../../text/code-set.js';
import { beginsWithVerb, isWord } from '../../text/words.js';
import { canBe, VERB_START } from './characters.js';
import { reportingVerbs, sayingVerbs, writers } from './lexicon.js';
import { readNameAtEnd } from './person-name.js';

export interface Cue {
  /** The words that name the speaker, without what stands between them and the verb. */
  subject: string;
  /** Where the subject ends, counted from the start of the text that was read. */
  subjectEnd: number;
  /** As printed; null behind a bare colon. */
  verb: string | null;
  /** Where the verb ends. */
  verbEnd: number;
  /** Whether the verb stands right at the marks. */
  adjacent: boolean;
}

/** Index of verbs by their first character, so that each place of a text is looked at once. */
function indexVerbs(verbs: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const verb of verbs) {
    const first = verb.charAt(0);
    index.set(first, [...(index.get(first) ?? []), verb]);
  }
  return index;
}
const saying = indexVerbs(sayingVerbs);
const reporting = indexVerbs(reportingVerbs);

/** What looks like a verb of saying and is part of another word. */
const partOfWord =
  /^(?:说明|说服|说法|说不|说到底|说完|说好|称号|称职|称为|称作|介绍信|要求的|问题|问责|问卷|问世|记者|讲座|讲究|讲话|讲解员|对比度|希望小学|建议书|建议[权案]|认为是|解释权|分析师|总结会|评论员|评论家|提出的|报告厅|通报会|强调的|承诺书|表示的|劝[阻返离退诫架学募业]|发言[人稿权]|感谢[信状]|[回来致复]信(?:地址|人|的|数量)|..(?:中心|体系|机构|系统|部门|小组|委员|办公|会议|专家))/;

/** Verbs of saying that are nouns as often. */
const nouns = new Set(
  '介绍 回应 评价 解释 建议 要求 通报 评论 留言 总结 回答 指示 批示 承诺 提醒 希望 描述 反映 感慨 感叹 分析 判断 倡议 质疑 提问'.split(
    ' ',
  ),
);

/** Before these nouns: `做了介绍`. */
const beforeNouns = createCodeSet('的了行作做些个次番份是');
/** What makes a word with a verb of one character: `传说`. */
const beginsWord = createCodeSet('小传听据再虽俗可来所自名职简统号宣别尊堪下又史旧代全顾访慰疑');

/** What says that no words follow, or that the subject is whom they were said to: `拒绝回应`, `被要求`. */
const UNSAID = /(?:拒绝|不愿|不予|尚未|并未|未有|没有|无法|[^，]未|被)$/;

/** What makes a noun of a verb of saying: `做了详细|介绍`. */
const MADE = /(?:[做作]|进行|给予|予以|听取)[了过][^，。]{0,6}$/;

/** How somebody comes to something, not what he says: `经朋友|介绍`. */
const BY_WAY_OF = /(?<![已曾财])经(?![理济营常过验])[^，。]{0,10}$/;

/** Acts that put words forward only when these follow: `写：“…”`. */
const BARE = new Set(['写', '喊', '曝', '指', '答']);

function findVerb(
  clause: string,
  verbs: ReadonlyMap<string, readonly string[]>,
  from: number,
): { at: number; verb: string } | null {
  for (let at = from; at < clause.length; at += 1) {
    if (!canBe(clause, at, VERB_START)) continue;
    for (const verb of verbs.get(clause.charAt(at)) ?? []) {
      if (!clause.startsWith(verb, at) || partOfWord.test(clause.slice(at, at + 4))) continue;
      // `他的回答`: a noun.
      if (verb.length === 2 && isIn(beforeNouns, clause, at - 1) && nouns.has(verb)) continue;
      if (verb.length === 1 && (isIn(beginsWord, clause, at - 1) || clause.startsWith('或者', at - 2))) continue;
      // `人称“…”`: what somebody is called.
      if (verb === '称' && /(?:^|，)人$/.test(clause.slice(Math.max(0, at - 2), at))) continue;
      if (verb.length > 1 && UNSAID.test(clause.slice(0, at))) continue;
      if (nouns.has(verb) && MADE.test(clause.slice(Math.max(0, at - 10), at))) continue;
      if (nouns.has(verb) && BY_WAY_OF.test(clause.slice(Math.max(0, at - 12), at))) continue;
      if (BARE.has(verb) && !/^[，,：:]?$/.test(clause.charAt(at + 1))) continue;
      return { at, verb };
    }
  }
  return null;
}

/** Verbs that name between themselves and the words whom they are for: `家长问老师“…”`. */
const ADDRESSED = new Set('问 反问 追问 询问 告诉 提醒 叮嘱 嘱咐 回答 劝 安慰 鼓励'.split(' '));

/** Verbs that state what is to be done, and what stands between them and words that they govern: `指出，要“…”`. */
const STATES = new Set('说 表示 指出 强调 要求 提出 呼吁 希望'.split(' '));
const GOVERNED = /^[，,]?(?:要|必须|应当?|将|就是)$/;

/** Verbs that stand before whom something is told, and may have another verb behind it. */
const TELLS = new Set('告诉 提醒 劝 叮嘱 嘱咐 告知'.split(' '));

/** A clause of its own behind a verb, about somebody who was named before. */
const OWN_SUBJECT = /，(?:但是?|而|不过|于是|后来)?[他她](?![们的])[^，]{2,}$/;

/** What stands between a cue and the marks, and before its sentence. */
const between = createCodeSet(`：:，,${WHITE_SPACE}`);
const sentenceEnds = createCodeSet('。！？；!?;');

/** Reads the cue before the marks: `X说：“`, `X表示，“`, `X：“`, or a verb earlier in the same sentence. */
export function readCueBefore(before: string): Cue | null {
  const bare = before.slice(0, lengthWithout(between, before));
  const sentence = lastIndexIn(sentenceEnds, bare) + 1;
  const clause = bare.slice(sentence);
  if (clause === '') return null;
  let first: { at: number; verb: string } | null = null;
  let last: { at: number; verb: string } | null = null;
  for (let from = 0; ; ) {
    const next = findVerb(clause, saying, from);
    if (next === null) break;
    first ??= next;
    last = next;
    // `李某还记得张某跟他说`: who remembers speaks, whatever was said then.
    if (/^(?:记得|回忆)/.test(next.verb) && !clause.slice(next.at).includes('，')) break;
    from = next.at + next.verb.length;
  }
  const colon = /[：:]\s*$/.test(before);
  // `跟同事抱怨，但他总是这样想：“`: the clause before the colon has its own subject.
  if (colon && last !== null && OWN_SUBJECT.test(clause.slice(last.at))) last = null;
  if (last !== null) {
    const rest = clause.slice(last.at + last.verb.length);
    const adjacent = colon
      ? rest.length <= 24
      : (ADDRESSED.has(last.verb) && first === last
          ? /^[^，]{0,20}$/
          : /^(?:了|着|道|起|大家|我们|[他她我]们?|对方|[^，]{0,20}记者)?$/
        ).test(rest) ||
        (STATES.has(last.verb) && GOVERNED.test(rest));
    // `柳某告诉乔某说：“`: one who is told speaks not.
    if (
      adjacent &&
      first !== null &&
      first !== last &&
      TELLS.has(first.verb) &&
      !clause.slice(first.at, last.at).includes('，')
    )
      return describe(clause, first, sentence, true);
    // Who is farther away is whom the sentence is about: `院长解释，医生问过家属，“…”`.
    return describe(clause, adjacent ? last : (first ?? last), sentence, adjacent);
  }
  if (!colon) return null;
  return makeCue(clause, sentence, null, before.length, true);
}

/** Clauses that only say when or where: what may stand between the closing mark and who spoke. */
const CIRCUMSTANCE =
  /^(?:[\d一二三四五六七八九十]|[昨今当明]|虽然|尽管|由于|因为|但|近日|日前|随后|对此|北京时间|采访|会[上议]|在|面对|谈|提|说|看|见[到状此]|回|得知|听|据|从|为|每|此前|事后|目前|正|[上下中]午|晚)|(?:时|后|中|上|里|下|前|间|日|晚|外|点|多)$/;
/** `当记者问起…时`: when it was, whatever verb is in it. */
const OCCASION = /^当.*(?:时|后|之际)$/;
/** Clauses looked through behind the marks, at most, and characters of them. */
const CLAUSES = 3;
const CLAUSE = /[^，,。！？；：“”「」\n]+/y;

/** Where the clause that is about something begins in the words behind the marks, and what it says; null: nowhere near. */
export function skipCircumstances(
  after: string,
  isIt: (clause: string) => boolean,
): { at: number; clause: string } | null {
  let at = /^[，,、\s—―－-]*/.exec(after)?.[0].length ?? 0;
  for (let n = 0; n < CLAUSES; n += 1) {
    CLAUSE.lastIndex = at;
    const clause = CLAUSE.exec(after)?.[0];
    if (clause === undefined) return null;
    if (!OCCASION.test(clause) && isIt(clause)) return { at, clause };
    if (
      clause.length > (clause.startsWith('在') ? 48 : 24) ||
      !CIRCUMSTANCE.test(clause) ||
      !/[，,]/.test(after.charAt(at + clause.length))
    )
      return null;
    at += clause.length + 1;
  }
  return null;
}

/** Reads the cue behind the marks: `”X说`, `”，X表示`, `”昨天下午，X告诉记者`. */
export function readCueAfter(after: string): Cue | null {
  let verb: { at: number; verb: string } | null = null;
  const found = skipCircumstances(after, (clause) => {
    verb = findVerb(clause, saying, 1);
    return verb !== null;
  });
  return found && verb ? describe(found.clause, verb, found.at, true) : readActing(after);
}

/** Two clauses that end a sentence. */
const ACTING = /^([^，。！？；：“”「」\n]{3,24})，([^，。！？；：“”「」\n]{2,20})[。！？]/;

/** Reads `”X蹲在地头，扒开泥土说。`: who does something, and says it in a clause without a subject. */
function readActing(after: string): Cue | null {
  const [, acts = '', says = ''] = ACTING.exec(after) ?? [];
  const verb = findVerb(says, saying, 1);
  if (verb === null || verb.at + verb.verb.length < says.length) return null;
  if (!beginsWithVerb(says) && trim(says.slice(0, verb.at)) !== '') return null;
  return makeCue(acts, 0, verb.verb, acts.length + 1 + says.length, true);
}

/** Reads `X表示，…` at the start of a sentence, for speech without marks. */
export function readReport(sentence: string): Cue | null {
  const verb = findVerb(sentence.slice(0, 160), reporting, 1);
  // `说起一件事` says what it was about.
  if (verb === null || (verb.verb === '说' && /[起到出]/.test(sentence.charAt(verb.at + 1)))) return null;
  const clause = verb.at > 40 ? sentence.lastIndexOf('，', verb.at) + 1 : 0;
  return makeCue(sentence.slice(clause, verb.at), clause, verb.verb, verb.at + verb.verb.length, true);
}

function describe(clause: string, { at, verb }: { at: number; verb: string }, offset: number, adjacent: boolean): Cue {
  return makeCue(clause.slice(0, at), offset, verb, offset + at + verb.length, adjacent);
}

/** A cue whose subject, with what stands between it and the verb, begins at `offset`. */
function makeCue(words: string, offset: number, verb: string | null, verbEnd: number, adjacent: boolean): Cue {
  const trimmed = trim(words);
  const subject = trimmed.replace(
    /^.*(?:援引|引述|引用|转述|只[听见]|但见|听[到见](?!消息|这|此|那)|被(?!问|[^，]{0,12}问|记者|指)(?=[^，]{2,12}$))/,
    '',
  );
  return { subject, subjectEnd: offset + trimmed.length, verb, verbEnd, adjacent };
}

/** What parts a subject from what stands behind it. */
const gaps = createCodeSet(`，,${WHITE_SPACE}`);
/** How it was said: `激动地说`, `无奈表示`, `再次强调`. */
const MANNER =
  /(?:(?<![出究务诊疗招])所|[也还则都曾并就便又再更却才均皆亦既仍只曾]|进一步|一面|纷纷|特别|同时|由衷|一边|一再|多次|再三|再次|反复|明确|公开|当场|当时|当庭|随后|随即|事后|近日|日前|今天|昨天|昨日|今日|当天|接着|最后|最终|首先|自豪|不禁|禁不住|连连|不由得|忍不住|笑呵呵|乐呵呵|喜滋滋|笑眯眯|微笑着|笑着|哭着|哽咽着|流着泪|拉着|掰着手指头|开心|高兴|兴奋|激动|愤怒|气愤|生气|骄傲|无奈|坦率|坦诚|直接|直率|感动|动情|深情|痛心|担忧|惊讶|欣慰|严肃|郑重|幽默|谦虚|诚恳|平静|淡定|坚定|热情|耐心|详细|简单|如此|这样|一致|共同|主动|亲口|亲自|不断|一直|始终|向来|立即|马上|立刻|赶紧|即席|诙谐|风趣|话锋一转|依然|仍然|出面|站出来|开口|愿意|一度|最近|第一时间|目前|此前|近期|曾经|刚刚|连忙|赶忙|急忙|如是|这么|甚至|可能|回头|事先|是?这样|转身|点头|摇头|摆手|挥手|[大高小轻低连齐]声)$/;
const MANNER_CLAUSE =
  /(?:语重心长|意味深长|兴致勃勃|信心满满|深有感触|毫不犹豫|情不自禁|喜笑颜开|斩钉截铁|[\u4e00-\u9fff]([\u4e00-\u9fff])\1|[\u4e00-\u9fff]{2}|(?<=[他她人生士长员民])[^，。地]{2,8})地$/;
/** How and when: what can stand between a subject and its verb, and characters that it is told by at most. */
const SHORT: readonly (readonly [pattern: RegExp, reach: number])[] = [
  [MANNER, 6],
  [MANNER_CLAUSE, 11],
  [/(?:的话|表态|回应|(?<=.)声明|解释|分析|补充|强调|回答|坦言|留言|跟帖|发帖|发文|发微博|发朋友圈|回复)$/, 4],
  [/(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日月](?:[上中下]午|晚间?|凌晨|当天)?$/, 13],
];
/** Where and to whom. */
const LONG: readonly RegExp[] = [
  /(?:看[到完见]|[得获]知|听[到说完]|了解到|见到|[收接]到|获悉|想到|提及)[^，。的]{0,16}(?:[之以]?后|时)$/,
  /(?:在|于)[^，。在]{0,24}(?:上|时|中|后|里|前|间|会|现场|期间|之际)$/,
  /(?:在|于)?(?:接受|回应|回答|回复)[^，。]{0,20}(?:采访|专访|提问|询问|问询|记者)(?:时|中|后)?$/,
  /(?:在|通过|就)[^，。在]{1,16}(?:微博|微信|朋友圈|平台|网站|推特|电话|邮件|信|文章?|一事|问题|事件)(?:中|上|里)?$/,
  /(?:针对|(?<![反绝针])对(?![方手象面此])|向(?!导)|跟|同(?![学事志伴胞乡行系班校村组队龄辈级室桌])|给|与(?!会))[^，。对向]{1,16}$/,
  /(?<![通使采利适启应作专])用[^，。]{1,12}$/,
  /(?:指着|看着|望着|站在|坐在|捧着|拿着|拉着|握着|翻着|打开|摸着|抹着|擦着|抱着|牵着|回忆起|谈起|谈到|说起|提起|提到)(?!.*的(?:[这那一两几三][名位个对群些]|[他她]))[^，。]{0,24}$/,
];

/** What was issued, and remarks in brackets: `发布公告`, `（音）`. */
const ISSUE =
  /(?:(?:发[布表出]|公布)[^，。的“”]{0,4}(?:公告|通告|通报|报告|声明|消息|文章|公开信|评论)|[（(][^（()）]{1,24}[）)])$/;
/** What these end with. */
const issues = createCodeSet('告报明息章信论）)');

/** A character of what each of these begins with. */
const LONG_START = /[在于接回通就对向跟同给与用指看望站坐捧拿拉握翻打摸抹擦抱牵谈说提得获听了见收想]/;

/** Leaves out what stands between a subject and its verb: how, when, where and to whom it was said. */
function trim(subject: string): string {
  let text = subject;
  // `书记常向某`: what looks like whom it was said to can be the name.
  while (readNameAtEnd(text) === null) {
    const shorter = dropBetween(text);
    // `一位|对行情有了解的人士`: a number alone is nobody.
    if (shorter === text || isDescribed(text, shorter)) break;
    text = shorter;
  }
  return text;
}

/** Whether what is left out says who it is that was counted: `一位|对行情有了解的人士`, `一位多年参|与管理的人士`. */
function isDescribed(text: string, shorter: string): boolean {
  const [, begun] = COUNTED.exec(shorter) ?? [];
  if (begun === undefined) return false;
  const dropped = text.slice(shorter.length);
  return begun === '' || (dropped.lastIndexOf('的') > 0 && endsInDescription(dropped) && !writers.test(dropped));
}
const COUNTED = /[一两几有][位名个]([^，]{0,6})$/;

/** What of somebody was so: `情绪|激动地`. */
const STATE = /(?:情绪|语气|声音|神情|表情|心情|态度|语调)$/;

/** Words of how, behind which 地 stands: `不好意思|地`, `笑呵呵|地`. */
function readManner(text: string): string | null {
  for (const length of [4, 3, 2]) {
    const words = text.slice(-1 - length, -1);
    const isTwice = /^(?:.(.)\1|(.)\2(.)\3)$/.test(words);
    if (words.length === length && !/^[他她我]/.test(words) && (isTwice || isWord(words))) return `${words}地`;
  }
  return null;
}

function dropBetween(text: string): string {
  const manner = text.endsWith('地') ? readManner(text) : null;
  if (manner !== null) return text.slice(0, -manner.length).replace(STATE, '');
  const length = lengthWithout(gaps, text);
  if (length < text.length) return text.slice(0, length);
  if (isIn(issues, text, text.length - 1)) {
    const issue = ISSUE.exec(text.slice(-26));
    if (issue) return text.slice(0, -issue[0].length);
  }
  for (const [pattern, reach] of SHORT) {
    const match = pattern.exec(text.slice(-reach));
    if (match) return text.slice(0, -match[0].length);
  }
  if (!LONG_START.test(text)) return text;
  for (const pattern of LONG) {
    const match = pattern.exec(text);
    if (match) return text.slice(0, match.index);
  }
  return text;
}
