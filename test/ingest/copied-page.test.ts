import t, { type Test } from 'tap';
import type { UnplacedBlock } from '../../src/domain/article.js';
import { type ParsedArticle, parseArticle } from '../../src/ingest/article.js';

const PROSE = '县里把乡村道路改造列为今年的头一件实事，上半年已经完成三十六公里，沿线群众出行方便多了。';
const MORE = '青禾县交通运输局负责人说，下半年还要修通四条村道，年底前再让两千多户村民走上平坦的柏油路。';
const at = (iso: string) => Date.parse(`${iso}+08:00`);

function parse(content: string, format: Format = 'text'): ParsedArticle & { texts: string[] } {
  const page = { name: 'page', format, bytes: new TextEncoder().encode(content), hints: {} };
  const { article } = parseArticle(page, { timeZone: '+08:00', siteRules: {} });
  const texts = article.body.flatMap((block: UnplacedBlock) => ('text' in block ? [block.text] : []));
  return { ...article, texts };
}

type Format = 'text' | 'html' | 'record';
type Row = [string, Partial<ParsedArticle & { texts: string[] }>, string];
const walk = (t: Test, table: readonly Row[], format: Format = 'text') => {
  for (const [page, expected, why] of table) {
    const found = parse(page, format);
    for (const [field, value] of Object.entries(expected))
      t.strictSame(found[field as keyof typeof found], value, `${why}: ${field}`);
  }
  t.end();
};

t.test('the head of a copied page', (t) => {
  const text = `${PROSE}\n\n${MORE}`;
  walk(t, [
    [
      `青禾修路惠及两千户\n\n2019-06-25 14:31:00　来源: \n青禾新闻网\n责任编辑：高梁_QH01\n\n${text}`,
      { title: '青禾修路惠及两千户', source: '青禾新闻网', publishedAt: at('2019-06-25T14:31'), texts: [PROSE, MORE] },
      'a label at the end of its line, its value on the next',
    ],
    [
      `当前版:04版\n发布日期:\n河边新路通车\n${text}`,
      { title: '河边新路通车', publishedAt: null, texts: [PROSE, MORE] },
      'a label of time takes no headline for its value',
    ],
    [
      `青禾修路 惠及乡邻 2024年03月07日\n\n${text}`,
      { title: '青禾修路 惠及乡邻', publishedAt: at('2024-03-07T00:00') },
      'a headline and its day on one line',
    ],
    [
      `青禾修路惠及乡邻\n\n陶小满\n2012-12-25 09:13:46\n\n${text}`,
      { byline: '陶小满', subtitle: null, publishedAt: at('2012-12-25T09:13:46') },
      'a name alone above a time',
    ],
    [
      `青禾修路惠及乡邻\n\n[来源:青禾在线] [作者:陶小满]\n\n${text}`,
      { source: '青禾在线', byline: '陶小满' },
      'brackets',
    ],
    [
      `青禾修路惠及乡邻\n\n2005年11月22日 13:19 QHTV《青禾时间》\n\n${text}`,
      { source: 'QHTV《青禾时间》' },
      'a programme of a station',
    ],
    [`青禾修路惠及乡邻\n\n25.03.2015  20:14\n\n${text}`, { publishedAt: at('2015-03-25T20:14') }, 'the day first'],
    [
      `1957年7月20日青禾日报 第3版\n\n第3版()\n专栏:\n\n青禾修成新路\n${text}`,
      { title: '青禾修成新路', source: '青禾日报', issue: { date: '1957-07-20', page: '3' } },
      'the paper between its day and its page',
    ],
    [
      `A3:要闻总第463期 >2019-10-24编印\n\n青禾修路惠及乡邻\n\n${text}`,
      { title: '青禾修路惠及乡邻', issue: { date: '2019-10-24', page: 'A3' } },
      'a page by its number and column',
    ],
    [
      `青禾修路惠及乡邻\n${PROSE.slice(0, 24)}\n${PROSE.slice(24)}\n${MORE.slice(0, 24)}\n${MORE.slice(24)}`,
      { texts: [PROSE, MORE] },
      'two paragraphs that were broken at one width',
    ],
    [
      `青禾修路惠及乡邻\n${PROSE}\n青禾修路，从村口修到镇上\n青禾通车，从镇上通到县里`,
      { texts: [PROSE, '青禾修路，从村口修到镇上', '青禾通车，从镇上通到县里'] },
      'lines that only are alike are none',
    ],
    [`头条\n\n青禾修路惠及乡邻\n\n${text}`, { title: '青禾修路惠及乡邻' }, 'below the name of a column'],
    [`青禾修路惠及乡邻_青禾网\n青禾修路惠及乡邻\n${text}`, { title: '青禾修路惠及乡邻' }, 'below its title tag'],
    [
      `青禾日报\n2021年7月27日\n第5B版:民生\n青禾修路惠及乡邻\n${text}`,
      { source: '青禾日报', issue: { date: '2021-07-27', page: '5B' } },
      'a day and a page beside the name of the paper',
    ],
    [
      `• 联系电话:0915-1000\n• 投稿邮箱:a@b.example\n > 新闻 > 县区 > 青禾\n青禾修路惠及乡邻\n2015-03-26  来源:\n${text}`,
      { title: '青禾修路惠及乡邻', breadcrumb: ['新闻', '县区', '青禾'], texts: [PROSE, MORE] },
      'below the numbers of its site',
    ],
    [`青禾修路惠及乡邻\n\n公文荟 2021-07-27 17:55\n\n${text}`, { source: '公文荟', byline: null }, 'a site, no person'],
    [`青禾修路惠及乡邻\n来自：青禾晚报\n\n${text}`, { source: '青禾晚报' }, 'another label'],
    [`青禾修路惠及乡邻\n\n据新华社电 ${PROSE}\n\n${MORE}`, { source: '新华社' }, 'an agency that is cited'],
    [
      `青禾修路惠及乡邻\n摘要：${PROSE}\n关键词：修路；青禾\n${MORE}\n${PROSE}`,
      { lead: PROSE, keywords: ['修路', '青禾'], texts: [MORE, PROSE] },
      'keywords behind the lead',
    ],
    [
      `青禾修路惠及乡邻 |\n---|\n2005年01月31日01:50 青禾网 |\n${PROSE} |\n${MORE} |`,
      { title: '青禾修路惠及乡邻', source: '青禾网', texts: [PROSE, MORE] },
      'a table of one column',
    ],
  ]);
});

t.test('reporters of a copied page', (t) => {
  const page = (opening: string, end = '') => `青禾修路惠及乡邻\n\n${opening}${PROSE}\n\n${MORE}${end}`;
  walk(t, [
    [page('本报讯（记者陶小满严冬）'), { byline: '陶小满、严冬' }, 'nothing between two names'],
    [page('本报讯（记者严冬通讯员方敏高小梁何田）'), { byline: '严冬、方敏、高小梁、何田' }, 'nor between three'],
    [page('本报讯 记者陶小满 通讯员方敏高小梁 近日，'), { byline: '陶小满、方敏、高小梁' }, 'without brackets'],
    [page('本报讯（记者高温作业现场直击）'), { byline: null }, 'words are no names'],
    [page('', ' (陶小满 严冬) 《青禾新闻》 (2005年01月31日 第4版)'), { byline: '陶小满、严冬' }, 'before the issue'],
    [page('', ' (本文来源:青禾日报作者:陶小满)'), { byline: '陶小满', source: '青禾日报' }, 'behind the source'],
  ]);
});

t.test('what stands below the text of a copied page', (t) => {
  const page = (...foot: string[]) => ['青禾修路惠及乡邻', '', PROSE, '', MORE, '', ...foot].join('\n');
  const body = { texts: [PROSE, MORE] };
  walk(t, [
    [page('友情链接:'), body, 'a label of nothing'],
    [page('登录 评论一下'), body, 'an invitation to comment'],
    [page('广告', '评论', '编辑推荐'), body, 'boxes of the site'],
    [
      page('發表評論', '青禾網(qinghe.com)', '青禾網簡介 | 廣告服務 | 聯繫我們 | 會員注冊 | 產品答疑'),
      body,
      'a long foot',
    ],
    [page('评论】【收藏此页】【多种方式看新闻】【打印】【关闭'), body, 'a row of links'],
    [
      page('青禾路网 (微信号:qinghelu)', '及时获取本地消息'),
      { texts: [PROSE, MORE, '青禾路网 (微信号:qinghelu)', '及时获取本地消息'] },
      'a name is no marker',
    ],
    [page('未经允许不得转载:', '相关推荐'), body, 'terms of reprinting'],
    [page('原标题:', '青禾修路惠及乡邻', '【推荐阅读】'), body, 'the headline once more'],
    [
      page('《 青禾日报 》( 2018年12月29日 01 版)'),
      { ...body, source: '青禾日报', issue: { date: '2018-12-29', page: '01' } },
      'the issue',
    ],
    [page('青禾|新闻|数据'), { texts: [PROSE, MORE, '青禾|新闻|数据'] }, 'three names are no row of links'],
  ]);
});

t.test('complete pages that say things twice, or elsewhere', (t) => {
  const text = `<p>${PROSE}</p><p>${MORE}</p>`;
  const head = '<h1>青禾修路惠及乡邻</h1><div>2019-06-25 14:31 来源：青禾日报</div>';
  const site = Array.from({ length: 30 }, (_, number) => `<li><a href="/${number}">栏目第${number}号</a></li>`).join(
    '',
  );
  const page = (title: string, body: string) =>
    `<html><head><title>${title}</title></head><body>${body}<div>版权所有 青禾网</div></body></html>`;
  const texts = [PROSE, MORE];
  walk(
    t,
    [
      [
        page(
          '青禾修路惠及乡邻',
          `<div>${head}<div>${text}</div></div><ul>${site}</ul><div>${head}<div>${text}</div></div>`,
        ),
        { title: '青禾修路惠及乡邻', texts },
        'for desks and for phones',
      ],
      [
        page('青禾修路惠及乡邻', `${head}<div>${text}<p>青禾修路惠及乡邻</p></div>`),
        { texts },
        'a headline below the text',
      ],
      [page('青禾修路惠及乡邻', `${head}<div>${text}<p>附件：</p></div>`), { texts }, 'no attachment'],
      [page('青禾修路惠及乡邻', `${head}<div>${text}<p>图文来源：区融媒体中心</p></div>`), { texts }, 'whose pictures'],
      [
        page(
          '新闻详情',
          `<div class="title">新闻详情</div><h3>青禾修路惠及乡邻</h3><div>发布时间：2019-05-22</div><div>${text}</div>`,
        ),
        { title: '青禾修路惠及乡邻', texts },
        'a title tag of the template, which the page prints',
      ],
      [
        page('新闻内页', `<h2>青禾修路惠及乡邻</h2><div>发布时间：2019.05.22 浏览次数：49</div><div>${text}</div>`),
        { title: '青禾修路惠及乡邻', texts },
        'a title tag that the page does not print',
      ],
      [
        page(
          '青禾修路惠及乡邻',
          `<p>当前位置：<a href="/">首页</a> &gt; <a href="/a">专题栏目</a> &gt; <a href="/b">军民心连心 团结共创双拥模范城六连冠</a></p>${head}<div>${text}</div>`,
        ),
        { breadcrumb: ['首页', '专题栏目', '军民心连心 团结共创双拥模范城六连冠'] },
        'a place with a long name',
      ],
      [
        page(
          '青禾修路惠及乡邻',
          `<div><span>当前位置：</span><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">交通</a></li></ul></div>${head}<div>${text}</div>`,
        ),
        { breadcrumb: ['首页', '政务公开', '交通'] },
        'places in a list, without signs between',
      ],
      [
        page(
          '青禾修路惠及乡邻',
          `<div>当前位置：<a href="/">首页</a></div><div> &gt; <a href="/a">政务公开</a></div><div> &gt; <a href="/b">交通</a></div>${head}<div>${text}</div>`,
        ),
        { breadcrumb: ['首页', '政务公开', '交通'] },
        'a place a line, the first behind the label',
      ],
    ],
    'html',
  );
});

t.test('records as crawlers name their fields', (t) => {
  const named: [object, Partial<ParsedArticle & { texts: string[] }>, string][] = [
    [
      {
        标题: '青禾修路',
        来源: '青禾日报',
        作者: '作者：陶小满',
        发布时间: '2019-06-25 14:31',
        正文: `${PROSE}\n${MORE}`,
      },
      {
        title: '青禾修路',
        source: '青禾日报',
        byline: '陶小满',
        publishedAt: at('2019-06-25T14:31'),
        texts: [PROSE, MORE],
      },
      'in Chinese',
    ],
    [
      { news_title: '青禾修路', media_name: '青禾网', pub_time: '2019-06-25', content: [PROSE, MORE] },
      { title: '青禾修路', source: '青禾网', publishedAt: at('2019-06-25T00:00'), texts: [PROSE, MORE] },
      'paragraphs in an array',
    ],
  ];
  walk(
    t,
    named.map(([fields, expected, why]): Row => [JSON.stringify(fields), expected, why]),
    'record',
  );
});
