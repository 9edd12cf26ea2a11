/** Verbs of news prose that matter to what a figure measures, as data. */
import { createCodeSet, isIn } from '../../text/code-set.js';

/** Acts whose objects are counted; such a verb directly before a number belongs to the measure: 签约33个项目. */
const ACTS =
  '免费 测量 义诊 赠送 提供 发放 补贴 讲解 送去 追讨 签约 签订 签署 推出 建成 新建 修建 改建 扩建 改造 开通 收集 走访 处置 查处 培训 发放 接待 引进 组织 开展 举办 召开 获得 吸引 覆盖 设立 成立 建立 建设 打造 培育 帮助 服务 解决 办理 办结 受理 审结 立案 抓获 救助 转移 安置 种植 养殖 生产 销售 出口 进口 ' +
  '参加 参与 新增 增加 减少 关闭 拆除 清理 整治 排查 整改 发现 破获 捣毁 缴获 截获 没收 追回 挽回 捐赠 捐助 资助 慰问 结对 帮扶 脱贫 搬迁 招聘 招收 录取 毕业 派出 选派 选拔 聘请 评选 表彰 奖励 颁发 授予 出台 制定 修订 发布 印发 出版 征集 提出 采纳 落实 ' +
  '实施 启动 落户 入驻 注册 登记 开工 竣工 投产 投入 完成 栽种 栽植 补种 清淤 疏浚 铺设 架设 安装 更换 配备 购置 采购 租赁 运送 运输 发送 投放 投递 派送 检查 检测 检验 抽检 抽查 监测 巡查 执法 处罚 罚款 约谈 问责 处分 移送 起诉 逮捕 刑拘 拘留 判处 调解 ' +
  '化解 接听 接诊 收治 治愈 接种 筛查 体检 捐献 献血 演出 放映 展出 展示 收藏 出土 损毁 倒塌 受损 受灾 淹没 停运 取消 封堵 加高 装填 下拨 拨付 筹集 募集 摸排 输送 供应 购买 安排 下达 设置 开设 开办 开放 产生 发现 击退 击落 摧毁 出动 部署 解救 解封 办结 养了 卖掉 卖出 收购 收割 播种 认领 认养 创建 命名 申报 授权 转化 攻克 突破 填补 孵化 摆 养 建 修 种 签 设 写 发 送 收 购 招 派';

const byEnd = new Map<string, string[]>();
for (const verb of ACTS.split(' ')) {
  const end = verb.charAt(verb.length - 1);
  byEnd.set(
    end,
    [...(byEnd.get(end) ?? []), verb].sort((a, b) => b.length - a.length),
  );
}

/** The act a phrase ends with; null when it ends with none. */
export function findActAtEnd(phrase: string): string | null {
  return byEnd.get(phrase.charAt(phrase.length - 1))?.find((verb) => phrase.endsWith(verb)) ?? null;
}

const byStart = new Map<string, string[]>();
for (const verb of ACTS.split(' ')) {
  if (verb.length < 2) continue;
  byStart.set(verb.charAt(0), [...(byStart.get(verb.charAt(0)) ?? []), verb]);
}

/** The act a phrase begins with; null when it begins with none. */
export function findActAtStart(phrase: string): string | null {
  return byStart.get(phrase.charAt(0))?.find((verb) => phrase.startsWith(verb)) ?? null;
}

/** What an act is done to: the phrase behind its first act, or all of it (收集意见建议 gives 意见建议). */
export function dropAct(phrase: string): string {
  const at = findActAtStart(phrase) === null ? findActInside(phrase) : 0;
  const rest = at < 0 ? phrase : phrase.slice(at + (findActAtStart(phrase.slice(at))?.length ?? 0));
  return rest === '' ? phrase : rest;
}

/** Where an act begins inside a phrase, behind at least two characters; -1 when none does. */
export function findActInside(phrase: string): number {
  for (let at = 2; at < phrase.length - 1; at += 1) if (findActAtStart(phrase.slice(at)) !== null) return at;
  return -1;
}

/** Verbs of change, as they stand before a number: 同比增长, 比上月下降. */
const CHANGES =
  '增长|下降|上浮|下浮|上调|下调|下滑|萎缩|攀升|反弹|激增|锐减|骤增|骤降|骤减|猛增|剧增|剧减|净增|净减|微增|微降|微涨|微跌|偏多|偏少|偏高|偏低|上升|上涨|下跌|回落|增加|减少|提高|降低|提升|提速|压缩|压减|缩短|收窄|扩大|加快|放缓|回升|增收|高出|增|降|升|跌|涨|高|低|快|慢|多|少';

const CHANGE_AT_END = new RegExp(
  `(?:(?:同比|环比|按[年月季]|分别|名义|实际|累计|年均|平均|[比较較][^，]{1,14}?)){0,3}(?:${CHANGES})$`,
);

const changeEnds = createCodeSet(
  CHANGES.split('|')
    .map((verb) => verb.slice(-1))
    .join(''),
);

/** Takes a change off the end of a measure (同比增长, 比上月下降): what is left is its subject. */
export function dropChange(measure: string): string {
  return isIn(changeEnds, measure, measure.length - 1) ? measure.replace(CHANGE_AT_END, '') : measure;
}

const WAY_TO_LEVEL =
  /(?:大幅|小幅|快速|逐步|逐年|进一步|骤|猛|暴|锐|激|剧|略|微|再|首)?(?:下降|降低|降|上升|提高|提升|升|增加|增长|增|减少|减|压缩|缩短|压减|精简|优化|扩大|回升|回落|拉长|延长|下跌|跌|低|高|扩|缩|调整|上涨|上调|下调|调高|调低|上浮|下浮|下滑|涨|发展|壮大|改|翻|稳定|保持)(?:至|到|为)$/;

/** How a clause begins that goes on about the subject of the one before. */
export const GOES_ON =
  /^(?:同比|环比|按[年月季](?![度末初底])|[比较較]|(?:与[^，,]{1,14})?相比|占(?![地有用])|增长|增幅|增速|升幅|降幅|涨幅|跌幅|增加|增|下降|(?:净|锐|激|骤|猛|剧|微)[增减降]了?$|减少|减|提高|上升|上涨|下跌|回落|名义|实际(?!数|上|人)|高于|低于|年均|年增(?!长率)|扣除(?=价格|物价|季节|汇率|基数|非|上年)|收窄|加快|快于|高出|降低|回升|贡献率|同期(?!的)|[涨跌升降](?![价幅温水雨息])|下滑|上浮|下浮)/;

/** Takes a verb that leads to a level off the end of a phrase (降至, 提高到, 优化为): the level is measured, not the way. */
export function dropWayToLevel(phrase: string): string {
  return /[至到为]$/.test(phrase.slice(-1))
    ? phrase.slice(0, -12) + phrase.slice(-12).replace(WAY_TO_LEVEL, '')
    : phrase;
}
