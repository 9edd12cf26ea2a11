/** Descriptions taken apart: where one begins in what stands before a name, and the posts that it is made of. */
import { endsInDescription } from '../../domain/names.js';
import { createCodeSet, isIn, lastIndexIn } from '../../text/code-set.js';
import { beginsWithVerb } from '../../text/words.js';
import { bodyEnd, occupations } from './lexicon.js';
import { readNameAtEnd } from './person-name.js';
import { type Post, splitPost } from './post.js';

/** What somebody is, and where. */
export interface Position {
  role: string | null;
  organization: string | null;
}

/** What stands before a clause. */
const clauseEnds = createCodeSet('，,。；：:！？“”「」—… \u3000\t');

/** The description before a name: what somebody is, and where. */
export function splitDescription(before: string): Position {
  const none = { role: null, organization: null };
  const clause = before.slice(startOfPosts(before));
  if (clause === '' || !endsInDescription(clause)) return none;
  const lead = readLead(clause);
  return splitPosts(clause.slice(lead + endOfOther(clause.slice(lead))), before.slice(0, -clause.length));
}

/** Where the clause with the posts begins that a text ends with: posts before a comma go with those behind it. */
function startOfPosts(text: string): number {
  let start = lastIndexIn(clauseEnds, text) + 1;
  while (isIn(commas, text, start - 1)) {
    const from = lastIndexIn(clauseEnds, text, start - 1) + 1;
    const posts = text.slice(from, start - 1).split('、');
    if (!posts.every(isPost)) break;
    start = from;
  }
  return start;
}

/** Whether words are a post, with or without its body, and nothing else. */
function isPost(words: string): boolean {
  if (!POST.test(words) || !endsInDescription(words) || beginsWithVerb(words)) return false;
  return splitPost(words).role.length <= LONGEST_POST && !runsOn(words);
}
const commas = createCodeSet('，,');
/** Whether somebody does something in the words: `县长|陪同村民`. */
function runsOn(words: string): boolean {
  for (let end = 2; end < words.length - 1; end += 1)
    if (endsInDescription(words.slice(0, end)) && beginsWithVerb(words.slice(end))) return true;
  return false;
}
/** Longer ones have something else in them. */
const LONGEST_POST = 7;
/** A post that no verb is in. */
const POST = /^[^了着过来去说走看叫把被让给是有在从到对向和与的我你他她、]{2,16}$/;

/** A body that is written in letters, before who belongs to it. */
const LETTERS = /(?<![A-Za-z])([A-Z][A-Za-z&.-]+(?: [A-Z&][A-Za-z&.-]*){0,4})的$/;

/** What somebody does where he is. */
const DOING = new RegExp(`(?:${occupations.join('|')})的$`);

/** The body that a text ends with, with 的 or without: `青石医院外科的`; null when it ends with none. */
export function readBodyAtEnd(text: string): string | null {
  const letters = LETTERS.exec(text.slice(-60))?.[1];
  if (letters !== undefined) return letters;
  const clause = /[^，,。；：！？“”「」—…\s（）()、]*$/.exec(text)?.[0].replace(DOING, '').replace(/的$/, '') ?? '';
  let from = 0;
  for (const end of listLeads(clause)) from = end;
  const body = clause
    .slice(from)
    .replace(/^.{2,8}是(?=.{4})/, '')
    .replace(/^(?:来自|家住|住在|据|对此|是|由|与|和|让|经|从|听|到|请)+/, '')
    .replace(/^.*?\d+[日时点](?:晚|早|凌晨|[上中下]午)?/, '');
  return body.length > 2 && body.length <= 24 && bodyEnd.test(body) && !/^[该本我全各]/.test(body) ? body : null;
}

/** What a clause says before the description it ends with: adverbs, prepositions and verbs that no post or body is named with. */
const LEAD =
  /(?:[又也还并曾]|今[早晨晚天]|昨[天晚]|早)[和与同](?=.{3})|以及|以前|之前|后来|多次|再次|首次|另外(?![一几两])|还有|其中|目前|现任|时任|尤其|也是|曾是|又是|[对向跟给](?![象方策应联导日葵外手接阳此])|(?<![现存所实潜正内自])在(?![线职读校任岗野京编建逃场])|却|已经?|曾(?!经理)|拨打|[^支输导演突杰传进产付派][给到出见](?=.{3})|亦(?!庄)/g;

/** Where the description begins that a clause ends with. */
function readLead(clause: string): number {
  let from = 0;
  for (const end of listLeads(clause)) if (clause.length - end >= 2 && endsInDescription(clause.slice(end))) from = end;
  // `县文化馆馆长乔某和县图书馆馆长`: somebody else, and what he is.
  for (let at = clause.length - 3; at > Math.max(from, 3); at -= 1)
    if (isIn(joins, clause, at) && readNameAtEnd(clause.slice(from, at)) !== null) return at + 1;
  return from;
}

const joins = createCodeSet('和与及');

/** Where somebody else ends whom a description is joined to: `某某的儿子和|教师`. */
function endOfOther(description: string): number {
  const joint = /.*[和与及](?=.{2})/.exec(description)?.[0].length ?? 0;
  return joint > 2 && endsInDescription(description.slice(0, joint - 1)) ? joint : 0;
}

/** Where such words end in a clause. */
function listLeads(clause: string): number[] {
  const ends: number[] = [];
  LEAD.lastIndex = 0;
  while (LEAD.test(clause)) ends.push(LEAD.lastIndex);
  return ends;
}

/** Posts with their bodies, from where the clause turns to them; `before` is what stands before the clause. */
function splitPosts(clause: string, before: string): Position {
  const parts = clause.split(/[、，,兼]/);
  // Only the parts that are posts themselves belong to the description.
  let first = parts.length - 1;
  while (first > 0 && endsInDescription(parts[first - 1] as string)) first -= 1;
  let at = parts.slice(0, first).reduce((sum, part) => sum + part.length + 1, 0);
  let role = '';
  let organization: string | null = null;
  for (const part of parts.slice(first)) {
    // Where the first posts are is not said of them: it is where the next are. What is said later belongs to its post.
    // `县委常委、宣传部部长`: where only the level is named, the next posts are told with their bodies.
    const isLocal = organization === null && LOCAL.test(role);
    const post: Post =
      isLocal || (organization !== null && !GROUP.test(organization)) ? { role: part, organization } : splitPost(part);
    post.organization ??= organization;
    role += (role === '' ? '' : clause.charAt(at - 1)) + post.role;
    organization = post.organization;
    at += part.length + 1;
  }
  return { role: role || null, organization: organization ?? readMarked(before, role) };
}

/** A body in marks right before a post: `“青石突击队”队长`, `“第一渡”总编辑`. */
function readMarked(before: string, role: string): string | null {
  const marked = /[“「]([^“”「」，。！？；…]{2,12})[”」]$/.exec(before.slice(-14))?.[1];
  return marked !== undefined && (bodyEnd.test(marked) || HEADS.test(role)) ? marked : null;
}
/** Those who are the heads of something, whatever it is named. */
const HEADS =
  /(?:[队馆园校院社会厂站店]长|董事长|总经理|总裁|负责人|创始人|发起人|合伙人|主编|总编辑?|主任|店主|老板)$/;

/** Posts and seats of which only the level is named. */
const LOCAL = /^[省市县区州旗](?:委|人大|政协)/;

/** Groups that are formed for something: who is in one belongs elsewhere. */
const GROUP =
  /(?:学会|协会|分会|研究会|联合会|促进会|联盟)$|(?:项目|工作|课题|专家|调查|攻关|研究|领导|评审|督导)[小]?[组队]$|团队$/;
