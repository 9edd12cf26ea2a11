/** `baoku/client`: the API as typed functions, for browsers and Node, without dependencies. This is all it exports. */

export type * from './answers.js';
export { type Client, createClient } from './client.js';
export { BaokuError, type BaokuErrorCode } from './errors.js';
export type * from './queries.js';
export type { SyncBatch, SyncOptions, SyncResult, SyncStore } from './sync.js';
export type { CallOptions, ClientOptions } from './transport.js';
export type * from './writes.js';
