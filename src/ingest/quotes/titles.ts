/** Titles and forms of address that stand behind a name: `吴某某副院长`, `付小姐`. Data, and how to read it. */
import { createCodeSet, isIn } from '../../text/code-set.js';

/** Posts, which somebody can have had before or have as a deputy. */
const POSTS =
  '总书记|书记|国家主席|主席|总理|总统|首相|部长|省长|市长|县长|区长|镇长|乡长|村长|厅长|局长|处长|科长|所长|站长|队长|团长|院长|校长|主任医师|主任|医师|会长|行长|总经理|经理|董事长|理事长|秘书长|检察长|总裁|总监|委员长|大使|司令';
/** Other titles that say what somebody is. */
const OTHERS =
  '老人|教授|研究员|院士|博士|医生|老师|律师|法官|警官|师傅|教练|委员|代表|记者|议员|元帅|[上中少]将|[大上中少]校|将军|司令员';
/** Forms of address that say nothing but who. */
const ADDRESSES = '先生|女士|小姐|太太|同志|同学';
/** What surnames alone stand before, for people who are not to be named; 某 as well. */
const BY_SURNAME =
  '先生|女士|小姐|太太|大爷|大妈|大娘|大姐|大哥|大叔|大伯|阿姨|奶奶|爷爷|爸爸|妈妈|婆婆|阿婆|阿公|阿伯|大婶|伯伯|老汉|老太|师傅';
const LONGEST_TITLE = 6;
const TITLE = `(?:[原前副]{0,2}(?:${POSTS})|${OTHERS}|${ADDRESSES})`;
const titleAtStart = new RegExp(`^${TITLE}`);
const titleAtEnd = new RegExp(`${TITLE}$`);
const address = new RegExp(`^(?:${ADDRESSES})$`);
const addressAtStart = new RegExp(`^(?:${BY_SURNAME}|某某?(?![\\u4e00-\\u9fff]?[、]))`);

const firstOf = (words: string) => words.split('|').map((word) => word.charAt(0));
const lastOf = (words: string) => words.split('|').map((word) => word.charAt(word.length - 1));
/** What these begin and end with. */
const titleStarts = createCodeSet(['原前副', ...[POSTS, OTHERS, ADDRESSES].flatMap(firstOf)].join(''));
const titleEnds = createCodeSet([POSTS, OTHERS, ADDRESSES].flatMap(lastOf).join(''));
const addressStarts = createCodeSet(['某', ...firstOf(BY_SURNAME)].join(''));

/** The title or form of address that a text ends with, behind a name; '' when it ends with none. */
export function readTitleAtEnd(text: string): string {
  return isIn(titleEnds, text, text.length - 1) ? (titleAtEnd.exec(text.slice(-LONGEST_TITLE))?.[0] ?? '') : '';
}

/** Whether a title says nothing about what somebody is. */
export function isAddress(title: string): boolean {
  return address.test(title);
}

/** The title that begins at `at`; null when none does. */
export function readTitle(text: string, at: number): string | null {
  if (!isIn(titleStarts, text, at)) return null;
  return titleAtStart.exec(text.slice(at, at + LONGEST_TITLE))?.[0] ?? null;
}

/** What begins at `at` and is put behind a surname alone; null when nothing does. */
export function readAddress(text: string, at: number): string | null {
  if (!isIn(addressStarts, text, at)) return null;
  return addressAtStart.exec(text.slice(at, at + LONGEST_TITLE))?.[0] ?? null;
}

/** Whether a name is a surname and an address or a title: `付小姐`, `常经理`. */
export function isSurnamed(name: string): boolean {
  return (readAddress(name, 1) ?? readPost(name, 1))?.length === name.length - 1;
}

/** The title that begins at `at` and says what somebody is who is called by surname; null when none does. */
export function readPost(text: string, at: number): string | null {
  const title = readTitle(text, at);
  return title === null || isAddress(title) || OTHER.test(title) ? null : title;
}
/** Titles that are verbs, words about someone's age or bodies as often. */
const OTHER = /^(?:代表|记者|老人|委员|议员|博士)$/;

const FEMALE =
  /女士|小姐|太太|大妈|大娘|大姐|阿姨|奶奶|婆婆|老太|母亲|妈妈|妻子|女儿|姐姐|妹妹|女孩|女子|女生|女性|女友|姑娘|姑姑|夫人/;
const MALE = /先生|大爷|大叔|大伯|大哥|老汉|爷爷|父亲|爸爸|丈夫|儿子|哥哥|弟弟|男孩|男子|男生|男性|男友|小伙|叔叔|伯伯/;

/** Whether somebody's name and role say that they are called 他 or 她. */
export function isCalled(pronoun: string, description: string): boolean {
  return (pronoun === '她' && FEMALE.test(description)) || (pronoun === '他' && MALE.test(description));
}

/** What somebody with a description is called; '' when it does not say. */
export function pronounOf(description: string): '他' | '她' | '' {
  if (FEMALE.test(description)) return '她';
  return MALE.test(description) ? '他' : '';
}

/** Whether somebody's name and role do not speak against being called 他 or 她. */
export function fitsPronoun(pronoun: string, description: string): boolean {
  if (pronoun === '') return true;
  if (pronoun === '她') return FEMALE.test(description) || !MALE.test(description);
  return MALE.test(description) || !FEMALE.test(description);
}
