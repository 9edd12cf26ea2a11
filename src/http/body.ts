/** Bodies: which kinds are taken and how long, JSON checked by the schema of its route, and what is said of one that does not fit. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { ArchiveError } from '../domain/errors.js';

/** Makes the check for the body of a route. It gives its value, or the {@link ArchiveError} that names the first bad field. */
export function compileBody<T extends z.ZodType>(
  schema: T,
): (body: unknown) => { value: z.output<T> } | { error: ArchiveError } {
  return (body) => {
    // Bytes and streams are what their routes ask for.
    if (Buffer.isBuffer(body) || body instanceof Readable) return { value: body as z.output<T> };
    const result = schema.safeParse(body);
    if (result.success) return { value: result.data };
    const [issue] = result.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const field = [...(issue?.path ?? []), ...(unknown === undefined ? [] : [unknown])].map(String).join('.');
    const reason = unknown === undefined ? (issue?.message ?? 'it cannot be used') : 'There is no such field here';
    return {
      error: new ArchiveError('invalid_body', field === '' ? `The body: ${reason}` : `The field ${field}: ${reason}`, {
        ...(field !== '' && { parameter: field }),
      }),
    };
  };
}

/** Reads JSON as it is written, and what is no JSON as bytes. */
export function takeBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/merge-patch+json', { parseAs: 'string' }, parseJson);
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
}

/** Throws `unsupported_media_type` for a body that is of none of the types; before any of it is read. */
export function checkMediaType({ headers }: FastifyRequest, types: readonly string[] = ['application/json']): void {
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (types.includes(type) || types.includes('*/*')) return;
  if (type === '' && types.includes('application/octet-stream')) return;
  throw new ArchiveError('unsupported_media_type', `A body of ${type || 'no named type'} is not taken here`, {
    suggestion: `Send ${types.join(' or ')} as Content-Type.`,
  });
}

/**
 * Lets no more than so many bytes of a body through. Throws `request_too_large`: at once for one whose length says so, and
 * otherwise when it gets there.
 */
export function limitBytes(body: Readable, length: string | undefined, most: number): Readable {
  if (Number(length) > most) throw tooLarge(most);
  return length === undefined ? Readable.from(passBytes(body, most)) : body;
}

async function* passBytes(body: Readable, most: number): AsyncGenerator<Uint8Array> {
  let sum = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    sum += chunk.length;
    if (sum > most) throw tooLarge(most);
    yield chunk;
  }
}

const tooLarge = (most: number) =>
  new ArchiveError('request_too_large', `A body has at most ${most} bytes here`, { suggestion: 'Send it in parts.' });
