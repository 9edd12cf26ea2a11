/** The client: each operation as a function, and what goes over many requests. */
import type { ChangeEntry } from '../domain/change-entry.js';
import { followChanges } from './follow.js';
import { type Operation, operations } from './operations.js';
import { type SyncOptions, type SyncResult, type SyncStore, sync } from './sync.js';
import {
  type CallOptions,
  type ClientOptions,
  createTransport,
  type RawBody,
  type Request,
  type Transport,
} from './transport.js';

type Operations = typeof operations;

/** What an operation takes can be left out when none of it is required. */
type Arguments<I> =
  Record<never, never> extends I ? [input?: I, options?: CallOptions] : [input: I, options?: CallOptions];

type Rows<O> = O extends { data: (infer Row)[] } ? Row : never;

/** A list: called it gives one page; it can also be walked, from the page that is asked for to the last. */
interface ListCall<I, O> {
  (...given: Arguments<I>): Promise<O>;
  /** All rows, read page by page as they are taken. */
  all(...given: Arguments<I>): AsyncGenerator<Rows<O>, void, undefined>;
  /** All pages, read as they are taken. */
  pages(...given: Arguments<I>): AsyncGenerator<O, void, undefined>;
}

type Call<T> =
  T extends Operation<infer I, infer O, 'pages'>
    ? ListCall<I, O>
    : T extends Operation<infer I, infer O, 'rows'>
      ? (...given: Arguments<I>) => AsyncGenerator<O, void, undefined>
      : T extends Operation<infer I, never, 'bytes'>
        ? (...given: Arguments<I>) => Promise<ReadableStream<Uint8Array>>
        : T extends Operation<infer I, infer O, 'one'>
          ? (...given: Arguments<I>) => Promise<O>
          : never;

export type Client = { [Name in keyof Operations]: Call<Operations[Name]> } & {
  /** The address an operation asks, for links and downloads. */
  toAddress<Name extends keyof Operations>(
    name: Name,
    ...given: Operations[Name] extends Operation<infer I, unknown> ? Arguments<I> : never
  ): string;
  /**
   * The changes behind `since` as they are made, or from now on, without an end; a broken connection is made again. Throws
   * `changes_expired` when the log no longer reaches a token: {@link Client.sync} goes on from a snapshot.
   */
  followChanges(
    input?: { since?: string | undefined; section?: string | undefined },
    options?: CallOptions,
  ): AsyncGenerator<ChangeEntry & { token: string }, void, undefined>;
  /**
   * Brings a copy up to date: what changed since its token or, where that no longer holds or there is none, everything. What
   * it throws leaves the copy as of its last batch; call it again to go on from there.
   */
  sync(store: SyncStore, options?: SyncOptions): Promise<SyncResult>;
};

/** Makes a client of the API at `url`. */
export function createClient(options: ClientOptions | string): Client {
  const transport = createTransport(typeof options === 'string' ? { url: options } : options);
  const calls = Object.entries(operations).map(([name, operation]) => [name, makeCall(transport, operation)]);
  return {
    ...(Object.fromEntries(calls) as { [Name in keyof Operations]: Call<Operations[Name]> }),
    toAddress: (name, ...[input]) => transport.toAddress(toRequest(operations[name], input as Input).path),
    followChanges: (input, call) => followChanges(transport, input, call),
    sync: (store, given) => sync(transport, store, given),
  };
}

const mediaTypes = { one: 'application/json', pages: 'application/json', rows: 'application/x-ndjson', bytes: '*/*' };

type Input = Readonly<Record<string, unknown>> | undefined;

/** Fills the path of an operation, and writes the rest as its query: lists with commas. */
export function toRequest({ method, path, kind, sends, isNamed }: Operation<unknown, unknown>, input: Input): Request {
  const { body, ...others }: Record<string, unknown> = { ...input };
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = others[name];
    delete others[name];
    return encodeURIComponent(String(value));
  });
  const pairs = Object.entries(others).filter(([, value]) => value !== undefined);
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  const name = isNamed && globalThis.crypto?.randomUUID?.();
  return {
    method,
    path: query === '' ? filled : `${filled}?${query}`,
    headers: { accept: mediaTypes[kind], ...(name && { 'idempotency-key': name }) },
    ...(body !== undefined && (sends === undefined ? { body } : { raw: body as RawBody, type: sends })),
  };
}

interface AnyPage {
  data: unknown[];
  page: { next: string | null; hasMore: boolean };
}

function makeCall(transport: Transport, operation: Operation<unknown, unknown>): unknown {
  const getJson = <T>(input: Input, call?: CallOptions) => transport.getJson<T>(toRequest(operation, input), call);
  if (operation.kind === 'one') return getJson;
  if (operation.kind === 'bytes') {
    return (input: Input, call?: CallOptions) => transport.openBytes(toRequest(operation, input), call);
  }
  if (operation.kind === 'rows') {
    return async function* (input: Input, call?: CallOptions) {
      const { lines } = await transport.openLines(toRequest(operation, input), call);
      for await (const line of lines) yield JSON.parse(line);
    };
  }
  async function* pages(input: Input, call?: CallOptions) {
    let asked = input;
    for (;;) {
      const page = await getJson<AnyPage>(asked, call);
      yield page;
      if (!page.page.hasMore) return;
      asked = { ...input, [operation.turn as string]: page.page.next };
    }
  }
  async function* all(input: Input, call?: CallOptions) {
    for await (const page of pages(input, call)) yield* page.data;
  }
  return Object.assign(getJson, { pages, all });
}
