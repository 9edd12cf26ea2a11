/** Requests: sent, tried again when that may help, and their bodies read. It knows no endpoint. */
import { BaokuError, readError } from './errors.js';

export interface ClientOptions {
  /** Where the API is: what stands before `/v1`. */
  url: string;
  /** The secret of a key, where the API asks for one. */
  key?: string | undefined;
  /** Sent with every request. */
  headers?: Record<string, string> | undefined;
  /** For an answer to come, in milliseconds; 30,000 unless given. */
  timeoutMs?: number | undefined;
  /** How often a request that failed in passing is tried again; 3 unless given. */
  retries?: number | undefined;
  /**
   * Answers to keep by their ETag, so that the server only confirms them; 0 unless given. For Node: a browser does this itself.
   */
  keepAnswers?: number | undefined;
  /** Another `fetch`. */
  fetch?: typeof fetch | undefined;
}

export interface CallOptions {
  /** Ends the call; it then throws the reason of the signal. */
  signal?: AbortSignal | undefined;
  /** As of {@link ClientOptions}, for this call. */
  timeoutMs?: number | undefined;
  /** Sent with this call: `if-match`, `idempotency-key`, `prefer`, or the `content-type` of a page. */
  headers?: Record<string, string> | undefined;
  /** Given the headers of the answer: the `etag` for `if-match`, the `baoku-seq` for `minSeq`. */
  onHeaders?: ((headers: Headers) => void) | undefined;
}

/** A body as `fetch` takes it. */
type WireBody = NonNullable<RequestInit['body']>;

/** A body that is sent as it is; objects become lines of NDJSON on the way. */
export type RawBody = WireBody | Iterable<object> | AsyncIterable<object>;

/** What is sent: a path from `/v1` on, with its query, and a body that becomes JSON, or one of another type. */
export interface Request {
  method: string;
  path: string;
  body?: unknown;
  raw?: RawBody;
  type?: string;
  headers?: Record<string, string>;
}

/** The longest wait before another try, in milliseconds; a server that asks for more is left alone. */
const LONGEST_WAIT = 60_000;
const FIRST_WAIT = 250;

/** What may be another time when tried again. */
const passing = new Set([408, 429, 502, 503, 504]);
/** Of these the server says that it did nothing. */
const refused = new Set([429, 503]);

export type Transport = ReturnType<typeof createTransport>;

/** Makes what sends requests. Everything it gives throws {@link BaokuError}, or the reason of the signal. */
export function createTransport(options: ClientOptions) {
  const { key, timeoutMs = 30_000, retries = 3, keepAnswers = 0 } = options;
  const headers = { ...(key !== undefined && { authorization: `Bearer ${key}` }), ...options.headers };
  const base = options.url.replace(/\/+$/, '');
  // Called as a function of no object: browsers insist on that.
  const send = options.fetch ?? ((...given: Parameters<typeof fetch>) => fetch(...given));
  const kept = new Map<string, { etag: string; text: string }>();

  /** One try, with `read` of the answer inside its time limit. */
  async function attempt<T>(request: Request, call: CallOptions, read: (answer: Response) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const limit = call.timeoutMs ?? timeoutMs;
    const timer = setTimeout(() => {
      controller.abort(new BaokuError('timeout', `No answer within ${limit} ms: ${request.path}`));
    }, limit);
    const forward = () => controller.abort(call.signal?.reason);
    call.signal?.addEventListener('abort', forward, { once: true });
    if (call.signal?.aborted) forward();
    try {
      const answer = await send(base + request.path, {
        method: request.method,
        headers: {
          ...headers,
          ...(request.body !== undefined && { 'content-type': 'application/json' }),
          ...(request.type !== undefined && { 'content-type': request.type }),
          ...request.headers,
          ...call.headers,
        },
        ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
        ...(request.raw !== undefined && toInit(request.raw)),
        signal: controller.signal,
      });
      call.onHeaders?.(answer.headers);
      if (!answer.ok && answer.status !== 304) throw await readError(answer);
      return await read(answer);
    } catch (error) {
      if (controller.signal.aborted) throw controller.signal.reason;
      if (error instanceof BaokuError) throw error;
      throw new BaokuError('network_error', `No answer came from ${base}${request.path}`, { cause: error });
    } finally {
      clearTimeout(timer);
      call.signal?.removeEventListener('abort', forward);
    }
  }

  async function retry<T>(request: Request, call: CallOptions, read: (answer: Response) => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await attempt(request, call, read);
      } catch (error) {
        const wait = error instanceof BaokuError && chooseWait(error, request, call, tries);
        if (wait === false || tries >= retries || call.signal?.aborted) throw error;
        await sleep(wait, call.signal);
      }
    }
  }

  return {
    /** The whole address of a path. */
    toAddress: (path: string): string => base + path,

    /** The JSON of an answer. */
    async getJson<T>(request: Request, call: CallOptions = {}): Promise<T> {
      const known = request.method === 'GET' ? kept.get(request.path) : undefined;
      const asked = known ? { ...request, headers: { ...request.headers, 'if-none-match': known.etag } } : request;
      const text = await retry(asked, call, async (answer) => {
        if (answer.status === 304 && known !== undefined) return known.text;
        const text = await answer.text();
        const etag = answer.headers.get('etag');
        if (keepAnswers > 0 && etag !== null && request.method === 'GET') {
          kept.delete(request.path);
          kept.set(request.path, { etag, text });
          for (const oldest of kept.keys()) if (kept.size > keepAnswers) kept.delete(oldest);
        }
        return text;
      });
      return (text === '' ? undefined : JSON.parse(text)) as T;
    },

    /** The bytes of an answer as they come. Only its beginning is under the time limit and tried again. */
    async openBytes(request: Request, call: CallOptions = {}): Promise<ReadableStream<Uint8Array>> {
      const { body } = await retry(request, call, async (answer) => answer);
      if (body === null) throw new BaokuError('unexpected_answer', `Nothing came with ${request.path}`);
      return body;
    },

    /** The lines of an answer as they come, and its headers. Only its beginning is under the time limit and tried again. */
    async openLines(
      request: Request,
      call: CallOptions = {},
    ): Promise<{ headers: Headers; lines: AsyncGenerator<string, void, undefined> }> {
      const answer = await retry(request, call, async (answer) => answer);
      return { headers: answer.headers, lines: readLines(answer, call.signal) };
    },
  };
}

/** How long to wait before the next try, in milliseconds; false: it would not help. */
function chooseWait(
  { status, retryAfter }: BaokuError,
  { method, headers, raw }: Request,
  call: CallOptions,
  tries: number,
): number | false {
  // What was read from a stream is gone.
  if (raw !== undefined && isStream(raw)) return false;
  // Under a name, the server carries it out once.
  const isSafe = method === 'GET' || 'idempotency-key' in { ...headers, ...call.headers };
  const mayRepeat = isSafe ? status === undefined || passing.has(status) : refused.has(status ?? 0);
  if (!mayRepeat) return false;
  if (retryAfter !== undefined) return retryAfter * 1000 <= LONGEST_WAIT && retryAfter * 1000;
  // Spread, so that clients that failed together do not come back together.
  return FIRST_WAIT * 2 ** tries * (0.5 + Math.random());
}

/** Whether a body can be sent but once. */
function isStream(raw: RawBody): boolean {
  return raw instanceof ReadableStream || isRecords(raw);
}

function isRecords(raw: RawBody): raw is Iterable<object> | AsyncIterable<object> {
  if (typeof raw === 'string' || ArrayBuffer.isView(raw) || raw instanceof ReadableStream) return false;
  return Symbol.asyncIterator in raw || Array.isArray(raw) || (Symbol.iterator in raw && 'next' in raw);
}

/** A body as `fetch` takes it; a stream is sent while the answer is read. */
function toInit(raw: RawBody): RequestInit {
  if (!isStream(raw)) return { body: raw as WireBody };
  const body = isRecords(raw) ? toLines(raw) : raw;
  return { body, duplex: 'half' } as RequestInit;
}

function toLines(records: Iterable<object> | AsyncIterable<object>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = (async function* () {
    yield* records;
  })();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
    cancel: async () => void (await iterator.return()),
  });
}

/** Waits; throws the reason of the signal when that comes first. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

async function* readLines(answer: Response, signal: AbortSignal | undefined): AsyncGenerator<string, void, undefined> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) return;
  const stop = () => void reader.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  let rest = '';
  try {
    if (signal?.aborted) throw signal.reason;
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new BaokuError('network_error', 'The answer broke off', { cause });
      });
      if (signal?.aborted) throw signal.reason;
      if (done) break;
      const lines = (rest + value).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    signal?.removeEventListener('abort', stop);
    await reader.cancel().catch(() => undefined);
  }
}
