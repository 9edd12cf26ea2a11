/** Bodies that do not arrive: a request whose body takes too long is cut, unless its route takes a stream. */
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Cuts requests whose body has not arrived after `milliseconds`; `refuse` tells the client and ends the connection. */
export function limitSlowBodies(app: FastifyInstance, milliseconds: number, refuse: (socket: Socket) => void): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { raw } = request;
    const hasBody = raw.headers['transfer-encoding'] !== undefined || Number(raw.headers['content-length']) > 0;
    if (!hasBody || request.routeOptions.config.takesStream) return done();
    const timer = setTimeout(() => {
      if (raw.complete) return;
      if (reply.raw.headersSent) raw.destroy();
      else refuse(raw.socket);
    }, milliseconds);
    for (const event of ['end', 'close']) raw.once(event, () => clearTimeout(timer));
    done();
  });
}
