/** The title of a plain text page, where lines of its site stand above it. */
import { createHead, isColumnName, isMediumAlone, readHeadLine } from './page-head.js';
import { simplifyLabels } from './traditional.js';

/** Lines of a site that are no headline, however they stand: addresses, pictures, the weather, links in a row. */
const SITE_LINE =
  /^[^\u4e00-\u9fff]*$|[:：]$|\.(?:jpe?g|png|gif|bmp|webp)$|[|｜][^|｜]*[|｜][^|｜]*[|｜]|^\d{1,2}[/月].*[°℃]|@[\w.-]+\.[a-z]{2}|(?:电话|热线|邮箱|传真|qq群)\s{0,2}[:：]\s{0,2}[\w@-]|^(?:专栏|公众号)名称[:：]|(?:登录|注册|无障碍|长者助手|关怀版|APP|手机版|移动版|电脑版|繁[体體]版?|主办|承办|主管|设为首页|加入收藏)(?:$|[\s|｜])|^(?:展开|收缩)\S{0,3}$|^[•▪]\s?\S{1,8}$|^(?:标题|版面|本版|栏目)(?:导航|目录)$|^(?:欢迎(?:您|来到|访问|光临)|搜索$)/i;

/** A word of a menu: 要闻, 全部, 决策公开. */
const LONGEST_MENU_WORD = 4;

/** What a line can be, told by itself. */
function rate(line: string): 'site' | 'word' | 'title' {
  if (line.length > 80) return 'title';
  const plain = simplifyLabels(line);
  if (SITE_LINE.test(plain)) return 'site';
  // 青禾网 qinghe.example, 青禾日报: the site, or a paper, by its name.
  if (line.length <= 24 && /(?:^|\s)[\w-]+\.(?:com|cn|net|org)(?:\.\w{2})?$/i.test(plain)) return 'site';
  return plain.replace(/[/／|｜\s]/g, '').length <= LONGEST_MENU_WORD || isMediumAlone(line) ? 'word' : 'title';
}

/** Whether a line is text that runs, which no title stands below. */
function runs(line: string): boolean {
  return line.length > 80 || /[。；]/.test(line);
}

/** Lines above the text that are looked through for a title printed twice. */
const REPEAT_REACH = 40;

/**
 * Where a headline stands last that the lines above the text print more than once, as pages do that name it in their head, for
 * sharing and above the text; -1 where none does.
 */
export function findRepeated(paragraphs: readonly string[]): number {
  const reach = paragraphs.slice(0, REPEAT_REACH);
  const text = reach.findIndex((line) => runs(line) || (line.length > 60 && /[，,]/.test(line)));
  const above = text < 0 ? reach : reach.slice(0, text);
  let last = -1;
  for (const [at, line] of above.entries()) {
    if (line.length < 8 || line.length > 80 || rate(line) !== 'title' || above.indexOf(line) === at) continue;
    if (!readHeadLine(createHead(), line, { lenient: true })) last = at;
  }
  return last;
}

/** 青禾春耕忙_青禾网: the headline as the title tag of its page has it; it stands bare below, if anywhere. */
function findBare(paragraphs: readonly string[], from: number): number {
  const tagged = paragraphs[from] ?? '';
  const at = paragraphs
    .slice(from + 1, from + 7)
    .findIndex((line) => line.length >= 6 && tagged.startsWith(line) && /^\s?[_|｜-]/.test(tagged.slice(line.length)));
  return at < 0 ? from : from + 1 + at;
}

/**
 * Where the title stands among the lines from `from` on: there, unless lines of the site come first. A single word gives way
 * only to a line that a time or a source is printed below, or where the page is known to begin with lines of its site.
 */
export function findTitle(paragraphs: readonly string[], from: number, reach: number): number {
  const first = rate(paragraphs[from] ?? '');
  if (first === 'title') return findBare(paragraphs, from);
  let word = from;
  let found = -1;
  for (let at = from + 1; at < Math.min(paragraphs.length, from + reach); at += 1) {
    const line = paragraphs[at] ?? '';
    if (runs(line)) break;
    const head = createHead();
    if (readHeadLine(head, line, { lenient: true })) {
      if (found >= 0 && (head.published !== null || head.source !== null)) return found;
      continue;
    }
    const rated = rate(line);
    if (rated === 'word') word = at;
    if (rated !== 'title' || found >= 0) continue;
    if (first === 'site') return at;
    found = at;
  }
  if (found >= 0 && isColumnName(paragraphs[from] ?? '')) return found;
  return first === 'site' ? word : from;
}
