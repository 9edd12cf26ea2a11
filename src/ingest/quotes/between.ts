/** What stands between a subject and its verb of saying: how, when, where and to whom something was said. */
import { endsInDescription } from '../../domain/names.js';
import { createCodeSet, isIn, lengthWithout, WHITE_SPACE } from '../../text/code-set.js';
import { isWord } from '../../text/words.js';
import { writers } from './lexicon.js';
import { readNameAtEnd } from './person-name.js';

/** What parts a subject from what stands behind it. */
const gaps = createCodeSet(`，,${WHITE_SPACE}`);
/** How it was said: `激动地说`, `无奈表示`, `再次强调`. */
const MANNER =
  /(?:逢人[便就]|见人[便就]|总是|经?常|时常|不时|(?<![出究务诊疗招])所|[也还则都曾并就便又再更却才均皆亦既仍只曾]|进一步|一面|纷纷|特别|同时|由衷|一边|一再|多次|再三|再次|反复|明确|公开|当场|当时|当庭|随后|随即|事后|近日|日前|今天|昨天|昨日|今日|当天|接着|最后|最终|首先|自豪|不禁|禁不住|连连|不由得|忍不住|笑呵呵|乐呵呵|喜滋滋|笑眯眯|微笑着|笑着|哭着|哽咽着|流着泪|拉着|掰着手指头|开心|高兴|兴奋|激动|愤怒|气愤|生气|骄傲|无奈|坦率|坦诚|直接|直率|感动|动情|深情|痛心|担忧|惊讶|欣慰|严肃|郑重|幽默|谦虚|诚恳|平静|淡定|坚定|热情|耐心|详细|简单|如此|这样|一致|共同|主动|亲口|亲自|不断|一直|始终|向来|立即|马上|立刻|赶紧|即席|诙谐|风趣|话锋一转|依然|仍然|出面|站出来|开口|愿意|一度|最近|第一时间|目前|此前|近期|曾经|刚刚|连忙|赶忙|急忙|如是|这么|彼时|那时|届时|甚至|可能|回头|事先|是?这样|转身|点头|摇头|摆手|挥手|[大高小轻低连齐]声|(?:可能|也许|或许|往往|常常|经常|[总还就都])会)$/;
const MANNER_CLAUSE =
  /(?:语重心长|意味深长|兴致勃勃|信心满满|深有感触|毫不犹豫|情不自禁|喜笑颜开|斩钉截铁|[\u4e00-\u9fff]([\u4e00-\u9fff])\1|[\u4e00-\u9fff]{2}|(?<=[他她人生士长员民])[^，。地]{2,8})地$/;
/** How and when: what can stand between a subject and its verb, and characters that it is told by at most. */
const SHORT: readonly (readonly [pattern: RegExp, reach: number])[] = [
  [MANNER, 6],
  [MANNER_CLAUSE, 11],
  [/(?:的话|表态|回应|(?<=.)声明|解释|分析|补充|强调|回答|坦言|留言|跟帖|发帖|发文|发微博|发朋友圈|回复)$/, 4],
  [
    /(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日月](?:[上中下]午|晚间?|凌晨|当天)?|(?:[上本]?周|星期)[一二三四五六日天])$/,
    13,
  ],
];
/** Where and to whom. */
const LONG: readonly RegExp[] = [
  /(?:看[到完见]|[得获]知|听[到说完]|了解到|见到|[收接]到|获悉|想到|提及)[^，。的]{0,16}(?:[之以]?后|时)$/,
  /(?:在|于)[^，。在]{0,24}(?:上|时|中|后|里|前|间|会|现场|期间|之际)$/,
  /(?:在|于)?(?:接受|回应|回答|回复)[^，。]{0,20}(?:采访|专访|提问|询问|问询|记者)(?:时|中|后)?$/,
  /(?:在|通过|就)[^，。在]{1,16}(?:微博|微信|朋友圈|平台|网站|推特|电话|邮件|信|文章?|一事|问题|事件)(?:中|上|里)?$/,
  /(?:针对|(?<![反绝针一两几])对(?![方手象面此])|向(?!导)|跟|同(?![学事志伴胞乡行系班校村组队龄辈级室桌])|给|与(?!会))[^，。对向]{1,16}$/,
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
export function trimSubject(subject: string): string {
  let text = subject;
  for (;;) {
    const name = readNameAtEnd(text);
    if (name !== null && !LONG_START.test(text.slice(0, -name.length))) break;
    const shorter = dropBetween(text);
    // `书记常向某`: what looks like whom it was said to can be the name. `冉某对队友常某`: it was said to who has it.
    if (name !== null && !(text.length - shorter.length > name.length && endsInSomebody(shorter))) break;
    // `一位|对行情有了解的人士`: a number alone is nobody.
    if (shorter === text || isDescribed(text, shorter)) break;
    text = shorter;
  }
  return text;
}

/** Whether words end with whom a verb can have for its subject. */
function endsInSomebody(text: string): boolean {
  return endsInDescription(text) || readNameAtEnd(text) !== null;
}

/** Whether what is left out says who it is that was counted: `一位|对行情有了解的人士`, `一位多年参|与管理的人士`. */
function isDescribed(text: string, shorter: string): boolean {
  const dropped = text.slice(shorter.length);
  // `与记者同机的一对夫妇`: all there is.
  if (shorter === '' && OF_SOMEBODY.test(dropped)) return endsInDescription(dropped) && !writers.test(dropped);
  const [, begun] = COUNTED.exec(shorter) ?? [];
  if (begun === undefined) return false;
  return begun === '' || (dropped.lastIndexOf('的') > 0 && endsInDescription(dropped) && !writers.test(dropped));
}
/** What somebody does, and who it is. */
const OF_SOMEBODY = /^[与和同在用坐站拿抱].+的[^的]{2,10}$/;
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
