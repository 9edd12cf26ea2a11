/** Datelines and signatures: the agency or paper that an article's own words name. */
import { toHalfWidth } from '../../text/dates.js';
import { makeReadable } from '../printed.js';

const AGENCY =
  /^[\s(【[]{0,3}(?:据)?((?:新华|中新|央视|央广|人民|光明|中国|国际在线|经济|法制|法治|科技|农民|工人|环球|大众|南方|红网|华龙|中青|澎湃|参考)?[\u4e00-\u9fff·]{0,8}?(?:社|通讯社|网|日报|晚报|早报|晨报|商报|时报|都市报|青年报|新闻|客户端|时刻|频道|快讯|报))(?:快讯)?[\s-]{0,2}(?:[\u4e00-\u9fff]{1,8}[、\s]{0,2}){0,3}?\s?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:\d{1,2}时)?\s?(?:电|讯|报道|消息|专电|综合)/;
const CITED = /^据([\u4e00-\u9fff]{1,8}社)(?:电|讯)/;
const PRESS_NOTE = /^[【[]?([\u4e00-\u9fff]{1,8}(?:报|社|网))(?:快讯|专讯|讯|消息)[\s(:】\]]/;
const REPORTER_OF =
  /(?:^|[(\s])([\u4e00-\u9fff·]{1,10}(?:报|社|网|台|新闻|周刊))(?:首席|特约|特派|见习|实习|全媒体|融媒体|·[\u4e00-\u9fff]{2,8})*记者/;

/** The source an article's own words name: the agency of its dateline, or the paper of a reporter's signature. 本报 names none. */
export function findSourceInBody(paragraphs: readonly string[]): string | null {
  const own = (name: string | undefined) =>
    name === undefined || /^[本该各我某]|^(?:有的?|一家)/.test(name) ? null : name;
  for (const paragraph of paragraphs.slice(0, 4)) {
    const { text, print } = makeReadable(toHalfWidth(paragraph.slice(0, 80)));
    const found = own((AGENCY.exec(text) ?? CITED.exec(text) ?? PRESS_NOTE.exec(text))?.[1]);
    if (found !== null) return print(found);
  }
  const edges = [...paragraphs.slice(0, 2).map((paragraph) => paragraph.slice(0, 60)), ...paragraphs.slice(-2)];
  for (const edge of edges) {
    if (edge.length > 60) continue;
    const { text, print } = makeReadable(toHalfWidth(edge));
    const found = own(REPORTER_OF.exec(text)?.[1]);
    if (found !== null) return print(found);
  }
  return null;
}
