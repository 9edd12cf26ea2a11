/** JSON text that carries the type of what it holds, so that stored documents pass to the wire without a detour. */

declare const held: unique symbol;

/** The JSON text of a `T`. Made by {@link toJson} or read back from where such text was stored. */
export type Json<T> = string & { readonly [held]: T };

/** Renders a value as typed JSON text. */
export function toJson<T>(value: T): Json<T> {
  return JSON.stringify(value) as Json<T>;
}

/** Parses typed JSON text. */
export function fromJson<T>(json: Json<T>): T {
  return JSON.parse(json) as T;
}

/** Joins the JSON texts of two objects with distinct keys into the text of one object, without parsing either. */
export function mergeJson<A extends object, B extends object>(a: Json<A>, b: Json<B>): Json<A & B> {
  if (a.length === 2) return b as unknown as Json<A & B>;
  if (b.length === 2) return a as unknown as Json<A & B>;
  return `${a.slice(0, -1)},${b.slice(1)}` as Json<A & B>;
}
