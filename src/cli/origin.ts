/** The origin of a mirror, asked over HTTP with `baoku/client`. */
import { BaokuError, createClient } from '../client/index.js';
import { ArchiveError, errorCodes } from '../domain/errors.js';
import type { Origin } from '../services/mirror.js';

export interface OriginOptions {
  url: string;
  key: string;
  /** Who asks, for the log of the origin. */
  userAgent: string;
  signal: AbortSignal;
}

/** Where changes are heard of at once. */
export interface HearingOrigin extends Origin {
  /** Waits until something changed behind a token, or for so long. */
  waitForChange(since: string, ms: number): Promise<void>;
}

/** Tries of a request that failed in passing: a mirror is in no hurry. */
const RETRIES = 6;

/** Makes an origin. What it throws has the code of the API; `unavailable` where no answer came. */
export function createOrigin({ url, key, userAgent, signal }: OriginOptions): HearingOrigin {
  const headers = { 'user-agent': userAgent };
  const client = createClient({ url, headers, retries: RETRIES, ...(key !== '' && { key }) });
  const include = ['article', 'quotes', 'statistics', 'order'] as const;
  return {
    url,
    listArchives: () => translate(client.listArchives({}, { signal })),
    openFile: async (name) => toIterable(await translate(client.downloadArchive({ name }, { signal }))),
    listChanges: (since) => translate(client.listChanges({ since, limit: 100, include: [...include] }, { signal })),
    async waitForChange(since, ms) {
      const enough = AbortSignal.any([signal, AbortSignal.timeout(ms)]);
      try {
        for await (const _ of client.followChanges({ since }, { signal: enough })) return;
      } catch (error) {
        if (!enough.aborted) throw toArchiveError(error);
      }
    },
  };
}

const translate = <T>(call: Promise<T>): Promise<T> =>
  call.catch((error: unknown) => {
    throw toArchiveError(error);
  });

function toArchiveError(error: unknown): unknown {
  if (!(error instanceof BaokuError)) return error;
  const { code, message, suggestion } = error;
  const isKnown = code in errorCodes && code !== 'internal';
  return new ArchiveError(isKnown ? (code as keyof typeof errorCodes) : 'unavailable', `The origin: ${message}`, {
    ...(suggestion !== undefined && { suggestion }),
    cause: error,
  });
}

/** The bytes of an answer; one that breaks off is `unavailable`. */
async function* toIterable(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new ArchiveError('unavailable', 'The origin broke off in the middle of a file', { cause });
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
