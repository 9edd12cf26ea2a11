/**
 * What a query asks for of stored documents and of nothing else: that stands in their text already, from where it can be copied
 * without being parsed, resolved field by field, and written again.
 */
import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import {
  type AddedMember,
  type Projection,
  projectItems,
  projectKinds,
  projectMembers,
  type WantedMember,
} from '../store/projection.js';
import { listSets, walkSelections } from './selection.js';

/**
 * Fields with a resolver that gives what the parent has under their name, where it has that. Those without one are read from the
 * parent by their name; all others are computed.
 */
const carried: Readonly<Record<string, readonly string[]>> = {
  Article: ['body', 'text', 'quotes', 'statistics'],
  Quote: ['article'],
  Statistic: ['article'],
};

/** The member that tells blocks, and whatever else is one of several types in a document, apart. */
const KIND = 'type';

type Info = Pick<GraphQLResolveInfo, 'schema' | 'fieldNodes' | 'fragments' | 'returnType'>;

/** What was told of the nodes of documents that are asked again and again. */
const told = new WeakMap<Info['fieldNodes'], Projection | null>();

/** What copies the value of a field from the text of documents; null: something of it has to be resolved. */
export function findProjection(info: Info): Projection | null {
  let projection = told.get(info.fieldNodes);
  if (projection === undefined) {
    projection = projectType(info, info.returnType, listSets(info.fieldNodes));
    told.set(info.fieldNodes, projection);
  }
  return projection;
}

function projectType(info: Info, given: GraphQLOutputType, sets: readonly SelectionSetNode[]): Projection | null {
  const type = getNullableType(given);
  if (isListType(type)) {
    const item = projectType(info, type.ofType, sets);
    return item && projectItems(item);
  }
  if (isObjectType(type)) return projectObject(info, type, sets);
  if (!isInterfaceType(type)) return null;
  const projections = new Map<unknown, Projection>();
  for (const one of info.schema.getPossibleTypes(type)) {
    const projection = projectObject(info, one, sets);
    if (projection === null) return null;
    projections.set(one.name, projection);
  }
  const nameType = type.resolveType as (value: object) => unknown;
  return projectKinds(KIND, (kind) => projections.get(nameType({ [KIND]: kind })) as Projection);
}

function projectObject(info: Info, type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Projection | null {
  const wanted: (WantedMember | AddedMember)[] = [];
  const names = new Set<string>();
  for (const [as, nodes] of collectFields(info, type, sets) ?? [['', []]]) {
    const name = nodes[0]?.name.value;
    if (name === '__typename') {
      wanted.push({ as, text: JSON.stringify(type.name) });
      continue;
    }
    const field = type.getFields()[name ?? ''];
    // A member can be copied once.
    if (field === undefined || names.has(field.name)) return null;
    if (field.resolve !== undefined && !carried[type.name]?.includes(field.name)) return null;
    names.add(field.name);
    const below = listSets(nodes);
    const of = below.length === 0 ? undefined : projectType(info, field.type, below);
    if (of === null) return null;
    wanted.push({ as, name: field.name, of });
  }
  return projectMembers(wanted);
}

/** The fields selected of a type, by the names they have in the answer; null: that depends on variables. */
function collectFields(
  { schema, fragments }: Info,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> | null {
  const isOf = (typeCondition: string | undefined) => {
    const condition = typeCondition === undefined ? type : schema.getType(typeCondition);
    return condition === type || (isInterfaceType(condition) && schema.isSubType(condition, type));
  };
  const fields = new Map<string, FieldNode[]>();
  for (const selection of walkSelections(sets, fragments, isOf)) {
    if (selection.directives?.length) return null;
    if (selection.kind !== Kind.FIELD) continue;
    const as = (selection.alias ?? selection.name).value;
    fields.set(as, [...(fields.get(as) ?? []), selection]);
  }
  return fields;
}
