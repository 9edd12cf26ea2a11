/** Bodies: JSON checked by the schema of its route, and what is said of one that does not fit. */
import type * as z from 'zod';
import { ArchiveError } from '../domain/errors.js';

/** Makes the check for the body of a route. It gives its value, or the {@link ArchiveError} that names the first bad field. */
export function compileBody<T extends z.ZodType>(
  schema: T,
): (body: unknown) => { value: z.output<T> } | { error: ArchiveError } {
  return (body) => {
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
