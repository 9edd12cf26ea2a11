/** Where in the text of an article something stands. */
import * as z from 'zod';

/** `text.slice(start, end)`: offsets in UTF-16 code units of `Article.text`. */
export const span = z.object({ start: z.int().min(0), end: z.int().min(0) }).meta({
  id: 'Span',
  description: "Offsets into the article's `text`, in UTF-16 code units; `end` is not included.",
  example: { start: 0, end: 19 },
});
export type Span = z.infer<typeof span>;

/** How sure the extraction is, from 0 to 1. */
export const confidence = z
  .number()
  .min(0)
  .max(1)
  .meta({ description: 'How sure the extraction is, from 0 to 1.', example: 0.95 });
