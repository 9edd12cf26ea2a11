/** Figures in a row that belong to things in a row: A、B产量分别增长3%和5%. */

/** What the figures of a row measure, in their order. */
export type Row = readonly string[];

/** Names of quantities that a list shares: 甲、乙产量. */
const SHARED =
  /(?:增加值|零售额|销售额|总产值|总产量|总收入|产量|产值|销量|收入|投资|出口|进口|进出口|价格|面积|人数|数量|比重|占比|比例|份额|用户|增速|指数|利润|税收|费用|成本|效率|满意度|里程|规模|总额|余额|总量|能耗|客流量|流量|销售收入|营业收入)$/;

/** More figures than this are read one by one. */
export const LONGEST_ROW = 8;

/** 产销量, 城乡居民收入: two things that one word names, in the order their figures have. */
const PAIRS: readonly [word: string, first: string, second: string][] = [
  ['产销', '产', '销'],
  ['进出口', '进口', '出口'],
  ['城乡', '城镇', '农村'],
  ['出入境', '出境', '入境'],
  ['收支', '收入', '支出'],
  ['存贷款', '存款', '贷款'],
  ['男女', '男', '女'],
];

function readPair(names: string): string[] | null {
  const [word, ...two] = PAIRS.find(([word]) => names.includes(word)) ?? [];
  return word === undefined ? null : two.map((name) => names.replace(word, name));
}

const SEPARATOR = /、|和|及|与|以及|，/;

/** The names of a list; where 、 alone parts it into as many as are counted, 和 belongs to the names: 用品和服务、教育. */
function splitList(names: string, count: number): string[] {
  const parts = names.split('、');
  return parts.length === count ? parts : names.split(SEPARATOR);
}

/**
 * Works out what each of `count` figures behind 分别 measures. `head` is what stands before 分别, `tail` what stands between
 * it and the first figure; `listed` the words before a counted group (甲、乙、丙3家企业的份额). Null when no list fits.
 */
export function spreadRow(head: string, tail: string, count: number, listed: string | null): Row | null {
  const [, compared, list, verb] = /^([比较較])(.+?)([高低快慢多少]|增长|下降|提高|增加|减少)$/.exec(tail) ?? [];
  if (compared !== undefined && list !== undefined) {
    const others = list.split(SEPARATOR);
    return others.length === count ? others.map((other) => `${head}${compared}${other}${verb}`) : null;
  }
  const moved = /(?:同比|环比|名义|实际)$/.exec(head)?.[0] ?? '';
  const names = moved === '' ? head : head.slice(0, -moved.length);
  const said = `${moved}${tail}`;
  if (listed !== null) {
    const items = listed.split(SEPARATOR).slice(-count);
    const quality = names.slice(names.lastIndexOf('的') + 1);
    return items.length === count ? items.map((item) => `${item}${quality}${said}`) : null;
  }
  const listedNames = splitList(names, count);
  const pair = count === 2 && listedNames.length < count ? readPair(names) : null;
  if (pair !== null) return pair.map((name) => `${name}${said}`);
  const items = listedNames.slice(-count);
  const last = items.at(-1) ?? '';
  const first = items[0] ?? '';
  if (items.length < count || items.some((item) => item === '')) return null;
  // 一、二、三产业: the names differ in one character.
  const alike = first.length === 1 && last.length > 2 ? last.slice(1) : null;
  const quantity = SHARED.exec(last)?.[0];
  const shared =
    alike ??
    // 出口、进口: the last name is a quantity of its own.
    (quantity === last ? '' : quantity) ??
    // 水产品、豆制品和饮料的不合格率: what is said of the last is said of all.
    /.的.+$/.exec(last)?.[0].slice(1) ??
    (first.length <= 4 && last.length > first.length + 1 ? last.slice(first.length) : '');
  return items.map((item, index) => `${item}${index < count - 1 && !item.endsWith(shared) ? shared : ''}${said}`);
}

/** What a row without a head measures: the changes of the last things measured (产值3亿元,利润1亿元,分别增长5%和7%). */
export function repeatRow(recent: Row, tail: string, count: number): Row | null {
  const things = recent.slice(-count);
  return things.length === count && new Set(things).size === count ? things.map((thing) => `${thing}${tail}`) : null;
}
