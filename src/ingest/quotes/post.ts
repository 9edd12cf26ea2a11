/** One post taken apart: `青禾区柳巷社区的退休教师` into where somebody belongs and what they are there. It sees the post alone. */
import { createEnding } from '../../domain/ending.js';
import { beginsWithVerb, isWord } from '../../text/words.js';
import { cutsWord } from './boundaries.js';
import { bodyEnd } from './lexicon.js';
import { readNameAtEnd } from './person-name.js';

/** What somebody is by a post, and where; without a body where it names none, or only points at one. */
export interface Post {
  role: string;
  organization: string | null;
}

/** `青禾区柳巷社区的退休教师` into where and what. */
export function splitPost(words: string): Post {
  const of = words.lastIndexOf('的');
  if (of > 0) {
    const place = words.slice(0, of).replace(/^(?:.{2,}(?:的是(?=.{2})|是(?=.{4}))|来自|家住|住在|在|作为|身为)/, '');
    const inner = splitPost(words.slice(of + 1));
    return { role: inner.role, organization: inner.organization ?? (isBody(place) ? place : null) };
  }
  const start = words
    .replace(
      /^.*(?:(?<![自理缘事])由|被(?![告害骗])|将|邀请|专访|采访|走访|看望|慰问|提醒|告诉|感谢|祝贺|会见|接待|批评|质疑|指责|起诉|解雇|任用|寻找|发表|关于|[得受]益于|迎接|拜访|赶到|指派|委派|聘请|任命|遇到|遇见|见到|找到|联系到?|[均都皆就也]是|均为|身为|成为|变成|记得|还有|包括|引用|引述|援引|转述|帮助|所属|旗下|下属|有别于|不同于|区别于|致电|督促|抓获|打掉|生下|掌握|聘任|践行|供图|截图|发送至|[发交转卖]给)了?/,
      '',
    )
    .replace(
      /^(?:来自|家住|当地|[这那]正?是|[按依]照|只[听见]|但见|据|对此|是|用(?![户工])|图为|正如|都是出自|都是|就是|而|但|虽然|如果|因为|因(?=..)|在|由|与|和|让|经(?![理纪销])|从|听|到|了(?!解)|连(?!长))+/,
      '',
    )
    .replace(/^.*[%图摄][)）]/, '')
    .replace(/^.*?\d+[日时点分岁](?:晚|早|凌晨|[上中下]午)?/, '')
    .replace(
      /^(?:讯(?!息)|昨[天日晚]|今[天日晚]|[前当同]天|日前|近日|如今|[此那当]时|最后|随后|此前|[今去前]年|近年|期间)+/,
      '',
    );
  // `青石大学2024级历史学专业学生`
  const [, school = '', pupil = ''] = (start.includes('级') && CLASS.exec(start)) || [];
  if (pupil !== '') return { role: pupil, organization: school };
  if (MEMBER.test(start)) return { role: start, organization: null };
  for (let at = start.length - 2; at >= 2; at -= 1) {
    const place = start.slice(0, at);
    const role = start.slice(at);
    if (
      !(
        bodyEnd.test(place) ||
        (company.test(place) && !isWord(place)) ||
        isHeadOf(role, place) ||
        (place.endsWith('党') && PARTISAN.test(role))
      ) ||
      bodyPrefix.test(role) ||
      role.startsWith('·') ||
      postPrefix.test(place) ||
      (/班$|系系$/.test(place) && role === '主任') ||
      /值班$|[返下还回]乡$|[进入]城$|[驻包][村点场]$|[将了着被把]|正在|已经/.test(place) ||
      DIVISION.test(place) ||
      (!WHOLE.test(role) && cutsWord(start, at))
    )
      continue;
    // `柳河村|村支书`
    const [, home = '', , own = ''] = TWICE.exec(place) ?? [];
    if (home !== '') return { role: own + role, organization: home };
    const party = PARTY.exec(place);
    if (party !== null && PARTY_POST.test(role)) {
      const [, named = '', level = ''] = party;
      const organization = named === '' ? null : named.endsWith(level) ? named : named + level;
      return { role: `${level}委${role}`, organization };
    }
    const [, whole = place, division = ''] = COMMITTEE.exec(place) ?? [];
    const isOwn = division !== '' && bodyEnd.test(whole);
    return {
      role: (isOwn ? division : '') + role.replace(COUNTED, '').replace(/^籍(?=..)/, ''),
      organization: UNNAMED.test(place) || (isOwn && UNNAMED.test(whole)) ? null : isOwn ? whole : place,
    };
  }
  const named = OFFICER.exec(start) ?? HEAD.exec(start);
  if (named?.[1] !== undefined && named[2] !== undefined) return { role: named[2], organization: named[1] };
  const [, body = '', post = '', unit = ''] = FUSED.exec(start) ?? [];
  if (post !== '') return { role: post, organization: post.length === 2 ? body + unit : body };
  return { role: start.replace(COUNTED, ''), organization: null };
}

/** Who is in a class of a year at a school. */
const CLASS = /^([\u4e00-\u9fff]{2,24}?)(?:\d{2}|\d{4})级(.{2,20})$/;
/** Who sits in a congress or conference, of which only the level is named: `全国人大代表`. */
const MEMBER = /^(?:全国|[省市县区州旗])?(?:人大代表|政协委员)$/;

/** What companies and media are named with, and what is no body alone. */
const company = createEnding(
  '证券|基金|保险|信托|咨询|传媒|地产|置业|物业|控股|股份|资本|国际|旅游|汽车|重工|实业|电力|能源|石油|石化|航空|铁路|移动|联通|电信|通信|通讯|邮政|药业|食品|农业|建筑|日报|晚报|[早商时都]报|杂志|[周月]刊|[^电上官外内]网',
);

/** A body and what leads it, which belongs to the post: `青石医院|党委`. */
const COMMITTEE = /^(该.|.{3,}?)(党委|党组|党总支|党支部|支部|董事[会局]|理事会|监事会|工会|团委|办公室)$/;

/** A place and what is its own: `柳河村|村党支部`. */
const TWICE = /^(.+([村镇乡县市区]))(\2(?:党支部|党委|委会|党总支)?)$/;

/** The party's committee of a place, and its posts: `青石市委书记` is 市委书记 of 青石市. */
const PARTY = /^(|[\u4e00-\u9fff]{2,10})([省市县区州旗])委$/;
const PARTY_POST = /^[前原]?(?:常务|专职)?副?(?:书记|常委|秘书长|候补委员|委员)$/;

/** Bodies that are only pointed at. */
const UNNAMED = /^(?:[该本我各]|全(?!国.{4})|(?:球队|公司|集团|单位)$)/;

/** Whether a post is that of the head of a body by the last character of its name: `青石署|副署长`. */
function isHeadOf(role: string, body: string): boolean {
  return LEADS.exec(role)?.[1] === body.at(-1);
}
const LEADS = /^(?:常务|执行|代理?)?副?([\u4e00-\u9fff])长$/;
/** Who belongs to a party. */
const PARTISAN =
  /^籍?(?:[国众参县市省区]{0,2}议员|立委|委员|[国全]代表|主席|党员|党魁|发言人|秘书长|总召|候选人|参选人)/;
/** The head of a body, the name of which runs into the post: `青石市长`, `青石副县长`. */
const FUSED = /^([\u4e00-\u9fff]{2,10}?)((?:常务)?副?([省市州县区镇乡村署局处院部厅科所站厂社馆队])长)$/;

/** Before a role: how many, and where about the place. */
const COUNTED = /^(?:内|里|外|旁|附近)?(?:的?(?:另外?)?[一几两][名位个]|的)?(?=..)/;

/** Officers of companies, whose names need not end like those of bodies: `青石重工总经理`. */
const OFFICE =
  '著名|知名|青年|高级|资深|执行|常务|首席|联合|市场|品牌|技术|财务|运营|销售|产品|大堂|客户|项目|区域|业务|生产|采购|研发|公关|投资|公募|私募|基金|证券|券商|行业|军事';
const OFFICER = new RegExp(
  `^((?!${OFFICE}|副)[\\u4e00-\\u9fffA-Za-z]{2,14}?)((?:${OFFICE})*副?(?:董事长|董事|合伙人|总裁|总经理|副总|经理|首席.{1,3}官|CEO|CTO|创始人|总监|总编辑|分析师|经济学家))$`,
);
/** Of teams and states, whose names need not end like those of bodies either: `青石队主帅`, `青石国总统`. */
const HEAD =
  /^([\u4e00-\u9fff]{2,8}?)((?:[前副]|代理|助理)?(?:主帅|主教练|总统|总理|首相|国王|外长|外交部长|国防部长|司法部长|财长|防长|总领事|领事|大使|后卫|前锋|中锋|门将|国脚|小将|老将))$/;
/** Parts of a body that say nothing without it: they belong to the post. */
const DIVISION =
  /^(?:[市县区州旗镇乡村]?党委|[镇乡村]党支部|[镇乡村]党总支|党组|党总支|党支部|支部|村委会|居委会|董事会|理事会|监事会|[\u4e00-\u9fff]{2}[科室])$/;

/** Whether what stands before 的 is a body: it ends like one, or is a short name without a number or a verb in it. */
function isBody(place: string): boolean {
  if (/同[村校班系乡镇]$/.test(place)) return false;
  return (
    bodyEnd.test(place) ||
    (/^[\u4e00-\u9fffA-Za-z]{2,8}$/.test(place) &&
      readNameAtEnd(place) === null &&
      !beginsWithVerb(place) &&
      !/^(?:伟大|著名|知名|优秀|普通|一旁|旁边|身[边旁后]|现场|台下|门口|对面|隔壁|最后)|[在有是到着了过来去岁年多位名说话讲这那接近]|熟悉|认识|负责|从事|参与|参加|经营|居住|生活|工作|打工|学习|担任|喜欢|研究|审讯|[他她我最很]/.test(
        place,
      ))
  );
}

/** Posts that make a word with the end of the body before them as well: `柳河村|支书`. */
const WHOLE = /^(?:支书|主任|籍)/;

/** What cannot begin a post: the rest of a body's name that was cut too early. */
const bodyPrefix = /^(?:委会|民政府|长(?![子女老])|场|门|员会|业(?!主)|务(?!工)|术|织|合(?=经理)|有者)/;
/** What ends like a body and belongs to the post behind it: `高级市场总监`. */
const postPrefix =
  /(?:(?<![贸发易菜花米材果蔬具货才])市场|技术|运营|销售|产品|财务|项目|人事|行政|品牌|研发|艺术|创意|小组|执行|发行|(?:^|公司|集团|[厂局院校行县市区])工会)$/;
