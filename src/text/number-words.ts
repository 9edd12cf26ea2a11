/** Numbers in Chinese words, evaluated: 二十五, 两千五, 三四百, 二〇一四. It sees the words alone, not the text around them. */

/** What a number is, however it is printed. */
export interface NumberValue {
  /** The number as printed, before its magnitude, as a decimal string: `25` of 二十五亿, `1234.5` of 1,234.5. */
  value: string;
  /** Upper end of two numbers named together: 三五 is 3 to 5, 七八十 is 70 to 80. */
  valueMax: string | null;
  /** The magnitude as printed: 万, 亿, 万亿, 千 after Arabic digits; empty without one. */
  magnitude: string;
  /** The power of ten of the magnitude. */
  exponent: number;
  /** digits: Arabic or full-width; words: Chinese; string: Chinese digits one by one, as in 二〇一四; bare: a lone 百, 千, 万. */
  form: 'digits' | 'words' | 'string' | 'bare';
}

export const DIGIT_WORDS: Record<string, number> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
/** As powers of ten. */
export const MULTIPLIERS: Record<string, number> = { 十: 1, 百: 2, 千: 3, 廿: 1, 卅: 1 };
export const MYRIADS: Record<string, number> = { 万: 4, 萬: 4, 亿: 8, 億: 8 };

/** What words are worth; null: they are no number. Multipliers that only words put behind one another have an order. */
export function evaluateWords(words: string): NumberValue | null {
  if (!/[十百千万萬亿億廿卅]/.test(words)) return evaluateString(words);
  let magnitude = '';
  let exponent = 0;
  let head = words;
  for (;;) {
    const power = MYRIADS[head.at(-1) ?? ''];
    if (power === undefined || (exponent > 0 && power <= 4 && exponent <= 4)) break;
    magnitude = `${head.at(-1)}${magnitude}`;
    exponent += power;
    head = head.slice(0, -1);
  }
  if (/[万萬亿億]/.test(head)) [head, magnitude, exponent] = [words, '', 0];
  if (head === '' || head === '百' || head === '千') {
    const bare = magnitude === '' ? (head === '百' ? '100' : '1000') : '1';
    const lead = magnitude === '' ? 0 : head === '百' ? 2 : head === '千' ? 3 : 0;
    const shown = magnitude === '' ? '' : head + magnitude;
    return { value: bare, valueMax: null, magnitude: shown, exponent: exponent + lead, form: 'bare' };
  }
  const low = sum(head, 0);
  if (low === null) return null;
  const high = low.paired ? sum(head, 1) : null;
  return {
    value: String(low.total),
    valueMax: high === null ? null : String(high.total),
    magnitude,
    exponent,
    form: 'words',
  };
}

/** Digits side by side: 二〇一四 is a string, 三五 is 3 to 5. */
function evaluateString(words: string): NumberValue {
  const digits = [...words].map((word) => DIGIT_WORDS[word] ?? 0);
  const [first = 0, second] = digits;
  const [magnitude, exponent] = ['', 0];
  if (second === undefined) return { value: String(first), valueMax: null, magnitude, exponent, form: 'words' };
  if (digits.length === 2 && isPair(first, second)) {
    return { value: String(first), valueMax: String(second), magnitude, exponent, form: 'words' };
  }
  const value = digits.join('').replace(/^0+(?=\d)/, '');
  return { value, valueMax: null, magnitude, exponent, form: 'string' };
}

function isPair(low: number, high: number): boolean {
  return low > 0 && (high === low + 1 || (low === 3 && high === 5));
}

/** Sums a number in words; of two digits side by side (三四百) takes the one asked for. */
function sum(words: string, choice: 0 | 1): { total: bigint; paired: boolean } | null {
  let total = 0n;
  let section = 0n;
  let digit: number | null = null;
  let paired = false;
  let last = 0;
  let zero = false;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] ?? '';
    const worth = DIGIT_WORDS[word];
    if (worth !== undefined) {
      if (worth === 0) {
        if (digit !== null) return null;
        zero = true;
        continue;
      }
      if (digit !== null) {
        if (paired || !isPair(digit, worth)) return null;
        paired = true;
        if (choice === 1) digit = worth;
      } else digit = worth;
      continue;
    }
    zero = false;
    const power = MULTIPLIERS[word];
    if (power !== undefined) {
      if (last !== 0 && last < 4 && power >= last) return null;
      const factor = word === '廿' ? 2 : word === '卅' ? 3 : (digit ?? 1);
      section += BigInt(factor) * 10n ** BigInt(power);
      last = power;
      digit = null;
      continue;
    }
    const myriad = MYRIADS[word] ?? 0;
    section += BigInt(digit ?? 0);
    if (section === 0n && total === 0n) section = 1n;
    total = myriad === 8 ? (total + section) * 10n ** 8n : total + section * 10n ** 4n;
    section = 0n;
    digit = null;
    last = myriad;
  }
  if (digit !== null) {
    // 两千五 is 2500, 两千零五 is 2005, 二十五 is 25.
    const places = !zero && last > 1 && words.length > 1 ? last - 1 : 0;
    section += BigInt(digit) * 10n ** BigInt(places);
  }
  return { total: total + section, paired };
}
