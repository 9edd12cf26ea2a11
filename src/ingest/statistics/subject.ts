/** What a figure measures, where that stands before the number: its subject and verb, or those of an earlier figure. */
import type { Carried } from './carried.js';
import { trimEnds } from './phrase.js';
import { readWords, type Setting } from './setting.js';
import { dropAct, findActAtStart, GOES_ON } from './verbs.js';

/** What is measured stands before the number, in its clause or in an earlier one. */
export function chooseSubject(setting: Setting, before: string, carried: Carried): string | null {
  if (/^(?:这|该|此)?一?(?:比例|数字|数据|占比|比重|数值|纪录)$/.test(before) && carried.measure !== null)
    return carried.measure;
  if (/^[至到]$/.test(setting.before) && carried.subject !== null) return carried.subject;
  if (before === '' || /^(?:约|折)?合(?:人民币|美元)?$|^相当于$/.test(before)) {
    const own = setting.previous === null ? readClauseBefore(setting) : null;
    const last = carried.sentence === setting.sentenceStart ? carried.measure : null;
    return own ?? (carried.opening || null) ?? last ?? carried.subject;
  }
  if (GOES_ON.test(before) && before.length <= 14) {
    const subject = carried.subject ?? readClauseBefore(setting);
    return subject === null ? before : `${subject}${before}`;
  }
  const part = /^(?:为|是|相当于)(.{2,14})的[近约超]?$/.exec(setting.before)?.[0];
  if (part !== undefined && carried.subject !== null) return `${carried.subject}${part}`;
  if (before.length === 1 && carried.measure !== null && /[长宽高深厚重]$/.test(carried.measure))
    return `${carried.measure.slice(0, -1)}${before}`;
  if (
    carried.measure !== null &&
    setting.previous !== null &&
    before.length <= 8 &&
    /[、和及与]/.test(setting.text.charAt(setting.previous.end))
  ) {
    // 处置直播间7万个、账号2万个: the noun is new, the verb is not.
    return `${findActAtStart(carried.measure) ?? ''}${before}`;
  }
  if (
    carried.measure !== null &&
    before.length <= 3 &&
    setting.rule === 'count' &&
    carried.unit === setting.figure.unit?.base
  ) {
    // 收集意见418条,办结263条: the verb is new, what it is done to is not.
    return `${before}${dropAct(carried.measure)}`;
  }
  return before;
}

/** The subject of the clause before, when the figure's own clause has none. */
function readClauseBefore(setting: Setting): string | null {
  const { text, clauseStart, sentenceStart, figures, index } = setting;
  const end = clauseStart - 1;
  if (end <= sentenceStart || !/[，,；;]/.test(text.charAt(end))) return null;
  let start = end;
  while (start > sentenceStart && end - start < 40 && !/[，。；：！？\n“”]/.test(text.charAt(start - 1))) start -= 1;
  if ((figures[index - 1]?.end ?? -1) > start) return null;
  const clause = trimEnds(readWords(setting, start, end));
  if (/^(?:有所|才|又|随|据|数据显示)/.test(clause) || /[0-9０-９]/.test(clause)) return null;
  const stop = clause
    .slice(2)
    .search(
      /都|已|将|也|仍|正|就|创|突破|首次|大幅|小幅|略|有所|为|是|有|达|同比|持续|不断|进一步|稳步|明显|显著|总体|平稳|保持|继续|在|维持|增强|较快|快速/,
    );
  const subject = stop >= 0 ? clause.slice(0, stop + 2) : clause;
  return subject.length >= 2 && subject.length <= 20 ? subject : null;
}
