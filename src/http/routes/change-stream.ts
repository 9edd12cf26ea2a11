/**
 * `/v1/changes/stream`: the change log as server-sent events. Each client walks the log at its own speed, so that a slow one
 * costs a connection and no memory.
 */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { type ChangePosition, checkChangePosition, formatChangeToken, parseChangeToken } from '../../domain/change.js';
import { ArchiveError } from '../../domain/errors.js';
import { articleFilter } from '../../domain/query.js';
import { SNAPSHOT } from '../problem.js';
import type { RouteContext } from '../route.js';
import { renderChange, since } from './changes.js';

export interface StreamOptions {
  /** Clients that may listen at the same time. */
  maxClients: number;
  /** Between two looks for changes, in milliseconds. */
  pollMs: number;
  /** Without any change, between two comments that keep the connection open, in milliseconds. */
  heartbeatMs: number;
}

/** What the stream does when nothing asks for other. */
export const defaultStreamOptions: StreamOptions = { maxClients: 100, pollMs: 500, heartbeatMs: 15_000 };

const PAGE = 100;

/** Adds the stream to `app`; closing it ends all streams. */
export function registerChangeStream(
  app: FastifyInstance,
  { read, origin, maxClients, pollMs, heartbeatMs }: RouteContext & StreamOptions,
): void {
  const clients = new Set<ServerResponse>();
  app.addHook('preClose', (done) => {
    for (const client of clients) client.end();
    done();
  });

  const query = z.object({ since: since.optional(), section: articleFilter.shape.section });
  app.get<{ Querystring: z.output<typeof query> }>(
    '/v1/changes/stream',
    { schema: { hide: true, querystring: query }, exposeHeadRoute: false },
    async (request, reply) => {
      if (clients.size >= maxClients)
        throw new ArchiveError('unavailable', 'As many clients listen as the server takes');
      const { section } = request.query;
      const state = await read.getState();
      const lastId = request.headers['last-event-id'];
      const asked = typeof lastId === 'string' ? (parseChangeToken(lastId) ?? { seq: -1 }) : request.query.since;
      // Before the stream begins, while a section that is not there can still be refused.
      await read.listChanges(state.seq, { limit: 1, section });

      const response = reply.raw;
      const nameEvent = (seq: number) => formatChangeToken({ archiveId: state.archiveId, seq });
      const send = async (event: string, seq: number, data: unknown) => {
        const text = `event: ${event}\nid: ${nameEvent(seq)}\ndata: ${JSON.stringify(data)}\n\n`;
        if (!response.write(text)) await once(response, 'drain', { signal: ended.signal });
      };
      const ended = new AbortController();
      response.once('close', () => {
        clients.delete(response);
        ended.abort();
      });
      clients.add(response);
      reply.hijack();
      response.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // nginx would otherwise collect events before it passes them on.
        'x-accel-buffering': 'no',
      });
      response.write('retry: 3000\n\n');

      const walk = async () => {
        let seq = asked?.seq ?? state.seq;
        const expired = asked && findExpiry(asked, state);
        if (expired !== undefined) {
          seq = state.seq;
          await send('expired', seq, { message: expired.message, snapshot: `${origin}/v1/${SNAPSHOT}` });
        }
        let lastSign = Date.now();
        while (!ended.signal.aborted && !response.writableEnded) {
          const current = await read.getState();
          if (current.seq > seq) {
            const { changes, end } = await read.listChanges(seq, { limit: PAGE, section });
            for (const change of changes) await send('change', change.seq, renderChange(change, state.timeZone));
            seq = end;
            if (changes.length > 0) lastSign = Date.now();
            if (current.seq > seq) continue;
          }
          if (Date.now() - lastSign >= heartbeatMs) {
            response.write(': still here\n\n');
            lastSign = Date.now();
          }
          await sleep(pollMs, ended.signal);
        }
      };
      walk().catch((error: unknown) => {
        if (!ended.signal.aborted) request.log.error({ err: error }, 'the stream of changes broke off');
        response.end();
      });
      return reply;
    },
  );
}

/** Why the log cannot be read on from a position, if it cannot. */
function findExpiry(position: ChangePosition, state: Parameters<typeof checkChangePosition>[1]): Error | undefined {
  try {
    checkChangePosition(position, state);
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** Waits, or less when the signal comes first. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const stop = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
