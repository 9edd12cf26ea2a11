/** The schema: what schema.graphql says, and the resolvers behind it. */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isInterfaceType,
} from 'graphql';
import { resolvers } from './resolvers/index.js';

/** The contract, as it was shipped. */
export const schemaText = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');

/** Builds the schema that queries run against. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchema(schemaText);
  for (const [name, fields] of Object.entries(resolvers)) {
    const type = schema.getType(name) as GraphQLObjectType | GraphQLInterfaceType;
    for (const [field, resolver] of Object.entries(fields)) {
      if (isInterfaceType(type)) type.resolveType = resolver;
      else attach(type, field, resolver);
    }
  }
  return schema;
}

/** A resolver is a function or, of a subscription, an object with its source of events beside it. */
function attach(type: GraphQLObjectType, name: string, resolver: unknown): void {
  const field = type.getFields()[name];
  if (field === undefined) throw new Error(`schema.graphql has no ${type.name}.${name}`);
  Object.assign(field, typeof resolver === 'function' ? { resolve: resolver } : resolver);
}
