/** Sets of characters as tables by code unit, for passes over a text that look at every character. */

/** Makes the table of the characters of a string: 1 where a code unit is in the set, 0 elsewhere. */
export function createCodeSet(chars: string): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (let i = 0; i < chars.length; i += 1) table[chars.charCodeAt(i)] = 1;
  return table;
}
