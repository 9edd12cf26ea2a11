/** Parameters as a URL writes them: lists with commas, numbers as digits; and the check that refuses every other one. */
import * as z from 'zod';
import { ArchiveError } from '../domain/errors.js';
import { findNearest } from '../domain/nearest.js';
import { count, type FacetName, indexParameters, limits, pageParameters, sort } from '../domain/query.js';
import { limits as searchLimits } from '../domain/search.js';
import { damaged, type ParsedQuery } from './query-string.js';

/** A whole number in digits; anything else stays text, and fails as such. */
export const readDigits = (value: unknown) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
export const splitAtCommas = (value: unknown) => (typeof value === 'string' ? value.split(',') : value);

/** A parameter that takes several values with commas between them. */
export function commaSeparated<T extends z.ZodType>(item: T, most: number) {
  return z.preprocess(splitAtCommas, z.array(item).min(1).max(most));
}

/** `q`: what is looked for. */
export const searchText = z
  .string()
  .min(1)
  .max(searchLimits.query)
  .meta({
    description: `What to look for, at most ${searchLimits.query} characters; any text will do.`,
    example: '引资',
  });

/** `limit` and `cursor`: what every list that has pages takes. */
export const paging = z.object({
  limit: z
    .preprocess(readDigits, pageParameters.shape.limit)
    .meta({ description: `Rows of a page, at most ${limits.page.max}.`, example: 10 }),
  cursor: pageParameters.shape.cursor,
});

/** `limit`, `cursor` and `sort` of the indexes of people and of organizations. */
export const indexPaging = paging.extend({ sort: indexParameters.shape.sort });

/** `q`, `sort` and `count` beside the pages of a filtered list. */
export const listing = paging.extend({
  q: searchText.optional(),
  sort: z
    .enum([...sort.options, 'relevance'])
    .optional()
    .meta({
      description:
        'Order; - is descending. Default: the date that `date` names, newest first; with q: relevance. With q only relevance, -publishedAt and publishedAt.',
      example: '-publishedAt',
    }),
  count: count.default('none'),
});

/** `minSeq`: what every route that reads the archive takes. */
export const atState = z.object({
  minSeq: z
    .preprocess(
      (value) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value),
      z.int().min(0),
    )
    .optional()
    .meta({
      description:
        'Answer only from this state of the archive or a later one (Baoku-Seq of an answer, seq of a change); otherwise 503 with Retry-After.',
      example: 1,
    }),
});

/** `fields`: which top-level fields to give. */
export function fieldsOf(names: readonly [string, ...string[]], more = '') {
  return commaSeparated(z.enum(names), names.length)
    .optional()
    .meta({
      description: `Only these top-level fields, separated by commas.${more} One of: ${names.join(', ')}.`,
      example: names.slice(0, 2),
    });
}

/** `facets`: what to count the rows of the list by. */
export function facetsOf<N extends FacetName>(names: readonly [N, ...N[]]) {
  return commaSeparated(z.enum(names), names.length)
    .optional()
    .meta({
      description: `Count the rows of the list by these, separated by commas; each ignores the filter of its own name. One of: ${names.join(', ')}.`,
      example: names.slice(0, 2),
    });
}

/** `include`: the children to give with each article. */
export const include = commaSeparated(z.enum(['quotes', 'statistics']), 2)
  .optional()
  .meta({
    description: 'Also give these with each article, separated by commas: quotes, statistics.',
    example: ['quotes', 'statistics'],
  });

/** `ids`: articles by id. */
export const ids = commaSeparated(z.string().min(1).max(200), limits.ids)
  .optional()
  .meta({
    description: `Articles by id or alias, separated by commas, at most ${limits.ids}; given in this order, without those that are not there. Goes only with fields and include.`,
    example: ['5ce9xysawm257s0j', '9y45fgncc4g315v9'],
  });

const quoteValue = (value: unknown) => {
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
};

/** An example as a person would type it into an address. */
const writeExample = (name: string, example: unknown) =>
  `For example: ${name}=${(Array.isArray(example) ? example.join(',') : String(example)).replace(/[%&+#\s]/g, encodeURIComponent)}`;

/** What is wrong with a value, and what to write instead. */
function describeIssue(issue: z.core.$ZodIssue, name: string, value: unknown): { detail: string; suggestion?: string } {
  switch (issue.code) {
    case 'invalid_value': {
      const given = issue.path.length > 1 ? (splitAtCommas(value) as unknown[])[Number(issue.path[1])] : value;
      const values = issue.values.map(String);
      const nearest = findNearest(String(given), values);
      return {
        detail: `${name} does not take ${quoteValue(given)}`,
        suggestion: nearest === undefined ? `It takes ${values.join(', ')}.` : `Did you mean "${nearest}"?`,
      };
    }
    case 'too_small':
      if (issue.origin === 'string') return { detail: `${name} has an empty value` };
      return { detail: `${name} must be at least ${issue.minimum}, not ${quoteValue(value)}` };
    case 'too_big':
      if (issue.origin === 'array') return { detail: `${name} takes at most ${issue.maximum} values` };
      if (issue.origin === 'string') return { detail: `${name} is longer than ${issue.maximum} characters` };
      return { detail: `${name} must be at most ${issue.maximum}, not ${quoteValue(value)}` };
    case 'invalid_type':
      if (value === undefined) return { detail: `${name} is missing` };
      return { detail: `${name} must be a whole number, not ${quoteValue(value)}` };
    case 'custom':
      return { detail: `${name} ${issue.message}, not ${quoteValue(value)}` };
    default:
      return { detail: `${name} cannot be ${quoteValue(value)}` };
  }
}

/** The example of a parameter, also when the schema that carries it is wrapped in others. */
function readExample(schema: z.core.$ZodType | undefined): unknown {
  let current = schema;
  while (current !== undefined) {
    const example = z.globalRegistry.get(current)?.example;
    if (example !== undefined) return example;
    current = (current._zod.def as { innerType?: z.core.$ZodType }).innerType;
  }
  return undefined;
}

const refuse = (detail: string, parameter: string, suggestion?: string) =>
  new ArchiveError('invalid_parameter', detail, { parameter, ...(suggestion !== undefined && { suggestion }) });

/**
 * Makes the check for the parameters of a route. It gives their values, or the {@link ArchiveError} that says what is
 * wrong with the first bad one. A parameter that is not in `schema`, is empty, is given twice or holds NUL is refused.
 */
export function compileParameters<T extends z.ZodObject>(
  schema: T,
): (query: ParsedQuery) => { value: z.output<T> } | { error: ArchiveError } {
  const names = Object.keys(schema.shape);
  const known = new Set(names);

  const findFault = (query: ParsedQuery): ArchiveError | undefined => {
    const broken = query[damaged];
    if (broken !== undefined) {
      return new ArchiveError('invalid_url', `${broken.slice(0, 60)} is not percent-encoded UTF-8`, {
        parameter: broken.slice(0, 60),
        suggestion: 'Encode the UTF-8 bytes of the value, not GBK: 报 is %E6%8A%A5; a percent sign itself is %25.',
      });
    }
    for (const name in query) {
      const value = query[name];
      if (!known.has(name)) {
        const shown = name.slice(0, 60);
        const nearest = findNearest(name, names);
        const all = names.length === 0 ? 'Nothing can be asked for here.' : `Known here: ${names.join(', ')}.`;
        return new ArchiveError('unknown_parameter', `There is no parameter ${quoteValue(name)} here`, {
          parameter: shown,
          suggestion: nearest === undefined ? all : `Did you mean "${nearest}"?`,
        });
      }
      if (Array.isArray(value)) return refuse(`${name} is given ${value.length} times`, name, 'Give it once.');
      if (value === '') return refuse(`${name} has an empty value`, name, 'Give it a value, or leave it out.');
      if (value?.includes('\0')) return refuse(`${name} holds a NUL character`, name);
    }
    return undefined;
  };

  return (query) => {
    const fault = findFault(query);
    if (fault !== undefined) return { error: fault };
    const result = schema.safeParse(query);
    if (result.success) return { value: result.data };
    const [issue] = result.error.issues;
    if (issue === undefined) return { error: refuse('The parameters cannot be used', names.join(',')) };
    const name = String(issue.path[0]);
    const { detail, suggestion } = describeIssue(issue, name, query[name]);
    const example = readExample(schema.shape[name]);
    const byExample = example === undefined ? undefined : writeExample(name, example);
    return { error: refuse(detail, name, suggestion ?? byExample) };
  };
}
