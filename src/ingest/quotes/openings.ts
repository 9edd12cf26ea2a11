/** Whom a clause begins with, told by how it goes on. It knows no article. */
import { endsInDescription } from '../../domain/names.js';
import { createCodeSet, isIn } from '../../text/code-set.js';
import { beginsAside, beginsWithVerb, isWord } from '../../text/words.js';
import { cutsWord } from './boundaries.js';
import { areAll, HAN } from './characters.js';
import { bodyEnd } from './lexicon.js';
import type { Speaker } from './mention.js';

/** Descriptions that point back to one person. */
const ONE = /^(?:上述|前述)?[这那该][位名]|^这个/;
/** Several, or one of several: whatever they do, the clause is about them. */
const SOME = /^(?:(?:另|还)?有|一些|有些|不少|许多|很多|众多|部分|多[位名]|[一两几三][位名对群])|们$/;
/** What a nickname of those who know each other begins with. */
const intimate = createCodeSet('小阿老');
/** Behind a body: that it does something. */
const ADVERB = /^(?:[却也则还又亦将仍]|在(?![校职读任岗])|对(?!方)|并[未不没]|否认|已经?|随后|随即)/;
/** What goes on with the noun phrase that a description ends. */
const JOINED = /^(?:[的和与及、跟同]|之[一间中])/;
/** What goes on behind a description that is a subject. */
const FOLLOWS =
  /^(?:[也亦还都则就又却曾正将已再只才均皆仍便直]|一[愣面边]|[吃喝笑哭听坐站走跑冲赶凑围递掏伸招蹲趴靠迎追拦扶哈叹感摇点挥摆捧抱翻端回接继最明强解补透坦呼比熟激流含紧欣兴难忍急惊沉顿连随特受经住提认指建无没不很非觉想从跟给在用把被有是拿看拉握捏抱打发告反表介]|对[^方]|向|来到|十分|深|突然|面[有带露]|[脸手眼头身嘴心][上里中]|满脸|一脸|神情|表情)/;
/** Somebody counted: alone in a clause, he is introduced. */
const SOMEBODY = /^(?:有?一|[两几])[位名对]/;
/** What stands before who is counted. */
const UNKNOWN = /^([\u4e00-\u9fff]{0,8}?)的?[一两几][位名]/;
/** Longer descriptions are hardly begun with. */
const LONGEST = 24;

/** Where the description ends that a clause begins with: `该店一名店员|也持同样看法`; null when it begins with none. */
export function endOfOpening(clause: string): number | null {
  for (let end = 2; end <= Math.min(LONGEST, clause.length); end += 1) {
    // A clause that is nothing else introduces somebody: `一位赶来的妈妈，…`.
    if (end === clause.length ? SOMEBODY.test(clause) : opensClause(clause, end)) return end;
  }
  return null;
}

/** Whether a description points back to one person: `这位老人`. */
export function isOne(description: string): boolean {
  return ONE.test(description);
}

/** Whether a clause begins with a description up to `at` that no word runs out of: `县府在记者|会上`. */
function opensClause(clause: string, at: number): boolean {
  return isOpening(clause, at) && !cutsWord(clause, at);
}

/** Whether a clause begins with a description up to `at`, or with a nickname behind one, and goes on with what they do. */
function isOpening(clause: string, at: number): boolean {
  const opening = clause.slice(0, at);
  const behind = clause.slice(at);
  const isNicknamed =
    isIn(intimate, clause, at - 2) && areAll(opening, HAN, at - 1) && endsInDescription(opening.slice(0, -2));
  if (bodyEnd.test(opening)) return ADVERB.test(behind);
  if (!isNicknamed && !endsInDescription(opening) && !opening.endsWith('们')) return false;
  if (FOLLOWS.test(behind)) return true;
  if (JOINED.test(behind) || endsInDescription(clause.slice(0, at + 2)) || endsInDescription(clause.slice(0, at + 1)))
    return false;
  // `村民们|七嘴八舌地…`
  if (opening.endsWith('们') && isWord(behind, 0, 4)) return true;
  return ONE.test(opening) || beginsAside(behind) || (SOME.test(opening) && beginsWithVerb(behind));
}

/** Somebody counted whose kind is not known, up to what he does: `青禾市一名|掮客|近日…`. */
export function readUnknown(clause: string): Speaker | null {
  const counted = UNKNOWN.exec(clause);
  if (counted === null) return null;
  const [start = '', place = ''] = counted;
  if (place !== '' && !bodyEnd.test(place)) return null;
  for (let end = start.length + 2; end <= Math.min(start.length + 6, clause.length - 2); end += 1) {
    const behind = clause.slice(end);
    const does = FOLLOWS.test(behind) || beginsAside(behind) || beginsWithVerb(behind);
    if (!does || cutsWord(clause, end) || !isWordLike(clause.slice(start.length, end))) continue;
    const role = clause.slice(start.length, end);
    return { name: clause.slice(0, end), role, organization: place || null, isPerson: false };
  }
  return null;
}
/** Verbs and what points at something name nobody. */
function isWordLike(phrase: string): boolean {
  return !/[的了着过是在有他她我你这那]/.test(phrase) && !beginsAside(phrase) && !beginsWithVerb(phrase);
}
