/** Acts: what the desk has the API do, as data, so that it can be carried out, shown and copied. Types and little else. */
import type { CallOptions, Client } from '../../client/index.js';

/** The operations of the API that change something, and the preview of a page, which is sent like one. */
export type ActName =
  | 'previewPage'
  | 'createPage'
  | 'importPages'
  | 'cancelJob'
  | 'addQuote'
  | 'correctQuote'
  | 'rejectQuote'
  | 'addStatistic'
  | 'correctStatistic'
  | 'rejectStatistic'
  | 'createKey'
  | 'rotateKey'
  | 'revokeKey'
  | 'createWebhook'
  | 'removeWebhook'
  | 'rotateWebhook'
  | 'pauseWebhook'
  | 'resumeWebhook'
  | 'testWebhook'
  | 'replayWebhook';

export type ActInput<N extends ActName> = NonNullable<Parameters<Client[N]>[0]>;
export type Outcome<N extends ActName> = Awaited<ReturnType<Client[N]>>;

/** An operation and what it is given. */
export interface Act<N extends ActName = ActName> {
  name: N;
  input: ActInput<N>;
}

/** Plans an act; it is not carried out yet. */
export const act = <N extends ActName>(name: N, input: ActInput<N>): Act<N> => ({ name, input });

const HOUR = 3_600_000;

/** How acts are sent that are not sent as the others are: an import goes on in the server when it has all of the file. */
export const optionsOf: Partial<Record<ActName, CallOptions>> = {
  importPages: { headers: { prefer: 'respond-async' }, timeoutMs: HOUR },
};
