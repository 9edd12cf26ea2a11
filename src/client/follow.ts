/** The stream of changes (server-sent events), over as many connections as it takes. */
import type { ChangeEntry } from '../domain/change-entry.js';
import { BaokuError } from './errors.js';
import { type CallOptions, sleep, type Transport } from './transport.js';

/** Between two connections, in milliseconds: what the server says with `retry`, or else this. */
const PAUSE = 3_000;

interface FollowInput {
  since?: string | undefined;
  section?: string | undefined;
}

export async function* followChanges(
  transport: Transport,
  { since, section }: FollowInput = {},
  call: CallOptions = {},
): AsyncGenerator<ChangeEntry & { token: string }, void, undefined> {
  let reached = since;
  let pause = PAUSE;
  for (;;) {
    const query = [
      reached !== undefined && `since=${encodeURIComponent(reached)}`,
      section !== undefined && `section=${encodeURIComponent(section)}`,
    ].filter((pair) => pair !== false);
    const path = query.length === 0 ? '/v1/changes/stream' : `/v1/changes/stream?${query.join('&')}`;
    try {
      const request = { method: 'GET', path, headers: { accept: 'text/event-stream' } };
      const { lines } = await transport.openLines(request, call);
      for await (const { event, id, data, retry } of readEvents(lines)) {
        if (retry !== undefined) pause = retry;
        if (event === 'expired')
          throw new BaokuError('changes_expired', (JSON.parse(data) as { message: string }).message);
        if (event === 'change') {
          reached = id;
          yield { ...(JSON.parse(data) as ChangeEntry), token: id };
        }
      }
    } catch (error) {
      if (!(error instanceof BaokuError) || error.code !== 'network_error') throw error;
    }
    await sleep(pause, call.signal);
  }
}

interface StreamEvent {
  event: string;
  id: string;
  data: string;
  retry: number | undefined;
}

/** The events in lines of text/event-stream; comments are none. */
async function* readEvents(lines: AsyncIterable<string>): AsyncGenerator<StreamEvent, void, undefined> {
  let fields: Record<string, string> = {};
  for await (const line of lines) {
    if (line === '') {
      const { event = 'message', id = '', data = '', retry } = fields;
      yield { event, id, data, retry: retry === undefined ? undefined : Number(retry) };
      fields = {};
      continue;
    }
    const [, name, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) fields[name] = value;
  }
}
