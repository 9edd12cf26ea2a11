/** Cues: the words next to quoted ones that say whose they are. */
import { canBe, VERB_START } from './characters.js';
import { reportingVerbs, sayingVerbs } from './lexicon.js';
import { readNameAtEnd } from './mention.js';

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
  /^(?:说明|说服|说法|说不|说到底|说完|说好|称号|称职|称为|称作|介绍信|要求的|问题|问责|问卷|问世|记者|讲座|讲究|讲话|讲解员|对比度|希望小学|建议书|建议[权案]|认为是|解释权|分析师|总结会|评论员|评论家|提出的|报告厅|通报会|强调的|承诺书|表示的)/;

function findVerb(
  clause: string,
  verbs: ReadonlyMap<string, readonly string[]>,
  from: number,
): { at: number; verb: string } | null {
  for (let at = from; at < clause.length; at += 1) {
    if (!canBe(clause, at, VERB_START)) continue;
    for (const verb of verbs.get(clause.charAt(at)) ?? []) {
      if (!clause.startsWith(verb, at) || partOfWord.test(clause.slice(at, at + 4))) continue;
      if (/[小传听据再虽俗可来者所自名职简统号宣别尊堪]$/.test(clause.slice(0, at)) && verb.length === 1) continue;
      return { at, verb };
    }
  }
  return null;
}

/** Reads the cue before the marks: `X说：“`, `X表示，“`, `X：“`, or a verb earlier in the same sentence. */
export function readCueBefore(before: string): Cue | null {
  const bare = before.replace(/[：:，,\s]+$/, '');
  const sentence = Math.max(...['。', '！', '？', '；', '”', '」'].map((mark) => bare.lastIndexOf(mark))) + 1;
  const clause = bare.slice(sentence);
  if (clause === '') return null;
  let last: { at: number; verb: string } | null = null;
  for (let from = 0; ; ) {
    const next = findVerb(clause, saying, from);
    if (next === null) break;
    last = next;
    // `李某还记得张某跟他说`: who remembers speaks, whatever was said then.
    if (/^(?:记得|回忆)/.test(next.verb)) break;
    from = next.at + next.verb.length;
  }
  const colon = /[：:]\s*$/.test(before);
  if (last !== null) {
    const rest = clause.slice(last.at + last.verb.length);
    const adjacent = colon ? rest.length <= 24 : /^(?:了|着|道|起|大家|我们|[^，]{0,20}记者)?$/.test(rest);
    return describe(clause, last, sentence, adjacent);
  }
  if (!colon) return null;
  return { ...trim(clause, sentence), verb: null, verbEnd: before.length, adjacent: true };
}

/** What may stand between the closing mark and who spoke. */
const TIME =
  /^[，,、\s]*(?:(?:\d{1,2}月\d{1,2}日|昨日|昨天|今天|今日|近日|日前|当天|随后|对此|\d{1,2}日)[^，,。“”]{0,6}[，,])?/;

/** Reads the cue behind the marks: `”X说`, `”，X表示`, up to the end of the clause. */
export function readCueAfter(after: string): Cue | null {
  const lead = TIME.exec(after)?.[0].length ?? 0;
  const clause = /^[^，,。！？；：“”「」\n]{2,60}/.exec(after.slice(lead))?.[0];
  if (clause === undefined) return null;
  const verb = findVerb(clause, saying, 1);
  return verb && describe(clause, verb, lead, true);
}

/** Reads `X表示，…` at the start of a sentence, for speech without marks. */
export function readReport(sentence: string): Cue | null {
  const verb = findVerb(sentence.slice(0, 160), reporting, 1);
  if (verb === null) return null;
  const clause = verb.at > 40 ? sentence.lastIndexOf('，', verb.at) + 1 : 0;
  return describe(sentence.slice(clause), { ...verb, at: verb.at - clause }, clause, true);
}

function describe(clause: string, { at, verb }: { at: number; verb: string }, offset: number, adjacent: boolean): Cue {
  return { ...trim(clause.slice(0, at), offset), verb, verbEnd: offset + at + verb.length, adjacent };
}

/** Leaves out what stands between a subject and its verb: how, when and to whom it was said. */
function trim(subject: string, offset: number): Pick<Cue, 'subject' | 'subjectEnd'> {
  let text = subject;
  for (let before = ''; before !== text; ) {
    before = text;
    // `书记常向某`: what looks like whom it was said to can be the name.
    if (readNameAtEnd(text) !== null) break;
    text = text
      .replace(/[\s，,]+$/, '')
      .replace(
        /(?:也|还|则|都|曾|并|就|便|又|再|更|却|才|进一步|纷纷|特别|同时|由衷|一边|一再|多次|明确|公开|当场|随后|事后|近日|日前|今天|昨天|昨日|接着|最后|自豪|不禁|连连|不由得|笑呵呵|乐呵呵|微笑着|笑着|哽咽着|拉着|掰着手指头|开心|骄傲|无奈|坦率)$/,
        '',
      )
      .replace(
        /(?:语重心长|意味深长|兴致勃勃|信心满满|深有感触|毫不犹豫|情不自禁|喜笑颜开|斩钉截铁|[\u4e00-\u9fff]{2})地$/,
        '',
      )
      .replace(/(?:在|于)[^，。在]{1,20}(?:上|时|中|后|里|前|间|会|现场|期间)$/, '')
      .replace(/(?:在)?接受[^，。]{0,20}采访(?:时|中)?$/, '')
      .replace(/(?:对|向|跟)[^，。对向]{1,16}$/, '')
      .replace(/用[^，。]{1,12}$/, '')
      .replace(/^.*(?:援引|引述|引用)|的话$/g, '')
      .replace(/(?:指着|看着|望着|站在|坐在|捧着|拿着|拉着|握着|翻着|打开|摸着|抹着|回忆起)[^，。]{0,24}$/, '');
  }
  return { subject: text, subjectEnd: offset + text.length };
}
