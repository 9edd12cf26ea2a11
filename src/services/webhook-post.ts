/** One attempt at one message: signed, posted to an address that was checked, and what was answered. It decides nothing. */
import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { tell, type Work } from '../store/work.js';
import type { Networks } from './networks.js';

/** What came of an attempt. `status` is null where nothing was answered, `error` where it arrived. */
export interface PostResult {
  status: number | null;
  error: string | null;
  /** Seconds after which the receiver asks to be tried again. */
  retryAfter: number | null;
}

export interface PostOptions {
  networks: Networks;
  version: string;
  /** For the whole attempt, in milliseconds. */
  timeoutMs: number;
}

/** Characters of an answer that are kept to say what went wrong. */
const EXCERPT = 300;

/** The headers of Standard Webhooks: the id of the message, the time of the attempt, and a signature for each secret. */
export function signMessage(
  { id, payload }: { id: string; payload: string },
  secrets: readonly string[],
  at: number,
): Record<string, string> {
  const timestamp = String(Math.floor(at / 1000));
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${payload}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}

/**
 * Posts a message. The name of the receiver is looked up once, every address it has is checked, and the connection goes to one
 * of those: a name that points elsewhere a moment later gains nothing. Redirects are answers like any other. Never throws.
 */
export async function postMessage(
  url: string,
  payload: string,
  headers: Record<string, string>,
  options: PostOptions,
): Promise<PostResult> {
  // The address is often a secret, and its host is none.
  const attributes: Work['attributes'] = { 'http.request.method': 'POST', 'server.address': new URL(url).hostname };
  const sent = { ...headers };
  return tell({ name: 'POST webhook', attributes, headers: sent }, async () => {
    const result = await send(url, payload, sent, options);
    if (result.status === null) attributes['error.type'] = 'unreachable';
    else attributes['http.response.status_code'] = result.status;
    return result;
  });
}

async function send(
  url: string,
  payload: string,
  headers: Record<string, string>,
  { networks, version, timeoutMs }: PostOptions,
): Promise<PostResult> {
  const fail = (error: string): PostResult => ({ status: null, error, retryAfter: null });
  const { protocol, hostname } = new URL(url);
  const secure = protocol === 'https:';
  const host = hostname.replace(/^\[|\]$/g, '');
  // Only names are looked up.
  if (isIP(host) !== 0 && !networks.mayCall(host, { secure })) return fail(refusal(host, secure));
  return new Promise((resolve) => {
    const request = (secure ? https : http).request(url, {
      method: 'POST',
      // A connection for each message, so that none outlives the check of its address.
      agent: false,
      lookup: createLookup(networks, secure),
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(payload),
        'user-agent': `Baoku/${version}`,
        ...headers,
      },
    });
    request.on('error', (error) =>
      resolve(
        fail(
          error.name === 'TimeoutError' || error.name === 'AbortError' ? `no answer in ${timeoutMs} ms` : error.message,
        ),
      ),
    );
    request.on('response', (response) => {
      const status = response.statusCode ?? 0;
      const seconds = Number(response.headers['retry-after']);
      const retryAfter = Number.isFinite(seconds) && seconds > 0 ? seconds : null;
      let text = '';
      const finish = () => {
        const isAccepted = status >= 200 && status < 300;
        const error = isAccepted ? null : `${status} ${text.replace(/\s+/g, ' ').slice(0, EXCERPT)}`.trim();
        resolve({ status, error, retryAfter });
        request.destroy();
      };
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        text += chunk;
        if (text.length > EXCERPT) finish();
      });
      response.on('end', finish);
      response.on('error', finish);
    });
    request.end(payload);
  });
}

const refusal = (address: string, secure: boolean) =>
  secure
    ? `${address} is not a public address; BAOKU_WEBHOOK_NETWORKS can allow it`
    : `http: is not allowed to ${address}; BAOKU_WEBHOOK_NETWORKS can allow it`;

/** Looks a name up, and gives its addresses only if all of them may be called. */
function createLookup(networks: Networks, secure: boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { all: true, family: options.family ?? 0 }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      const refused = addresses.find(({ address }) => !networks.mayCall(address, { secure }));
      const [first] = addresses;
      if (refused !== undefined || first === undefined) {
        return callback(new Error(refusal(refused?.address ?? hostname, secure)), '', 0);
      }
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
