/** Edits: what people said an article should say, remembered by field, so that no later reading of its page undoes it. */
import type * as z from 'zod';
import type { Block, UnplacedBlock } from './article.js';
import { articleFields, inputBlock } from './article-input.js';

/** What can be edited. An article keeps its id when it gets another URL. */
export const editableFields = articleFields.extend({ body: inputBlock.array().min(1).max(10_000) });
export type EditableFields = z.output<typeof editableFields>;

/** Fields that were edited, as they are to be. */
export type EditedFields = { [Name in keyof EditableFields]?: EditableFields[Name] | undefined };

/** What holds of an article, whatever its page says. */
export interface ArticleEdit {
  /** When it was edited last, in epoch milliseconds; tells one state of an edit from another. */
  at: number;
  /** Who did it last. */
  author: string;
  fields: EditedFields;
}

/** A body as it can be given back. */
export const withoutSpans = (body: readonly Block[]): UnplacedBlock[] =>
  body.map(({ span: _, ...block }) => block as UnplacedBlock);
