/** The cost of an operation: how many values its answer may hold, told from its text and variables before any of it runs. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  visit,
} from 'graphql';
import { limits } from '../domain/query.js';
import { refuseComplexity } from './limits.js';

/** Rows of a list whose length the query does not say. */
const LIST = 10;
/** The same of the schema itself: its types have few fields, and fields few arguments. */
const SCHEMA_LIST = 4;
/** Lists of these are longer: they are as long as the time that is looked at, which its text does not tell. */
const lengths: Record<string, number> = { HistogramPeriod: 1_000, CoverageDay: 500, SeriesPeriod: 100 };
/** What makes the archive look at more rows than it gives. */
const surcharges: Record<string, number> = { totalCount: 100, facets: 500, search: 100, articleHistogram: 500 };

/** An operation that is to be run. */
export interface PlannedOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>>;
}

/**
 * Estimates how many values an answer may hold: a field counts once for each object it is asked of, rows of a connection as
 * many as `first` or `last` says, other lists {@link LIST}; counting the archive counts extra. The document has to be valid.
 */
export function estimateCost(schema: GraphQLSchema, planned: PlannedOperation): number {
  const known = estimates.get(planned.operation) ?? { sizes: findSizes(planned.document), costs: new Map() };
  estimates.set(planned.operation, known);
  const key = known.sizes.map((name) => describeSize(planned.variables[name])).join();
  const cost = known.costs.get(key) ?? countValues(schema, planned);
  if (known.costs.size < KEPT_ESTIMATES) known.costs.set(key, cost);
  return cost;
}

/** Estimates of the operations of documents that are asked again and again, by the lengths that variables give. */
const estimates = new WeakMap<OperationDefinitionNode, { sizes: readonly string[]; costs: Map<string, number> }>();
const KEPT_ESTIMATES = 100;

/** The variables that say how many rows are asked for. */
function findSizes(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if (value.kind === Kind.VARIABLE && sizing.has(name.value)) names.add(value.name.value);
    },
  });
  return [...names];
}
const sizing = new Set(['first', 'last', 'ids']);
const describeSize = (given: unknown) => (Array.isArray(given) ? `${given.length} ids` : String(given));

function countValues(schema: GraphQLSchema, { document, operation, variables }: PlannedOperation): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const known = new Map<string, number>();
  const defaults = new Map(operation.variableDefinitions?.map((one) => [one.variable.name.value, one.defaultValue]));

  const readNumber = (node: FieldNode, name: string): number | undefined => {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    if (value?.kind === Kind.INT) return Number(value.value);
    if (value?.kind !== Kind.VARIABLE) return undefined;
    const given = variables[value.name.value];
    if (given !== undefined) return given === null ? undefined : Number(given);
    const otherwise = defaults.get(value.name.value);
    return otherwise?.kind === Kind.INT ? Number(otherwise.value) : undefined;
  };
  const countRows = (node: FieldNode) => {
    const asked = readNumber(node, 'first') ?? readNumber(node, 'last') ?? limits.page.default;
    return Math.min(Math.max(asked, 1), limits.page.max) || limits.page.max;
  };

  /** `rows` are those of the connection that the selection is of. */
  const costOf = ({ selections }: SelectionSetNode, typeName: string, rows: number): number => {
    let sum = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) sum += costOfField(selection, typeName, rows);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        sum += costOf(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, rows);
      else sum += costOfFragment(selection.name.value, rows);
    }
    return sum;
  };
  const costOfFragment = (name: string, rows: number): number => {
    const key = `${rows} ${name}`;
    let cost = known.get(key);
    if (cost === undefined) {
      const fragment = fragments.get(name) as FragmentDefinitionNode;
      cost = costOf(fragment.selectionSet, fragment.typeCondition.name.value, rows);
      known.set(key, cost);
    }
    return cost;
  };
  const costOfField = (node: FieldNode, typeName: string, rows: number): number => {
    const field = findField(schema, typeName, node.name.value);
    const own = 1 + (typeName.startsWith('__') ? 0 : (surcharges[node.name.value] ?? 0));
    if (field === undefined) return own;
    const type = getNamedType(field.type);
    const isConnection = type.name.endsWith('Connection');
    const below =
      node.selectionSet && isCompositeType(type)
        ? costOf(node.selectionSet, type.name, isConnection ? countRows(node) : 1)
        : 0;
    if (!isListType(getNullableType(field.type))) return own + below;
    const isRows = typeName.endsWith('Connection') && (node.name.value === 'nodes' || node.name.value === 'edges');
    const length = isRows
      ? rows
      : type.name.startsWith('__')
        ? SCHEMA_LIST
        : (countIds(node) ?? lengths[type.name] ?? LIST);
    return own + length * (below || 1);
  };
  /** Of `nodes(ids:)`. */
  const countIds = (node: FieldNode): number | undefined => {
    const value = node.arguments?.find((argument) => argument.name.value === 'ids')?.value;
    if (value?.kind === Kind.LIST) return value.values.length;
    const given = value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
    return Array.isArray(given) ? given.length : value && limits.ids;
  };
  const root = schema.getRootType(operation.operation);
  return root ? costOf(operation.selectionSet, root.name, 1) : 0;
}

function findField(schema: GraphQLSchema, typeName: string, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === '__schema') return SchemaMetaFieldDef;
  if (name === '__type') return TypeMetaFieldDef;
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** Throws the error for a query that costs more than it may. */
export function checkCost(cost: number, most: number): void {
  if (cost > most) {
    throw refuseComplexity(
      `The answer may hold ${cost} values; the limit is ${most}`,
      'Ask for fewer rows with first, or for fewer fields.',
    );
  }
}
