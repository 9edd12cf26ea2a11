/** Words that frame what is measured without being part of it, as data, and how they are taken off a phrase. */

/** Words that open a clause: connectives, adverbs, prepositions, and verbs that only bring the number. */
const OPENING =
  '其中 中有 同期的 同时 此外 另外 目前 现在 如今 而且 而 但是 但 并且 并 且 也 还有 还 又 已经 已 将 预计 预期 据统计 据了解 据悉 据介绍 据测算 共计 共有 共 则 因此 所以 由于 特别是 尤其是 尤其 到了 到 在 了 使得 使 让 把 ' +
  '全部 先后 陆续 仅仅 仅 只有 只 就能 就 甚至 、 和 及 与 以及 或者 或 等 达到 达 为 是 有 当月 当年 当天 的 以 从 由 可实现 实现了 实现 均 都 一下子 突然 ： : （ ( “ ” ‘ ’ ） ) — - … ★ · 再 他们 我们 咱们 他 她 它 我 你 ' +
  '首次 累计 总共 一共 包括 包含 涵盖 涉及 比如 例如 如 来自 可 需要 不仅 不但 只要 那么 那 至 自 后 才 成功 结果 还将 也将 仍 每逢 当时 不过 可是 然后 随后 今年以来 对于 关于 至于 确保 保证 力争 虽然 尽管 ， ,';

/** Words between what is measured and its number. */
const CLOSING =
  '总共才 一共才 一共有 仍然是 仍是 就有 就是 共有 共计 总共 合计 总计 一共 分别为 分别是 分别达 分别 均为 都是 都有 仅有 只有 仅为 约为 保持在 稳定在 维持在 控制在 维持于 保持于 稳定于 达到了 达到 已经 不会 能够 可以 可达 能达 为 是 达 有 共 已 了 至 到 就 则 计 仅 只 均 都 也 仍 在 以 从 由 约 近 超 逾 各 可 能 ' +
  '、 ： : （ ( “ ” ， , 每 于 再 又 还 甚至 将 和 及 与 或 不 突破 迈上 站上 跨上 跃上 登上 迈过 跨过 越过 迈入 跨入 超过 高达 一下子 大约 反而 却 预计 平均 过 出 的 用 约合 折合 约合人民币 折合人民币 由原来 从原来 原来 好 报 收于 报收 相当于 连续 已连续 完成 实现 造成 导致 已达 最多 最高 整整 足足 首次 累计 大概 也就 不过 其中 分 另有 另 尚有 还有 仍有 現有 现有 拥有 —';

/** Characters that make another word of an opening or closing one: 共享 opens with no 共, 就业 with no 就. */
const NOT_BEFORE: Record<string, string> = {
  共: '享同和青产建振识',
  有: '色机效关线限偿力轨所害',
  在: '建校册职岗线押营研售读库编逃校',
  到: '期账访位岗港场户',
  以: '色太旧工',
  从: '业教事',
  再: '生就造融贷保',
  达: '标州成产',
  就: '业医诊读餐近地',
  并: '购网轨联',
  使: '用馆',
  均: '价',
  都: '市江昌',
  等: '离级待',
  各: '类地级项',
  将: '军',
  已: '婚故',
  为: '民企农',
  由: '来',
  能: '源耗量力',
  可: '支再降持比燃',
  会: '员议计费展',
  上: '海市缴交访级',
  下: '降拨达载游',
  中: '国央小学药医西部标',
  里: '程',
  内: '蒙地陆存外',
  后: '备续',
  来: '访电信宾',
  去: '库产世',
  自: '然主动有来贸己',
  至: '今',
  要: '素',
  把: '握关',
  而: '立',
  我: '国省市县区州',
  你: '们',
  如: '东皋',
  还: '贷款本',
  仅: '',
  和: '田平谐',
  与: '会',
  当: '地前',
  才: '能',
  并且: '',
  来自: '',
};

/** Characters that make another word of a closing one before them: 面积 is no 积, 人均 no 均. */
const NOT_AFTER: Record<string, string> = {
  均: '人户平亩年月日',
  为: '行作',
  到: '签报收来接招得见看找',
  在: '存现所',
  有: '公私国所实',
  出: '支输退进产演转卖付推派发流捐拿提选作展',
  过: '通超经',
  分: '部积得评总学均水成处充',
  可: '许认',
  能: '功产动储节智热电性职',
  近: '附',
  计: '统会合共设累预估审',
  和: '共调饱总',
  及: '普惠涉波',
  于: '由',
  约: '节签合',
  达: '发下传抵表送直转',
  就: '成',
  还: '归偿',
  的: '目',
  用: '费使利采应信专公商通作占',
  好: '美友爱良完看',
  报: '日晚早周电汇情海预举申',
  只: '船',
  也: '',
  不: '',
  与: '参给',
  则: '规原',
  以: '可所',
  由: '自理',
  已: '',
  共: '公',
  了: '',
  是: '',
  再: '',
  每: '',
  至: '以截',
  各: '',
  另: '',
  超: '中反',
  大概: '',
};

/** Takes the words that only open a clause off the front of a phrase. */
export function trimOpening(phrase: string): string {
  let rest = phrase;
  for (let turn = 0; turn < 10; turn += 1) {
    const word = openings.get(rest.charAt(0))?.find((each) => rest.startsWith(each));
    if (word === undefined) break;
    const next = rest.charAt(word.length);
    if (next !== '' && word.length === 1 && (NOT_BEFORE[word] ?? '').includes(next)) break;
    rest = rest.slice(word.length).trimStart();
  }
  return rest;
}

/** Takes the words that only lead to a number off the end of a phrase. */
export function trimClosing(phrase: string): string {
  let rest = phrase.trimEnd();
  for (let turn = 0; turn < 10; turn += 1) {
    const word = closings.get(rest.charAt(rest.length - 1))?.find((each) => rest.endsWith(each));
    if (word === undefined) break;
    const before = rest.charAt(rest.length - word.length - 1);
    if (before !== '' && word.length === 1 && (NOT_AFTER[word] ?? '').includes(before)) break;
    rest = rest.slice(0, -word.length).trimEnd();
  }
  return rest;
}

const openings = group(OPENING, (word) => word.charAt(0));
const closings = group(CLOSING, (word) => word.charAt(word.length - 1));

function group(words: string, key: (word: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words.split(' ')) groups.set(key(word), [...(groups.get(key(word)) ?? []), word]);
  for (const list of groups.values()) list.sort((a, b) => b.length - a.length);
  return groups;
}
