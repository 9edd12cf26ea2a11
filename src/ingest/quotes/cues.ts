/** Cues: the words next to quoted ones that say whose they are. */
import { createCodeSet, isIn, lastIndexIn, lengthWithout, WHITE_SPACE } from '../../text/code-set.js';
import { beginsWithVerb } from '../../text/words.js';
import { trimSubject } from './between.js';
import { canBe, VERB_START } from './characters.js';
import { reportingVerbs, sayingVerbs } from './lexicon.js';

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
  /^(?:说明|说服|说理|说法|说不|说到底|说完|说好|称号|称职|称为|称作|介绍信|要求的|问题|问责|问卷|问世|记者|讲座|讲究|讲话|讲解员|对比度|希望小学|建议书|建议[权案]|认为是|解释权|分析师|总结会|评论员|评论家|提出的|报告厅|通报会|强调的|承诺书|表示的|劝[阻返离退诫架学募业]|发言[人稿权]|感谢[信状]|[回来致复]信(?:地址|人|的|数量)|..(?:中心|体系|机构|系统|部门|小组|委员|办公|会议|专家))/;

/** Verbs of saying that are nouns as often. */
const nouns = new Set(
  '介绍 回应 评价 解释 建议 要求 通报 评论 留言 总结 回答 指示 批示 承诺 提醒 希望 描述 反映 感慨 感叹 分析 判断 倡议 质疑 提问'.split(
    ' ',
  ),
);

/** Before these nouns: `做了介绍`. */
const beforeNouns = createCodeSet('的了行作做些个次番份是');
/** What makes a word with a verb of one character: `传说`. */
const beginsWord = createCodeSet('小传听据再虽俗可来所自名职简统合号宣别尊堪下又史旧代全顾访慰疑');

/** What says that no words follow, or that the subject is whom they were said to: `拒绝回应`, `被要求`. */
const UNSAID = /(?:拒绝|不愿|不予|尚未|并未|未有|没有|无法|[^，]未|被(?:对方|[他她人]们?)?)$/;

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
  const hasMarks = clause.includes('“');
  for (let at = from; at < clause.length; at += 1) {
    if (!canBe(clause, at, VERB_START)) continue;
    for (const verb of verbs.get(clause.charAt(at)) ?? []) {
      if (!clause.startsWith(verb, at) || partOfWord.test(clause.slice(at, at + 4))) continue;
      // `他的回答`: a noun.
      if (verb.length === 2 && isIn(beforeNouns, clause, at - 1) && nouns.has(verb)) continue;
      // `又称` is what something is called, `又说` is not.
      const isWithin = isIn(beginsWord, clause, at - 1) && (verb === '称' || clause.charAt(at - 1) !== '又');
      if (verb.length === 1 && (isWithin || clause.startsWith('或者', at - 2))) continue;
      // `人称“…”`: what somebody is called.
      if (verb === '称' && /(?:^|，)人$/.test(clause.slice(Math.max(0, at - 2), at))) continue;
      // `从“回答问题”到…`: in a term.
      if (hasMarks && clause.lastIndexOf('“', at) > clause.lastIndexOf('”', at)) continue;
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
const ADDRESSED = new Set(
  '问 反问 追问 询问 告诉 提醒 叮嘱 嘱咐 回答 劝 安慰 鼓励 呼吁 恳请 埋怨 责怪 责备 数落 催促'.split(' '),
);

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
  /^(?:[\d一二三四五六七八九十]|[昨今当明]|虽然|尽管|由于|因为|但|近日|日前|随后|对此|北京时间|采访|电话|会[上议]|在|面对|谈|提|说|看|见[到状此]|回|得知|听|据|从|为|每|此前|事后|目前|正|[上下中]午|晚)|(?:时|后|中|上|里|下|前|间|日|晚|外|点|多)$/;
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
  let at = /^[，,、\s—―－…-]*/.exec(after)?.[0].length ?? 0;
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
  const cue = found && verb ? describe(found.clause, verb, found.at, true) : null;
  // `”正在忙活的某某直起腰来，乐呵呵地说。`
  return cue === null || (cue.subject === '' && !TOLD_OF.test(after)) ? (readActing(after) ?? cue) : cue;
}

/** A clause that only says what was spoken or thought of. */
const TOLD_OF = /^[谈说提看想回望听面随接问]/;
/** Two clauses that end a sentence. */
const ACTING = /^([^，。！？；：“”「」\n]{3,24})，([^，。！？；：“”「」\n]{2,20})[。！？]/;

/** Reads `”X蹲在地头，扒开泥土说。`: who does something, and says it in a clause without a subject. */
function readActing(after: string): Cue | null {
  const [, acts = '', says = ''] = ACTING.exec(after) ?? [];
  const verb = findVerb(says, saying, 1);
  if (verb === null || verb.at + verb.verb.length < says.length) return null;
  if (!beginsWithVerb(says) && trimSubject(says.slice(0, verb.at)) !== '') return null;
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
  const trimmed = trimSubject(words);
  const subject = trimmed.replace(
    /^.*(?:援引|引述|引用|转述|只[听见]|但见|听[到见](?!消息|这|此|那)|被(?!问|[^，]{0,12}问|记者|指)(?=[^，]{2,12}$))/,
    '',
  );
  return { subject, subjectEnd: offset + trimmed.length, verb, verbEnd, adjacent };
}
