/** An act as a GraphQL operation: fields have the names of the operations of the API. Pure. */
import type { Act, ActName } from './act.js';
import { layOutQuery } from './layout.js';

const WARNED =
  'warnings { code message } article { id title quotes { id text speaker } statistics { id text measure } }';
const QUOTE = 'id text speaker role organization kind rule';
const STATISTIC = 'id text measure value unit normalizedValue normalizedUnit basis rule';
const ARTICLE = 'id revision';
const KEY = 'id name scopes sections sources createdAt expiresAt revokedAt';
const WEBHOOK = 'id url events sections sources pausedAt pauseReason failingSince';

/** What is selected of each answer; null: GraphQL has no such operation. */
const selections: Record<ActName, string | null> = {
  previewPage: WARNED,
  createPage: `outcome ${WARNED}`,
  importPages: null,
  cancelJob: 'id state counts { created updated unchanged failed skipped }',
  addQuote: QUOTE,
  correctQuote: QUOTE,
  rejectQuote: ARTICLE,
  addStatistic: STATISTIC,
  correctStatistic: STATISTIC,
  rejectStatistic: ARTICLE,
  createKey: `secret key { ${KEY} }`,
  rotateKey: `secret key { ${KEY} }`,
  revokeKey: KEY,
  createWebhook: `secret webhook { ${WEBHOOK} }`,
  removeWebhook: WEBHOOK,
  rotateWebhook: `secret webhook { ${WEBHOOK} }`,
  pauseWebhook: WEBHOOK,
  resumeWebhook: WEBHOOK,
  testWebhook: 'id status attempts responseStatus error',
  replayWebhook: 'count',
};

/** Fields whose values are names and not texts; a name has no dots. */
const enums = new Set(['kind', 'basis', 'scopes', 'events']);

function writeValue(value: unknown, isName = false): string {
  if (Array.isArray(value)) return `[${value.map((each) => writeValue(each, isName)).join(', ')}]`;
  if (typeof value === 'string' && isName) return value.replaceAll('.', '_');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{ ${pairs.map(([name, each]) => `${name}: ${writeValue(each, enums.has(name))}`).join(', ')} }`;
}

/** The operation of an act; bytes of a page are its text there. */
export function toActGraphql({ name, input }: Act): string | null {
  const selection = selections[name];
  if (selection === null) return null;
  const { body, ...others } = input as Record<string, unknown>;
  // A page is one value there, with what is known of it from outside.
  const isPage = name === 'previewPage' || name === 'createPage';
  const given = isPage
    ? { input: { content: typeof body === 'string' ? body : '…', ...others } }
    : { ...others, ...(body !== undefined && { input: body }) };
  const values = Object.entries(given).map(([parameter, value]) => `${parameter}: ${writeValue(value)}`);
  const query = layOutQuery(`${name}(${values.join(', ')}) { ${selection} }`);
  return name === 'previewPage' ? query : `mutation ${query}`;
}
