/** From the bytes of a page to its text. It decides the charset by evidence and says what it had to put up with. */
import { isAscii, isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import { ArchiveError } from '../../domain/errors.js';
import type { Warning } from './draft.js';

/** Bytes that only text of no kind begins with. */
const magics: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x50, 0x4b, 0x03, 0x04], // ZIP, and with it DOCX
  [0xd0, 0xcf, 0x11, 0xe0], // the older Office formats
  [0x1f, 0x8b, 0x08], // GZIP
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x7f, 0x45, 0x4c, 0x46], // ELF
];

/** The whole of what is looked at for a declaration, and for a guess. */
const DECLARATION_BYTES = 4096;
const SAMPLE_BYTES = 65_536;
const LESS_THAN = 0x3c;

/**
 * Decodes a page: by its byte order mark, else as UTF-8 when that is what the bytes are, else by the charset it declares
 * when the bytes bear that out, else by the likeliest of the Chinese charsets. Throws `page_empty` and `page_binary`.
 */
export function decodePage(bytes: Uint8Array): { text: string; charset: string; warnings: Warning[] } {
  if (bytes.length === 0) throw new ArchiveError('page_empty', 'The page has no bytes');
  if (magics.some((magic) => magic.every((byte, at) => bytes[at] === byte))) {
    throw new ArchiveError('page_binary', 'The page is a picture, a document or a compressed file, not text');
  }
  const charset = detectCharset(bytes);
  const decoded = new TextDecoder(charset.name).decode(bytes);
  const warnings: Warning[] = [];
  if (charset.declared !== null && charset.declared !== charset.name) {
    warnings.push({
      code: 'charset_mismatch',
      message: `The page declares ${charset.declared} but its bytes are ${charset.name}`,
    });
  }
  const nuls = count(decoded, '\0');
  if (nuls * 20 > decoded.length) throw new ArchiveError('page_binary', 'The page is full of NUL bytes');
  const lost = count(decoded, '\ufffd');
  if (lost * 10 > decoded.length && lost > 8)
    throw new ArchiveError('page_binary', 'The page is text in no known charset');
  if (lost === 1 && nuls === 0 && decoded.endsWith('\ufffd')) {
    warnings.push({ code: 'truncated', message: 'The page breaks off in the middle of a character' });
  } else if (nuls > 0 || lost > 0) {
    warnings.push({
      code: 'damaged_text',
      message: `${lost + nuls} ${lost + nuls === 1 ? 'character is' : 'characters are'} damaged (charset ${charset.name})`,
    });
  }
  const text = decoded.replaceAll('\0', '');
  if (text.trim() === '') throw new ArchiveError('page_empty', 'The page holds nothing but white space');
  return { text, charset: charset.name, warnings };
}

function detectCharset(bytes: Uint8Array): { name: string; declared: string | null } {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { name: 'utf-8', declared: null };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { name: 'utf-16le', declared: null };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { name: 'utf-16be', declared: null };
  const declared = findDeclaration(bytes);
  const utf16 = looksUtf16(bytes);
  if (utf16 !== null) return { name: utf16, declared };
  // Nothing but ASCII reads the same in every charset in question: there is no mismatch to speak of.
  if (isAscii(bytes)) return { name: 'utf-8', declared: null };
  // The second look is for pages that break off in the middle of a character.
  if (isUtf8(bytes) || damageOf(bytes, 'utf-8') === 0) return { name: 'utf-8', declared };
  const candidates = [...new Set([declared, ...guessCharsets(bytes), 'gb18030', 'big5', 'utf-8'])].filter(
    (name): name is string => name !== null,
  );
  // A page in the charset it declares is right more often than any guess about it, unless the bytes say no.
  if (declared !== null && damageOf(bytes, declared) < 0.002) {
    if (declared !== 'gb18030' && declared !== 'big5') return { name: declared, declared };
    const other = declared === 'big5' ? 'gb18030' : 'big5';
    if (commonness(bytes, declared) * 2 >= commonness(bytes, other)) return { name: declared, declared };
  }
  const ranked = candidates
    .map((name) => ({ name, damage: damageOf(bytes, name), common: commonness(bytes, name) }))
    .sort((a, b) => score(b) - score(a));
  return { name: ranked[0]?.name ?? 'utf-8', declared };
}

/** Damage weighs most; among charsets that can be read, the one that gives everyday characters. */
function score({ damage, common }: { damage: number; common: number }): number {
  return common - damage * 20;
}

/** What the page says its charset is, as a charset this module decodes; null when it says nothing of use. */
function findDeclaration(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, DECLARATION_BYTES);
  if (!start.includes(LESS_THAN)) return null;
  const head = Buffer.from(start.buffer, start.byteOffset, start.length).toString('latin1');
  const name = /<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}([\w-]{2,20})/i.exec(
    head,
  )?.[1];
  return name === undefined ? null : knownCharset(name);
}

function knownCharset(name: string): string | null {
  const key = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (/^(?:gb2312|gbk|gb18030|cp936|xgbk|hzgb2312)$/.test(key)) return 'gb18030';
  if (/^(?:big5|big5hkscs|cp950)$/.test(key)) return 'big5';
  if (key === 'utf8') return 'utf-8';
  if (/^utf16(?:le|be)?$/.test(key)) return key === 'utf16be' ? 'utf-16be' : 'utf-16le';
  return null;
}

/** UTF-16 without a mark: every other byte of its ASCII is NUL. */
function looksUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  let even = 0;
  let odd = 0;
  for (let at = Math.min(bytes.length, 1024) - 1; at >= 0; at -= 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd < 4 || Math.min(even, odd) * 8 > Math.max(even, odd)) return null;
  const name = odd > even ? 'utf-16le' : 'utf-16be';
  return damageOf(bytes, name) < 0.01 && /[\u4e00-\u9fff]/.test(decodeSample(bytes, name)) ? name : null;
}

function guessCharsets(bytes: Uint8Array): (string | null)[] {
  return analyse(bytes.subarray(0, SAMPLE_BYTES))
    .slice(0, 4)
    .map(({ name }) => knownCharset(name));
}

function decodeSample(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(bytes.subarray(0, SAMPLE_BYTES), { stream: true });
}

/** The share of characters that a charset cannot give. UTF-8 is judged by the whole page, since that verdict is final. */
function damageOf(bytes: Uint8Array, charset: string): number {
  const text =
    charset === 'utf-8' ? new TextDecoder(charset).decode(bytes, { stream: true }) : decodeSample(bytes, charset);
  return count(text, '\ufffd') / Math.max(1, text.length);
}

const everyday = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理府這國會說時為們來個對動學發過後點進樣開從與關體機電無長經問見頭業實現當種東車門馬風飛書',
);

/** The share of characters above ASCII that are among the commonest of Chinese, simplified and traditional. */
function commonness(bytes: Uint8Array, charset: string): number {
  const text = decodeSample(bytes, charset);
  let common = 0;
  let all = 0;
  for (const char of text) {
    if (char <= '\x7f') continue;
    all += 1;
    if (everyday.has(char) || '，。、：；“”（）《》？！　'.includes(char)) common += 1;
  }
  return common / Math.max(1, all);
}

function count(text: string, char: string): number {
  let found = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found += 1;
  return found;
}
