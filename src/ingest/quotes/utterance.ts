/** Whether words inside marks were uttered, or are a slogan, a name, a term or a title that stands there. It asks not by whom. */
import type { Cue } from './cues.js';
import { bodyEnd, proverbial } from './lexicon.js';

/** What surrounds the marks, within their line. */
export interface Setting {
  before: string;
  after: string;
  cueBefore: Cue | null;
  cueAfter: Cue | null;
  /** Whether somebody has spoken or was named in this paragraph already. */
  goesOn: () => boolean;
  /** What stands behind the last of the marks that follow one another without a gap. */
  behindAll: string;
  /** Whether the marks right before hold no utterance. */
  behindTerm: boolean;
}

/** What binds marks into the sentence around them: `以“…”为主题`, `开展“…”`. */
const BOUND_BEFORE =
  /(?:[以为叫和与、的《]|叫做|叫作|所谓|称为|称作|称之为|名为|题为|荣获|获得|授予|被评为|被誉为|打造|实施|开展|树立|坚持|围绕|聚焦|按照|秉承|突出|实行|推行|建立|出台|实现|做到|形成|构建|促进|推进|完成|喊响|题写着|[写印挂贴刻]着|写有|印有|主题是|口号是|喊出|昵称|网名|微信号|公众号|微博|账号|网友|网民|用户|楼主|博主|栏目|节目|频道|歌曲|电影|小说|[（(][^（()）“]{0,6}称)$/;
const BOUND_AFTER =
  /^(?:[的之等式型类]|[\u4e00-\u9fff]{0,4}(?:制度|工程|活动|行动|模式|机制|战略|目标|理念|精神|项目|计划|政策|方针|原则|品牌|称号|话题|事件|案件|字样|字幕|横幅|标语|口号|一词|二字|两字|四字|一文|传说|说法))/;
const ENDS_SENTENCE = /[。！？…!?][’』]?$/;
const FREE_AFTER = /^(?:\s*[，。；！？、）)“”…,.;!?(（]|$)/;
/** What stands before words that begin a clause of their own. */
const CLAUSE_BEFORE = /(?:[。！？，,；：:…”」』\s]|^|[，,；](?:但是?|而且?|并且?|因为|所以|却|又|还|只是|不过))$/;
const STARTS_SENTENCE = /(?:[。！？…”」]|^)$/;
/** What a law or a plan says. */
const STATED =
  /(?:法|条例|规定|办法|章程|意见|通知|纲要|规划|方案|准则|决定|决议|公报|条款?)》?(?:第[^，。]{1,10}[条款项])?(?:[^，。]{0,4})(?:规定|明确|提出|要求|写[到道明])[：:，,]?$/;
/** What a paper says that nobody speaks in: `结论却称“无异常”`. */
const CONCLUDED =
  /(?:结论|诊断|鉴定|病历|记录|处方|标签|包装|说明书)[^，。“”]{0,6}(?:称|显示|载明|注明|写[着道明])[：:，]?$/;
/** What an article of a law or a contract says, quoted right behind its number. */
const ARTICLE =
  /第\s?[\d一二三四五六七八九十百]{1,6}\s?[条款][^，。“”]{0,4}$|(?:合同|协议书?)[上中]?[^，。“”]{0,6}(?:约定|载明|写明)[：:，]?$/;
/** What one says in general: `往往会说`. */
const GENERAL = /(?:往往|常常)会?(?:说|讲)[，,：:]?$/;
/** What somebody answers with: `以“…”拒绝`. */
const ANSWERED = /^(?:而[^，。]{0,4}(?:拒绝|回绝)|(?:断然|一口|婉言)?(?:拒绝|回绝|婉拒|谢绝)|回应|作答|回敬|搪塞)/;
/** What several were heard to say, one pair of marks each: `“…”“…”……这样的留言`. */
const HEARD =
  /^(?:[…—，]{0,2}[^，。]{0,16})(?:讨论|议论|建议|意见|声音|呼声|呼喊|留言|评论|提问|问题|感叹|赞叹|点赞|话语)/;
/** What a term is short for, or what it is called elsewhere. */
const ASIDE = /^[（(][^（(）)]{1,24}[）)]/;
/** What makes two or three characters say something: `当然有`. */
const SHORT_CLAUSE = /[有是不没会要能我你咱了吧啊]/;
const SAYS = /^(?:表示|回应|回复|坦言|直言)$/;
/** Behind a colon they stand for what was uttered, however short. */
const UTTERS = /[说道喊叫问答]$/;
/** Before the marks: that what was said stands in them. */
const SAID_IS =
  /(?:句话|[番席]话|话语|口头禅|问题|回答|答案|答复|回复|回应|要求|愿望|心愿|感受|感觉|看法|观点|想法|体会|说法)(?:就|便|都|只|仍)?是[：:，,]?$|[说讲]过?的(?:[这那一]|[这那]一)句(?:话)?[：:，,]?$|的话来?[说讲][，,：:]?(?:就是|是)?$/;
/** Before a colon: that a term stands behind it. */
const TERM_IS =
  /(?:理念|概念|名[词字称]|模式|主题|口号|标语|横幅|课题|目标|疗法|技术|方法|做法|原则|精神|品牌|称号|荣誉|[下简俗合统]称)[：:]?$/;
/** Verbs whose object is what was uttered, however short. */
const SHORT_SPEECH =
  /^(?:[^传听据]?[喊叫问答骂]|大[喊叫呼]|高[喊叫呼]|惊呼|喊道|回答|答道|反问|追问|求助|承认|批评|直呼|吐槽|调侃|评论|留言|回了?句|说了?句)$/;
/** Before words that go on with the sentence they stand in. */
const GOVERNED = /(?:要|必须|(?<![回响反呼照])应|应当|将|就是)$/;
/** How people talk. */
const COLLOQUIAL = /[我咱你吗呢吧啊]|了$/;
/** Verbs that short terms are woven in behind: `感到“本领恐慌”`. */
const WEAVES = /^(?:感到|觉得|要求|强调|鼓励|请求|希望|讲述|讲|写)$/;
const SHORTEST_WOVEN = 8;
/** Words of somebody about himself. */
const SELF = /我|咱/;
/** Longer ones are hardly terms. */
const LONGEST_TERM = 8;
const SHORTEST_CLAUSE = 5;
/** Of more than one clause, words are no term that is woven into a sentence. */
const LONGEST_WOVEN = 16;

/** Whether words in marks that run into the sentence behind them are a name: short without a clause in it, or named like a body. */
function isNamed(words: string): boolean {
  return (
    bodyEnd.test(words) ||
    /[^不可]行$/.test(words) ||
    (words.length <= LONGEST_TERM && !/[，,我你他她们了吧呢啊吗是不没有]/.test(words))
  );
}

/** Whether somebody said the words between the marks. */
export function isUtterance(
  words: string,
  { before, after, cueBefore, cueAfter, goesOn, behindAll, behindTerm }: Setting,
): boolean {
  const bare = words.trim();
  const whole = ENDS_SENTENCE.test(bare);
  const start = before.trimEnd();
  if (
    bare.length < 2 ||
    proverbial.test(before) ||
    STATED.test(before) ||
    CONCLUDED.test(before) ||
    GENERAL.test(start) ||
    ARTICLE.test(start)
  )
    return false;
  // `“某某小组”调查称`, `“某某明星”候选人采取…推荐`: the name of whom the clause is about.
  if (!whole && !/[，,]$/.test(bare) && /^[\u4e00-\u9fff]/.test(after) && isNamed(bare)) return false;
  // `宣传“全民反诈”“预警别忽视”`: the next of a list of terms.
  if (!whole && behindTerm && !COLLOQUIAL.test(bare)) return false;
  const free = FREE_AFTER.test(after);
  const opensClause = CLAUSE_BEFORE.test(start);
  const adjacent = cueBefore?.adjacent === true;
  // `指出，要“四菜一汤”`: a term, when it is short.
  if (adjacent && !whole && GOVERNED.test(start) && !SAID_IS.test(start)) return bare.length >= 10 && free;
  // `表示，“某某事件”，带来…` only begins what was said with a term.
  const opensWithTerm = bare.length <= LONGEST_TERM && !/[，,。；]/.test(bare) && /^[，,]/.test(after);
  const term = opensWithTerm && (/[，,]$/.test(start) || cueBefore?.verb == null);
  if (adjacent && cueBefore.verb !== null) {
    if (whole) return true;
    if (
      WEAVES.test(cueBefore.verb) &&
      /[\u4e00-\u9fff]$/.test(start) &&
      bare.length < SHORTEST_WOVEN &&
      !COLLOQUIAL.test(bare)
    )
      return false;
    const isSpoken = SHORT_SPEECH.test(cueBefore.verb) || (SAYS.test(cueBefore.verb) && SHORT_CLAUSE.test(bare));
    if ((bare.length >= 4 || isSpoken) && free) return !term || isSpoken;
    if (free && UTTERS.test(cueBefore.verb) && /[：:]$/.test(start)) return true;
  }
  // `“从棉衣到皮鞋，”某某指着…说`: it goes on behind who says it.
  if (/[，,]$/.test(bare) && STARTS_SENTENCE.test(start) && bare.length >= SHORTEST_CLAUSE) return true;
  if (SAID_IS.test(start)) return bare.length >= SHORTEST_CLAUSE || free;
  if (!whole && TERM_IS.test(start)) return false;
  if (start.endsWith('以') && bare.length >= SHORTEST_CLAUSE && ANSWERED.test(after)) return true;
  if (BOUND_BEFORE.test(start)) return whole && bare.length >= 12 && cueAfter !== null;
  if (whole)
    return (
      bare.length >= (/[，,：:]$/.test(start) ? 4 : 6) ||
      adjacent ||
      cueAfter !== null ||
      (bare.length > 2 && STARTS_SENTENCE.test(start))
    );
  if (adjacent) return bare.length >= 4 && free && !term;
  if (BOUND_AFTER.test(after.replace(ASIDE, ''))) return false;
  if (cueAfter !== null && opensClause && (bare.length >= 5 || /[，,]$/.test(bare))) return true;
  // `表示，…而是“…，…”。`: woven into what somebody says, and too long for a term.
  if (!opensClause)
    return (
      cueBefore !== null && free && !GOVERNED.test(start) && bare.length >= LONGEST_WOVEN && /[，,。；]/.test(bare)
    );
  if (SELF.test(bare) && bare.length >= SHORTEST_CLAUSE && /^[。]/.test(after)) return true;
  if (HEARD.test(behindAll)) return bare.length >= 6;
  // `“…可以选择的”。某某举例`: words alone at the head of a paragraph.
  if (start === '' && bare.length >= 12 && /^[。，]/.test(after)) return true;
  if (bare.length < (/[的了吧呢啊吗]$/.test(bare) ? SHORTEST_CLAUSE : LONGEST_TERM)) return false;
  return /^(?:[，。；,]|$)/.test(after) && (cueBefore !== null || goesOn());
}
