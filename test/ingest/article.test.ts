import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import t from 'tap';
import type { UnplacedBlock } from '../../src/domain/article.js';
import { ArchiveError } from '../../src/domain/errors.js';
import type { SiteRules } from '../../src/ingest/article/site-rules.js';
import { type ParsedArticle, parseArticle } from '../../src/ingest/article.js';
import type { PageHints, RawPage } from '../../src/ingest/source.js';

const pages = new URL('../fixtures/pages/', import.meta.url);
const formats: Record<string, RawPage['format']> = { '.html': 'html', '.md': 'markdown', '.txt': 'text' };

interface Given {
  format?: RawPage['format'];
  hints?: PageHints;
  siteRules?: SiteRules;
}
function parse(content: string | Uint8Array, { format = 'html', hints = {}, siteRules = {} }: Given = {}) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return parseArticle({ name: 'page', format, bytes, hints }, { timeZone: '+08:00', siteRules });
}
const textsOf = (body: readonly UnplacedBlock[]) =>
  body.flatMap((block) => ('text' in block ? [block.text] : block.type === 'list' ? block.items : []));
const PROSE = '县里把乡村道路改造列为今年的头一件实事，上半年已经完成三十六公里，沿线群众出行方便多了。';
const page = (head: string, body = `<p>${PROSE}</p><p>${PROSE}</p>`, title = '乡村道路改造提速') =>
  `<html><head><title>${title}_某网</title></head><body><h1>${title}</h1><div>${head}</div><div class="content">${body}</div></body></html>`;
const at = (iso: string) => Date.parse(iso);

t.test('pages in the shapes of portals, governments and newspapers', (t) => {
  for (const name of readdirSync(pages).filter((file) => !file.endsWith('.json'))) {
    const format = formats[extname(name)];
    const expected = JSON.parse(readFileSync(new URL(`${name}.json`, pages), 'utf8'));
    t.strictSame(parse(readFileSync(new URL(name, pages)), { ...(format && { format }) }), expected, name);
  }
  t.end();
});

t.test('a column with its dot is a title, not a reporter', (t) => {
  for (const title of ['记者走基层·渡口的早晨', '记者蹲点·看渡口新模样：桥通之后'])
    t.match(parse(`${title}\n\n${PROSE}\n\n${PROSE}`, { format: 'text' }).article, { title, byline: null }, title);
  t.end();
});

t.test('head lines', (t) => {
  const table: [string, Partial<ParsedArticle>, string][] = [
    [
      '来源：青禾日报 时间：2014-06-30 13:04',
      { source: '青禾日报', publishedAt: at('2014-06-30T13:04+08:00') },
      'labels',
    ],
    ['2018年12月28日 19:55 青禾晚报', { source: '青禾晚报', publishedAt: at('2018-12-28T19:55+08:00') }, 'no labels'],
    ['稿源:《青禾日报》 作者:陶小满 严冬', { source: '青禾日报', byline: '陶小满、严冬' }, 'two reporters'],
    [
      '来源：青禾日报2014年6月30日第A05版',
      { issue: { date: '2014-06-30', page: 'A05' }, publishedAt: null },
      'in print',
    ],
    ['青禾日报/2014年/6月/30日/第005版', { issue: { date: '2014-06-30', page: '005' } }, 'with slashes'],
    ['更新时间：2014-07-02 发布时间：2014-07-01', { publishedAt: at('2014-07-01T00:00+08:00') }, 'published first'],
    ['来源：青禾日报 编辑：高梁 点击：2014', { source: '青禾日报', byline: null }, 'an editor is no reporter'],
    ['作者：admin 来源：未知', { source: null, byline: null }, 'nobody'],
    ['作者：网络整理 来源：青禾日报', { byline: null }, 'the net is no author'],
    ['来源于：石桥镇政府 2014-06-30', { source: '石桥镇政府' }, 'another form of the label'],
    ['2014-06-30 13:04 来源：青禾网 原创稿', { source: '青禾网' }, 'a remark is no part of the name'],
    ['陶小满/青禾日报', { source: '青禾日报', byline: '陶小满' }, 'name and paper'],
    ['发布时间：06-30 13:04', { publishedAt: null }, 'no year, no date'],
    [
      '来源：青禾日报 作者：陶小满 严冬 2014-06-30 13:04',
      { source: '青禾日报', byline: '陶小满、严冬', publishedAt: at('2014-06-30T13:04+08:00') },
      'a time without a label behind the names',
    ],
    [
      '<p>发布时间：</p><p>2014-06-30 13:04</p><p>来源：</p><p>今日青禾</p>',
      { source: '今日青禾', publishedAt: at('2014-06-30T13:04+08:00') },
      'a label on a line of its own',
    ],
    ['作者︱陶小满', { byline: '陶小满' }, 'a bar behind the label'],
    ['作者：■陶小满', { byline: '陶小满' }, 'a mark before the name'],
    ['<p>QH中文站2014年06月30日13:04</p>', { source: 'QH中文站' }, 'a lone name with letters'],
    [
      '<ul><li><a href="#">微博</a></li><li><a href="#">开心网</a></li></ul><p>2014-06-30 13:04</p>',
      { source: null },
      'a bar to share by names no source',
    ],
    ['<p>青禾社</p><p>2014-06-30 13:04</p>', { source: null }, 'a name alone that need be no medium'],
    ['<p>新华社</p><p>2014-06-30 13:04</p>', { source: '新华社' }, 'a medium alone on its line'],
    ['<p>收盘播报</p><p>2014-06-30 13:04</p>', { source: null }, 'what only ends like a medium'],
    ['2014-06-30 13:04 <span>青禾人文</span>', { source: '青禾人文' }, 'a lone name beside a time of day'],
    [
      '<a href="#">http://www.qinghe.example</a> 2014年06月30日13:04 青禾乡音 我要评论(0)',
      { source: '青禾乡音' },
      'an address beside the time is no name',
    ],
    ['2014-06-30 13:04 <span>陶小满</span>', { byline: '陶小满', source: null }, 'a lone person beside the time'],
    ['2014-06-30 13:04 <span>原创</span>', { source: null }, 'a remark beside the time'],
    [
      '2014-06-30 13:04 | 来源 <a>青禾在线</a> | 作者 <a>陶小满</a>',
      { source: '青禾在线', byline: '陶小满' },
      'labels without colons',
    ],
    [
      '<div>2014</div><div>06/30</div><div>13:04</div>',
      { publishedAt: at('2014-06-30T13:04+08:00') },
      'a time on three lines',
    ],
    ['作者：陶小满 实习记者 严冬', { byline: '陶小满、严冬' }, 'a role between the names'],
    ['作者：青报记者 严冬', { byline: '严冬' }, 'whose reporter it is'],
    ['作者  收藏  举报  2014-06-30 13:04', { byline: null }, 'tools behind an empty label'],
    [
      '2014-06-30 13:04 / 吳小滿 陳冬 報導 /',
      { byline: '吳小滿、陳冬' },
      'names that report, in traditional characters',
    ],
    ['作者：陶小满青禾大学教授', { byline: '陶小满' }, 'a post is no part of the name'],
    [
      '2014-06-30 13:04 青禾報／記者吳小滿／石橋報導',
      { source: '青禾報', byline: '吳小滿' },
      'where the report comes from is nobody',
    ],
    [
      '<span>青禾日报</span><span>06-30 13:04</span>',
      { source: '青禾日报', publishedAt: null },
      'a paper beside a time without a year',
    ],
    ['青禾新聞|記者吳小滿/石橋報導', { source: '青禾新聞', byline: '吳小滿' }, 'a medium and its reporter, with bars'],
    [
      '发文日期：2014-06-29 发布日期：2014-06-30',
      { publishedAt: at('2014-06-30T00:00+08:00') },
      'the day of a document is another',
    ],
    ['2014-06-30 来源：~', { source: null }, 'a mark is no name'],
    ['发布时间：二〇一四年六月三十日', { publishedAt: at('2014-06-30T00:00+08:00') }, 'in Chinese numerals'],
  ];
  for (const [head, expected, why] of table) t.match(parse(page(head)).article, expected, `${why}: ${head}`);
  t.end();
});

t.test('breadcrumbs that stand on more than one line', (t) => {
  const table: [string, string[], string][] = [
    [
      '<table><tr><td>当前位置：</td><td><a>首页</a></td><td>&gt; <a>乡村</a></td><td>&gt; <a>道路</a></td></tr></table>',
      ['首页', '乡村', '道路'],
      'cells, with arrows before the places',
    ],
    [
      '<ul><li>首页</li><li>&gt;</li><li>乡村</li><li>&gt;</li><li>道路</li></ul>',
      ['首页', '乡村', '道路'],
      'arrows alone',
    ],
    [
      '<ol class="breadcrumb"><li>首页</li><li>乡村</li><li>正文</li></ol>',
      ['首页', '乡村', '正文'],
      'a list called so',
    ],
    [
      '<div class="position"><a>青禾网</a> <a></a> <span>正文</span></div>',
      ['青禾网', '正文'],
      'arrows that are pictures',
    ],
    ['<div><a>订阅</a> <a>首页</a> &gt; <a>乡村</a></div>', ['首页', '乡村'], 'a neighbor on the line'],
    [
      '<div>首页 &gt; 乡村 &gt; 乡村道路：今年改造提速了吗？</div>',
      ['首页', '乡村', '乡村道路：今年改造提速了吗？'],
      'a title at the end',
    ],
    ['<ul><li>首页</li><li>乡村</li><li>道路</li></ul>', [], 'a menu is none'],
  ];
  for (const [crumb, expected, why] of table) {
    const { article } = parse(page('2014-06-30').replace('<h1>', `${crumb}<h1>`));
    t.same(article.breadcrumb, expected, why);
  }
  t.end();
});

t.test('a date that does not exist is reported and not used', (t) => {
  const { article, warnings } = parse(page('发布时间：2014年2月30日 来源：青禾日报'));
  t.equal(article.publishedAt, null);
  t.match(warnings, [{ code: 'no_date' }, { code: 'impossible_date', message: /2014年2月30日/ }]);
  t.end();
});

t.test('the day of the visit is no publish date, but 昨天 is meant against it', (t) => {
  const visit = '<div>今天是2025年08月18日 星期一</div>';
  const shown = (head: string) => parse(page(head).replace('<h1>', `${visit}<h1>`)).article.publishedAt;
  t.equal(shown('来源：青禾日报'), null);
  t.equal(shown('昨天 13:04 来源：青禾日报'), at('2025-08-17T13:04+08:00'));
  t.equal(parse(page('昨天 13:04 来源：青禾日报')).article.publishedAt, null, 'without it, nothing');
  t.end();
});

t.test('what the body itself says', (t) => {
  const table: [string, Partial<ParsedArticle>, string][] = [
    [
      `（青禾社記者溫小滿青禾30日電）${PROSE}`,
      { source: '青禾社', byline: '溫小滿' },
      'a dateline in brackets, in traditional characters',
    ],
    [`新华社青禾6月30日电（记者陶小满、严　冬）${PROSE}`, { source: '新华社', byline: '陶小满、严冬' }, 'dateline'],
    [`本报讯 记者赵雷、通讯员郭峰报道：${PROSE}`, { source: null, byline: '赵雷、郭峰' }, '本报 names no paper'],
    [`青禾网报道（陶小满 石桥台）${PROSE}`, { byline: '陶小满' }, 'a station behind the name'],
    [`【青報專訊】${PROSE}`, { source: '青報' }, 'a paper in brackets, as it is printed'],
    [`${PROSE}（记者 晓枫）`, { byline: '晓枫' }, 'a name without a surname'],
    [`${PROSE}（记者 综合）`, { byline: null }, 'what is no name'],
    [`${PROSE}（文/图 陶小满 严冬）`, { byline: '陶小满、严冬' }, 'signature'],
    [`${PROSE}记者了解到，工程还在继续。`, { byline: null }, 'a reporter without a name'],
    [`施工现场。记者 陶小满 摄</p><p>${PROSE}`, { byline: null }, 'a photo credit is no byline'],
    [
      `${PROSE}</p><p>来源：青禾青年报（2017年06月14日05版）`,
      { source: '青禾青年报', issue: { date: '2017-06-14', page: '05' } },
      'foot',
    ],
  ];
  for (const [body, expected, why] of table) {
    t.match(parse(page('', `<p>${body}</p><p>${PROSE}</p>`)).article, expected, why);
  }
  t.end();
});

t.test('who wrote it may stand below the text, or in bold above it', (t) => {
  for (const [above, below] of [
    ['', '<p>作者： 记者陶小满</p>'],
    ['', '<p>撰稿｜陶小满</p>'],
    [`<p>${PROSE}</p><p><strong>青禾网·乡音记者 陶小满</strong></p>`, ''],
  ]) {
    const { article } = parse(page('', `${above}<p>${PROSE}</p><p>${PROSE}</p>${below}`));
    t.equal(article.byline, '陶小满', `${above}${below}`);
    t.equal(article.body.filter(({ type }) => type === 'heading').length, 0);
    t.equal(article.body.length, above === '' ? 2 : 4, `${above}${below}`);
  }
  t.end();
});

t.test('a page that was copied with what stands around it', (t) => {
  const copied = (head: string) => parse(`${head}\n\n${PROSE}\n\n${PROSE}\n`, { format: 'text' }).article;
  t.match(
    copied(
      '欢迎访问青禾县人民政府\n登录 注册\n当前位置：首页>政务要闻>乡镇动态\n乡村道路改造提速\n\n发布时间：\n\n2014-06-30 13:04\n\n信息来源：\n\n今日青禾\n\n分享到：',
    ),
    {
      title: '乡村道路改造提速',
      breadcrumb: ['首页', '政务要闻', '乡镇动态'],
      source: '今日青禾',
      publishedAt: at('2014-06-30T13:04+08:00'),
      body: [{ text: PROSE }, { text: PROSE }],
    },
    'short lines of the site, the breadcrumb, then the title',
  );
  t.equal(copied('首页 > 正文\n乡村道路改造提速\n2014-06-30').publishedAt, at('2014-06-30T00:00+08:00'), 'a bare day');
  t.equal(
    copied('青禾网 > 道路 > 正文 申请入驻\n乡村道路改造提速').breadcrumb.join(),
    '青禾网,道路,正文',
    'behind 正文',
  );
  t.end();
});

t.test('the title of a copied page, with lines of its site above', (t) => {
  const title = '乡村道路改造提速';
  const table: [string, string, string][] = [
    [`${title}\n2014-06-30 13:04`, title, 'none above'],
    [`EN\nhttps://www.qinghe.example/\n\n${title}\n\n2014-06-30`, title, 'nothing Chinese'],
    [`| | | 雄镇| 石桥| 柳坪\n\n${title}\n2014-06-30`, title, 'links in a row'],
    [`06/30 週一 青禾縣|15°C - 17°C\n\n${title}\n2014-06-30`, title, 'the weather'],
    [
      `封面.jpg\n县委宣传部 县文明办 主办\n投稿：a@qinghe.example\n${title}\n2014-06-30`,
      title,
      'a picture, a publisher',
    ],
    [`全部\n\n${title}\n\n来源：青禾网`, title, 'a word of the menu, above title and source'],
    [`指數/外匯\n青禾APP\n報章內容\n${title}\n標籤：`, '指數/外匯', 'a word that nothing shows to be of a menu'],
    [`青禾APP\n報章內容\n${title}\n標籤：`, title, 'a word of the menu below a line of the site'],
    [`青禾日报\n\n${title}\n\n新石社 2014-06-30 13:04`, title, 'a paper by its name'],
    [`青禾网 qinghe.com\n新闻\n${title}\n关键词：\n2014-06-30`, title, 'a site by its name and address'],
    ['路通了\n\n三十六公里全线完工', '路通了', 'a short title with a line below it'],
    ['展开通版\n当前版：03版\n发布日期：2014年06月30日 上一版\n图片新闻\n文章字数：111', '图片新闻', 'words only'],
  ];
  for (const [head, expected, why] of table) {
    const { article } = parse(`${head}\n\n${PROSE}\n\n${PROSE}\n`, { format: 'text' });
    t.equal(article.title, expected, why);
    t.same(textsOf(article.body).slice(-2), [PROSE, PROSE], why);
  }
  t.end();
});

t.test('a page of a newspaper and a day without a clock are those of the issue', (t) => {
  const text = `第03版：乡村\n乡村道路改造提速\n发布日期：2014年06月30日\n\n${PROSE}\n`;
  t.match(parse(text, { format: 'text' }).article, { issue: { date: '2014-06-30', page: '03' }, publishedAt: null });
  t.end();
});

t.test('a headline that a copied page prints more than once is its title', (t) => {
  const title = '乡村道路改造提速';
  const read = (...lines: string[]) => parse(lines.join('\n'), { format: 'text' }).article;
  const portal = read(
    '• 要闻',
    '• 乡村',
    '  乡村',
    '',
    title,
    'Last updated: 2014 年 6 月 30 日 下午 1:04',
    'Share',
    title,
    '青禾新聞|記者吳小滿/石橋報導',
    title,
    PROSE,
    PROSE,
  );
  t.match(portal, { title, publishedAt: at('2014-06-30T13:04+08:00'), source: '青禾新聞', byline: '吳小滿' });
  t.same(textsOf(portal.body), [PROSE, PROSE]);
  const fields = [
    '• 索引号:',
    '0123-2014-5',
    '• 主题分类:',
    '• 发文机构:',
    '青禾县政府',
    '• 发文日期:',
    '2014年06月29日',
    '• 有效性:',
    '• 发布日期:',
    '2014年06月30日 13:04',
    '• 内容概述:',
  ];
  const rules = read('返回顶部', title, ...fields, title, PROSE, PROSE);
  t.match(rules, { title, publishedAt: at('2014-06-30T13:04+08:00') }, 'with the fields of a government between');
  t.same(textsOf(rules.body), [PROSE, PROSE]);
  const once = read(title, '来源：青禾日报', PROSE, '路灯亮了起来了', PROSE, '路灯亮了起来了', PROSE);
  t.equal(once.title, title, 'what is repeated in the text is none');
  t.end();
});

t.test('a page of a digital edition, as text', (t) => {
  const nav = '3 上一篇  下一篇 4 放大 缩小 默认';
  const head = ['第A13版:资讯 上一版3  4下一版', '标题导航', '2014年6月30日 星期一', nav, '乡村道路改造提速'];
  const { article } = parse([...head, PROSE, PROSE, '陶小满 严冬', nav, '青禾商报'].join('\n\n'), { format: 'text' });
  t.match(article, {
    title: '乡村道路改造提速',
    source: '青禾商报',
    byline: '陶小满、严冬',
    issue: { date: '2014-06-30', page: 'A13' },
  });
  t.same(textsOf(article.body), [PROSE, PROSE, '陶小满 严冬']);
  const below = parse(
    ['2014年6月30日 星期', '乡村道路改造提速', PROSE, PROSE, '2014年6月30日 星期', '第04版:都市 上一版3  4下一版'].join(
      '\n\n',
    ),
    { format: 'text' },
  ).article;
  t.match(
    below,
    { title: '乡村道路改造提速', issue: { date: '2014-06-30', page: '04' } },
    'with its page below the text',
  );
  t.same(textsOf(below.body), [PROSE, PROSE]);
  t.end();
});

t.test('a column of a paper, as text', (t) => {
  const column = ['青禾日报', '2014年6月30日 星期一 第03版 县区', '乡村道路改造提速', '本报记者 陶小满'];
  const lines = [
    '　　县里把乡村道路改造列为今年的头',
    '一件实事，上半年已经完成三十六公里',
    '，沿线群众出行方便多了。',
  ];
  const { article } = parse([...column, ...lines, ...lines, ...lines].join('\n'), { format: 'text' });
  t.match(article, { title: '乡村道路改造提速', byline: '陶小满', issue: { date: '2014-06-30', page: '03' } });
  t.same(textsOf(article.body), [PROSE, PROSE, PROSE]);
  t.end();
});

t.test('the foot of a copied page', (t) => {
  const feet = [
    '责任编辑：高梁\n上一篇：邻县的公交开到了村口\n图片新闻',
    '来源：青禾台\n责编：高梁\n二审：严冬\n三审：陶小满',
    '[责任编辑：高梁]\n想爆料？请拨打新闻热线，或登录青禾网提供线索。\n网友评论',
    '青禾网版权声明：\n1、本网站所登载之内容，均以传播信息为目的，不作商业用途。如因版权需要联系的，请在30日内进行。',
    '编号：青ICP备0000号\n联系电话：0000-0000000',
    '数字报\nTop',
    '(资料图)',
  ];
  for (const foot of feet) {
    const { article } = parse(`乡村道路改造提速\n${PROSE}\n${PROSE}\n${foot}\n`, { format: 'text' });
    t.same(textsOf(article.body), [PROSE, PROSE], foot);
  }
  const signed = parse(`乡村道路改造提速\n${PROSE}\n${PROSE}\n青禾县交通局\n`, { format: 'text' }).article;
  t.equal(textsOf(signed.body).at(-1), '青禾县交通局', 'who signs a notice is no foot');
  t.end();
});

t.test('an interview keeps its questions', (t) => {
  const body = `<p>记者：今年流感疫苗什么时候可以接种？</p><p>邬明远：“${PROSE}”</p><p>记者：打了就不会得吗？</p><p>邬明远：${PROSE}</p>`;
  const { article } = parse(page('来源：青禾日报', body));
  t.equal(article.byline, null);
  t.match(textsOf(article.body), [/^记者：今年/, /^邬明远/, /^记者：打了/, /^邬明远/]);
  t.end();
});

t.test('a lead is what is set apart as one', (t) => {
  const lead = (body: string) => parse(page('', body)).article.lead;
  t.equal(lead(`<p>核心提示：路通了。</p><p>${PROSE}</p>`), '路通了。');
  t.equal(lead(`<p>【摘要】</p><p>路通了。</p><p>${PROSE}</p>`), '路通了。');
  t.equal(lead(`<p>[摘要：路通了。]</p><p>${PROSE}</p>`), '路通了。', 'in brackets with its label');
  t.equal(lead(`<p>${PROSE}</p><p>${PROSE}</p>`), null, 'a first paragraph is not one');
  t.equal(lead(`<div class="summary">上半年完成三十六公里，沿线群众少走弯路。</div><p>${PROSE}</p>`)?.length, 20);
  t.equal(
    lead(`<div class="post_desc"><p>上半年完成三十六公里，沿线群众少走弯路。</p></div><p>${PROSE}</p>`)?.length,
    20,
  );
  const note = `<p>编者按：${PROSE.repeat(4)}</p>`;
  t.equal(lead(`${note}<p>内容摘要：路通了。</p><p>${PROSE}</p>`), '路通了。', 'behind a note of the editors');
  t.equal(lead(`<div class="summary">${PROSE.slice(0, 30)}…</div><p>${PROSE}</p>`), null, 'nor what only repeats it');
  t.equal(
    parse(page('', `<p>${PROSE}</p><p>点击进入的新路有三条，都修好了。</p>`)).article.body.length,
    2,
    'a sentence may begin like an invitation',
  );
  t.end();
});

t.test('furniture goes, the body stays whole', (t) => {
  const furniture = [
    '<p>责任编辑：高梁</p>',
    '<p>（责编：高梁、严冬）</p>',
    '<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>',
    '<p>上一篇：<a href="#">邻县的公交开到了村口</a></p><p>下一篇：没有了</p>',
    '<p>相关新闻</p><ul><li><a href="#">邻县的公交开到了村口，票价一元</a></li></ul>',
    '<div class="comments"><p>网友：好，太好了，我们等了很多年，感谢修路的师傅们。</p></div>',
    '<p>版权声明：凡本网注明来源的作品，未经授权不得转载，违者将追究其法律责任。</p>',
    '<p style="display:none">看不见的一段话，不应当进入正文，不管它写了多长，有多少标点。</p>',
    '<script>document.write("看不见，不算。")</script>',
    '<p>浏览次数：128 【大 中 小】 打印 关闭</p>',
    '<p>发布日期：2014-06-30 责任编辑：高梁</p>',
    '<p>（本文来自青禾网，更多内容请下载“青禾”APP）</p>',
    '<p>安装青禾新闻客户端，第一时间看县里的消息</p>',
    '<p>点击进入专题：</p>',
    '<p>长按识别二维码，关注我们</p>',
    '<p>作者简介</p><p>长年关注乡村交通</p>',
    '<p>—— THE END ——</p><p>转载请注明出处：青禾网</p>',
    '<p>相关新闻：</p><p><a href="#">邻县的公交开到了村口，票价一元</a></p>',
    '<p>[1] [2] [3] 下一页</p><p>第 1 页 共 3 页</p>',
    '<p>本期精彩回顾</p><p>邻县的公交开到了村口</p>',
    '<p>（青禾网）</p>',
    '<p>【本文转自“青禾发布”】</p>',
    '<p>投稿信箱：desk@qinghe.example</p>',
    '<p>点个“在看”，让更多人看到</p>',
    '<p>微信扫一扫关注该公众号</p>',
    '<p>版权声明：本文版权归青禾网所有</p>',
    '<p>分页导航</p><p>第01页：乡村道路改造提速</p>',
  ];
  const body = `<p>青禾县讯 ${PROSE}</p><h3>路灯亮了</h3><p>${PROSE}</p>`;
  const expected = [`青禾县讯 ${PROSE}`, '路灯亮了', PROSE];
  for (const after of furniture) t.strictSame(textsOf(parse(page('', body + after)).article.body), expected, after);
  t.end();
});

t.test('the table above a document of a government is its head', (t) => {
  const title = '关于做好堤坝巡查工作的通知';
  const table = `<table><tr><th>索 引 号</th><td>0123-2014-5</td><th>主题分类</th><td>水利、应急</td></tr>
    <tr><th>发文机关</th><td>青禾县政府</td><th>成文日期</th><td>2014年6月26日</td></tr>
    <tr><th>标 题</th><td colspan="3">${title}</td></tr>
    <tr><th>文 号</th><td>青政办〔2014〕9号</td><th>发布日期</th><td>2014-06-30</td></tr></table>`;
  const data = '<table><tr><td>时间</td><td>地点</td></tr><tr><td>6月30日</td><td>柳河镇</td></tr></table>';
  const html = (name: string) =>
    `<html><head><title>${name}</title></head><body><div>您现在的位置：首页 &gt; 政策文件</div>${table}<div>${title}</div><div><p>${PROSE}</p><p>${PROSE}</p>${data}</div></body></html>`;
  for (const name of [title, '通知']) {
    const { article } = parse(html(name));
    t.match(article, { title, publishedAt: at('2014-06-30T00:00+08:00') }, name);
    t.same(textsOf(article.body).slice(0, 2), [PROSE, PROSE]);
    t.same(
      article.body.map(({ type }) => type),
      ['paragraph', 'paragraph', 'table'],
      'a table of data stays',
    );
  }
  t.end();
});

t.test('a body is taken whole, however the page lays it out', (t) => {
  const texts = (body: string) => textsOf(parse(page('', body)).article.body);
  const inner = (body: string) => textsOf(parse(page('').replace(/<div class="content">.*<\/div>/, body)).article.body);
  t.same(
    inner(
      `<div><div id="endText"><p>${PROSE}</p></div><div class="ad"><a href="#">询底价</a></div><div id="endText"><p>${PROSE}</p></div></div>`,
    ),
    [PROSE, PROSE],
    'boxes of one name, with a widget between them',
  );
  const broken = [
    '　　县里把乡村道路改造列为今年',
    '的头一件实事，上半年已经完成三',
    '十六公里，沿线群众出行方便多了',
    '。',
    '　　县里把乡村道路改造列为今年',
    '的头一件实事，上半年已经完成三',
    '十六公里，沿线群众出行方便多了',
    '。',
  ];
  t.same(texts(broken.join('<br>')), [PROSE, PROSE], 'lines that <br> breaks at a fixed width');
  t.same(texts(`<pre>${broken.join('\n')}</pre>`), [PROSE, PROSE], 'and those of <pre>');
  const verses = [
    '春耕时节水声长，',
    '石桥村里菜花香。',
    '老人闲话新修路，',
    '孩子放学过小塘。',
    '灯火一村明似昼，',
    '车声几处远还乡。',
  ];
  t.same(texts(`<p>${verses.join('<br>')}</p>`), verses, 'verses are lines');
  const name = '乡村道路改造提速情况的年度公示（二〇一四年第一次公布）';
  const scans = `<p>${name}</p><p><img src="http://a.example/1.jpg"></p><p><img src="http://a.example/2.jpg"></p>`;
  const scanned = parse(page('发布时间：2014-06-30', scans, name)).article;
  t.equal(scanned.body.filter(({ type }) => type === 'image').length, 2, 'pictures of a document are one');
  t.same(
    texts(`<p>${PROSE}</p><p><a href="/plan.docx">附件：道路改造计划表.docx</a></p>`),
    [PROSE, '附件：道路改造计划表.docx'],
    'files that hang on it are of it',
  );
  t.same(
    texts('<p><a href="/plan.pdf">乡村道路改造计划（2014年版）.pdf</a></p>'),
    ['乡村道路改造计划（2014年版）.pdf'],
    'even alone',
  );
  t.same(
    texts('<p>全县道路已改造，今年三十六公里。</p><p>编辑：高梁</p>'),
    ['全县道路已改造，今年三十六公里。'],
    'a single line',
  );
  t.end();
});

t.test('what a page hangs on a paragraph goes, and so do links amid the text', (t) => {
  for (const tail of ['返回青禾网首页>>', '返回青禾，查看更多', '（责任编辑：高梁）', '责编：高梁'])
    t.same(textsOf(parse(page('', `<p>${PROSE}</p><p>${PROSE}${tail}</p>`)).article.body), [PROSE, PROSE], tail);
  const links = `<p>相关新闻：</p><p><a href="#">邻县的公交开到了村口，票价一元</a></p>`;
  t.same(textsOf(parse(page('', `${links}<p>${PROSE}</p><p>${PROSE}</p>`)).article.body), [PROSE, PROSE]);
  t.end();
});

t.test('a list that only lays the page out is none', (t) => {
  const { body } = parse(page('', `<ul><li><p>${PROSE}</p><p>${PROSE}</p></li></ul>`)).article;
  t.same(body, [
    { type: 'paragraph', text: PROSE },
    { type: 'paragraph', text: PROSE },
  ]);
  t.end();
});

t.test('blocks', (t) => {
  const body = `<p>${PROSE}</p><p align="center"><img data-src="/1.jpg" alt="x"></p><p align="center">施工现场。陶小满 摄</p>
    <p><strong>路灯亮了</strong></p><p>${PROSE}</p><ol><li>石桥</li><li>柳坪</li></ol>
    <figure><img src="2.jpg"><figcaption>新路</figcaption></figure><table><tr><th>乡镇</th><th>公里</th></tr><tr><td>石桥</td><td>12.5</td></tr></table>`;
  t.strictSame(parse(page('', body)).article.body, [
    { type: 'paragraph', text: PROSE },
    { type: 'image', url: '/1.jpg', alt: 'x', caption: '施工现场。陶小满 摄' },
    { type: 'heading', level: 2, text: '路灯亮了' },
    { type: 'paragraph', text: PROSE },
    { type: 'list', ordered: true, items: ['石桥', '柳坪'] },
    { type: 'image', url: '2.jpg', alt: null, caption: '新路' },
    {
      type: 'table',
      caption: null,
      rows: [
        ['乡镇', '公里'],
        ['石桥', '12.5'],
      ],
    },
  ]);
  t.end();
});

t.test('pictures are resolved against the address of the page', (t) => {
  const html = page('', `<p>${PROSE}</p><p><img src="../i/1.jpg"></p><p>${PROSE}</p>`);
  const [, image] = parse(html, { hints: { url: 'https://a.example/x/y/1.html' } }).article.body;
  t.match(image, { type: 'image', url: 'https://a.example/x/i/1.jpg' });
  const record = { title: '路', url: 'https://a.example/x/y/1.html', html: `<p>${PROSE}</p><img src="../i/1.jpg">` };
  t.match(parse(JSON.stringify(record), { format: 'record' }).article.body, [{}, image], 'in a record, too');
  const markdown = `---\nurl: https://a.example/x/y/1.html\n---\n# 路\n\n${PROSE}\n\n![](../i/1.jpg)\n`;
  t.match(parse(markdown, { format: 'markdown' }).article.body, [{}, image], 'and in Markdown');
  const unnamed = page('', `<p>${PROSE}</p><p><img src="../i/1.jpg"></p>`);
  t.match(parse(unnamed).article.body, [{}, { url: '../i/1.jpg' }], 'where none is known they stay as they are');
  t.end();
});

t.test('titles', (t) => {
  const table: [string, string, string][] = [
    [`<title>路通了-青禾新闻网</title><div>${PROSE}${PROSE}</div>`, '路通了', 'the site goes'],
    [
      `<title>青禾县人民政府 乡村道路</title><h1>乡村道路改造提速</h1><p>${PROSE}</p>`,
      '乡村道路改造提速',
      'the headline',
    ],
    [
      `<title></title><div class="t">乡村道路改造提速</div><div>发布时间：2021/6/9</div><p>${PROSE}</p>`,
      '乡村道路改造提速',
      'above',
    ],
    [
      `<title>青禾县关于加快乡村道路改造的通知_青禾县政府网</title><p>青禾县<br>关于加快乡村道路<br>改造的通知</p><div class="content"><p>${PROSE}</p></div>`,
      '青禾县关于加快乡村道路改造的通知',
      'over three lines that are no heading',
    ],
    [
      `<title>工作动态--青禾地理学会官网</title><h5>道路改造研讨会在青禾召开</h5><div>发布时间：2021/6/9</div><div class="content"><p>${PROSE}</p></div><h4>青禾地理学会</h4>`,
      '道路改造研讨会在青禾召开',
      'the name of the site in a box of its own is no headline',
    ],
    [`<h1>乡村道路<br>改造提速</h1><p>${PROSE}</p>`, '乡村道路 改造提速', 'over two lines'],
    [`<meta property="og:title" content="乡村道路改造提速"><p>${PROSE}</p>`, '乡村道路改造提速', 'only for machines'],
  ];
  for (const [html, expected, why] of table) t.equal(parse(html).article.title, expected, why);
  t.end();
});

t.test('what a page says to machines fills in for what it does not show', (t) => {
  const data = {
    '@type': 'NewsArticle',
    headline: '路',
    datePublished: '2014-06-30T13:04:00+09:00',
    author: { '@type': 'Person', name: '陶小满' },
  };
  const html = page('').replace(
    '</head>',
    `<link rel="canonical" href="https://a.example/1"><script type="application/ld+json">${JSON.stringify(data)}</script></head>`,
  );
  t.match(parse(html).article, {
    url: 'https://a.example/1',
    publishedAt: at('2014-06-30T13:04+09:00'),
    byline: '陶小满',
  });
  const printed = page('2014-06-30 13:04:05 来源：青禾网').replace(
    '</head>',
    '<meta name="source" content="青禾社"></head>',
  );
  t.equal(parse(printed).article.source, '青禾网', 'what is printed with its label says more');
  const english = page('').replace('</head>', '<meta name="apub:time" content="6/30/2014, 1:04:05 PM"></head>');
  t.equal(parse(english).article.publishedAt, at('2014-06-30T13:04:05+08:00'), 'as scripts print it in English');
  const account = page('<span>原创</span><span>陶满</span><span>青禾发布</span><em>2014-06-30 13:04</em>');
  const named = account.replace('</head>', '<meta name="author" content="陶满"></head>');
  t.match(parse(named).article, { source: '青禾发布', byline: '陶满' }, 'an author told and printed');
  const site = page('来源：青禾网').replace('</head>', '<meta name="author" content="陶满"></head>');
  t.equal(parse(site).article.byline, null, 'but not one that is told only');
  const finer = page('2014年6月30日').replace('</head>', '<meta name="PubDate" content="2014-06-30 13:04:05"></head>');
  t.equal(parse(finer).article.publishedAt, at('2014-06-30T13:04:05+08:00'), 'the finer of two times of one day');
  t.end();
});

t.test('hints win, and site rules come before generic reading', (t) => {
  const html = page('来源：青禾日报', `<p>${PROSE}</p>`).replace(
    '</body>',
    `<div id="real"><p>真正的正文在这里，只有规则知道。</p></div></body>`,
  );
  const siteRules = { 'a.example': { title: 'title', body: '#real', source: 'h1' } };
  const { article } = parse(html, {
    hints: { url: 'https://news.a.example/1', section: ['民生'], source: '外报' },
    siteRules,
  });
  t.match(article, {
    url: 'https://news.a.example/1',
    section: ['民生'],
    source: '外报',
    title: '乡村道路改造提速_某网',
  });
  t.strictSame(textsOf(article.body), ['真正的正文在这里，只有规则知道。']);
  t.end();
});

t.test('records: what they give wins, and other names are understood', (t) => {
  const record = (fields: object) => parse(JSON.stringify(fields), { format: 'record' });
  const full = {
    title: '路通了',
    section: '新闻/本地',
    source: '青禾日报',
    issueDate: '2014-06-30',
    page: '05',
    byline: ['陶小满', '严冬'],
  };
  const { article, warnings } = record({
    ...full,
    publishedAt: '2014-06-30T13:04:00+08:00',
    text: PROSE,
    url: 'urn:x:1',
  });
  t.match(article, {
    ...full,
    section: ['新闻', '本地'],
    issueDate: undefined,
    page: undefined,
    issue: { date: '2014-06-30', page: '05' },
    byline: '陶小满、严冬',
    url: 'urn:x:1',
  });
  t.strictSame(warnings, []);

  const other = record({ title: '路通了', content: `<p>${PROSE}</p>`, date: '2014-06-30', author: '陶小满', id: 7 });
  t.match(other.article, {
    byline: '陶小满',
    publishedAt: at('2014-06-30T00:00+08:00'),
    body: [{ type: 'paragraph', text: PROSE }],
  });
  t.match(other.warnings, [{ code: 'no_source' }, { code: 'unknown_field', message: /id/ }]);
  t.strictSame(record({ title: '路', blocks: [{ type: 'paragraph', text: '通了' }] }).article.body, [
    { type: 'paragraph', text: '通了' },
  ]);
  t.equal(record({ title: '路', text: PROSE, time: 1404104640 }).article.publishedAt, 1404104640000, 'epoch seconds');
  t.match(record({ title: '路', text: PROSE, publishedAt: '2014-02-30' }), {
    article: { publishedAt: null },
    warnings: [{ code: 'no_date' }, {}, { code: 'impossible_date' }],
  });
  t.end();
});

t.test('pages that hold no article are refused with the reason', (t) => {
  const code = (content: string | Uint8Array, format: RawPage['format'] = 'html') => {
    try {
      parse(content, { format });
      return 'taken';
    } catch (error) {
      return error instanceof ArchiveError ? error.code : String(error);
    }
  };
  const table: [string | Uint8Array, RawPage['format'], string, string][] = [
    ['', 'text', 'page_empty', 'no bytes'],
    [' \n　', 'text', 'page_empty', 'white space'],
    [new Uint8Array(2000), 'text', 'page_binary', 'NUL bytes'],
    ['%PDF-1.7 …', 'text', 'page_binary', 'a PDF'],
    [`${PROSE}${PROSE}${PROSE}`, 'text', 'page_untitled', 'a text that opens with running text'],
    ['<p></p>', 'html', 'page_untitled', 'nothing at all'],
    ['<h1>乡村道路改造提速</h1>', 'html', 'page_without_body', 'a title alone'],
    ['乡村道路改造提速', 'text', 'page_without_body', 'one line'],
    ['{"title":', 'record', 'invalid_record', 'broken JSON'],
    ['[]', 'record', 'invalid_record', 'no object'],
    ['{"title":7,"text":"x"}', 'record', 'invalid_record', 'a field of another type'],
    ['{"title":"路","text":"通了。","publishedAt":"soon"}', 'record', 'invalid_record', 'no date'],
    ['---\n- a\n---\n正文', 'markdown', 'invalid_record', 'front matter without fields'],
    ['---\n: : :\n\t-\n---\n正文', 'markdown', 'invalid_record', 'front matter that is no YAML'],
  ];
  for (const [content, format, expected, why] of table) t.equal(code(content, format), expected, why);
  t.end();
});

t.test('hostile pages are read or refused, without a crash', (t) => {
  const n = 100_000;
  const hostile: [string, RawPage['format']][] = [
    [page('', '<div>'.repeat(n) + PROSE), 'html'],
    [page('', `${'<b>一，'.repeat(n)}${PROSE}`), 'html'],
    [page('', `<div ${Array.from({ length: n }, (_, i) => `a${i}=1`).join(' ')}>${PROSE}</div>`), 'html'],
    [page('', '<'.repeat(n) + PROSE), 'html'],
    [page('', '<table><tr><td>'.repeat(n / 10) + PROSE), 'html'],
    [page('', `<script type="application/ld+json">${'['.repeat(n)}</script>${PROSE}`), 'html'],
    [page('', '“（2014-06-'.repeat(n)), 'html'],
    [`路通了\n${'来源：'.repeat(n)}\n${PROSE}`, 'text'],
    [`路通了\n${'首页 > '.repeat(n)}\n${' '.repeat(n)}\n${'　'.repeat(n)}${PROSE}`, 'text'],
    [`路通了\n${'县里把乡村道路改造列为今年的头一件实事上半年已经完成（\n'.repeat(n / 4)}`, 'text'],
    [page('', `<p><img src="a.jpg"></p><p align="center">说明</p><p>上一篇：没有了</p>`.repeat(n / 20)), 'html'],
    [`---\ntitle: 路\n---\n${'>'.repeat(n)}${PROSE}`, 'markdown'],
    [`---\ntitle: 路\n---\n${'- '.repeat(n)}${PROSE}\n\n${'*'.repeat(n)}`, 'markdown'],
    [`${'['.repeat(n)}`, 'record'],
  ];
  for (const [content, format] of hostile) {
    try {
      t.ok(parse(content, { format }).article.title.length > 0, content.slice(90, 120));
    } catch (error) {
      t.ok(error instanceof ArchiveError, `${content.slice(0, 30)}: ${error}`);
    }
  }
  t.end();
});

t.test('a page that breaks off is taken as far as it goes', (t) => {
  const whole = new TextEncoder().encode(page('来源：青禾日报 2014-06-30'));
  const { article, warnings } = parse(whole.subarray(0, whole.length - 60));
  t.match(article, { title: '乡村道路改造提速', source: '青禾日报' });
  t.match(warnings, [{ code: 'truncated' }]);
  t.end();
});
