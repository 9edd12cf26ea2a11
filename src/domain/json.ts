/** JSON text that carries the type of what it holds, so that stored documents pass to the wire without a detour. */

declare const held: unique symbol;

/**
 * The JSON text of a `T`, as the bytes of its UTF-8: what is stored and what is sent. Turning it into a string and back would
 * cost more than finding it.
 */
export type Json<T> = Uint8Array & { readonly [held]: T };
