/** Request ids, and one log line a request; what a client may have put into its address by mistake stays out of it. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

const WELL_FORMED = /^[\w.:+/=-]{1,64}$/;

/** Characters of an id: 120 random bits. */
const ID_LENGTH = 20;
/** Ids that are drawn at once, for a tenth of what each would cost by itself. */
const DRAWN = 256;
let drawn = '';
let taken = 0;

/** A new id, of the characters of base64url. */
export function createRequestId(): string {
  if (taken === drawn.length) {
    drawn = randomBytes((DRAWN * ID_LENGTH * 3) / 4).toString('base64url');
    taken = 0;
  }
  taken += ID_LENGTH;
  return drawn.slice(taken - ID_LENGTH, taken);
}

/** The id that the client gave with X-Request-Id when it is well-formed, otherwise a new one. */
export function identifyRequest(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && WELL_FORMED.test(given) ? given : createRequestId();
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
