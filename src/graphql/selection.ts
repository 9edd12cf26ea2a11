/** What a query selects below a field, so that it can be read at once. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type InlineFragmentNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ArticleParts, Child } from '../store/store.js';

type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** What was told of the nodes of documents that are asked again and again. */
const told = new WeakMap<Info['fieldNodes'], Map<string, ReadonlySet<string>>>();

/**
 * The names of the fields selected below a field, or below what `path` leads to from there; through fragments, of whatever
 * type. What @skip and @include leave out is counted in.
 */
export function selectNames(info: Info, path: readonly string[] = []): ReadonlySet<string> {
  const known = told.get(info.fieldNodes) ?? new Map<string, ReadonlySet<string>>();
  told.set(info.fieldNodes, known);
  const key = path.join('.');
  const names = known.get(key) ?? findNames(info, path);
  known.set(key, names);
  return names;
}

function findNames({ fieldNodes, fragments }: Info, path: readonly string[]): ReadonlySet<string> {
  const listFields = (sets: readonly SelectionSetNode[]) =>
    [...walkSelections(sets, fragments)].filter((selection) => selection.kind === Kind.FIELD);
  let fields: readonly FieldNode[] = listFields(listSets(fieldNodes));
  for (const step of path) fields = listFields(listSets(fields.filter(({ name }) => name.value === step)));
  return new Set(fields.map(({ name }) => name.value));
}

/** What is selected below fields. */
export const listSets = (nodes: readonly FieldNode[]) => nodes.flatMap(({ selectionSet }) => selectionSet ?? []);

/**
 * Everything selected in these sets and in the fragments below them that are let in: fields, and the fragments themselves ahead of
 * what they hold. A named fragment comes once, however often it is spread.
 */
export function* walkSelections(
  sets: readonly SelectionSetNode[],
  fragments: Info['fragments'],
  isLetIn: (typeCondition: string | undefined) => boolean = () => true,
  seen = new Set<string>(),
): Generator<SelectionNode> {
  for (const selection of sets.flatMap(({ selections }) => selections)) {
    yield selection;
    if (selection.kind === Kind.FIELD) continue;
    let fragment: InlineFragmentNode | FragmentDefinitionNode | undefined;
    if (selection.kind === Kind.INLINE_FRAGMENT) fragment = selection;
    else if (!seen.has(selection.name.value)) fragment = fragments[selection.name.value];
    if (selection.kind === Kind.FRAGMENT_SPREAD) seen.add(selection.name.value);
    if (fragment !== undefined && isLetIn(fragment.typeCondition?.name.value))
      yield* walkSelections([fragment.selectionSet], fragments, isLetIn, seen);
  }
}

const children: readonly Child[] = ['quotes', 'statistics'];
/** Fields that follow from another. */
const derived: Record<string, string> = { __typename: 'id', etag: 'revision' };

/** The parts that articles have to be read with for these of their fields. */
export function selectParts(names: ReadonlySet<string>): ArticleParts {
  return {
    include: children.filter((child) => names.has(child)),
    content: names.has('body') || names.has('text'),
  };
}

/** Whether an article, or the reference that quotes and statistics carry of it, was read with all these fields. */
export const hasFields = (article: object, names: ReadonlySet<string>): boolean =>
  [...names].every((name) => (derived[name] ?? name) in article);
