/** The labelled fields of a head line: 来源:… 发布时间:… 作者:…, cut apart and cleaned. */
import { findDates } from '../../text/dates.js';
import { simplifyLabels } from './traditional.js';

/** What a label announces; `other` is what is of no use here. */
export type Label = 'source' | 'published' | 'updated' | 'byline' | 'page' | 'keywords' | 'section' | 'other';
const labels: readonly [Label, string][] = [
  [
    'source',
    '(?:文章|信息|新闻|消息|稿件|内容|本文|资料|文稿|数据)?来源于?|稿源|来自|出处|转载自|转自|来源媒体|发布媒体',
  ],
  [
    'published',
    '(?:发布|发表|发稿|刊发|上传|添加|录入|创建|公布|公开|公示|刊登|播发|投稿|首发|上线)(?:时间|日期|于)|时间|日期|发布|时 间|日 期',
  ],
  ['updated', '(?:最后|最近)?(?:更新|修改|编辑)(?:时间|日期|于)|更新|来源时间|发文(?:时间|日期)|Last updated'],
  ['byline', '(?:文章|本文|新闻)?作者|作 者|记者|本报记者|撰稿人?|撰文|采写|文字|通讯员|文/图|图/文|文'],
  ['page', '版面|版次|版名|版号|所在版面|当前版面?'],
  ['keywords', '(?:本文)?关键[词字]|主题词'],
  [
    'other',
    '(?:责任)?编辑|责编|审核|审签|校对|编审|[初复终]审|监制|供稿(?:单位|人)?|信息员|发布(?:人|机构|者|单位)|录入(?:者|员)?|(?:点击|浏览|阅读|访问|点阅)(?:次数|数|量|率)?|(?:文章)?字数|人气|次数|字[号体级](?:大小|设定)?|字体缩放|视力保护色|保护视力色|分享(?:到|至)?|打印|评论数?|跟帖|标签|栏目|频道|分类|所属(?:分类|栏目)|类别|索引号|文号|发文字号|成文日期|有效性|公开方式|公开范围|主题分类|发文机关|摄影|图片|[图摄]|标题|名称|放大|手机|电话|责任|背景色|浏览字号|选择字号|大小|体裁分类|发文单位|主办单位|生成日期|失效日期|生效日期|主题|内容概述|语种|组配分类|服务对象|公文种类|印发日期|收藏',
  ],
];
const LABEL = new RegExp(
  `(?<![\\u4e00-\\u9fff])(?:${labels.map(([, forms]) => `(${forms})`).join('|')})(?:\\s{0,4}[:：】丨︱｜]\\s{0,8}|(?<=来源|稿源|作者)\\s{2,8}(?=[\\u4e00-\\u9fffA-Z]))`,
  'g',
);

const LABEL_ALONE =
  /^[•·]?\s{0,4}(?:索引号|主题分类|发[文布]机[构关]|发文字号|成文日期|有效性|内容概述|公开方式|文号|(?:文章|信息|新闻|消息|稿件|内容)?来源|稿源|(?:发布|发表|发稿|发文|更新|公布)(?:时间|日期)|时间|日期|(?:文章)?作者)\s{0,4}[:：]$/;

/** Whether a line is nothing but a label such as 发布时间:, whose value stands on the next. */
export function isLabelAlone(text: string): boolean {
  return text.length <= 14 && LABEL_ALONE.test(simplifyLabels(text));
}

/** Whether a line ends with the label of a name, beside a time: 2019-06-25 14:31 来源: with its value on the next. */
export function endsWithLabel(text: string): boolean {
  return (
    text.length <= 60 && /\s(?:来源|稿源|作者)\s{0,2}[:：]$/.test(simplifyLabels(text)) && findDates(text).length > 0
  );
}

/** Whether a line can be the value of the label on the line above: what a label of time announces has a digit. */
export function isValueOf(label: string, text: string): boolean {
  if (text.length > LONGEST_VALUE || isLabelAlone(text)) return false;
  return !/(?:时间|日期)\s{0,4}[:：]?$/.test(simplifyLabels(label)) || /[\d〇一二三四五六七八九]/.test(text);
}

/** What documents of governments have in the table above their text, beside these. */
const LABEL_CELL =
  /^(?:(?:体裁|组配)分类|服务对象|公文种类|发[文布]单位|(?:发文|文件)?(?:字号|编号)|(?:生成|印发|生效|失效|废止)日期|主题词|关键词|标题|(?:信息|文件)?名称)$/;

/** Whether a cell of a table is a label. It needs no colon there. */
export function isLabelCell(text: string): boolean {
  if (text.length > 14) return false;
  const name = simplifyLabels(text.replace(/\s+|[:：]$/g, ''));
  return LABEL_CELL.test(name) || LABEL_ALONE.test(`${name}：`);
}

/** The longest value that stands on the line below its label. */
const LONGEST_VALUE = 40;

/** Cuts 来源:… 时间:… 作者:… apart; `rest` is what no label claims. */
export function splitFields(text: string): { fields: { label: Label; value: string }[]; rest: string } {
  const fields: { label: Label; value: string }[] = [];
  const matches = [...simplifyLabels(text).matchAll(LABEL)];
  const [first] = matches;
  if (first === undefined) return { fields, rest: text };
  let rest = text.slice(0, first.index);
  for (const [at, match] of matches.entries()) {
    const end = matches[at + 1]?.index ?? text.length;
    const raw = text.slice(match.index + match[0].length, end);
    const label = labels[match.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? 'other';
    const value = raw.trim();
    if (label === 'source') {
      const name = sourceIn(value);
      fields.push({ label, value: name });
      rest += `  ${value.slice(name.length)}`;
    } else if (label === 'published' || label === 'updated') {
      const date = findDates(value)[0];
      fields.push({ label, value: value.slice(0, date?.end) });
      if (date !== undefined) rest += `  ${value.slice(date.end)}`;
    } else if (label === 'byline') {
      // 作者:张三 李四 2020-04-14 08:44: the time has no label of its own.
      const at = findDates(value)[0]?.start ?? value.length;
      fields.push({ label, value: value.slice(0, at).trim() });
      rest += `  ${value.slice(at)}`;
    } else fields.push({ label, value });
  }
  return { fields, rest: rest.replace(/^[\s【[(（|]+|[\s】\])）|]+$/g, '') };
}

/** The name a 来源: value begins with: up to a blank, a bracket or a date. */
function sourceIn(value: string): string {
  const titled = /^《[^《》]{1,30}》/.exec(value)?.[0];
  if (titled !== undefined) return titled;
  const date = findDates(value)[0]?.start ?? value.length;
  return (
    /^[^\s|｜丨,，;；(（【[\]】]{1,40}(?:\s{0,4}[-－—]{1,2}\s{0,4}《?[^\s|｜丨,，;；(（【[\]】]{2,20})?/.exec(
      value.slice(0, date),
    )?.[0] ?? ''
  );
}

/** A source name as it is kept: without 《》, brackets, links and tool words; null when nothing is left of it. */
export function cleanSource(value: string): string | null {
  const name = value
    .replace(/\s{2,}(?=[-－—])|(?<=[-－—])\s{2,}/g, '')
    .replace(/^(?:来源于?|稿源|转自|转载自|据)[:：]?/, '')
    .replace(/[《》“”"]/g, '')
    .replace(/^[\s(（[【:：/-]+|[\s)）\]】:：|/,，。;；-]+$/g, '')
    .replace(/\s+原创稿?$/, '')
    .replace(/(?:举报|字号|大字|收藏|打印|分享|我要评论)+$/, '')
    .trim();
  if (
    !/[\u4e00-\u9fffA-Za-z0-9]/.test(name) ||
    name.length > 40 ||
    /^(?:无|未知|不详|网络|互联网|\d+)$/.test(name) ||
    /https?:|www\./.test(name)
  )
    return null;
  return name;
}

/** Keywords out of one string, whatever divides them. */
export function splitKeywords(value: string): string[] {
  const names = value
    .split(/[,，、;；|\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 30);
  return [...new Set(names)].slice(0, 30);
}
