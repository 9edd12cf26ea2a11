/** Arguments: what GraphQL's types leave unchecked, checked by the schemas that REST uses; and which page they ask for. */
import type * as z from 'zod';
import { turnCursor } from '../domain/cursor.js';
import { ArchiveError } from '../domain/errors.js';
import { limits, pageParameters } from '../domain/query.js';

export type Given = Readonly<Record<string, unknown>>;

/** Arguments that were given: null says no more than none. */
export function omitNull(given: Given): Record<string, unknown> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

/** Checks arguments. Throws `invalid_parameter` for the first bad one. */
export function checkArguments<T extends z.ZodObject>(schema: T, given: Given): z.output<T> {
  const result = schema.safeParse(omitNull(given));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const name = String(issue?.path[0] ?? '');
  throw refuse(
    name,
    `${name} ${issue?.code === 'custom' ? issue.message : `cannot be ${JSON.stringify(given[name])}`}`,
  );
}

/** Which rows of a list a connection gives. */
export interface PageArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

/** Reads which page is asked for: `first` rows `after` a cursor, or the `last` ones `before` one. Throws `invalid_parameter`. */
export function readPaging({ first, after, last, before }: PageArguments): {
  limit: number;
  cursor?: string;
  fromEnd?: boolean;
} {
  const isBackward = (last ?? null) !== null || ((before ?? null) !== null && (first ?? null) === null);
  if (isBackward && ((first ?? null) !== null || (after ?? null) !== null)) {
    throw refuse('last', 'first and after do not go with last and before', 'Give first and after, or last and before.');
  }
  if (!isBackward && (before ?? null) !== null) {
    throw refuse('before', 'before does not go with first', 'Give last and before to read backwards.');
  }
  const [name, size, cursor] = isBackward ? (['last', last, before] as const) : (['first', first, after] as const);
  const { data: limit } = pageParameters.shape.limit.safeParse(size ?? undefined);
  if (limit === undefined) throw refuse(name, `${name} must be from 1 to ${limits.page.max}, not ${size}`);
  if (cursor === null || cursor === undefined) return isBackward ? { limit, fromEnd: true } : { limit };
  return { limit, cursor: turnCursor(cursor, isBackward ? 'before' : 'after') };
}

/** The error for an argument that cannot be used. */
export function refuse(parameter: string, message: string, suggestion?: string): ArchiveError {
  return new ArchiveError('invalid_parameter', message, { parameter, ...(suggestion !== undefined && { suggestion }) });
}
