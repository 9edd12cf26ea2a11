/** Goes through JSON text without parsing it: over values, past the names of members, to the end of what is nested. */

/** The text is not what was expected. Thrown where it is nothing out of the ordinary, so that it does not say where. */
export const UNLIKE = new Error('the JSON text is not as expected');

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const CLOSE_ARRAY = 93;
const N = 110;
const OPEN = 123;
const CLOSE = 125;

/**
 * Stands at a place of JSON that was written without white space, as stored documents are. Characters may be bytes: no byte of a longer
 * character is one of those that are looked for. Throws {@link UNLIKE}.
 */
export class JsonReader {
  at = 0;

  constructor(readonly text: string) {}

  isNull(): boolean {
    return this.text.charCodeAt(this.at) === N;
  }

  /** Goes into an object or array; false: it is empty, and has been passed. */
  enter(): boolean {
    const { text } = this;
    const close = text.charCodeAt(this.at) + 2;
    if (close !== CLOSE && close !== CLOSE_ARRAY) throw UNLIKE;
    this.at += 1;
    if (text.charCodeAt(this.at) !== close) return true;
    this.at += 1;
    return false;
  }

  /** Goes on to the next member or item; false: there is none, and the end has been passed. */
  goOn(): boolean {
    const next = this.text.charCodeAt(this.at);
    this.at += 1;
    if (next === COMMA) return true;
    if (next !== CLOSE && next !== CLOSE_ARRAY) throw UNLIKE;
    return false;
  }

  /** The name of a member with the colon behind it, which is not passed. */
  readHead(): string {
    const { text, at } = this;
    if (text.charCodeAt(at) !== QUOTE) throw UNLIKE;
    this.#skipString();
    const end = this.at + 1;
    this.at = at;
    if (text.charCodeAt(end - 1) !== COLON) throw UNLIKE;
    return text.slice(at, end);
  }

  /** Passes the name of a member and the colon; false: it has another one. */
  passHead(head: string): boolean {
    if (!this.text.startsWith(head, this.at)) return false;
    this.at += head.length;
    return true;
  }

  /** The value of a member of the object it stands at, which is not passed. */
  peek(head: string): string {
    const { at } = this;
    let isInside = this.enter();
    while (isInside && !this.passHead(head)) {
      this.passHead(this.readHead());
      this.skip();
      isInside = this.goOn();
    }
    if (!isInside) throw UNLIKE;
    const value = this.take();
    this.at = at;
    return value;
  }

  /** Passes a value. */
  skip(): void {
    const first = this.text.charCodeAt(this.at);
    if (first === QUOTE) this.#skipString();
    else if (first === OPEN || first === OPEN_ARRAY) this.#skipNested();
    else this.#skipWord();
  }

  /** Passes a value and gives its text. */
  take(): string {
    const start = this.at;
    this.skip();
    return this.text.slice(start, this.at);
  }

  #skipString(): void {
    const { text } = this;
    let end = text.indexOf('"', this.at + 1);
    while (text.charCodeAt(end - 1) === BACKSLASH && isEscaped(text, end)) end = text.indexOf('"', end + 1);
    if (end === -1) throw UNLIKE;
    this.at = end + 1;
  }

  #skipNested(): void {
    const { text } = this;
    let depth = 0;
    do {
      const character = text.charCodeAt(this.at);
      if (character === QUOTE) this.#skipString();
      else {
        if (character === OPEN || character === OPEN_ARRAY) depth += 1;
        else if (character === CLOSE || character === CLOSE_ARRAY) depth -= 1;
        else if (!isVisible(character)) throw UNLIKE;
        this.at += 1;
      }
    } while (depth > 0);
  }

  /** A number, true, false or null. */
  #skipWord(): void {
    const { text } = this;
    let { at } = this;
    for (; ; at += 1) {
      const character = text.charCodeAt(at);
      if (character === COMMA || character === CLOSE || character === CLOSE_ARRAY) break;
      if (!isVisible(character) || character === QUOTE) throw UNLIKE;
    }
    if (at === this.at) throw UNLIKE;
    this.at = at;
  }
}

/** False behind the end, too. */
const isVisible = (character: number) => character > 32;

/** Whether an odd number of backslashes stands before a quotation mark. */
function isEscaped(text: string, quote: number): boolean {
  let first = quote - 1;
  while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return (quote - first) % 2 === 1;
}
