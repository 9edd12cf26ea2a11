/** What a query selects below a field, so that it can be read at once. */
import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';
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
  let sets = fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  for (const step of path)
    sets = walk(sets, fragments).flatMap((f) => (f.name.value === step ? (f.selectionSet ?? []) : []));
  return new Set(walk(sets, fragments).map((field) => field.name.value));
}

function walk(sets: readonly SelectionSetNode[], fragments: Info['fragments']) {
  // Each fragment once, however often it is spread.
  const seen = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): Extract<(typeof selections)[number], { kind: Kind.FIELD }>[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) return collect(selection.selectionSet);
      const name = selection.name.value;
      const fragment = fragments[name];
      if (fragment === undefined || seen.has(name)) return [];
      seen.add(name);
      return collect(fragment.selectionSet);
    });
  return sets.flatMap(collect);
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
