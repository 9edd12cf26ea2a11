/** Page furniture: the words by which lines and boxes that belong to the site, not to the article, give themselves away. */

/** Class names and ids of boxes that hold no part of an article. */
const furnitureLabel =
  /comment|pinglun|relat|recommend|tuijian|xiangguan|(?:^|[\s_-])(?:hot|rank|ranking|foot|footer|sidebar|aside|nav|navbar|menu|share|login|search|crumbs?|breadcrumbs?|copyright|toolbar|tools?|ads?|advert|banner|qrcode|erweima|pager|pagination|prev|next|prevnext|links?|friendlink|disclaimer|bdsharebuttonbox|print|tags?)(?:[\s_-]|$)|footer|sidebar|copyright|bdshare|breadcrumb|related|fenxiang|dibu|daohang/;

/** Class names and ids by which Chinese content systems mark the body of an article. */
const bodyLabel =
  /trs_(?:editor|ueditor)|ucap-content|pages_content|(?:article|art|news|detail|post|main|text|show|info)[_-]?(?:content|con|body|txt|text|detail)|content[_-]?(?:body|main|text|detail|article)|(?:^|[\s_-])(?:content|article|artibody|endtext|zoom|ozoom|rm_txt_con|box_con|text_con|left_zw|vsb_content|v_news_content|wp_articlecontent|news_txt|show_text|entry|zhengwen|neirong|nr|txt|founder-content|newstext|contenttext|conTxt|articleContent)(?:[\s_-]|$)|articlecontent|newscontent|cnt-main-article/;

/** Whether a class or id says that a box is furniture. */
export function isFurnitureLabel(label: string): boolean {
  return label !== '' && furnitureLabel.test(label);
}

/** Whether a class or id says that a box holds the body of an article. */
export function isBodyLabel(label: string): boolean {
  return label !== '' && bodyLabel.test(label);
}

const bracket = '[\\s\\[【（(<《〖★●■◆·*]{0,3}';

/** Lines after which nothing of the article follows. */
const endMarker = new RegExp(
  `^${bracket}(?:相关(?:阅读|新闻|链接|报道|推荐|文章|资讯|内容|稿件|专题)|延伸阅读|推荐阅读|热门(?:推荐|新闻|文章|点击|评论)|猜你喜欢|精彩推荐|今日推荐|` +
    '更多(?:新闻|精彩|内容|相关)|上一[篇条页]|下一[篇条页]|上篇|下篇|前一篇|后一篇|分享(?:到|至|让)|打印(?:本页|本稿|此页)?(?:$|[\\s|】\\]])|关闭(?:窗口|本页)|扫一扫|扫码|' +
    '免责声明|版权声明|版权与免责|特别声明|网友评论|最新评论|我要评论|发表评论|用户评论|文明上网|返回(?:顶部|首页|列表|上页)|主办单位|版权所有|[Cc]opyright|我要(?:纠错|分享|举报)|' +
    '凡(?:本网|本站|注明|来源)|声明[:：]|关于我们|联系我们|网站地图|为你推荐|大家都在看|(?:本文)?关键词[:：]|标签[:：]|网站声明)',
);

/** Lines about the making of the page: they go, what stands around them stays. */
const creditLine = new RegExp(
  `^${bracket}(?:(?:本文)?(?:来源|稿源)[:：].{0,40})?\\s{0,4}(?:责任编辑|责编|本期编辑|网络编辑|值班编辑|编辑|编审|审核|校对|初审|复审|终审|一审|二审|三审|监制|责任校对|值班总编|签审|排版|美编|作者邮箱)(?:[:：丨|/／]|\\s).{0,60}$`,
);

/** Counters, font size and share tools, of a line as a whole. */
const toolLine =
  /^(?:[\s|丨·【】[\]（）()]|字[号体](?:大小)?[:：]?|字体缩放[:：]?|超大|特大|大|中|小|标准|默认|T|A[+-]?|\+|-|缩小(?:字体)?|放大(?:字体)?|减小字号|增大字号|打印(?:本页|文章)?|收藏(?:本页|本文)?|关闭(?:窗口|本页)?|分享(?:到|至)?[:：]?|微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|QQ|人人网|朋友圈|评论|举报|点赞|赞|转发|复制链接|更多|手机看|手机扫码|语音播报|听新闻|朗读|我要纠错|纠错|返回|扫一扫|视力保护色[:：]?|(?:浏览|点击|阅读|访问)(?:次数|量|数)?[:：]?|次|\d{1,9}|人参与|条评论|来源|在看|字体)+$/;

/** Whether nothing of the article follows a line with this text. */
export function isEndMarker(text: string): boolean {
  return endMarker.test(text);
}

/** Whether a line names those who made the page: 责任编辑, 审核, 校对 … */
export function isCreditLine(text: string): boolean {
  return text.length < 120 && creditLine.test(text);
}

/** Whether a line is nothing but tools: font size, share buttons, counters. */
export function isToolLine(text: string): boolean {
  return text.length < 80 && toolLine.test(text);
}

/** Whether a line belongs to the foot of a site: licence numbers, addresses, technical support. */
export function isSiteFooter(text: string): boolean {
  return /ICP[备证]|[Cc]opyright|版权所有|公网安备|网站标识码|All Rights Reserved|技术支持[:：]|违法和不良信息|互联网新闻信息服务许可证/.test(
    text,
  );
}

/** Whether a line tells the visitor the day of the visit: 今天是…, or a bare date with its weekday and perhaps the weather. */
export function isVisitLine(text: string): boolean {
  return /^(?:今天是|今日是|今天[:：]|现在是|现在时间|当前时间|当前日期|欢迎)/.test(text);
}
