/** A question as REST: its address, as a line of curl, and as code that uses the client. Pure. */
import { givenOf, type Question } from './question.js';

/** What an address begins with, with nothing that a shell or a reader would trip over: Chinese stays Chinese. */
export const toReadable = (address: string) =>
  decodeURI(address).replace(/[\s"<>^`{|}\\]/g, (mark) => encodeURIComponent(mark));

export const quoteForShell = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * A line of curl for a whole address; values with more than plain characters are encoded by curl itself. With `isKeyed` it sends a key
 * that it takes from the environment.
 */
export function toCurl(address: string, isKeyed = false): string {
  const { origin, pathname, searchParams } = new URL(address);
  const pairs = [...searchParams].map(([name, value]) =>
    /^[\w.,+:/-]*$/.test(value) && !value.includes('+')
      ? `-d ${name}=${value}`
      : `--data-urlencode ${quoteForShell(`${name}=${value}`)}`,
  );
  const target = `${pairs.length === 0 ? 'curl' : 'curl -G'} ${quoteForShell(origin + pathname)}`;
  return [target, ...(isKeyed ? ['-H "Authorization: Bearer $KEY"'] : []), ...pairs].join(' \\\n  ');
}

/** A program that asks with the typed client; with `isKeyed` by a key that it takes from the environment. */
export function toClientCode({ name, input }: Question, origin: string, isKeyed = false): string {
  const options = isKeyed ? `{ url: ${writeLiteral(origin)}, key: process.env.KEY }` : writeLiteral(origin);
  return [
    `import { createClient } from 'baoku/client';`,
    '',
    `const client = createClient(${options});`,
    `const answer = await client.${name}(${writeInput(input)});`,
  ].join('\n');
}

/** What an operation is given, on one line where it fits. */
export function writeInput(
  input: object,
  write: (name: string, value: unknown) => string = (_, value) => writeLiteral(value),
) {
  const pairs = givenOf(input).map(([name, value]) => `${name}: ${write(name, value)}`);
  const line = pairs.length === 0 ? '' : `{ ${pairs.join(', ')} }`;
  return line.length <= 72 ? line : `{\n${pairs.map((pair) => `  ${pair},\n`).join('')}}`;
}

/** A value as a program holds it. */
export function writeLiteral(value: unknown): string {
  if (typeof value === 'string')
    return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  if (Array.isArray(value)) return `[${value.map(writeLiteral).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${givenOf(value)
    .map(([name, each]) => `${name}: ${writeLiteral(each)}`)
    .join(', ')} }`;
}
