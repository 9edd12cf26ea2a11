/** The people of one article: who was introduced as what, where each was named, and whom a pronoun or a title means. */

import type { TextLayout } from '../../domain/article.js';
import { endsInDescription } from '../../domain/names.js';
import { residents } from './lexicon.js';
import type { Speaker } from './mention.js';
import { findIntroductions, findTitled, readMention } from './mention.js';

/** How far back a pronoun looks, in characters. */
const PRONOUN_REACH = 800;
/** Names of one article, at most: a page with more is a list of names, and looking for each would take long. */
const MAX_NAMES = 300;
const HOME =
  /[^，。、；：！？“”\s\d在到从是由和与及的了向对驻进为于个名位各全该]{2,5}(?:村|社区)(?![民委里支干头口庄])/g;
const TITLED =
  /([\u4e00-\u9fff])(?:先生|女士|主任|书记|局长|院长|校长|教授|经理|总|大爷|大妈|大姐|老师|医生|师傅|镇长|县长|市长|区长|团长|队长|老人|某|小姐)$/;

/** What a signature line — two or three dashes, then who said the paragraph above — is signed with; null: it is none. */
export function readSignature(line: string): string | null {
  return /^\s*[—―－-]{2,4}\s*([^\s。！？；][^。！？；]{0,40})$/.exec(line)?.[1]?.trim() ?? null;
}

/** Behind a name: whose relative, friend or colleague it is, with or without a name. */
const RELATION =
  /^的?(?:父亲|母亲|爸爸|妈妈|妻子|丈夫|爷爷|奶奶|外公|外婆|姥姥|姥爷|哥哥|姐姐|弟弟|妹妹|儿子|女儿|孙子|孙女|家人|家属|家|同事|朋友|邻居|律师|班主任)/;

/** Ways to call people that say nothing about what they are. */
const ADDRESS = /^(?:大叔|大爷|大妈|大姐|大娘|阿姨|老人|老汉|小伙|小伙子|姑娘|男子|女子|先生|女士)$/;
const IDENTITY = /^(?:先生|女士|小姐)?(?:自称)?是(?:一[名位个]|[名位个])?([^，。；：“”、\s]{2,16})/;

export interface Resolution {
  speaker: Speaker;
  /** Whether the words named the speaker, or only pointed at somebody named before. */
  named: boolean;
}

export class People {
  readonly #byName = new Map<string, Speaker>();
  /** Where names stand, in order. */
  readonly #places: { at: number; name: string }[] = [];

  constructor(text: string, lines: TextLayout['lines']) {
    const counts = new Map<string, number>();
    const countOf = (name: string) => {
      let count = counts.get(name);
      if (count === undefined) {
        if (counts.size > MAX_NAMES) return 1;
        count = 0;
        // Twice is enough to know.
        for (let at = text.indexOf(name); at >= 0 && count < 2; at = text.indexOf(name, at + 1)) count += 1;
        counts.set(name, count);
      }
      return count;
    };
    for (const { start, end, kind } of lines) {
      // Headlines leave out what a name needs around it.
      if (kind === 'title' || kind === 'subtitle' || kind === 'heading') continue;
      const line = text.slice(start, end);
      const signature = readSignature(line);
      if (signature !== null) {
        const mention = readMention(signature);
        if (mention?.isPerson) this.add(mention);
        continue;
      }
      for (const name of findIntroductions(line, countOf)) {
        const mention = readMention(line.slice(Math.max(0, name.start - 60), name.end));
        if (!mention?.isPerson || mention.name !== line.slice(name.start, name.end)) continue;
        const home =
          mention.organization ??
          this.#findHome(mention, text.slice(Math.max(0, start + name.start - 300), start + name.start));
        this.add({ ...mention, organization: home });
      }
    }
    for (const { start, end, kind } of lines) {
      if (kind === 'title' || kind === 'subtitle' || kind === 'heading') continue;
      for (const titled of findTitled(text.slice(start, end)))
        this.add({ ...titled, organization: null, isPerson: true });
    }
    this.#findPlaces(text);
    this.#findIdentities(text);
  }

  /** The village or quarter of a resident: the last one named before. */
  #findHome({ role }: Speaker, before: string): string | null {
    if (role === null || !residents.test(role)) return null;
    return [...before.matchAll(HOME)].at(-1)?.[0] ?? null;
  }

  /** Remembers somebody; what is known of them already stays. */
  add(speaker: Speaker): Speaker {
    const known = this.#byName.get(speaker.name);
    const merged = known
      ? { ...known, role: known.role ?? speaker.role, organization: known.organization ?? speaker.organization }
      : speaker;
    if (known || this.#byName.size < MAX_NAMES) this.#byName.set(merged.name, merged);
    return merged;
  }

  #findPlaces(text: string): void {
    for (const name of this.#byName.keys()) {
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
        this.#places.push({ at, name });
    }
    this.#places.sort((a, b) => a.at - b.at);
  }

  /** What somebody is said to be: `张某是一名外卖骑手`, `李某自称是店里的常客`. */
  #findIdentities(text: string): void {
    for (const { at, name } of this.#places) {
      const known = this.#byName.get(name);
      if (!known?.isPerson || (known.role !== null && !ADDRESS.test(known.role))) continue;
      const said = IDENTITY.exec(text.slice(at + name.length, at + name.length + 30))?.[1];
      if (said === undefined || !endsInDescription(said)) continue;
      this.#byName.set(name, { ...known, role: said.slice(said.lastIndexOf('的') + 1) });
    }
  }

  /** The person named last before `at`, not before `from`. */
  lastNamedBefore(at: number, from: number): Speaker | null {
    const place = this.#places[this.#firstPlaceFrom(at) - 1];
    return place && place.at >= from ? (this.#byName.get(place.name) ?? null) : null;
  }

  /** The person named first in a stretch of text. */
  firstNamedIn(from: number, to: number): Speaker | null {
    const place = this.#places[this.#firstPlaceFrom(from)];
    return place && place.at < to ? (this.#byName.get(place.name) ?? null) : null;
  }

  /** The first place at or behind `at`, by halving. */
  #firstPlaceFrom(at: number): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] as { at: number }).at < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whom a subject that ends at `at` in the text means; null when it names nobody. */
  resolve(subject: string, at: number): Resolution | null {
    const pointed =
      /(?:^|[，。；、\s])(?:但|而|不过|随后|同时|对此|为此|最后|接着|后来|于是)?[他她](?:还|也)?$|^[他她](?![的们])/.test(
        subject,
      );
    let nearest: Speaker | null = null;
    let place = -1;
    for (const speaker of this.#byName.values()) {
      const found = speaker.isPerson ? subject.lastIndexOf(speaker.name) : -1;
      if (found > place) [nearest, place] = [speaker, found];
    }
    if (nearest && !pointed) {
      const behind = subject.slice(place + nearest.name.length);
      if (!RELATION.test(behind)) return { speaker: nearest, named: true };
      // `李某的女儿张某说`, `李某的女儿说`: not the one they belong to.
      const relative = readMention(subject);
      if (relative?.isPerson) return { speaker: this.add(relative), named: true };
      const name = nearest.name + behind;
      return { speaker: { name, role: null, organization: null, isPerson: false }, named: true };
    }
    if (pointed || /^(?:本人|自己)$/.test(subject)) {
      const last = this.lastNamedBefore(at - subject.length, at - PRONOUN_REACH);
      return last && { speaker: last, named: false };
    }
    const surname = TITLED.exec(subject)?.[1];
    if (surname !== undefined) {
      const titled = [...this.#byName.values()].find(({ name, isPerson }) => isPerson && name.startsWith(surname));
      if (titled) return { speaker: titled, named: true };
    }
    const mention = readMention(subject);
    if (mention && !mention.isPerson && mention.name.length <= 3) {
      // `老人说`: the old man who was named just before.
      const last = this.lastNamedBefore(at - subject.length, at - 200);
      if (last?.role?.endsWith(mention.name)) return { speaker: last, named: false };
    }
    return mention && { speaker: this.add(mention), named: true };
  }
}
