/** Printed issues: the newspaper, date and page (版) by which a page names its place in print. */
import { findDates, toHalfWidth } from '../../text/dates.js';

/** An issue as found; `newspaper` without 《》. */
export interface FoundIssue {
  newspaper: string | null;
  date: string;
  page: string | null;
  /** Where in the text it stands, newspaper included. */
  start: number;
  end: number;
}

const PAGE =
  /^[\s,)\]/.]{0,6}(?:星期.|周[一二三四五六日])?[\s,([/]{0,6}(?:第|版次:)?\s{0,2}([A-Z]?\d{1,3}[A-Z]?)\s{0,2}(?:版|版面)/i;
const TITLED = /《\s{0,3}([^《》]{2,20}?)\s{0,3}》[\s,(/]{0,4}$/;
const NAMED = /([\u4e00-\u9fff]{1,12}(?:报|周刊|周末|月刊|导刊|参考))[\s,(/]{0,4}$/;

/** 2014年6月30日青禾日报 第5版: the newspaper between its day and its page. */
const BETWEEN = /^[\s,]{0,2}([\u4e00-\u9fff]{2,10}报)[\s,(]{0,3}(?:第\s?)?([A-Z]?\d{1,3})\s?版/i;

/** Finds the printed issue a text names: 《X报》2014年6月30日05版, X报(2014-06-30 第A05版), X报/2014年/6月/30日/第005版. */
export function findIssue(text: string): FoundIssue | null {
  const dates = findDates(text);
  const half = dates.length === 0 ? '' : toHalfWidth(text);
  for (const date of dates) {
    if (date.date === null) continue;
    const between = date.timeOfDay === null ? BETWEEN.exec(half.slice(date.end, date.end + 30)) : null;
    if (between?.[1] !== undefined) {
      const [all, newspaper, page = null] = between;
      return { newspaper, date: date.date, page, start: date.start, end: date.end + all.length };
    }
    const before = half.slice(Math.max(0, date.start - 30), date.start);
    const titled = TITLED.exec(before);
    const named = titled ?? NAMED.exec(before);
    const page = PAGE.exec(half.slice(date.end, date.end + 30));
    if (page === null && (titled === null || date.timeOfDay !== null)) continue;
    // Without a page only a newspaper in its brackets tells an issue from a publish time.
    if (page === null && !/[报刊]$/.test(titled?.[1] ?? '')) continue;
    const name = named?.[1] === undefined ? null : text.slice(date.start - before.length + named.index, date.start);
    return {
      newspaper: name === null ? null : name.replace(/[《》\s,，(（/／]/g, ''),
      date: date.date,
      page: page?.[1] ?? null,
      start: date.start - (named === null ? 0 : before.length - named.index),
      end: date.end + (page?.[0].length ?? 0),
    };
  }
  return null;
}

/** The page (版) in a line such as 第05版:要闻 or A05版. */
export function findPageNumber(text: string): string | null {
  const half = toHalfWidth(text);
  return (
    /(?:^|[\s>|(])第\s?([A-Z]?\d{1,3}[A-Z]?)\s?版(?:$|[\s:|>()])/i.exec(half)?.[1] ??
    /^([A-Z]?\d{1,3})版[\s:]/i.exec(half)?.[1] ??
    /^([A-Z]\d{1,2}):[\u4e00-\u9fff]/.exec(half)?.[1] ??
    null
  );
}

/** 第04版:都市 上一版, 2014年8月4日 星期: the day and page of a paper, which its pages repeat below the text. */
export function isIssueLine(line: string): boolean {
  const issue = line.length <= 60 && line.includes('版') ? findIssue(line) : null;
  if (issue?.page && issue.start <= 3 && issue.end >= line.length - 3) return true;
  return (
    line.length <= 40 &&
    !/[，。！？]/.test(line) &&
    (findPageNumber(line) !== null || /^\d{4}年\d{1,2}月\d{1,2}日\s{1,4}星期.?$/.test(line))
  );
}
