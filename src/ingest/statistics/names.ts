/** Names and sayings that hold a number, as data: a figure that begins one of these is no statistic. */

/** Places, things and set phrases whose first characters look like a number with a measure word. */
const NAMES =
  '一位数 两位数 三位数 四位数 五台山 三台县 五家渠 三门峡 三门县 六盘水 百里峡 百里杜鹃 十里铺 十里河 八达岭 九寨沟 千岛湖 三家村 七里河 八里桥 五里店 三里屯 三里河 六里桥 四方台 五道口 五道杠 ' +
  '三轮车 三轮摩托 四轮驱动 两轮车 二轮 三角洲 三角形 两面派 两头婚 两面针 三部曲 四部曲 五线谱 六神无主 七上八下 八仙过海 八卦 八宝 九牛一毛 十字 十全 百年大计 千家万户 千门万户 千军万马 ' +
  '千方百计 千言万语 千山万水 千里之行 千里迢迢 千里马 万里长城 万里长征 万里无云 百里挑一 百家争鸣 百家讲坛 百花齐放 百尺竿头 百步穿杨 五湖四海 四面八方 五花八门 三番五次 三番两次 三三两两 三言两语 ' +
  '三心二意 三头六臂 两全其美 两袖清风 两小无猜 两面性 两口子 小两口 三口之家 四口之家 五口之家 三代同堂 四世同堂 三顾茅庐 三令五申 七嘴八舌 十年树木 十有八九 八九不离十 六亲不认 五颜六色 ' +
  '四通八达 百战百胜 百发百中 千篇一律 万人空巷 千人千面 一人一策 一户一策 一村一品 一分为二 一成不变 三分天下 七分靠 三分钟热度 两个一百年 两个维护 两个确立 四个意识 四个自信 四个全面 三个代表 ' +
  '三个务必 两个务必 六个一 四个伟大 五个一工程 三个面向 五位一体 三位一体 四位一体 三下乡 三支一扶 两免一补 三重一大 三会一课 四议两公开 两学一做 八项规定 六项禁令 五项原则 十项全能 三项学习 ' +
  '三本主义 四大名著 四大发明 三大战役 百团大战 两弹一星 三反五反 九三学社 三八妇女 五四青年 六一儿童 七一勋章 八一建军 十一黄金周 双十一 两岸三地 一国两制 两院院士 两会 三公经费 三字经 ' +
  '三级跳 三级甲等 二级市场 一级市场 三好学生 五保户 十种有色金属 一二类 一二线 二三线 三四线 五保老人 四套班子 三套车 七彩 九九重阳 两网 十佳 百强 千强 五百强 五十强 两栖 三分球 三人行 三国 三国演义 八国联军 两国 七国集团 二十国集团 十国集团 五国 四处打 四处奔 四处求 四处活 四处游 四处张 四处寻 四处借 四处宣 四处流 四处飘 四处散 四处碰 四处逃 四处走 四处找 四处联 四处筹 四处搜 两省 两市 两县 两地 两区';

const byStart = new Map<string, string[]>();
for (const name of NAMES.split(' ')) {
  const start = name.slice(0, 2);
  byStart.set(start, [...(byStart.get(start) ?? []), name]);
}

/** Whether a name or set phrase that holds a number begins at `at`. */
export function startsName(text: string, at: number): boolean {
  return byStart.get(text.slice(at, at + 2))?.some((name) => text.startsWith(name, at)) ?? false;
}

/** Nouns that structure a text rather than count what it is about: 三个方面, 四个环节. */
export const STRUCTURE =
  /^(?:方面|环节|层面|角度|维度|阶段|意识|自信|维护|代表|确保|务必|坚持|全面|字|原则|转变|结合|关键|步骤|必须|到位|不放过|面向|抓手|大字|一百年)/;
