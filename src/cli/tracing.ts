/** Tracing with OpenTelemetry, as the standard OTEL_* variables say. Its packages are loaded by servers that trace, and by no others. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Span } from '@opentelemetry/api';
import type { RequestTracer } from '../http/request-tracer.js';
import { type Work, workChannel } from '../store/work.js';

export interface Tracing {
  requests: RequestTracer;
  /** Sends what is left, and ends. */
  stop(): Promise<void>;
}

/** Starts to trace. What is sent where is read from the environment by the packages themselves; headers among it are secret. */
export async function startTracing(
  version: string,
  warn: (message: string, details: object) => void,
): Promise<Tracing> {
  const { context, diag, DiagLogLevel, propagation, SpanKind, SpanStatusCode, trace } = await import(
    '@opentelemetry/api'
  );
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node');
  const { defaultResource, detectResources, envDetector, resourceFromAttributes } = await import(
    '@opentelemetry/resources'
  );
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');

  const say = (message: string) => warn('tracing', { detail: message.slice(0, 300) });
  const silent = () => {};
  diag.setLogger({ error: say, warn: say, info: silent, debug: silent, verbose: silent }, DiagLogLevel.WARN);
  const own = resourceFromAttributes({ 'service.name': 'baoku', 'service.version': version });
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(own)
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  const tracer = trace.getTracer('baoku', version);
  const fail = (span: Span, error: unknown) => {
    const code = (error as { code?: unknown } | undefined)?.code;
    span.setAttribute('error.type', typeof code === 'string' ? code : 'internal');
    span.setStatus({ code: SpanStatusCode.ERROR });
  };

  const spans = new WeakMap<Work, Span>();
  const told = {
    start(work: Work) {
      // What a server does of its own accord, like looking for messages to send, is no part of anything.
      if (!work.headers && trace.getActiveSpan() === undefined) return;
      const kind = work.headers ? SpanKind.CLIENT : SpanKind.INTERNAL;
      const span = tracer.startSpan(work.name, { kind, attributes: work.attributes });
      spans.set(work, span);
      if (work.headers) propagation.inject(trace.setSpan(context.active(), span), work.headers);
    },
    error(work: Work & { error?: unknown }) {
      const span = spans.get(work);
      if (span) fail(span, work.error);
    },
    asyncEnd(work: Work) {
      const span = spans.get(work);
      span?.setAttributes(work.attributes);
      span?.end();
    },
    end: silent,
    asyncStart: silent,
  };
  workChannel.subscribe(told);

  const ofRequests = new WeakMap<IncomingMessage, Span>();
  const requests: RequestTracer = {
    begin(request: IncomingMessage, response: ServerResponse, answer: () => void) {
      const method = request.method ?? '';
      const parent = propagation.extract(context.active(), request.headers);
      const attributes = { 'http.request.method': method, 'url.scheme': 'http' };
      const span = tracer.startSpan(method, { kind: SpanKind.SERVER, attributes }, parent);
      ofRequests.set(request, span);
      response.once('close', () => {
        span.setAttribute('http.response.status_code', response.statusCode);
        if (response.statusCode >= 500 || !response.writableFinished) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      });
      context.with(trace.setSpan(parent, span), answer);
    },
    nameRoute(request, route) {
      ofRequests.get(request)?.setAttribute('http.route', route).updateName(`${request.method} ${route}`);
    },
    findTraceId: (request) => ofRequests.get(request)?.spanContext().traceId,
  };
  return {
    requests,
    async stop() {
      workChannel.unsubscribe(told);
      await provider.shutdown().catch((error: Error) => say(error.message));
      trace.disable();
      context.disable();
      propagation.disable();
      diag.disable();
    },
  };
}
