/** Connections on which nothing was asked yet, or not to the end: nobody waits for an answer there, so they close with the server. */
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Without this, closing `app` waits until such a connection is given up by its client or by a timeout. */
export function closeSilentConnections(app: FastifyInstance): void {
  const silent = new Set<Socket>();
  let isClosing = false;
  app.server.on('connection', (socket) => {
    if (isClosing) return socket.destroy();
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  app.server.on('request', ({ socket }) => silent.delete(socket));
  app.addHook('preClose', (done) => {
    isClosing = true;
    for (const socket of silent) socket.destroy();
    done();
  });
}
