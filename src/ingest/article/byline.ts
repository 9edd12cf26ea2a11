/** Bylines: the reporters of an article, by the labels, datelines and signatures that name them. */
import { toHalfWidth } from '../../text/dates.js';
import { isWord } from '../../text/words.js';
import { makeReadable } from '../printed.js';
import { transliteration } from '../quotes/lexicon.js';
import { isToolLine } from './furniture.js';

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由欧诸葛步卜郗阙昌苍巢卓郜黎景詹束幸司韶蓟印怀鄂索籍赖蔺池阴鬱胥双莘贡逄扶堵宰郦雍璩桑桂濮寿扈燕浦农别晏充茹宦鱼容古慎戈庾终暨衡弘匡寇禄殳沃蔚越夔隆厍晁敖融訾辛那饶曾毋沙乜鞠丰荆红竺逯盖益澹缑仉展鲍解缪腾檀';
const ROLE =
  '(?:本报|本刊|本台|本网|本社|首席|特约|特派|见习|实习|全媒体|融媒体|高级|资深|摄影|图片|文字|驻站|联合|综合)*(?:记者|通讯员|实习生|实习记者|撰稿人|报道员|特约撰稿|评论员|特派员|观察员|通讯站)';
const role = new RegExp(ROLE, 'g');
const FIRST_ROLE = new RegExp(ROLE);
const SIGNED = new RegExp(`^[(\\[]?(?:[\\u4e00-\\u9fff·]{2,20}?)?(?:${ROLE})`);
const COMPOUND =
  '欧阳|司马|上官|诸葛|夏侯|东方|慕容|尉迟|公孙|皇甫|令狐|长孙|宇文|司徒|端木|百里|南宫|万俟|闻人|轩辕|鲜于|纳兰|宗政|司空|钟离|濮阳|淳于|单于|申屠|独孤|呼延|西门|拓跋|第五|公冶|澹台';
/** A character of a given name: none that belongs to a credit behind the name. */
const GIVEN = '(?:(?!报道|报导|发自|通讯|记者|实习|本报)[\\u4e00-\\u9fff])(?<![摄图电讯])';
const NAME = `(?:(?:${COMPOUND})(?:${GIVEN}){1,2}|[${SURNAMES}](?:${GIVEN}){1,2}|[${SURNAMES}] {1,3}[\\u4e00-\\u9fff](?![\\u4e00-\\u9fff])|[\\u4e00-\\u9fff]{1,6}·[\\u4e00-\\u9fff·]{1,8}?)`;
const STOP =
  '(?=$|[\\s、,/;)(:。|&]|报道|报导|摄影|摄|文|图|电|讯|发自|和|与|通讯员|实习|记者|本报|特约|见习|[\\u4e00-\\u9fff]{2,4}\\d{1,2}日[电讯])';
const JOINT = `[\\s、,/;&和与]{0,4}(?:${ROLE})?[\\s、,/;:]{0,4}`;
const PERSON = new RegExp(`^[${SURNAMES}][\\u4e00-\\u9fff]{1,2}(?<!摄)$`);
const RUN = new RegExp(`^[\\s:、/]{0,4}(${NAME}${STOP}(?:${JOINT}${NAME}${STOP}){0,9})`);

const PEN_NAME = new RegExp(`^\\s{0,2}${ROLE}[\\s:]{1,3}([\\u4e00-\\u9fff]{2,3})\\s{0,2}$`);

/** The names right after a role word such as 记者; none when no name follows. Photo credits give none. */
function readNames(after: string): string[] {
  return readRun(after).names;
}

/** The same, with how much of the text the names take. */
function readRun(after: string): { names: string[]; length: number } {
  const run = RUN.exec(after);
  if (run?.[1] === undefined) return readClosed(after);
  const none = { names: [], length: run[0].length };
  if (/^[\s/]{0,3}摄(?!影报道|影报导)/.test(after.slice(run[0].length))) return none;
  const names = splitNames(run[1]);
  // 记者走基层·秋收进行时: the dot is between a column and its title.
  return names.every((name) => !name.includes('·') || isForeign(name)) ? { ...none, names } : none;
}

/** 陶小满严冬: names that nothing parts, up to a sign that parts them from the text. */
const CLOSED = /^[\s:、/]{0,4}([\u4e00-\u9fff]{4,12}?)(?=$|[\s、,/)(:。|&]|报道|报导|摄影报道|通讯员|实习|记者)/;

/** How many of the surnames are common ones; they stand first. */
const COMMON = 200;

function readClosed(after: string): { names: string[]; length: number } {
  const run = CLOSED.exec(after);
  const names = cutNames(run?.[1] ?? '');
  return names.length > 1 ? { names, length: run?.[0].length ?? 0 } : { names: [], length: 0 };
}

/** A run of characters as names of two or three; of several ways, the one whose surnames are the most common. */
function cutNames(run: string): string[] {
  const ways: ({ names: string[]; rank: number } | null)[] = [{ names: [], rank: 0 }];
  for (let end = 2; end <= run.length; end += 1) {
    for (const length of [2, 3]) {
      const before = ways[end - length];
      const surname = SURNAMES.indexOf(run[end - length] ?? ' ');
      if (before === null || before === undefined || surname < 0 || surname >= COMMON) continue;
      const rank = before.rank + surname;
      const best = ways[end];
      if (best === null || best === undefined || rank < best.rank)
        ways[end] = { names: [...before.names, run.slice(end - length, end)], rank };
    }
  }
  return ways[run.length]?.names ?? [];
}

function isForeign(name: string): boolean {
  return [...name].every((char) => char === '·' || transliteration.has(char));
}

/** Names out of a list of them; the blank in 张　三 is filling, the one in 张三 李四 is not. */
function splitNames(list: string): string[] {
  return list
    .replace(role, '、')
    .replace(/(^|[^\u4e00-\u9fff])([\u4e00-\u9fff])\s{1,3}([\u4e00-\u9fff])(?![\u4e00-\u9fff])/g, '$1$2$3')
    .split(/[\s、,/;&]+|(?<=[\u4e00-\u9fff]{2})[和与](?=[\u4e00-\u9fff]{2})/)
    .filter((name) => name !== '');
}

/** 方敏青禾大学教授: the person without the post behind the name. */
function dropPost(name: string): string {
  if (name.length < 6 || !/(?:教授|研究员|院长|主任|博士|讲师|专家|会长|理事|律师|学者)$/.test(name)) return name;
  const length = [3, 2].find((each) => isPersonName(name.slice(0, each)) && isWord(name.slice(each, each + 2)));
  return length === undefined ? name : name.slice(0, length);
}

/** Reads the value of a label such as 作者: as a byline, names joined with 、; null when it names nobody. */
export function readBylineValue(value: string): string | null {
  const text = toHalfWidth(value)
    .replace(/^[\s(|/■□●◆▲★[【]+|[\s)|/\]】]+$/g, '')
    .replace(/\s*(?:摄影报道|文\/图|图\/文|报道|整理|供稿|文)$/, '');
  if (text === '' || text.length > 60) return null;
  if (
    /^(?:佚名|未知|匿名|无|(?:互联网|网络|综合)(?:整理)?|转载|admin|administrator|管理员|网站管理员|系统管理员|本站|本站原创|原创|不详|暂无|-+|\w+)$/i.test(
      text,
    )
  )
    return null;
  const found = FIRST_ROLE.exec(text);
  // What stands before the role is a name apart from it or, as in 青禾日报记者, whose reporter it is.
  const before = text.slice(0, found?.index ?? 0);
  const first = splitNames(before);
  const apart = /[\s、,/;]$/.test(before) && first.every(isPersonName);
  const named = found === null || apart ? text : text.slice(found.index);
  const names = splitNames(named).map(dropPost);
  if (names.every((name) => isToolLine(name))) return null;
  const plausible = names.length > 0 && names.every((name) => /^[\u4e00-\u9fff·]{2,12}$/.test(name));
  if (plausible) return [...new Set(names)].join('、');
  return /[，。？！：,.?!:]/.test(text) ? null : text;
}

/** A paragraph's opening: 新华社北京6月30日电(记者张三、李四), 本报讯 记者赵雷、通讯员郭峰报道:…, (记者 张三 通讯员 李四). */
export function findBylineInOpening(paragraph: string): string | null {
  const { text, print } = makeReadable(toHalfWidth(paragraph.slice(0, 90)));
  const found = findInOpening(text);
  return found === null ? null : print(found);
}

function findInOpening(text: string): string | null {
  const found = findNamesIn(text, true);
  const bracketed = /^[^。!?"“]{2,40}(?:电|讯|消息|报道) {0,2}[([] {0,2}([^()[\]]{2,50}?) {0,2}[)\]]/.exec(text)?.[1];
  if (bracketed === undefined) return found;
  // 陶小满 石桥台: whose station it is stands behind the name.
  const [name = '', ...others] = splitNames(bracketed);
  const names = [name, ...others.filter((other) => !/[台站报网社局办镇乡]$/.test(other))];
  return names.length > 0 && names.every(isPersonName) ? names.join('、') : found;
}

/** 記者陳某／高雄報導: where the report comes from. */
const REPORTED_FROM = /(?<=[\u4e00-\u9fff])\s?\/\s?[\u4e00-\u9fff]{2,6}(?:报[道导]|報[道導])\s?$/;

/** The reporters that role words such as 记者 name in a short text, joined with 、; null when they name nobody. */
export function findReporters(line: string): string | null {
  const { text, print } = makeReadable(toHalfWidth(line).replace(REPORTED_FROM, ''));
  const found = findNamesIn(text, false) ?? findReported(text);
  return found === null ? null : print(found);
}

/** 陶小满 严冬 报道: names that a word of reporting makes reporters. */
function findReported(text: string): string | null {
  const run =
    /(?:^|[\s/|])([\u4e00-\u9fff]{2,4}(?:[\s、]{1,3}[\u4e00-\u9fff]{2,4}){0,4})\s{0,3}(?:报道|报导)(?:$|[\s/|])/.exec(
      text,
    );
  const names = splitNames(run?.[1] ?? '');
  return names.length > 0 && names.every(isPersonName) ? names.join('、') : null;
}

/** Whether two or three characters can be a person's name: they begin with a surname. */
export function isPersonName(name: string): boolean {
  return PERSON.test(name);
}

/** Whether three characters that may be a name rather begin with a word: 公文荟 is a site, not a person. */
export function isRatherWord(name: string): boolean {
  return SURNAMES.indexOf(name.charAt(0)) >= COMMON && isWord(name.slice(0, 2));
}

/** A line that is nothing but the names of reporters, with their roles; or the signature at the end of a paragraph. */
export function findSignature(paragraph: string): string | null {
  const { text, print } = makeReadable(toHalfWidth(paragraph));
  const found = findSigned(text.replace(/^[\s□■◎●○◇◆★☆▲△]+/, '').trimEnd());
  return found === null ? null : print(found);
}

function findSigned(half: string): string | null {
  if (half.length <= 60) {
    const alone = SIGNED.exec(half);
    const names = alone === null ? [] : readNames(half.slice(alone[0].length));
    if (names.length > 0 && half.length - (alone?.[0].length ?? 0) <= names.join('').length + names.length * 8 + 6) {
      return names.join('、');
    }
    const column =
      /^[([【](?:文|图|文\/图)\s?[/:|]\s?[\u4e00-\u9fff]{2,12}(?:作者|记者|特约撰稿人?)\s{0,3}([\u4e00-\u9fff·]{2,6})[)\]】]$/.exec(
        half,
      );
    if (column?.[1] !== undefined) return column[1];
    const credited = /^[([]?(?:文|图|文字|撰文|撰稿|采写|图文|文图|文\/图|图\/文)\s?[/:|]\s?(.{2,40}?)[)\]]?$/.exec(
      half,
    );
    if (credited?.[1] !== undefined) return readBylineValue(credited[1].replace(/\s(?:图|摄影|摄)\s?[/:].*$/, ''));
  }
  // 陶小满 严冬, below the text: two or more names and nothing else.
  if (/^[\u4e00-\u9fff]{2,3}(?:[ 、]{1,2}[\u4e00-\u9fff]{2,3}){1,4}$/.test(half)) {
    const names = half.split(/[ 、]+/);
    if (names.every(isPersonName) && names.some((name) => name.length === 3)) return names.join('、');
  }
  const end = /[([]([^()[\]]{2,60})[)\]][\s。]?$/.exec(half.slice(-70))?.[1];
  if (end === undefined) return null;
  const found = findNamesIn(end, false) ?? findPenName(end);
  if (found !== null) return found;
  const credited =
    /^(?:(?:本文)?来源:[^:]{2,16}?\s{0,3}作者|文\/图|图\/文|文图|图文|文|撰稿|采写|作者|供稿)\s?[/: ]\s?(.{2,40})$/.exec(
      end,
    )?.[1];
  if (credited !== undefined) return readBylineValue(credited);
  const bare = splitNames(end);
  return bare.length <= 4 &&
    bare.every(isPersonName) &&
    end !== '全文' &&
    end.length <= bare.join('').length + bare.length + 2
    ? bare.join('、')
    : null;
}

/** 记者 晓枫, and nothing else: a reporter whose name begins with no surname. */
function findPenName(text: string): string | null {
  const name = PEN_NAME.exec(text)?.[1];
  return name === undefined || isToolLine(name) || /^(?:综合|整理|编译|采写|报道|摄影|实习|供图|供稿|获悉)/.test(name)
    ? null
    : name;
}

function findNamesIn(text: string, opening: boolean): string | null {
  const names: string[] = [];
  let last = -1;
  for (const match of text.matchAll(role)) {
    if (match.index < last) continue;
    // 记者 in running text names nobody: in an opening, only what stands in brackets or before the first sentence counts.
    if (opening && /[。!?“"]/.test(text.slice(0, match.index))) break;
    const after = text.slice(match.index + match[0].length);
    const { names: found, length } = readRun(after);
    if (opening && found.length > 0) {
      const rest = after.slice(length);
      const open = text.lastIndexOf('(', match.index) > text.lastIndexOf(')', match.index);
      if (
        !open &&
        !/^\s{0,3}(?:报道|报导|摄影报道|电|讯|文|发自|综合|通讯员|实习生|:|\/[\u4e00-\u9fff]{2,6}报[道导]|$)|^\s{1,3}(?:近日|日前|[昨今][日天]|\d{1,2}月)/.test(
          rest,
        )
      )
        continue;
    }
    for (const name of found) if (!names.includes(name)) names.push(name);
    if (found.length > 0) last = match.index + match[0].length + length;
  }
  return names.length === 0 ? null : names.join('、');
}
