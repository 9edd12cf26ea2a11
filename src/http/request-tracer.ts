/** How requests are traced, for whoever does it: a server without one traces none. */
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface RequestTracer {
  /** Calls what answers a request, and ends its span when the answer has ended. */
  begin(request: IncomingMessage, response: ServerResponse, answer: () => void): void;
  /** Says which route a request goes to; addresses are no names, since each would be one of its own. */
  nameRoute(request: IncomingMessage, route: string): void;
  /** The id of the trace that a request is part of; undefined: none. */
  findTraceId(request: IncomingMessage): string | undefined;
}
