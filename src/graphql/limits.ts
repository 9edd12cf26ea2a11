/**
 * Limits: what a query may ask for, and the rules that hold its text to that before any of it runs. What follows from the lengths
 * of lists, too, is its cost.
 */
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { ArchiveError } from '../domain/errors.js';

export interface QueryLimits {
  /** Characters of a document. What is long is given as a variable. */
  characters: number;
  /** Tokens of a document. */
  tokens: number;
  /** Fields inside one another. */
  depth: number;
  /** Fields under other names than their own, in a document. */
  aliases: number;
  /** Directives in a document. */
  directives: number;
  /** Values that the answer may hold, lists being as long as they were asked for. */
  cost: number;
}

/** The error for a query that asks for too much. */
export const refuseComplexity = (message: string, suggestion: string) =>
  new GraphQLError(message, { originalError: new ArchiveError('query_too_complex', message, { suggestion }) });

/** The rules that the text of a document has to keep beside those of GraphQL itself. */
export function createRules({ aliases, directives, depth }: QueryLimits): ValidationRule[] {
  return [
    (context) => countNodes(context, aliases, directives),
    (context) => ({ Document: { leave: (document) => checkDepth(context, document, depth) } }),
  ];
}

function countNodes(context: ValidationContext, aliases: number, directives: number): ASTVisitor {
  let aliased = 0;
  let directed = 0;
  return {
    enter(node) {
      if (node.kind === Kind.FIELD && node.alias && ++aliased === aliases + 1)
        context.reportError(refuseComplexity(`More than ${aliases} fields have an alias`, 'Ask for less at once.'));
      if (node.kind === Kind.DIRECTIVE && ++directed === directives + 1)
        context.reportError(refuseComplexity(`There are more than ${directives} directives`, 'Ask for less at once.'));
    },
  };
}

function checkDepth(context: ValidationContext, { definitions }: DocumentNode, most: number): void {
  const fragments = new Map<string, number>();
  const measureFragment = (name: string): number => {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    // A cycle is another rule's business; it ends here.
    fragments.set(name, 0);
    const fragment = context.getFragment(name);
    const depth = fragment ? measure(fragment.selectionSet) : 0;
    fragments.set(name, depth);
    return depth;
  };
  const measure = ({ selections }: SelectionSetNode): number =>
    Math.max(
      0,
      ...selections.map((selection) => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) return measureFragment(selection.name.value);
        if (selection.kind === Kind.INLINE_FRAGMENT) return measure(selection.selectionSet);
        return 1 + (selection.selectionSet ? measure(selection.selectionSet) : 0);
      }),
    );
  const deepest = Math.max(...definitions.map((one) => ('selectionSet' in one ? measure(one.selectionSet) : 0)));
  if (deepest > most)
    context.reportError(
      refuseComplexity(`Fields are nested ${deepest} deep; the limit is ${most}`, 'Ask in several steps.'),
    );
}

/** Throws the error for a text that is longer than a document may be. */
export function checkLength(text: string, most: number): void {
  if (text.length > most)
    throw refuseComplexity(`The document has more than ${most} characters`, 'Give what is long as a variable.');
}
