/** Where somebody belongs whose description leaves it out: `村民` to the village, `镇长` to the town that was named before. */
import { residents } from './lexicon.js';

/** How far back the place is looked for, in characters. */
const REACH = 300;
/** Characters of a name of a place or a body. */
const NAME = '[^，。、；：！？“”（）()《》\\s\\d在到从是由和与及的了向对驻进为于个名位各全该本这那一家把被让给]';

/** What a post is at, by the kind of its body. */
const homes: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^(?:村支书|村干部|村官|驻村(?:干部|队员|书记|第一书记)|(?:脱贫|种植|养殖|种粮|致富)(?:户|大户|带头人)|网格员|网格长|社工)/,
    new RegExp(`${NAME}{2,5}(?:村|社区)(?![民委里支干头口庄])`, 'g'),
  ],
  [
    /^(?:(?:现场)?工作人员|(?:企业|公司|厂|店|相关|有关|主要)?负责人|客服(?:人员)?|(?:新闻)?发言人|店员|职员|员工|保安|保洁(?:员|人员)?|服务员|前台|值班人员)$/,
    new RegExp(
      `${NAME}{2,14}(?:公司|集团|医院|学校|大学|学院|中学|小学|幼儿园|酒店|宾馆|饭店|餐厅|超市|商场|(?:批发|农贸|集贸|交易|[菜米花]|建材|水果|蔬菜|家具|旧货)市场|景区|公园|花园|小区|物业|中心|合作社|银行|车站|机场|图书馆|博物馆|[^法结格布]局|协会|派出所|街道办|管委会|委员会)(?![的]?(?:对面|附近|门口))`,
      'g',
    ),
  ],
  [
    /^(?:办案|值班|处警|出警)?(?:民警|警官)$/,
    new RegExp(`${NAME}{2,14}(?:派出所|公安局|公安分局|分局|[大支总]队)(?![长员])`, 'g'),
  ],
  [/^(?:业主|住户|居民)$/, new RegExp(`${NAME}{2,8}(?:村|社区|小区|花园|家园|公寓|新村)(?![民委里支干头口庄])`, 'g')],
  [residents, new RegExp(`${NAME}{2,5}(?:村|社区)(?![民委里支干头口庄])`, 'g')],
  [/^(?:副|常务副)?县长$/, new RegExp(`${NAME}{1,5}县(?![长委里城直级乡])`, 'g')],
  [/^(?:副|常务副)?区长$/, new RegExp(`${NAME}{1,5}区(?![长委里级域])`, 'g')],
  [/^(?:副|常务副)?市长$/, new RegExp(`${NAME}{1,5}市(?![长委里场民区级])`, 'g')],
  [/^(?:副)?镇长$/, new RegExp(`${NAME}{1,5}镇(?![长委里区])`, 'g')],
  [/^(?:副)?乡长$/, new RegExp(`${NAME}{1,5}乡(?![长委里村镇亲])`, 'g')],
  [/^(?:副)?校长$/, new RegExp(`${NAME}{2,10}(?:中学|小学|大学|学校|学院)`, 'g')],
  [/^(?:副)?院长$/, new RegExp(`${NAME}{2,16}(?:医院|卫生院|法院|检察院|学院|研究院)`, 'g')],
  [
    /^(?:副)?(?:总经理|董事长|总裁|创始人)$/,
    new RegExp(`${NAME}{2,16}(?:有限公司|有限责任公司|股份公司|集团)(?!总|董|副)`, 'g'),
  ],
];

/** What a body is that is pointed at: `该博物馆`, `该校`. */
const POINTED =
  /(?:该(?:家)?|(?<![\u4e00-\u9fffA-Za-z》）]|[^。！？，…]”)(?=公司|集团))(公司|集团|企业|医院|学校|大学|学院|中学|小学|幼儿园|研究院|研究所|实验室|中心|[\u4e00-\u9fff]{1,2}馆|合作社|银行|酒店|饭店|宾馆|超市|商场|市场|景区|公园|小区|社区|[协学商]会|基金会|委员会|法院|检察院|派出所|[支大中]队|俱乐部|农场|基地|平台|[村镇乡县市区局厅校院所社厂店站馆园队行台])(?:的|[^，。；：！？“”、]{1,12}$)/;

/** What bodies end with that are pointed at by one character, or more broadly. */
const kinds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    企业: '公司|集团|厂',
    校: '大学|学院|中学|小学|学校|[一二三四五六七八九]中',
    院: '医院|学院|研究院|法院|检察院|卫生院',
    社: '合作社|报社|旅行社|杂志社',
    队: '[支大中总]队|救援队|球队',
    行: '银行|[支分]行',
    店: '酒店|饭店|商店|超市|店',
  }),
);
/** How far back a body is named that is pointed at, in characters. */
const POINTED_REACH = 600;

/** The body that the description before `at` points back to: `该博物馆讲解员`; null when it points to none, or none was named. */
export function findPointed(description: string, text: string, at: number): string | null {
  const kind = POINTED.exec(description)?.[1];
  if (kind === undefined) return null;
  const named = new RegExp(`${NAME}{2,20}(?:${kinds.get(kind) ?? kind})(?![长员民])`, 'g');
  return [...text.slice(Math.max(0, at - POINTED_REACH), at).matchAll(named)].at(-1)?.[0] ?? null;
}

/** The organization of a role that is introduced at `at` without one; null when none was named shortly before. */
export function findHome(role: string | null, text: string, at: number): string | null {
  const place = role === null ? undefined : homes.find(([roles]) => roles.test(role))?.[1];
  if (place === undefined) return null;
  return [...text.slice(Math.max(0, at - REACH), at).matchAll(place)].at(-1)?.[0] ?? null;
}
