/** The basis of a figure: a level, a share, a rank, or a change and against what. */
import type { StatisticBasis } from '../../domain/statistic.js';
import type { Figure } from './figure.js';

const CHANGE =
  /(?:增长|下降|上升|上涨|下跌|回落|增加|减少|提高|降低|提升|提速|压缩|缩短|收窄|扩大|加快|放缓|增幅|降幅|增速|涨幅|跌幅|增收|上浮|下浮|上调|下调|减)$|[比较較][^，|]{1,14}(?:高|低|多|少|快|慢)$/;

/** Chooses the basis by the unit, the words before the number, and the measure: in a row of figures it tells what they do not. */
export function chooseBasis(figure: Figure, before: string, measure: string | null): StatisticBasis {
  if (figure.form === 'rank') return 'rank';
  const words = `${measure ?? ''}|${before}`;
  if (/同比|同期|比上年|较上年|比去年|较去年|比[^，|]{0,4}年/.test(words)) return 'yoy';
  if (/环比|比上月|较上月|比上[^，]{0,2}季度|较上[^，]{0,2}季度|比上周/.test(words)) return 'mom';
  const change = CHANGE.test(before.replace(/[了达为约近]+$/, '')) || (measure !== null && CHANGE.test(measure));
  if (change || figure.form === 'doubling' || figure.unit?.kind === 'points') return 'change';
  const part =
    figure.form === 'fraction' || figure.form === 'half' || figure.form === 'tenths' || figure.unit?.kind === 'percent';
  if (part && (figure.form !== 'number' || /占|比重|比例|占比|份额|率$|率为$|率达$|的$/.test(words))) return 'share';
  return 'level';
}
