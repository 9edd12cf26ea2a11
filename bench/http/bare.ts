/** A peer, run as a process of its own: Fastify sending the very bytes Baoku answered, from memory. `bare.ts <answers.json> <port>` */
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

const [file = '', port] = process.argv.slice(2);
const answers = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
const bodies = new Map(Object.entries(answers).map(([path, body]) => [path, Buffer.from(body)]));

const server = Fastify();
server.get('/*', (request, reply) => {
  reply.header('content-type', 'application/json; charset=utf-8').send(bodies.get(request.url));
});
await server.listen({ port: Number(port), host: '127.0.0.1' });
