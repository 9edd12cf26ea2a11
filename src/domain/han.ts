/** Chinese characters, told by code unit: Unicode properties in regular expressions are looked up one character at a time. */

const pattern = /^\p{Script=Han}+$/u;
/** 1 for Chinese characters of one code unit, 2 for halves of pairs, of which only the pair tells. */
const kinds = new Uint8Array(0x10000).fill(2, 0xd800, 0xe000);
for (let code = 0; code < kinds.length; code += 1)
  if (kinds[code] === 0 && pattern.test(String.fromCharCode(code))) kinds[code] = 1;

/** Whether a text is of Chinese characters alone; an empty one is not. */
export function isHan(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const kind = kinds[text.charCodeAt(at)];
    if (kind !== 1) return kind === 2 && pattern.test(text);
  }
  return text !== '';
}
