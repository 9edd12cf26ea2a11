/** Relatives, friends and colleagues, told by whose they are: `李某的大儿子`, `她丈夫`. */
import { describe, type Speaker } from './mention.js';

const RELATION =
  /(?:曾经)?的?(?:父亲|母亲|父母|夫人|老伴|爱人|爸爸|妈妈|妻子|丈夫|爷爷|奶奶|外公|外婆|姥姥|姥爷|舅舅|姑姑|[姑姨舅]妈|姑父|姨父|婶婶|嫂子|婆婆|公公|男友|女友|男朋友|女朋友|小姨|叔叔|哥哥|姐姐|弟弟|妹妹|[大小二三]?儿子|[大小二三]?女儿|孙子|孙女|家人|家属|亲属|家|同事|同学|朋友|好友|室友|邻居|代理律师|辩护律师|辩护人|律师|班主任|老师|导师|岳父|岳母|[堂表][哥弟姐妹兄])/;
const BEHIND_NAME = new RegExp(`^${RELATION.source}`);
const BEHIND_PRONOUN = new RegExp(`[他她]${RELATION.source}`);
/** Right behind a name they say what its bearer is. */
const TITLE = /^(?:律师|老师|导师|辩护人)$/;

/** What somebody is to the one whose name the words stand behind: `的大儿子`; null when they do not say. */
export function readRelation(behind: string): string | null {
  const relation = BEHIND_NAME.exec(behind)?.[0];
  return relation === undefined || TITLE.test(relation) ? null : relation;
}

/** Somebody who is told by the name of another and what he is to them. */
export function describeRelative(name: string, relation: string): Speaker {
  return { ...describe(name + relation), role: relation.replace(/^(?:曾经)?的/, '') };
}

/** Who is told by a pronoun at one end of a clause: `她丈夫`, `他的同事`; null when nobody is. */
export function readRelative(clause: string): string | null {
  const relative = BEHIND_PRONOUN.exec(clause);
  if (relative === null) return null;
  return relative.index === 0 || relative.index + relative[0].length === clause.length ? relative[0] : null;
}
