/**
 * A peer, run as a process of its own: Fastify sending the very bytes Baoku answered, from memory, or 304 to whoever has their
 * tag. `bare.ts <answers.json> <port>`
 */
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

const [file = '', port] = process.argv.slice(2);
const answers = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { body: string; etag: string }>;
const kept = new Map(
  Object.entries(answers).map(([path, { body, etag }]) => [path, { body: Buffer.from(body), etag }]),
);

const server = Fastify();
server.get('/*', (request, reply) => {
  const answer = kept.get(request.url);
  const held = request.headers['if-none-match'];
  if (answer !== undefined && held === answer.etag) reply.code(304).header('etag', held).send();
  else reply.header('content-type', 'application/json; charset=utf-8').send(answer?.body);
});
await server.listen({ port: Number(port), host: '127.0.0.1' });
