/** Answers as JSON text: what resolvers gave, and in it text of documents that was copied instead. */
import type { GraphQLFormattedError, GraphQLResolveInfo } from 'graphql';
import { project } from '../store/projection.js';
import { findProjection } from './verbatim.js';

/** What an answer consists of. */
interface Answer {
  data: unknown;
  errors?: readonly GraphQLFormattedError[] | undefined;
  extensions: object;
}

/** Texts, under the names and numbers that lead to their places in an answer. */
class Places extends Map<string, Places | string> {}

/** What of the answer to one request is copied from documents. */
export class Copies {
  readonly #data = new Places();

  /**
   * Answers a field with what it selects of the text of documents, the characters of which are bytes. Its resolver then gives an
   * empty list, or null, which {@link render} puts that in the place of. False: something that is selected has to be resolved.
   */
  take(info: GraphQLResolveInfo, read: () => string): boolean {
    const projection = findProjection(info);
    const text = projection && project(read, projection);
    if (!text) return false;
    this.#lead(info.path.prev).set(String(info.path.key), text);
    return true;
  }

  #lead(path: GraphQLResolveInfo['path'] | undefined): Places {
    if (path === undefined) return this.#data;
    const above = this.#lead(path.prev);
    const known = above.get(String(path.key));
    if (known instanceof Places) return known;
    const places = new Places();
    above.set(String(path.key), places);
    return places;
  }

  /** The text of an answer, with what was copied for its `data`. */
  render(answer: Answer): Uint8Array {
    const write = (value: unknown, places: Places | string | undefined): string => {
      if (typeof places === 'string') return places;
      // What an error has made null holds nothing any more.
      if (places === undefined || typeof value !== 'object' || value === null) return toBytes(JSON.stringify(value));
      const isList = Array.isArray(value);
      let text = '';
      for (const [name, one] of Object.entries(value)) {
        if (one === undefined) continue;
        if (text !== '') text += ',';
        text += (isList ? '' : `"${name}":`) + write(one, places.get(name));
      }
      return isList ? `[${text}]` : `{${text}}`;
    };
    return Buffer.from(write(answer, new Places([['data', this.#data]])), 'latin1');
  }
}

/** The same as characters that are bytes; most is ASCII, and so is that already. */
const toBytes = (text: string) => (/[^ -~]/.test(text) ? Buffer.from(text).toString('latin1') : text);
