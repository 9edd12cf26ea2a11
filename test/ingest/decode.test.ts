import t from 'tap';
import { ArchiveError } from '../../src/domain/errors.js';
import { decodePage } from '../../src/ingest/article/decode.js';

const simplified = '青禾县把乡村道路改造列为今年的头一件民生实事，群众出行方便多了。';
/** 青禾县的路，群众出行方便多了。 in GB18030, and 國家的路，來往的人方便多了。 in Big5. */
const gb = Uint8Array.from(Buffer.from('c7e0bacccfd8b5c4c2b7a3acc8bad6dab3f6d0d0b7bdb1e3b6e0c1cba1a3', 'hex'));
const big5 = Uint8Array.from(Buffer.from('b0eaae61aabab8f4a141a8d3a9b9aabaa448a4e8ab4ba668a446a143', 'hex'));
const utf8 = (text: string) => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le');
  return Uint8Array.from(big ? bytes.swap16() : bytes);
};
const meta = (charset: string) => utf8(`<meta charset="${charset}"><p>`);

t.test('charsets by evidence', (t) => {
  const table: [Uint8Array, string, RegExp, string[], string][] = [
    [utf8(simplified), 'utf-8', /^青禾县/, [], 'UTF-8 without a word about it'],
    [utf8(`\ufeff${simplified}`), 'utf-8', /^青禾县/, [], 'UTF-8 with a mark'],
    [join(Uint8Array.of(0xff, 0xfe), utf16(simplified, false)), 'utf-16le', /^青禾县/, [], 'UTF-16 with a mark'],
    [join(Uint8Array.of(0xfe, 0xff), utf16(simplified, true)), 'utf-16be', /^青禾县/, [], 'the other UTF-16'],
    [utf16(`<p>title: ${simplified}</p>`, false), 'utf-16le', /青禾县/, [], 'UTF-16 without a mark'],
    [gb, 'gb18030', /^青禾县的路/, [], 'GBK without a word about it'],
    [big5, 'big5', /^國家的路/, [], 'Big5 without a word about it'],
    [join(meta('gb2312'), gb), 'gb18030', /青禾县的路/, [], 'GBK declared as its subset'],
    [join(meta('big5'), big5), 'big5', /國家的路/, [], 'Big5 declared'],
    [join(meta('utf-8'), gb), 'gb18030', /青禾县的路/, ['charset_mismatch'], 'GBK declared as UTF-8'],
    [join(meta('gbk'), big5), 'big5', /國家的路/, ['charset_mismatch'], 'Big5 declared as GBK'],
    [join(meta('gb2312'), utf8(simplified)), 'utf-8', /青禾县/, ['charset_mismatch'], 'UTF-8 declared as GBK'],
    [utf8('<meta charset="gb2312">plain'), 'utf-8', /plain/, [], 'ASCII is what it is in all of them'],
    [utf8(`${simplified}\0${simplified}`), 'utf-8', /多了。青禾/, ['damaged_text'], 'a NUL byte'],
    [
      join(utf8(simplified), Uint8Array.of(0xff), utf8(simplified)),
      'utf-8',
      /青禾县/,
      ['damaged_text'],
      'a broken byte',
    ],
    [utf8(simplified).subarray(0, -1), 'utf-8', /^青禾县/, ['truncated'], 'cut in a character'],
  ];
  for (const [bytes, charset, text, warnings, why] of table) {
    const decoded = decodePage(bytes);
    t.equal(decoded.charset, charset, why);
    t.match(decoded.text, text, why);
    t.strictSame(
      decoded.warnings.map(({ code }) => code),
      warnings,
      why,
    );
  }
  t.end();
});

t.test('what is no text', (t) => {
  const random = Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + ((i * i) % 251)) & 255);
  const table: [Uint8Array, string][] = [
    [new Uint8Array(0), 'page_empty'],
    [utf8(' \r\n\t'), 'page_empty'],
    [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'page_binary'],
    [Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'page_binary'],
    [utf8('PK\u0003\u0004…'), 'page_binary'],
    [new Uint8Array(100), 'page_binary'],
    [random, 'page_binary'],
  ];
  for (const [bytes, code] of table) {
    t.throws(() => decodePage(bytes), new ArchiveError(code as 'page_empty', ''), `${code}: ${bytes.length} bytes`);
  }
  t.end();
});
