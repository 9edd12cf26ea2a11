/** The people of one article: who was introduced as what, and where each is named. Whom words mean is said in reference.ts. */
import type { TextLayout } from '../../domain/article.js';
import { endsInDescription } from '../../domain/names.js';
import { createCodeSet, lastIndexIn } from '../../text/code-set.js';
import { findAliases } from './aliases.js';
import { canBe, ROLE_END } from './characters.js';
import { splitDescription } from './description.js';
import { findHome, findPointed } from './home.js';
import {
  findIntroductions,
  findListed,
  findPseudonyms,
  findSubjects,
  findTitled,
  hasPseudonyms,
} from './introductions.js';
import { readMention, type Speaker } from './mention.js';
import { isUsedAsPlace, namesPlace } from './place-names.js';
import { findRepeated } from './repeated.js';
import { readSignature } from './signature.js';
import { completeName, runsIntoWords } from './whole-name.js';

/** Names of one article, at most: a page with more is a list of names, and looking for each would take long. */
const MAX_NAMES = 300;

/** Ways to call people that say nothing about what they are. */
const ADDRESS = /^(?:大叔|大爷|大妈|大姐|大娘|阿姨|老人|老汉|小伙|小伙子|姑娘|男子|女子|先生|女士)$/;
const IDENTITY =
  /^(?:先生|女士|小姐)?(?:(?:自称)?是|(?:在[^，。]{1,10})?(?:当|担任))(?:一[名位个]|[名位个])?([^，。；：“”、\s]{2,16})/;
const BYLINE = /^[^（(。，]{0,24}[（(](?=[^）)]{0,50}(?:记者|通讯员|实习生))[^）)]{2,60}[）)]/;
/** What stands before a sentence, and characters of it before a name that are looked at. */
const sentenceStarts = createCodeSet('。！？；：“”「」\n');
const LEAD = 60;
/** Characters before a name that are read for how it is presented. */
const REACH = 60;
/** Characters of them that are read for a body that is pointed at. */
const DESCRIPTION = 24;
/** How far the capacity is told in that somebody does what a sentence says, in characters. */
const CAPACITY = 200;
/** Before a name: words that make it the object of its sentence. */
const OBJECT = /(?:[对向跟给与和被让把同替找见为据]|告诉|联系到?|采访|看到|见到|认为|问|引用|引述|援引|转述)$/;

/** Before a name: that somebody else only says what its bearer said. */
const CITES = /(?:援引|引述|引用|转述)[^，。]*$/;

/** Where somebody is named in the text. */
export interface Place {
  at: number;
  end: number;
  /** The full name, also where a part of it is printed. */
  name: string;
  /** Whether its sentence begins with it: it is what the sentence is about. */
  isSubject: boolean;
}

export class People {
  readonly #text: string;
  readonly #byName = new Map<string, Speaker>();
  /** The full name behind each other way to call somebody. */
  readonly #aliases = new Map<string, string>();
  /** Where names stand, in order. */
  #places: Place[] = [];

  constructor(text: string, lines: TextLayout['lines']) {
    this.#text = text;
    const body = lines.filter(({ kind }) => kind !== 'title' && kind !== 'subtitle' && kind !== 'heading');
    this.#introduce(text, body);
    this.#findAliases();
    this.#findPlaces(text);
    this.#findPosts(text);
    this.#findIdentities(text);
    this.#findCapacities(text);
  }

  /** Headlines are left out: they omit what a name needs around it. */
  #introduce(text: string, lines: TextLayout['lines']): void {
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
    const places = new Map<string, boolean>();
    const isPseudonymous = hasPseudonyms(text);
    const isPlace = (name: string) => {
      const known = places.get(name) ?? isUsedAsPlace(name, text);
      places.set(name, known);
      return known;
    };
    for (const { start, end } of lines) {
      const line = text.slice(start, end);
      const signature = readSignature(line);
      if (signature !== null) {
        const mention = readMention(signature);
        if (mention?.isPerson) this.add(mention);
        continue;
      }
      const from = endOfByline(line);
      for (const name of findIntroductions(line, countOf))
        if (name.start >= from) this.#addMention(text, line, start, name);
    }
    for (const { start, end } of lines) {
      const line = text.slice(start, end);
      if (readSignature(line) !== null) continue;
      const from = endOfByline(line);
      for (const { name, role, at, end: to } of findTitled(line)) {
        if (at < from) continue;
        const mention = role === null ? null : readMention(line.slice(Math.max(0, to - REACH), to));
        const known = mention?.name === name ? mention : { name, role, organization: null, isPerson: true };
        const organization = known.organization ?? findHome(known.role, text, start + at);
        this.add({ ...known, name: completeName(name, text), organization });
      }
      for (const name of isPseudonymous ? findPseudonyms(line) : [])
        this.add({ name, role: null, organization: null, isPerson: true });
      for (const name of findSubjects(line)) this.#addMention(text, line, start, name);
      for (const { start: at, end: to } of findListed(line, (name) => this.#byName.has(name)))
        this.add({ name: line.slice(at, to), role: null, organization: null, isPerson: true });
      for (const { start: at, end: to } of findRepeated(line, countOf, isPlace))
        this.add({ name: completeName(line.slice(at, to), text), role: null, organization: null, isPerson: true });
    }
    for (const [name, speaker] of this.#byName) {
      if (speaker.role === null && name.length < 4 && namesPlace(name, text)) this.#byName.delete(name);
      const short = name.length === 3 ? name.slice(0, 2) : '';
      if (this.#byName.has(short) && runsIntoWords(name, text)) {
        this.#byName.delete(name);
        this.add({ ...speaker, name: short });
      }
    }
  }

  #addMention(text: string, line: string, offset: number, { start, end }: { start: number; end: number }): void {
    const mention = readMention(line.slice(Math.max(0, start - REACH), end));
    if (!mention?.isPerson || mention.name !== line.slice(start, end)) return;
    const name = completeName(mention.name, text);
    const at = offset + start;
    const pointed = findPointed(line.slice(Math.max(0, start - DESCRIPTION), start), text, at);
    const organization = mention.organization ?? pointed ?? findHome(mention.role, text, at);
    this.add({ ...mention, name, organization });
  }

  /** Takes those who are also called otherwise for one person. */
  #findAliases(): void {
    for (const [called, name] of findAliases(this.#byName, this.#text)) {
      this.#aliases.set(called, name);
      const alone = this.#byName.get(called);
      if (alone === undefined) continue;
      this.#byName.delete(called);
      this.add({ ...alone, name });
    }
  }

  /** Remembers somebody; what is known of them already stays. */
  add(speaker: Speaker): Speaker {
    const known = this.find(speaker.name);
    const merged = known
      ? { ...known, role: known.role ?? speaker.role, organization: known.organization ?? speaker.organization }
      : speaker;
    if (known || this.#byName.size < MAX_NAMES) this.#byName.set(merged.name, merged);
    return merged;
  }

  /** Where a role that is met at `at` behind a description is, by what was named before. */
  homeOf(role: string | null, description: string, at: number): string | null {
    return findPointed(description, this.#text, at) ?? findHome(role, this.#text, at);
  }

  /** Who has this name; null when nobody has. */
  find(name: string): Speaker | null {
    return this.#byName.get(this.#aliases.get(name) ?? name) ?? null;
  }

  #findPlaces(text: string): void {
    const all: Omit<Place, 'isSubject'>[] = [];
    const find = (printed: string, name: string) => {
      for (let at = text.indexOf(printed); at >= 0; at = text.indexOf(printed, at + printed.length))
        all.push({ at, end: at + printed.length, name });
    };
    for (const name of this.#byName.keys()) find(name, name);
    for (const [part, name] of this.#aliases) find(part, name);
    all.sort((a, b) => a.at - b.at || b.end - a.end);
    let end = 0;
    let sentence = -1;
    for (const place of all) {
      // `张某` inside of `张某某`.
      if (place.at < end) continue;
      end = place.end;
      const start = lastIndexIn(sentenceStarts, text, place.at, Math.max(0, place.at - LEAD)) + 1;
      const lead = text.slice(start, place.at);
      const clause = lead.slice(Math.max(lead.lastIndexOf('，'), lead.lastIndexOf(',')) + 1);
      const isFirst = start > sentence || lead.length >= LEAD;
      const isSubject =
        isFirst &&
        !OBJECT.test(lead) &&
        !CITES.test(lead) &&
        !/^[对向跟给据与和在从]/.test(clause) &&
        text.charAt(end) !== '的';
      if (isSubject) sentence = place.at;
      this.#places.push({ at: place.at, end: place.end, name: place.name, isSubject });
    }
  }

  /** What those are who are introduced after they were first named. */
  #findPosts(text: string): void {
    for (const { at, end, name } of this.#places) {
      const known = this.#byName.get(name);
      if (!known?.isPerson || known.role !== null || !canBe(text, at - 1, ROLE_END)) continue;
      const line = text.lastIndexOf('\n', at) + 1;
      const mention = readMention(text.slice(Math.max(line, at - REACH), end));
      if (mention?.name === text.slice(at, end) && mention.role !== null) this.add({ ...mention, name });
    }
  }

  /** What somebody is said to be: `张某是一名外卖骑手`, `李某自称是店里的常客`. */
  #findIdentities(text: string): void {
    for (const { end, name } of this.#places) {
      const known = this.#byName.get(name);
      if (!known?.isPerson || (known.role !== null && !ADDRESS.test(known.role))) continue;
      const said = IDENTITY.exec(text.slice(end, end + 30))?.[1];
      if (said === undefined || !endsInDescription(said)) continue;
      this.#byName.set(name, { ...known, role: said.slice(said.lastIndexOf('的') + 1) });
    }
  }

  /** What somebody is who is told of by what he is first: `作为青石医院院长、…，他…`. */
  #findCapacities(text: string): void {
    for (let at = text.indexOf('作为'); at >= 0; at = text.indexOf('作为', at + 2)) {
      const [sentence = ''] = /^[^。；！？\n]*/.exec(text.slice(at + 2, at + CAPACITY)) ?? [];
      const [first = '', ...rest] = sentence.split('，');
      if (!endsInDescription(first)) continue;
      let clause = at + 2 + first.length + 1;
      for (const words of rest) {
        const start = clause;
        const place = /^[他她](?!们)/.test(words)
          ? this.lastPlaceBefore(at, at - CAPACITY, ({ isSubject }) => isSubject)
          : this.#places[this.#firstPlaceFrom(start)];
        clause += words.length + 1;
        if (place === undefined || place === null || (place.at > at && place.at !== start)) continue;
        const known = this.#byName.get(place.name);
        if (known?.isPerson && known.role === null) this.add({ ...known, ...splitDescription(first) });
        break;
      }
    }
  }

  /** The last place before `at`, not before `from`, that `fits`; a few are looked at. */
  lastPlaceBefore(at: number, from: number, fits: (place: Place) => boolean = () => true): Place | null {
    for (let i = this.#firstPlaceFrom(at) - 1, looked = 0; i >= 0 && looked < 24; i -= 1, looked += 1) {
      const place = this.#places[i] as Place;
      if (place.at < from) return null;
      if (fits(place)) return place;
    }
    return null;
  }

  /** The person named last before `at`, not before `from`. */
  lastNamedBefore(at: number, from: number): Speaker | null {
    const place = this.lastPlaceBefore(at, from);
    return place && this.find(place.name);
  }

  /** The person named first in a stretch of text. */
  firstNamedIn(from: number, to: number): Speaker | null {
    const place = this.#places[this.#firstPlaceFrom(from)];
    return place && place.at < to ? this.find(place.name) : null;
  }

  /** Where names stand in a stretch of text. */
  placesIn(from: number, to: number): Place[] {
    const places: Place[] = [];
    for (let i = this.#firstPlaceFrom(from); i < this.#places.length; i += 1) {
      const place = this.#places[i] as Place;
      if (place.end > to) break;
      places.push(place);
    }
    return places;
  }

  /** The first place at or behind `at`, by halving. */
  #firstPlaceFrom(at: number): number {
    let low = 0;
    let high = this.#places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] as Place).at < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Where the brackets end that name the reporters at the head of a line: `（记者某某 通讯员某某）`; 0 when there are none. */
function endOfByline(line: string): number {
  return line.includes('（') || line.includes('(') ? (BYLINE.exec(line.slice(0, 100))?.[0].length ?? 0) : 0;
}
