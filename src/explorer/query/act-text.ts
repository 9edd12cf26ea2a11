/** An act as REST, as a line of curl, and as code that uses the client. The key stays out of all of them. Pure. */
import { toRequest } from '../../client/client.js';
import { operations } from '../../client/operations.js';
import { type Act, optionsOf } from './act.js';
import { quoteForShell, toReadable, writeInput, writeLiteral } from './rest.js';

/** What stands for the bytes of a page: the file they came from, or one they could be in. */
function nameFile(body: unknown): string {
  return body instanceof File ? body.name : 'page.html';
}

const headersOf = ({ name }: Act) => optionsOf[name]?.headers ?? {};
const requestOf = ({ name, input }: Act) => toRequest(operations[name], input as Record<string, unknown>);

/** Method, address and headers, and the body or what stands for it. */
export function toActRest(act: Act, origin: string): string {
  const { method, path, body, raw, type } = requestOf(act);
  const lines = [
    `${method} ${toReadable(origin + path)}`,
    'authorization: Bearer <key>',
    ...Object.entries(headersOf(act)).map(([name, value]) => `${name}: ${value}`),
  ];
  if (body !== undefined) lines.push('content-type: application/json', '', JSON.stringify(body, null, 2));
  if (raw !== undefined) lines.push(`content-type: ${type}`, '', `<${nameFile(raw)}>`);
  return lines.join('\n');
}

/** A line of curl: the key comes from the environment, a page from its file. */
export function toActCurl(act: Act, origin: string): string {
  const { method, path, body, raw, type } = requestOf(act);
  const parts = [
    `curl -X ${method} ${quoteForShell(origin + path)}`,
    '-H "Authorization: Bearer $KEY"',
    ...Object.entries(headersOf(act)).map(([name, value]) => `-H ${quoteForShell(`${name}: ${value}`)}`),
  ];
  if (body !== undefined)
    parts.push(`-H 'Content-Type: application/json'`, `-d ${quoteForShell(JSON.stringify(body))}`);
  if (raw !== undefined) {
    parts.push(`-H 'Content-Type: ${type}'`, `--data-binary ${quoteForShell(`@${nameFile(raw)}`)}`);
  }
  return parts.join(' \\\n  ');
}

/** A program that does it with the typed client. */
export function toActCode(act: Act, origin: string): string {
  const { raw } = requestOf(act);
  const file = raw === undefined ? [] : [`import { readFile } from 'node:fs/promises';`];
  const headers = Object.entries(headersOf(act));
  const given = writeInput(act.input, (name, value) =>
    name === 'body' && raw !== undefined ? `await readFile(${writeLiteral(nameFile(raw))})` : writeLiteral(value),
  );
  const call =
    headers.length === 0
      ? `const answer = await client.${act.name}(${given});`
      : `const { value: answer } = await client.${act.name}(${given}, ${writeLiteral({ headers: headersOf(act) })}).next();`;
  return [
    ...file,
    `import { createClient } from 'baoku/client';`,
    '',
    `const client = createClient({ url: ${writeLiteral(origin)}, key: process.env.KEY });`,
    call,
  ].join('\n');
}
