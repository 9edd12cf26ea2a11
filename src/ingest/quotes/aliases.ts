/** What the people of an article are called beside their full names: a part of it, a surname and what they are, a familiar form. */
import { listFamiliar } from './familiar.js';
import type { Speaker } from './mention.js';
import { splitForeign } from './person-name.js';
import { isSurnamed } from './titles.js';

/** The full name behind each other way to call somebody: 贝里尼 for 马尔科·贝里尼, `付小姐`, `老许`. Those that could mean several are left out. */
export function findAliases(people: ReadonlyMap<string, Speaker>, text: string): Map<string, string> {
  const aliases = findParts(people);
  const find = (name: string) => people.get(aliases.get(name) ?? name) ?? null;
  for (const [address, { role }] of people) {
    // `林太太` has the name of her husband.
    const namesakes = isSurnamed(address) && !address.endsWith('太太') ? listNamesakes(people, address) : [];
    // Of several it is who has the post.
    const [name, ...others] =
      namesakes.length > 1 ? namesakes.filter((each) => role && find(each)?.role?.includes(role)) : namesakes;
    if (name === undefined || others.length > 0) continue;
    // Who is introduced with a post later than `付小姐` is another.
    const comesFirst = text.indexOf(name) < text.indexOf(address);
    const known = find(name)?.role ?? null;
    if (comesFirst || known === null || (role !== null && known.includes(role))) aliases.set(address, name);
  }
  addFamiliar(people, text, aliases);
  return aliases;
}

/** Parts of foreign names that only one has. */
function findParts(people: ReadonlyMap<string, Speaker>): Map<string, string> {
  const aliases = new Map<string, string>();
  const shared = new Set<string>();
  for (const { name } of people.values()) {
    for (const part of splitForeign(name)) {
      if (aliases.has(part)) shared.add(part);
      aliases.set(part, name);
    }
  }
  for (const part of shared) aliases.delete(part);
  return aliases;
}

/** What people are called by among those who know them: `老许`, for the only one of that surname, and by their given name. */
function addFamiliar(people: ReadonlyMap<string, Speaker>, text: string, aliases: Map<string, string>): void {
  for (const name of people.keys()) {
    if (name.length > 3 || isSurnamed(name)) continue;
    const isOnly = listNamesakes(people, name).length === 1;
    for (const called of listFamiliar(name, text)) {
      const isTaken = people.get(called)?.role != null || aliases.has(called);
      if (!isTaken && (isOnly || name.endsWith(called))) aliases.set(called, name);
    }
  }
}

/** Those with the surname of `付小姐` whose given name is known. */
function listNamesakes(people: ReadonlyMap<string, Speaker>, address: string): string[] {
  return [...people.keys()].filter((name) => name.charAt(0) === address.charAt(0) && !isSurnamed(name));
}
