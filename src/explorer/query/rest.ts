/** A question as REST: its address, as a line of curl, and as code that uses the client. Pure. */
import { givenOf, type Question } from './question.js';

/** What an address begins with, with nothing that a shell or a reader would trip over: Chinese stays Chinese. */
export const toReadable = (address: string) =>
  decodeURI(address).replace(/[\s"<>^`{|}\\]/g, (mark) => encodeURIComponent(mark));

const quoteForShell = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A line of curl for a whole address; values with more than plain characters are encoded by curl itself. */
export function toCurl(address: string): string {
  const { origin, pathname, searchParams } = new URL(address);
  const pairs = [...searchParams].map(([name, value]) =>
    /^[\w.,+:/-]*$/.test(value) && !value.includes('+')
      ? `-d ${name}=${value}`
      : `--data-urlencode ${quoteForShell(`${name}=${value}`)}`,
  );
  const target = quoteForShell(origin + pathname);
  return pairs.length === 0 ? `curl ${target}` : ['curl -G', target, ...pairs].join(' \\\n  ').replace(' \\\n  ', ' ');
}

/** A program that asks with the typed client. */
export function toClientCode({ name, input }: Question, origin: string): string {
  const pairs = givenOf(input).map(([key, value]) => `${key}: ${writeLiteral(value)}`);
  const line = pairs.length === 0 ? '' : `{ ${pairs.join(', ')} }`;
  const given = line.length <= 72 ? line : `{\n${pairs.map((pair) => `  ${pair},\n`).join('')}}`;
  return [
    `import { createClient } from 'baoku/client';`,
    '',
    `const client = createClient(${writeLiteral(origin)});`,
    `const answer = await client.${name}(${given});`,
  ].join('\n');
}

function writeLiteral(value: unknown): string {
  if (typeof value === 'string')
    return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(writeLiteral).join(', ')}]`;
  return String(value);
}
