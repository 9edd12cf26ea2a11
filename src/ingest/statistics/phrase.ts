/** Makes a phrase of the words before a figure: what only opens the clause or leads to the number is taken off. */
import { trimClosing, trimOpening } from './affixes.js';
import type { Setting } from './setting.js';
import { dropWayToLevel } from './verbs.js';

/** The words before the figure that may be what is measured. Empty when they only lead to the number. */
export function readSubject(setting: Setting): string {
  const words = readBracketed(setting.before) ?? setting.before;
  const before = words.endsWith('的') ? words.replace(YARDSTICK, '') : words;
  // 将办理时限由15天压缩: 将 leads to what is changed; before another verb it only says when.
  const changed = /[由从至到]$/.test(before) ? trimEnds(before).replace(CHANGED, '') : trimEnds(before);
  return refine(changed);
}

/** 就业不足人数为5万(就业不足率为1.3%): what is told in a bracket that is still open; null where none is. */
export function readBracketed(words: string): string | null {
  const open = Math.max(words.lastIndexOf('('), words.lastIndexOf('（'));
  const told = words.slice(open + 1);
  return open >= 0 && told.length >= 3 && !/[)）]/.test(told) ? told : null;
}

/** 收入比2017年的2073.5亿元: what a figure is compared with is measured, too. */
export const YARDSTICK = /相?[比较較][^，。比较]{2,14}[年月期季度]的$/;

/** Takes off what opens a clause and what leads to the number, also the verb that leads to a level (降至). */
export function trimEnds(words: string): string {
  const told = words.includes('记者') || words.includes('通讯员') ? words.replace(BYLINE, '') : words;
  let rest = trimOpening(told.trim().replace(/的$/, ''));
  for (let turn = 0; turn < 4; turn += 1) {
    const shorter = trimClosing(dropWayToLevel(rest));
    if (shorter === rest) break;
    rest = shorter;
  }
  return trimOpening(rest);
}

/** The reporters in brackets, behind a dateline: （记者徐青）我省发现产地51处. */
const BYLINE = /^[^（(]{0,20}[（(](?:本报|特约|见习|实习)?(?:记者|通讯员)[^）)]{1,24}[）)]/;

const CHANGED = /^.{2,}将(?![军来至较比会达有进在])(?=.{3})/;

/** What is taken out of a phrase since it says nothing about what is measured, with a character it holds. */
const ASIDES: readonly [holds: string, pattern: RegExp][] = [
  [
    '',
    /^(?:[这那此](?:[个座条次位名家项些批种栋所届期](?![目庭单置件植人体准]))?|[该本](?:[个座条次位名家项批种栋届期](?![目庭单置件植人体准科])|(?=楼))|第[一二三四五六七八九十]{1,3}[批次轮]的?|首[批轮]的?|新一[批轮]的?)/,
  ],
  ['实现', /(?:可|已|共)?实现了?(?=.{2})/],
  ['完成', /(?:可|已|共)?完成了?(?=.{2})(?!率|.{0,6}(?:任务|计划|目标|预算)$)/],
  ['每', /[由从](?=每.{1,3}$)/],
  ['却', /反而|却/],
  ['反而', /反而/],
  ['都有', /都有/],
  ['亦', /(?<=.)亦(?=[升降增减跌涨下上])/],
  ['占', /[只仅约已就也](?=占)/],
  ['了', /^[^的，了]{1,2}了(?=.{3})/],
  ['一轮', /新?一轮$/],
  ['使', /^.{2,}(?<![天大])使(?![用馆命])(?=.{3})/],
  ['受', /则?受[^，]{2,14}(?:影响|拖累|带动|推动|拉动)/],
  ['公布', /^.{2,}公布的?(?=.{3})/],
  ['等', /^.*、.*等[地国省市县区]?(?=.{2})/],
  ['把', /^.{2,}把(?=.{3})/],
];

/** A phrase without these characters has no aside, as most have none. */
const HOLDS_ASIDE = /[这那该此本第首新实完每反却都亦占了轮将把使等在受布]/;

/** Demonstratives, adverbs and asides inside a phrase that say nothing about what is measured. */
function refine(words: string): string {
  if (!HOLDS_ASIDE.test(words)) return words;
  let rest = words;
  for (const [holds, pattern] of ASIDES) if (rest.includes(holds)) rest = rest.replace(pattern, '');
  return rest.length > 10 && rest.includes('在') && !/(?:占比|份额|比重|比例|位次|排名)$/.test(rest)
    ? rest.replace(/在[^在，的]{2,12}(?:的|上|中|里|内|后|时|下)(?=..)/, '')
    : rest;
}
