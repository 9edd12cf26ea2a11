/**
 * Projections: what is wanted of stored documents, copied from their text. Nothing is parsed or decoded, and what stands side by
 * side is copied at once. That takes a third of the time of parsing and rendering.
 */
import { JsonReader, UNLIKE } from './json-reader.js';

/** Takes what is wanted of the value that a reader stands at, and leaves it behind that. Throws {@link UNLIKE}. */
export type Projection = (reader: JsonReader) => string;

/** A member of an object: as it is, or what a projection takes of it. */
export interface WantedMember {
  name: string;
  /** The name to give it. */
  as: string;
  of?: Projection | undefined;
}

/** A member that is added to every object. */
export interface AddedMember {
  as: string;
  text: string;
}

const toHead = (name: string) => `${Buffer.from(JSON.stringify(name)).toString('latin1')}:`;

/**
 * What a projection takes of the JSON text that `read` gives, the characters of which are bytes; undefined: something that is wanted
 * is not there.
 */
export function project(read: () => string, projection: Projection): string | undefined {
  try {
    return projection(new JsonReader(read()));
  } catch (error) {
    if (error === UNLIKE) return undefined;
    throw error;
  }
}

/** The texts of the items of an array. Throws {@link UNLIKE}. */
export function splitArray(json: string): string[] {
  const reader = new JsonReader(json);
  const items: string[] = [];
  let isInside = reader.enter();
  while (isInside) {
    items.push(reader.take());
    isInside = reader.goOn();
  }
  return items;
}

/** The same of each item of an array; null stays null. */
export function projectItems(item: Projection): Projection {
  return (reader) => {
    if (reader.isNull()) return reader.take();
    if (!reader.enter()) return '[]';
    let text = `[${item(reader)}`;
    while (reader.goOn()) text += `,${item(reader)}`;
    return `${text}]`;
  };
}

/** An object as it is of a kind, which a member of it names. */
export function projectKinds(name: string, choose: (kind: unknown) => Projection): Projection {
  const known = new Map<string, Projection>();
  const head = toHead(name);
  return (reader) => {
    const kind = reader.peek(head);
    let projection = known.get(kind);
    if (projection === undefined) {
      projection = choose(JSON.parse(kind));
      known.set(kind, projection);
    }
    return projection(reader);
  };
}

/**
 * These members of an object, in this order and each once; null stays null. Objects of a kind have each member at its place, so
 * what stood there in the one before is looked for first.
 */
export function projectMembers(wanted: readonly (WantedMember | AddedMember)[]): Projection {
  const names = wanted.map((member) => ('name' in member ? toHead(member.name) : ''));
  const heads = wanted.map(({ as }) => toHead(as));
  const projections = wanted.map((member) => ('of' in member ? member.of : undefined));
  const sought = names.filter((name) => name !== '').length;
  /** Whether it is copied with its name, and from where to where it stands. */
  const isCopied = wanted.map((_, at) => names[at] === heads[at] && projections[at] === undefined);
  // No object has one of its own kind inside: what is noted here is used before the next is read.
  const starts = wanted.map(() => 0);
  const ends = wanted.map(() => 0);
  /** The text of what is not copied. */
  const texts = wanted.map((member, at) => ('text' in member ? heads[at] + member.text : ''));
  /** What objects have at each place: the name, and which of the wanted members it is, or -1. */
  const places: { head: string; slot: number }[] = [];

  return (reader) => {
    if (reader.isNull()) return reader.take();
    let found = 0;
    let isInside = reader.enter();
    for (let place = 0; isInside; place += 1) {
      const start = reader.at;
      let member = places[place];
      if (member === undefined || !reader.passHead(member.head)) {
        const head = reader.readHead();
        member = { head, slot: names.indexOf(head) };
        places[place] = member;
        reader.passHead(head);
      }
      const { slot } = member;
      if (slot === -1) reader.skip();
      else {
        found += 1;
        if (isCopied[slot]) {
          reader.skip();
          starts[slot] = start;
          ends[slot] = reader.at;
        } else {
          const projection = projections[slot];
          texts[slot] = `${heads[slot]}${projection === undefined ? reader.take() : projection(reader)}`;
        }
      }
      isInside = reader.goOn();
    }
    if (found < sought) throw UNLIKE;
    let text = '';
    for (let slot = 0; slot < heads.length; slot += 1) {
      if (slot > 0) text += ',';
      if (isCopied[slot]) {
        const start = starts[slot];
        while (isCopied[slot + 1] && starts[slot + 1] === (ends[slot] as number) + 1) slot += 1;
        text += reader.text.slice(start, ends[slot]);
      } else text += texts[slot];
    }
    return `{${text}}`;
  };
}
