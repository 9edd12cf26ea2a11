/** Signature lines: two or three dashes, then who said the paragraph above. */

/** What a signature line is signed with; null: the line is none. */
export function readSignature(line: string): string | null {
  return /^\s*[—―－-]{2,4}\s*([^\s。！？；—―－-][^。！？；]{0,40})$/.exec(line)?.[1]?.trim() ?? null;
}
