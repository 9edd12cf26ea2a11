/** Page furniture: the words by which lines and boxes that belong to the site, not to the article, give themselves away. */
import { simplifyLabels } from './traditional.js';

/** Class names and ids of boxes that hold no part of an article. */
const furnitureLabel =
  /comment|pinglun|relat|recommend|tuijian|xiangguan|(?:^|[\s_-])(?:hot|rank|ranking|foot|footer|sidebar|aside|nav|navbar|menu|share|login|search|crumbs?|breadcrumbs?|copyright|toolbar|tools?|ads?|advert|banner|qrcode|erweima|pager|pagination|prev|next|prevnext|links?|friendlink|disclaimer|bdsharebuttonbox|print|tags?)(?:[\s_-]|$)|footer|sidebar|copyright|bdshare|breadcrumb|related|fenxiang|dibu|daohang/;

/** Class names and ids that content systems give to the body and to nothing else. */
const surelyBodyLabel =
  /trs_(?:editor|ueditor)|ucap-content|pages_content|articlebody|(?:^|[\s_-])(?:artibody|endtext|ozoom|rm_txt_con|vsb_content|v_news_content|wp_articlecontent|news_txt|cnt-main-article-qq|founder-content|left_zw|zhengwen)(?:[\s_-]|$)/;

/** Class names and ids by which Chinese content systems mark the body of an article. */
const bodyLabel =
  /trs_(?:editor|ueditor)|ucap-content|pages_content|(?:article|art|news|detail|post|main|text|show|info)[_-]?(?:content|con|body|txt|text|detail)|content[_-]?(?:body|main|text|detail|article)|(?:^|[\s_-])(?:content|article|artibody|endtext|zoom|ozoom|rm_txt_con|box_con|text_con|left_zw|vsb_content|v_news_content|wp_articlecontent|news_txt|show_text|entry|zhengwen|neirong|nr|txt|founder-content|newstext|contenttext|contxt)(?:[\s_-]|$)|articlecontent|newscontent|cnt-main-article/;

/** Whether a class or id is never given to a box that holds an article, however much text is in it. */
export function isForeignLabel(label: string): boolean {
  return /foot|copyright|comment|pinglun|dibu/.test(label);
}

/** Whether a class or id says that a box is furniture. */
export function isFurnitureLabel(label: string): boolean {
  return label !== '' && furnitureLabel.test(label);
}

/** How surely a class or id says that a box holds the body of an article: 2 for names used for nothing else, 0 not at all. */
export function rateBodyLabel(label: string): 0 | 1 | 2 {
  if (label === '') return 0;
  return surelyBodyLabel.test(label) ? 2 : bodyLabel.test(label) ? 1 : 0;
}

const bracket = '[\\s\\[【（(<《〖★●■◆·•*]{0,3}';

/** Lines after which nothing of the article follows. */
const endMarker = new RegExp(
  `^${bracket}(?:相关(?:阅读|新闻|链接|报道|推荐|文章|资讯|内容|稿件|专题)|延伸阅读|推荐阅读|重点推荐|相关日志|作者简介$|热门(?:推荐|新闻|文章|点击|评论)|猜你喜欢|精彩推荐|今日推荐|` +
    '更多(?:新闻|精彩|内容|相关)|上一[篇条页]|下一[篇条页]|上篇|下篇|前一篇|后一篇|分享(?:到|至|让)|打印(?:本页|本稿|此页)?(?:$|[\\s|】\\]])|关闭(?:窗口|本页)|扫一扫|扫码|' +
    '(?:本期|往期|今日)精彩(?:回顾|推荐)|免责声明|版权声明|版权与免责|特别声明|网友评论|最新评论|我要评论|发表评论|用户评论|文明上网|返回(?:顶部|首页|列表|上页)|主办单位|版权所有|[Cc]opyright|我要(?:纠错|分享|举报)|' +
    '凡(?:本网|本站|注明|来源)|声明[:：]|关于我们|联系我们|网站地图|为你推荐|大家都在看|(?:本文|文章)?关键词[:：]|我要反馈|评论一下|还没有评论|最热评论|评论\\s?\\d|本文链接[:：]|您需要登录|点击下载$|分页导航|第0?\\d页[:：]|返回[^，。]{1,8}，查看更多|标签[:：]|网站声明|未经(?:允许|授权|许可)|微信(?:公众)?号[:：]|登[录陆]\\s{0,2}(?:注册|评论)|(?:要闻速递|专题推荐|往期回顾|随机阅读|图片新闻|热点新闻|点我回到页面顶部|编辑推荐|友情链接|我来说两句|推荐文章|资讯排行榜?|广告|评论)[:：]?(?:$|\\s))',
);

/** Legal notices: what follows them is the notice itself, however long. */
const legalNotice = new RegExp(
  `^${bracket}(?:免责声明|平台声明|版权声明|版权与免责|特别声明|郑重声明|网站声明|声明[:：]|凡(?:本网|本站|注明|来源)|本(?:网|站)(?:声明|转载|注明)|以上(?:内容|文章)(?:仅|来)|[^，。：:]{1,12}[网站报台][^，。：:]{0,4}声明[:：]?$)`,
);

/** Lines about the making of the page: they go, what stands around them stays. */
const creditLine = new RegExp(
  `^${bracket}(?:(?:本文)?(?:来源|稿源|发布(?:日期|时间))[:：].{0,40})?\\s{0,4}(?:责任编辑|责编|本期编辑|网络编辑|值班编辑|编辑|编审|审核|校对|(?:初审|复审|终审|[一二三]审)(?:编辑)?|监制|责任校对|值班总编|签审|排版|版式设计|版式|美编|版权声明|作者邮箱|投稿(?:信箱|邮箱))(?:[:：丨|/／]|\\s).{0,60}$`,
);

/** Invitations of the site amid the text: its app, its QR code, its topics, its home page. */
const invitation = new RegExp(
  `^${bracket}(?:点击(?:进入|查看|下载|观看|关注|上方|下方|蓝字|这里|此处)[^。！]{0,30}(?:[>＞»:：]|$)|安装[^，。]{2,12}(?:客户端|APP)|下载[^，。]{0,12}(?:客户端|APP)|返回[^，。]{1,8}(?:首页|频道)|` +
    '(?:长按|扫描|识别|扫码)[^。]{0,14}二维码|(?:想|欢迎)?(?:爆料|报料)[?？]|(?:新闻|爆料|报料)热线[:：\\d]|微信扫一扫|点(?:个|亮|击|下)[“"]?(?:在看|赞)|[*]?请填写原因|感谢您的反馈|(?:本文|文章)来[自源][^，。]{1,20}，更多[^。]{1,30}(?:下载|关注|登录)|[^，。]{0,30}(?:产品|好物)第一时间免费试玩)',
  'i',
);

/** The end of a text as pages mark it, and its terms of reprinting. */
const closing =
  /^[-—–=\s*]{0,6}(?:THE\s)?END[-—–=\s*]{0,6}$|^[（(【]?(?:如需)?转载请(?:务必)?注明(?:出处|来源).{0,30}$|^(?:图集|[（(【]资料图[）)】]|TOP|打赏|听新闻|放大镜|数字报)$/i;

/** What portals hang on the last paragraph: 返回某网首页>>, 返回某网,查看更多, (责任编辑:某某). */
const TAIL =
  /(?<=[。！？”」）)…])\s{0,6}(?:返回[^，。,]{1,10}(?:首页|频道)?\s{0,2}(?:>{1,3}|＞{1,3}|»)|返回[^，。]{1,10}[，,]\s?查看更多|[（(【[]?(?:责任编辑|责编|编辑)\s{0,4}[:：][^。）)】\]]{1,20}[）)】\]]?|【?我要纠错】?)\s*$/;

/** A paragraph without what the page hangs on its end. */
export function dropTail(text: string): string {
  const at = simplifyLabels(text.slice(-60)).search(TAIL);
  return at < 0 ? text : text.slice(0, Math.max(0, text.length - 60) + at).trimEnd();
}

/** Counters, font size and share tools, of a line as a whole. */
const toolLine =
  /^(?:[\s|丨·•【】[\]（）()]|字[号体级](?:大小|设定|变[大小])?[:：]?|字体缩放[:：]?|超大|特大|大|中|小|标准|默认|T|A[+-]?|\+|-|缩小(?:字体)?|放大(?:字体)?|减小字号|增大字号|打印(?:本页|文章|此文|此页|本文)?|收藏(?:本页|本文|此页)?|关闭(?:窗口|本页|此页|页面)?|展开全文|点击展开|阅读全文|参与互动|讚|推|留言|列印|我要评论|大字|小字|中字|分享(?:到|至)?[:：]?|微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|QQ|人人网|朋友圈|评论|举报|点赞|赞|转发|复制链接|更多|手机看|手机扫码|语音播报|听新闻|朗读|我要纠错|纠错|返回|一键转发|正文|扫一扫|视力保护色[:：]?|(?:浏览|点击|阅读|访问)(?:次数|量|数)?[:：]?|次|\d{1,9}|人参与|条评论|来源|在看|字体|评论区|已收藏|[上下]一?页|[上下]一[篇版条期]|首页(?=.{0,40}页)|[尾末]页|余下全文|第\s?\d{1,3}\s?页|共\s?\d{1,3}\s?页|\.{2,3}|…)+$/;

/** Whether nothing of the article follows a line with this text. */
export function isEndMarker(text: string): boolean {
  return endMarker.test(simplifyLabels(text.slice(0, 120)));
}

/** Whether a line begins a legal notice. */
export function isLegalNotice(text: string): boolean {
  return legalNotice.test(simplifyLabels(text.slice(0, 40)));
}

/** Whether a line, the last of a text, announces what does not follow: 附件：, 相关附件. */
export function isIdleLabel(text: string): boolean {
  return text.length <= 12 && /[:：]$|^(?:相关|关联)?(?:附件|文件)(?:下载)?$/.test(text);
}

/** Whether a line names those who made the page: 责任编辑, 审核, 校对 … */
export function isCreditLine(text: string): boolean {
  if (text.length >= 120) return false;
  const plain = simplifyLabels(text);
  return creditLine.test(plain) || closing.test(plain);
}

/** Whether a line invites to another page or to an app of the site. */
export function isInvitation(text: string): boolean {
  return text.length < 120 && invitation.test(simplifyLabels(text));
}

/** Whether a line is nothing but tools: font size, share buttons, counters. */
export function isToolLine(text: string): boolean {
  return text.length < 80 && toolLine.test(simplifyLabels(text));
}

/** Whether a line below an article only names its source. */
export function isSourceLine(text: string): boolean {
  return (
    text.length <= 60 &&
    /^[\s【[(（]{0,3}(?:(?:本文|文章|信息|稿件|新闻|图文|内容|素材)?(?:来源|稿源)[:：]|(?:本文|文章|内容)?综合自[:：]?|(?:本文|文章)(?:来自|转自|转载自|首发于)[^，。]{2,30}$|[\u4e00-\u9fff]{2,6}[网报社][)）]$)/.test(
      simplifyLabels(text),
    )
  );
}

/** Whether a line below an article only names who wrote it. */
export function isAuthorLine(text: string): boolean {
  return (
    text.length <= 40 &&
    /^[\s【[(（]{0,3}(?:本文|文章)?(?:作者|撰稿人?|撰文|采写)\s{0,2}[:：丨︱｜|][^。！？]{2,30}$/.test(
      simplifyLabels(text),
    )
  );
}

/** Whether a line belongs to the foot of a site: licence numbers, addresses, technical support. */
export function isSiteFooter(text: string): boolean {
  return /ICP[备证]|[Cc]opyright|版权所有|公网安备|网站标识码|All Rights Reserved|技术支持[:：]|违法和不良信息|互联网新闻信息服务许可证|enpproperty/.test(
    text,
  );
}

/** Whether a line is a row of the links that stand below a text, divided by bars or brackets, or a site by its address. */
export function isLinkRow(text: string): boolean {
  if (text.length > 160 || /[。！？]/.test(text)) return false;
  const places = text.split(/[|｜┊┋丨]|[】\]]\s{0,3}[【[]/);
  if (places.length > 3) return places.every((place) => place.trim().length <= 14);
  return /^[^，：:\s]{0,10}[(（]?(?:[\w-]{1,20}\.){1,3}(?:com|cn|net|org)[)）]?$/i.test(text);
}

/** Whether a line tells the visitor the day of the visit: 今天是…, or a bare date with its weekday and perhaps the weather. */
export function isVisitLine(text: string): boolean {
  return /^(?:今天是|今日是|今天[:：]|现在是|现在时间|当前时间|当前日期|欢迎)/.test(text);
}
