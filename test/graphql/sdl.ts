/** SDL as the tests compare it: types of zod and of GraphQL in the same words, and what routes take and answer. */
import { type GraphQLType, getNamedType, isEnumType, isListType, isNonNullType } from 'graphql';
import * as z from 'zod';
import { routes } from '../../src/http/routes/index.js';

export const routeOf = (operationId: string) => {
  const found = routes.find((route) => route.operationId === operationId);
  if (found === undefined) throw new Error(`no route ${operationId}`);
  return found;
};
export const answerOf = (operationId: string) => routeOf(operationId).answer.schema as z.ZodObject;
export const bodyOf = (operationId: string) => routeOf(operationId).body?.schema as z.ZodObject;
/** The schema of a member, or of what a list of them has. */
export function memberOf(schema: z.ZodObject, name: string): z.ZodObject {
  let type = schema.shape[name] as z.ZodType;
  for (;;) {
    if (type instanceof z.ZodArray) type = type.element as z.ZodType;
    else if (type instanceof z.ZodNullable || type instanceof z.ZodOptional) type = type.unwrap() as z.ZodType;
    else return type as z.ZodObject;
  }
}

/** Fields whose type says less in zod than in GraphQL. */
const references: Record<string, string> = {
  section: 'Section',
  source: 'Source',
  issue: 'IssueReference',
  article: 'Article',
};

/** A zod type as SDL writes it. */
export function describe(type: z.ZodType, name: string, required = true): string {
  const mark = required ? '!' : '';
  if (type instanceof z.ZodDefault) return describe(type.unwrap() as z.ZodType, name, required);
  if (type instanceof z.ZodOptional) return describe(type.unwrap() as z.ZodType, name, required);
  if (type instanceof z.ZodNullable) return describe(type.unwrap() as z.ZodType, name, false);
  if (type instanceof z.ZodArray) return `[${describe(type.element as z.ZodType, name)}]${mark}`;
  const { id, format } = { ...z.toJSONSchema(type, { io: 'output', unrepresentable: 'any' }), ...type.meta() } as {
    id?: string;
    format?: string;
  };
  if (type instanceof z.ZodNumber)
    return `${format === 'safeint' || z.toJSONSchema(type).type === 'integer' ? 'Int' : 'Float'}${mark}`;
  if (type instanceof z.ZodBoolean || (type instanceof z.ZodLiteral && type.value === true)) return `Boolean${mark}`;
  if (type instanceof z.ZodEnum || type instanceof z.ZodLiteral) return `enum${mark}`;
  if (type instanceof z.ZodString || type instanceof z.ZodStringFormat) {
    if (name === 'id') return `ID${mark}`;
    const { pattern, format: kind } = z.toJSONSchema(type) as { pattern?: string; format?: string };
    if (pattern?.includes('(\\.\\d+)?')) return `Decimal${mark}`;
    if (/At$|^at$|Since$/.test(name)) return `DateTime${mark}`;
    if (kind === 'date' || /Date$|On$|^date$|^from$|^to$/.test(name)) return `Date${mark}`;
    return `String${mark}`;
  }
  return `${references[name] ?? id ?? 'object'}${mark}`;
}

/** A zod type of an input as SDL writes it. */
export function describeInput(type: z.ZodType, name: string): string {
  if (type instanceof z.ZodPipe) return describeInput(type.in as z.ZodType, name);
  if (type instanceof z.ZodOptional || type instanceof z.ZodNullable || type instanceof z.ZodDefault)
    return describeInput(type.unwrap() as z.ZodType, name).replace(/!$/, '');
  if (type instanceof z.ZodNonOptional) return `${describeInput(type.unwrap() as z.ZodType, name)}!`;
  if (type instanceof z.ZodArray) return `[${describeInput(type.element as z.ZodType, name)}]!`;
  if (type instanceof z.ZodObject || type instanceof z.ZodDiscriminatedUnion) return `${given[name] ?? 'object'}!`;
  return describe(type, name);
}
const given: Record<string, string> = { issue: 'GivenIssue', span: 'GivenSpan', asOf: 'GivenAsOf', body: 'GivenBlock' };

/** A GraphQL type in the same words. */
export function print(type: GraphQLType): string {
  if (isNonNullType(type)) return `${print(type.ofType).replace(/!$/, '')}!`;
  if (isListType(type)) return `[${print(type.ofType)}]`;
  return isEnumType(type) ? 'enum' : getNamedType(type).name;
}
