/**
 * A peer, run as a process of its own: Fastify sending the very bytes Baoku answered, with the same headers, from memory, or
 * 304 to whoever has their tag. `bare.ts <answers.json> <port>`
 */
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

const [file = '', port] = process.argv.slice(2);
interface Answer {
  body: string;
  headers: Record<string, string>;
  /** Of the 304. */
  validation: Record<string, string>;
}
const answers = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Answer>;
const kept = new Map(
  Object.entries(answers).map(([path, { body, ...answer }]) => [path, { body: Buffer.from(body), ...answer }]),
);

const server = Fastify();
server.get('/*', (request, reply) => {
  const answer = kept.get(request.url);
  if (answer === undefined) reply.code(404).send();
  else if (request.headers['if-none-match'] === answer.headers.etag) reply.code(304).headers(answer.validation).send();
  else reply.headers(answer.headers).send(answer.body);
});
await server.listen({ port: Number(port), host: '127.0.0.1' });
