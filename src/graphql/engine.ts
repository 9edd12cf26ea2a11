/** The engine: Mercurius, which parses, checks, compiles and runs queries; and the checks that every operation has to pass. */
import type { FastifyInstance } from 'fastify';
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type ValidationRule,
} from 'graphql';
import mercurius from 'mercurius';
import type { QueryContext } from './context.js';
import { checkCost, estimateCost } from './cost.js';
import { refuseRequest } from './errors.js';
import { createRules, type QueryLimits } from './limits.js';
import type { Budget } from './meter.js';

export interface QueryOptions {
  limits: QueryLimits;
  budget: Budget;
  /** Whether the schema can be asked for. */
  introspection: boolean;
}

/** What queries are held to when nothing asks for other. */
export const defaultQueryLimits: QueryLimits = {
  characters: 32_000,
  tokens: 1_500,
  depth: 15,
  aliases: 30,
  directives: 30,
  cost: 30_000,
};

/** Distinct texts that are kept parsed. */
const KEPT_DOCUMENTS = 500;
/** Runs of a text after which it is compiled. */
const COMPILE_AFTER = 2;

/** The rules that documents are held to beside those of GraphQL. */
export const listRules = ({ limits, introspection }: QueryOptions): ValidationRule[] => [
  ...createRules(limits),
  ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]),
];

/** An operation that somebody wants to run. */
export interface Wanted {
  document: DocumentNode;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
}

/** Checks that an operation is there, is of a kind that can be run here, and gives what it costs. Throws what it is refused with. */
export function checkOperation(
  schema: GraphQLSchema,
  { document, operationName, variables }: Wanted,
  kinds: QueryContext['kinds'],
  { limits }: QueryOptions,
): number {
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    const message = 'The document has several operations, or none of this name';
    throw refuseRequest('invalid_query', message, 'Name one of them with operationName.');
  }
  const kind = operation.operation;
  if (!kinds.includes(kind)) {
    const isByGet = kind === 'mutation' && kinds.includes('query');
    throw refuseRequest(isByGet ? 'method_not_allowed' : 'invalid_query', `A ${kind} cannot be run here`, ways);
  }
  const cost = estimateCost(schema, { document, operation, variables });
  checkCost(cost, limits.cost);
  return cost;
}

const ways = 'Queries go over HTTP, mutations over POST alone, subscriptions over WebSocket.';

/** Makes `app.graphql` run the queries of a schema, with {@link QueryContext} as their context. */
export async function registerEngine(
  app: FastifyInstance,
  schema: GraphQLSchema,
  options: QueryOptions,
): Promise<void> {
  await app.register(mercurius, {
    schema,
    routes: false,
    cache: KEPT_DOCUMENTS,
    jit: COMPILE_AFTER,
    validationRules: listRules(options),
    graphql: { parseOptions: { maxTokens: options.limits.tokens } },
    // Errors are rendered where the answer is.
    errorFormatter: (response) => ({ statusCode: 200, response }) as never,
  });
  app.graphql.addHook('preExecution', async (_, document, given) => {
    const context = given as unknown as QueryContext;
    const { operationName, kinds, variables } = context;
    context.cost = checkOperation(schema, { document, operationName, variables }, kinds, options);
    if (getOperationAST(document, operationName)?.operation !== 'query') context.isMomentary = true;
    // Whoever runs it checks them. What is given to Mercurius from the start it checks itself, too, which takes longer.
    return { variables };
  });
}
