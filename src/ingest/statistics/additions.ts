/** What belongs to a number though it stands around its unit: tenths behind 块, halves, a minus, 多 behind the unit. */
import { readUnit } from '../../text/units.js';
import type { Figure } from './figure.js';

/** 一块二, 八块五: what follows 块 are tenths. */
export function readSmallChange(text: string, figure: Figure): void {
  const next = text.charAt(figure.coreEnd);
  const digit = '一二三四五六七八九'.indexOf(next) + 1 || (/[1-9]/.test(next) ? Number(next) : 0);
  if (digit === 0 || figure.value.includes('.') || figure.valueMax !== null) return;
  figure.value += `.${digit}`;
  figure.coreEnd += 1;
  figure.end += 1;
}

/** -3.5%, 零下12℃. A dash behind other words joins them to the number. */
export function readMinus(text: string, figure: Figure, from: number): void {
  const frost = text.startsWith('零下', figure.coreStart - 2);
  const at = figure.coreStart - (frost ? 2 : 1);
  if (at < from || (!frost && !/[-－−]/.test(text.charAt(at)))) return;
  const leads = /(?:[为达是至到和及与：:（( ，,、]|利润|收益|同比|环比|增[长速幅])$/.test(
    text.slice(Math.max(from, at - 2), at),
  );
  if (!frost && at > from && !leads) return;
  figure.value = `-${figure.value}`;
  figure.coreStart = at;
  figure.start = at;
}

/** 三个半小时, 两年半: half a unit more. */
export function readHalf(text: string, figure: Figure): void {
  const { unit } = figure;
  if (unit === null || text[figure.coreEnd] !== '半' || figure.vague || /[.]/.test(figure.value)) return;
  const inside = unit.text === '个' ? readUnit(`个${text.slice(figure.coreEnd + 1, figure.coreEnd + 4)}`, 0) : null;
  if (unit.kind !== 'duration' && inside?.kind !== 'duration') return;
  if (inside !== null) figure.unit = inside;
  figure.value += '.5';
  figure.coreEnd += inside === null ? 1 : inside.text.length;
  figure.end = figure.coreEnd;
}

/** 两年多, 3公里多, 8个多月: what makes a number vague may stand behind or inside its unit. */
export function readMoreBehindUnit(text: string, figure: Figure): void {
  if (figure.vague || figure.unit === null) return;
  const next = text.charAt(figure.coreEnd);
  if (next !== '多' && next !== '余' && next !== '餘') return;
  const inside = figure.unit.text === '个' ? readUnit(text, figure.coreEnd + 1) : null;
  const split =
    inside !== null && /^(?:月|小时|星期|百分点|工作日|世纪|学期)$/.test(text.slice(figure.coreEnd + 1, inside.end));
  const month = figure.unit.text === '个' && text[figure.coreEnd + 1] === '月';
  if (figure.unit.text === '个' && !split && !month) return;
  if (next === '多' && /[少数样方]/.test(text.charAt(figure.coreEnd + 1))) return;
  figure.qualifiers.push('多');
  figure.vague = true;
  let end = figure.coreEnd + 1;
  if (month || split) {
    const whole = readUnit(`个${text.slice(end, end + 3)}`, 0);
    if (whole !== null) {
      figure.unit = whole;
      end += whole.text.length - 1;
    }
  }
  figure.coreEnd = end;
  figure.end = end;
}
