/** Request ids, and one log line a request; what a client may have put into its address by mistake stays out of it. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

const WELL_FORMED = /^[\w.:+/=-]{1,64}$/;

/** The id that the client gave with X-Request-Id when it is well-formed, otherwise a new one. */
export function identifyRequest(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : randomUUID();
}

/** An address for the log: values of parameters that sound like secrets are left out. */
export function redactAddress(address: string): string {
  if (!address.includes('?')) return address;
  return address.replace(/([?&][^=&]*(?:key|token|secret|password|auth|sig)[^=&]*=)[^&]*/gi, '$1[redacted]');
}

/** Logs a request once, when it is done. */
export class RequestLog extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const line = {
      method: request.method,
      url: redactAddress(request.url),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 100) / 100,
    };
    if (error) request.log.error({ ...line, err: error }, 'request broke off');
    else request.log.info(line, 'request');
  }
}
