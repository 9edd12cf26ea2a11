/** Which kind of input something is, by its name or else by its first bytes. It decodes and parses nothing. */

/** `lines` is one JSON record a line; `json` one record or a list of records, over any number of lines. */
export type Kind = 'text' | 'html' | 'markdown' | 'lines' | 'json' | 'gzip' | 'zip';

const kinds: Record<string, Kind> = {
  txt: 'text',
  html: 'html',
  htm: 'html',
  shtml: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  ndjson: 'lines',
  jsonl: 'lines',
  json: 'json',
  gz: 'gzip',
  zip: 'zip',
};

/** Why a file that nobody named is passed over. */
export const unknownByName = `no page by its name (${Object.keys(kinds)
  .map((extension) => `.${extension}`)
  .join(' ')})`;

/** The kind a file name stands for; null when its ending is not known. */
export function kindOfName(name: string): Kind | null {
  const dot = name.lastIndexOf('.');
  return (dot < 0 ? undefined : kinds[name.slice(dot + 1).toLowerCase()]) ?? null;
}

/** The kind that the first bytes speak for; text when nothing does. */
export function kindOfBytes(head: Uint8Array): Kind {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4) return 'zip';
  const start = asAscii(head.subarray(0, 4096)).trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return kindOfJson(head);
  if (/^<[a-z!?]/i.test(start) || /<(?:!doctype html|html[\s>])/i.test(start)) return 'html';
  return 'text';
}

/** Tells records by line from records over several lines: there, the first line ends before its record does. */
export function kindOfJson(head: Uint8Array): 'lines' | 'json' {
  const text = asAscii(head).trimStart();
  if (text.startsWith('[')) return 'json';
  const end = text.indexOf('\n');
  return end >= 0 && /[{[,]\s*$/.test(text.slice(Math.max(0, end - 16), end)) ? 'json' : 'lines';
}

/** What of the bytes is ASCII, which all charsets of the genre share; UTF-16 has it too, between zero bytes. */
function asAscii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '');
}
